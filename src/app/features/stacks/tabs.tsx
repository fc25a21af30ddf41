import { For, type JSX } from 'solid-js'
import { useStacks } from './context.ts'
import { views } from './state.ts'
import type { StackView } from './types.ts'

export const panelId = 'stacks-panel'
export const tabId = (view: StackView) => `stacks-${view}`

/** The four ways to look at it (WAI-ARIA tabs): the arrow keys choose. */
export function Tabs(): JSX.Element {
  const { state, text } = useStacks()

  function move(event: KeyboardEvent): void {
    const here = views.indexOf(state.view())
    const isEnding = document.documentElement.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
    const isStarting = document.documentElement.dir === 'rtl' ? 'ArrowRight' : 'ArrowLeft'
    const there = { [isEnding]: here + 1, [isStarting]: here - 1, Home: 0, End: -1 }[event.key]
    const next = there === undefined ? undefined : views.at(there % views.length)
    if (!next) return
    event.preventDefault()
    state.setView(next)
    document.getElementById(tabId(next))?.focus()
  }

  return (
    <div class="stack-tabs no-print" role="tablist" aria-label={text().page.viewsLabel} onKeyDown={move}>
      <For each={views}>
        {(view) => (
          <button
            type="button"
            role="tab"
            id={tabId(view)}
            aria-selected={state.view() === view}
            aria-controls={panelId}
            tabindex={state.view() === view ? 0 : -1}
            onClick={() => state.setView(view)}
          >
            {text().page.views[view]}
          </button>
        )}
      </For>
    </div>
  )
}
