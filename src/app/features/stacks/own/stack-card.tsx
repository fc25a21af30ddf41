import { createMemo, For, type JSX, Show } from 'solid-js'
import type { KeptStack } from '../../../../store/types.ts'
import type { StacksText } from '../../../../text/stacks.ts'
import { Words } from '../../../credential/words.tsx'
import { href, partPath } from '../../../paths.ts'
import { Button } from '../../../ui/button.tsx'
import { memberKey } from './draft.ts'
import type { Earned } from './earned.ts'

/** How many of its things a card names. */
const named = 4

interface CardProps {
  readonly stack: KeptStack
  readonly earned: ReadonlyMap<string, Earned>
  /** Whether what is earned is known by now: before that nothing is called missing. */
  readonly isKnown: boolean
  /** Whether the view shows this stack alone. */
  readonly isShown: boolean
  readonly text: StacksText['own']
  readonly onShow: (isShown: boolean) => void
  readonly onChange: () => void
  readonly onRemove: () => void
}

/** One stack of the learner's own: what it is called, what is in it, and what can be done with it. */
export function StackCard(props: CardProps): JSX.Element {
  const held = createMemo(() => props.stack.members.flatMap((member) => props.earned.get(memberKey(member)) ?? []))
  const missing = () => (props.isKnown ? props.stack.members.length - held().length : 0)
  const sum = () => {
    const { members, isOrdered } = props.stack
    const order = isOrdered ? props.text.inOrder : props.text.beside
    return members.length > 1 ? `${props.text.count(members.length)} · ${order}` : props.text.count(members.length)
  }
  return (
    <li class="own-card">
      <h3 class="serif" dir="auto">
        {props.stack.name}
      </h3>
      <p class="soft small">{sum()}</p>
      <Show when={props.stack.description}>
        {(description) => (
          <p class="own-description" dir="auto">
            {description()}
          </p>
        )}
      </Show>
      <Show when={held().length > 0}>
        <ul class="own-names" data-ordered={props.stack.isOrdered}>
          <For each={held().slice(0, named)}>{(earned) => <NamedMember earned={earned} />}</For>
          <Show when={held().length > named}>
            <li class="soft small own-more">{props.text.more(held().length - named)}</li>
          </Show>
        </ul>
      </Show>
      <Show when={missing() > 0}>
        <p class="soft small">{props.text.missing(missing())}</p>
      </Show>
      <div class="actions">
        <Show when={held().length > 0}>
          <Button
            aria-label={props.isShown ? props.text.showAll : props.text.showNamed(props.stack.name)}
            onClick={() => props.onShow(!props.isShown)}
          >
            {props.isShown ? props.text.showAll : props.text.show}
          </Button>
        </Show>
        <Button tone="quiet" aria-label={props.text.changeNamed(props.stack.name)} onClick={() => props.onChange()}>
          {props.text.change}
        </Button>
        <Button tone="quiet" aria-label={props.text.removeNamed(props.stack.name)} onClick={() => props.onRemove()}>
          {props.text.remove}
        </Button>
      </div>
    </li>
  )
}

function NamedMember(props: { readonly earned: Earned }): JSX.Element {
  const award = () => props.earned.award
  return (
    <li>
      <Show when={award().entry !== ''} fallback={<Words phrase={props.earned.title} />}>
        <a href={href(partPath(award().entry, award().part))}>
          <Words phrase={props.earned.title} />
        </a>
      </Show>
    </li>
  )
}
