import { type JSX, Show } from 'solid-js'
import type { Placed } from '../../../core/stack/layout/types.ts'
import type { AchievementNode } from '../../../core/stack/types.ts'
import { Icon } from '../../ui/icon.tsx'
import { Seal } from '../../ui/seal.tsx'
import { useStacks } from './context.ts'
import { bestAward, lookupOf } from './lookup.ts'
import type { NodeWords } from './node-words.ts'
import { AwardPicture } from './picture.tsx'
import { plainName } from './speakers.ts'

/** What a thing on the canvas is given, whatever it is. */
export interface ThingProps {
  readonly id: string
  readonly place: Placed
  readonly words: NodeWords
  readonly isCurrent: boolean
  readonly isSelected: boolean
}

/** An achievement: its picture in its seal, what it is called, and who gave it. Not earned: an empty ring. */
export function NodeCard(props: ThingProps & { readonly node: AchievementNode }): JSX.Element {
  const { state, text, telling } = useStacks()
  const award = () => {
    const made = state.stacked()
    return made ? bestAward(props.node, made) : null
  }
  const isDangling = () => {
    const made = state.stacked()
    return made !== undefined && lookupOf(made).dangling.has(props.id)
  }
  const under = () => {
    if (isDangling()) return text().page.node.dangling
    return award() ? props.words.issuer : props.words.standingWords
  }
  return (
    <Thing
      {...props}
      class="stack-node"
      standing={props.words.standing}
      presence={isDangling() ? 'dangling' : props.node.presence}
    >
      <Show when={award()} fallback={<span class="stack-ring" aria-hidden="true" />}>
        {(earned) => (
          <Seal questions={earned().questions} size="card" label={props.words.standingWords}>
            <AwardPicture award={earned()} issuer={plainName(earned(), telling().languages)} />
          </Seal>
        )}
      </Show>
      <span class="stack-words">
        <span class="stack-title" dir="auto" lang={props.words.title.language}>
          {props.words.title.value}
        </span>
        <span class="stack-under" dir="auto">
          {under()}
        </span>
      </span>
      <Show when={props.words.leaning !== ''}>
        <span class="stack-mark" title={text().page.node.leans}>
          <Icon name="warning" />
        </span>
      </Show>
    </Thing>
  )
}

/** A thing that can be pressed, where it stands. */
export function Thing(
  props: ThingProps & {
    readonly class: string
    readonly standing?: string
    readonly presence?: string
    readonly children: JSX.Element
  },
): JSX.Element {
  return (
    <button
      type="button"
      class={`stack-thing ${props.class}`}
      data-id={props.id}
      data-standing={props.standing}
      data-presence={props.presence}
      tabindex={props.isCurrent ? 0 : -1}
      aria-current={props.isSelected ? 'true' : undefined}
      style={{
        left: `${props.place.x}px`,
        top: `${props.place.y}px`,
        'inline-size': `${props.place.width}px`,
        'block-size': `${props.place.height}px`,
      }}
    >
      {/* Its name says more than what is seen, and begins with it. */}
      <span class="unseen">{props.words.label}</span>
      <span class="stack-inside" aria-hidden="true">
        {props.children}
      </span>
    </button>
  )
}
