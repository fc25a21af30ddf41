import { createResource, createSignal, createUniqueId, For, type JSX, Show } from 'solid-js'
import type { Problem } from '../../../../core/problem.ts'
import type { KeptStack, StackMember } from '../../../../store/types.ts'
import { loadStacks, type StacksText } from '../../../../text/stacks.ts'
import { useServices } from '../../../services.ts'
import { useTexts } from '../../../text.ts'
import { Trouble } from '../../../trouble.tsx'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { draftOf, holdsAll, keptOf, withMembers, withoutMembers } from './draft.ts'
import { newId } from './keeping.ts'
import './own.css'

/** A button for the card of a thing: puts these into a stack of the learner's own, or into a new one. */
export function AddToStack(props: { readonly members: readonly StackMember[] }): JSX.Element {
  const { language } = useTexts()
  const [text] = createResource(language, loadStacks)
  const [isOpen, setIsOpen] = createSignal(false)
  return (
    <Show when={text.latest}>
      {(words) => (
        <>
          <Button aria-haspopup="dialog" onClick={() => setIsOpen(true)}>
            {words().own.add.action}
          </Button>
          <AddToStackDialog members={props.members} open={isOpen()} onClose={() => setIsOpen(false)} />
        </>
      )}
    </Show>
  )
}

/** The same as a dialog that somebody else opens (the page, for `?add=DIGEST`). */
export function AddToStackDialog(props: {
  readonly members: readonly StackMember[]
  readonly open: boolean
  readonly onClose: () => void
}): JSX.Element {
  const { language } = useTexts()
  const [text] = createResource(language, loadStacks)
  return (
    <Show when={text.latest}>
      {(words) => (
        <Dialog open={props.open} title={words().own.add.title} onClose={props.onClose}>
          <Choices members={props.members} text={words().own.add} onClose={props.onClose} />
        </Dialog>
      )}
    </Show>
  )
}

interface ChoicesProps {
  readonly members: readonly StackMember[]
  readonly text: StacksText['own']['add']
  readonly onClose: () => void
}

/** Every stack there is with a tick for what is in it. What is ticked is kept at once. */
function Choices(props: ChoicesProps): JSX.Element {
  const services = useServices()
  const [news, setNews] = createSignal('')
  const [trouble, setTrouble] = createSignal<Problem | null>(null)
  const [kept, { refetch }] = createResource(async () => {
    const found = await services.vault.stacks()
    if (!found.ok) setTrouble(found.problem)
    return found.ok ? found.value.stacks : []
  })
  // Read only when they are there: what is on its way must not suspend the page behind.
  const stacks = () => (kept.state === 'ready' || kept.state === 'refreshing' ? kept.latest : undefined)

  /** Whether it is kept now. */
  async function keep(stack: KeptStack, said: string): Promise<boolean> {
    const kept = await services.vault.keepStack(stack)
    setTrouble(kept.ok ? null : kept.problem)
    if (kept.ok) setNews(said)
    await refetch()
    return kept.ok
  }

  function toggle(stack: KeptStack, isIn: boolean): Promise<boolean> {
    const members = isIn ? withMembers(stack.members, props.members) : withoutMembers(stack.members, props.members)
    const changed = { ...stack, members, changedAt: new Date().toISOString() }
    return keep(changed, isIn ? props.text.added(stack.name) : props.text.taken(stack.name))
  }

  function make(name: string): Promise<boolean> {
    const stack = keptOf({ ...draftOf(null), name, members: props.members }, newId(), new Date().toISOString())
    return keep(stack, props.text.added(stack.name))
  }

  return (
    <>
      <Show when={stacks()}>
        {(all) => (
          <>
            <p class="soft">{all().length > 0 ? props.text.lead : props.text.none}</p>
            <ul class="own-choices">
              {/* By id, so that what has the focus stays when they are read again. */}
              <For each={all().map(({ id }) => id)}>
                {(id) => (
                  <Show when={all().find((stack) => stack.id === id)}>
                    {(stack) => <Choice stack={stack()} members={props.members} onToggle={(isIn) => toggle(stack(), isIn)} />}
                  </Show>
                )}
              </For>
            </ul>
            <NewStack text={props.text} isFirst={all().length === 0} onMake={(name) => void make(name)} />
          </>
        )}
      </Show>
      <p class="unseen" role="status">
        {news()}
      </p>
      <p class="own-trouble" role="status">
        <Trouble problem={trouble()} />
      </p>
      <div class="actions">
        <Button tone="primary" onClick={() => props.onClose()}>
          {props.text.close}
        </Button>
      </div>
    </>
  )
}

/** One stack, ticked when all of it is in there. */
function Choice(props: {
  readonly stack: KeptStack
  readonly members: readonly StackMember[]
  /** Whether that is kept now. */
  readonly onToggle: (isIn: boolean) => Promise<boolean>
}): JSX.Element {
  const isIn = () => holdsAll(props.stack.members, props.members)

  /** What was refused is not ticked. */
  async function toggle(input: HTMLInputElement): Promise<void> {
    if (!(await props.onToggle(input.checked))) input.checked = isIn()
  }

  return (
    <li>
      <label class="own-choice">
        <input type="checkbox" checked={isIn()} onChange={(event) => void toggle(event.currentTarget)} />
        <span class="serif" dir="auto">
          {props.stack.name}
        </span>
      </label>
    </li>
  )
}

/** A name, and a stack is made of it; asked for only when somebody wants one, unless there is none yet. */
function NewStack(props: {
  readonly text: ChoicesProps['text']
  readonly isFirst: boolean
  readonly onMake: (name: string) => void
}): JSX.Element {
  const id = createUniqueId()
  const [isAsked, setIsAsked] = createSignal(false)
  const [name, setName] = createSignal('')
  let isMade = false

  function make(event: SubmitEvent): void {
    event.preventDefault()
    if (name().trim() === '') return
    props.onMake(name())
    setName('')
    setIsAsked(false)
    isMade = true
  }

  return (
    <Show
      when={isAsked() || props.isFirst}
      fallback={
        <Button icon="add" ref={(button) => queueMicrotask(() => isMade && button.focus())} onClick={() => setIsAsked(true)}>
          {props.text.create}
        </Button>
      }
    >
      <form class="field" onSubmit={make}>
        <label class="label" for={id}>
          {props.text.name}
        </label>
        <div class="own-new">
          <input
            id={id}
            class="input"
            type="text"
            autocomplete="off"
            maxlength={200}
            value={name()}
            ref={(input) => queueMicrotask(() => isAsked() && input.focus())}
            onInput={(event) => setName(event.currentTarget.value)}
          />
          <Button type="submit" aria-disabled={name().trim() === ''}>
            {props.text.make}
          </Button>
        </div>
      </form>
    </Show>
  )
}
