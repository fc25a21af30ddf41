import { createEffect, createMemo, createSignal, type JSX, on, Show } from 'solid-js'
import { noFilter } from '../../../core/stack/select.ts'
import { useTexts } from '../../text.ts'
import { Button } from '../../ui/button.tsx'
import { Canvas } from './canvas.tsx'
import { useStacks } from './context.ts'
import { Details } from './details.tsx'
import { Filters } from './filters.tsx'
import { Legend } from './legend.tsx'
import { titleOf } from './node-words.ts'
import { Outline } from './outline.tsx'
import { drawnIn } from './request.ts'
import { panelId, Tabs, tabId } from './tabs.tsx'
import { unlinked } from './unlinked.ts'

/** The stacks themselves: ways to look at them, filters, the drawing or the outline, and the card of what was chosen. */
export function Drawn(props: { readonly skipped: number }): JSX.Element {
  const { state, text } = useStacks()
  const words = () => text().page
  const isNothing = () => state.shown().nodes.length === 0
  return (
    <>
      <div class="stack-head">
        <Tabs />
        <Filters />
      </div>
      <Focused />
      <Unlinked />
      <div class="stack-room" classList={{ chosen: state.selected() !== null }}>
        <div class="stack-panel" role="tabpanel" id={panelId} aria-labelledby={tabId(state.view())} data-view={state.view()}>
          <Show when={!isNothing()} fallback={<Nothing />}>
            <Show when={state.view() !== 'outline'} fallback={<Outline />}>
              <Canvas />
            </Show>
          </Show>
        </div>
        <Details />
      </div>
      <p class="small soft stack-count">
        {words().viewHints[state.view()]} <Count />
      </p>
      <Show when={props.skipped > 0}>
        <p class="small soft">{words().skipped(props.skipped)}</p>
      </Show>
      <Show when={state.stacked()?.graph.isCut}>
        <p class="small soft">{words().cut}</p>
      </Show>
      <Show when={state.view() !== 'outline'}>
        <Legend />
      </Show>
      <Announcer />
    </>
  )
}

/** Why nothing is drawn between things, and where to look or what to do. */
function Unlinked(): JSX.Element {
  const { state, text } = useStacks()
  const words = () => text().page
  const kind = createMemo(() => {
    const made = state.stacked()
    const found = made ? unlinked(made) : null
    const isSeen = state.view() === 'skills' || state.view() === 'outline'
    return found === 'skills' && isSeen ? null : found
  })
  return (
    <Show when={kind()}>
      {(found) => (
        <div class="banner">
          <p class="words">
            <strong>{words().unlinked.heading}.</strong>{' '}
            {found() === 'skills' ? words().unlinked.shared(words().views.skills) : words().unlinked.words}
          </p>
        </div>
      )}
    </Show>
  )
}

/** What is looked at, and the way back to everything. */
function Focused(): JSX.Element {
  const { state, text, telling } = useStacks()
  const title = createMemo(() => {
    const id = state.focus()
    return id === null ? null : titleOf(state.node(id), telling()).value
  })
  return (
    <Show when={title()}>
      {(focused) => (
        <div class="stack-focused">
          <p>{text().page.focus.on(focused())}</p>
          <Button tone="quiet" icon="close" onClick={() => state.setFocus(null)}>
            <span class="words">{text().page.focus.off}</span>
          </Button>
        </div>
      )}
    </Show>
  )
}

function Nothing(): JSX.Element {
  const { state, text } = useStacks()
  const words = () => text().page.filters
  return (
    <div class="stack-nothing">
      <p>
        <strong>{words().nothing}</strong>
      </p>
      <p class="soft">{words().nothingHint}</p>
      <Button onClick={() => state.setFilter(noFilter)}>{words().clear}</Button>
    </div>
  )
}

function countWords(): () => string {
  const { state, text } = useStacks()
  const { formats } = useTexts()
  return () => {
    const view = state.view()
    const { nodes, edges } = view === 'outline' ? state.shown() : drawnIn(view, state.shown(), state.focus())
    const achievements = nodes.filter(({ kind }) => kind === 'achievement').length
    const skills = nodes.length - achievements
    const { count, links, sharedSkills } = text().page
    return formats().list([count(achievements), ...(skills > 0 ? [sharedSkills(skills)] : []), links(edges.length)])
  }
}

function Count(): JSX.Element {
  const words = countWords()
  return <span>{words()}</span>
}

/** Says what changed, to whoever does not see it. */
function Announcer(): JSX.Element {
  const { state, text, telling } = useStacks()
  const [said, setSaid] = createSignal('')
  const count = countWords()
  createEffect(
    on(
      [state.focus, state.filter],
      ([focus], before) => {
        const words = text().page.focus
        if (focus !== null) setSaid(words.announced(titleOf(state.node(focus), telling()).value, count()))
        else setSaid(before?.[0] ? words.all(count()) : words.filtered(count()))
      },
      { defer: true },
    ),
  )
  return (
    <p class="unseen" role="status">
      {said()}
    </p>
  )
}
