import { createMemo, createResource, createSignal, For, type JSX, Show } from 'solid-js'
import type { Problem } from '../../../../core/problem.ts'
import type { KeptStack } from '../../../../store/types.ts'
import { loadStacks, type StacksText } from '../../../../text/stacks.ts'
import { useServices } from '../../../services.ts'
import { useTexts } from '../../../text.ts'
import { Button } from '../../../ui/button.tsx'
import { showToast } from '../../../ui/toasts.tsx'
import type { StacksState } from '../types.ts'
import { type Draft, draftOf, isChanged, keptOf } from './draft.ts'
import { byKey, earnedIn } from './earned.ts'
import { StackEditor } from './editor.tsx'
import { dropStack, newId } from './keeping.ts'
import { StackCard } from './stack-card.tsx'
import './own.css'

/** The groupings that the learner made: a list, and where each is made, changed and removed. Brings its own heading (h2). */
export function OwnStacks(props: { readonly state: StacksState }): JSX.Element {
  const { language } = useTexts()
  const [text] = createResource(language, loadStacks)
  return <Show when={text.latest}>{(words) => <Stacks state={props.state} text={words().own} />}</Show>
}

function Stacks(props: { readonly state: StacksState; readonly text: StacksText['own'] }): JSX.Element {
  const services = useServices()
  const { ui, language } = useTexts()
  const [draft, setDraft] = createSignal<Draft | null>(null)
  const stacks = () => props.state.kept().stacks
  const ids = createMemo(() => stacks().map(({ id }) => id))
  const earned = createMemo(() => {
    const stacked = props.state.stacked()
    const isAsked = ids().length > 0 || draft() !== null
    return stacked && isAsked ? earnedIn(stacked.graph, { ui: ui(), languages: [language(), ...navigator.languages] }) : []
  })
  const earnedByKey = createMemo(() => byKey(earned()))
  const words = () => props.text

  async function save(made: Draft): Promise<Problem | null> {
    const stack = keptOf(made, newId(), new Date().toISOString())
    const kept = await services.vault.keepStack(stack)
    if (!kept.ok) return kept.problem
    showToast({ words: words().editor.saved(stack.name) })
    return null
  }

  function gone(left: Draft | null): void {
    setDraft(null)
    if (left === null || !isChanged(left)) return
    showToast({ words: words().editor.dropped, action: { label: words().editor.goOn, run: () => setDraft(left) } })
  }

  /** What is shown stands at the top of the page. */
  function show(own: string): void {
    props.state.setFilter({ own })
    if (own !== '') window.scrollTo({ top: 0 })
  }

  function remove(stack: KeptStack): void {
    if (props.state.filter().own === stack.id) props.state.setFilter({ own: '' })
    void dropStack(stack, services, { removed: words().removed(stack.name), undo: ui().undo })
  }

  return (
    <section class="own" aria-labelledby="own-title">
      <div class="own-head">
        <h2 id="own-title">{words().title}</h2>
        <Button icon="add" onClick={() => setDraft(draftOf(null))}>
          {words().make}
        </Button>
      </div>
      <p class="soft own-lead">{words().lead}</p>
      <Show when={ids().length > 0} fallback={<p class="own-none">{words().none}</p>}>
        <ul class="own-cards">
          {/* By id, so that what has the focus stays when a stack was changed. */}
          <For each={ids()}>
            {(id) => (
              <Show when={stacks().find((stack) => stack.id === id)}>
                {(stack) => (
                  <StackCard
                    stack={stack()}
                    earned={earnedByKey()}
                    isKnown={props.state.stacked() !== undefined && props.state.gathering() === null}
                    isShown={props.state.filter().own === id}
                    text={words()}
                    onShow={(isShown) => show(isShown ? id : '')}
                    onChange={() => setDraft(draftOf(stack()))}
                    onRemove={() => remove(stack())}
                  />
                )}
              </Show>
            )}
          </For>
        </ul>
      </Show>
      <Show when={draft()} keyed>
        {(begun) => <StackEditor draft={begun} earned={earned()} text={words()} onSave={save} onGone={gone} />}
      </Show>
    </section>
  )
}
