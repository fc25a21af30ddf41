import { createMemo, For, type JSX, Show } from 'solid-js'
import type { Card } from '../../../store/types.ts'
import { useTexts } from '../../text.ts'
import { Icon } from '../../ui/icon.tsx'
import { labelOf } from './labels.ts'
import { filters, setFilters } from './state.ts'
import { inUse, noFilters, offersOf, toggled } from './wallet.view.ts'

/** How many kinds are offered at a touch. */
const quickKinds = 3

/** The filters in use, each removable; while there is none, the kinds that occur most. */
export function Chips(props: { readonly cards: readonly Card[]; readonly onFilter: () => void }): JSX.Element {
  const { ui } = useTexts()
  const used = createMemo(() => inUse(filters()))
  const quick = createMemo(() => {
    const kinds = offersOf(props.cards, 'kind')
    return new Map(kinds.length > 1 ? kinds.slice(0, quickKinds).map(({ value, count }) => [value, count]) : [])
  })
  // By value, so that a button which somebody is about to press is not made anew when a count changes.
  const quickValues = createMemo(() => [...quick().keys()])
  return (
    <div class="chips chip-line">
      <button type="button" class="chip" aria-haspopup="dialog" onClick={() => props.onFilter()}>
        <Icon name="filter" />
        {ui().wallet.filter}{' '}
        <Show when={used().length > 0}>
          <span class="count">
            <span aria-hidden="true">{used().length}</span>
            <span class="unseen">{ui().wallet.filtersOn(used().length)}</span>
          </span>
        </Show>
      </button>
      <Show
        when={used().length > 0}
        fallback={
          <For each={quickValues()}>
            {(value) => (
              <button
                type="button"
                class="chip"
                aria-pressed="false"
                onClick={() => setFilters(toggled(filters(), 'kind', value))}
              >
                {labelOf('kind', value, ui())} <span class="count">{quick().get(value)}</span>
              </button>
            )}
          </For>
        }
      >
        <For each={used()}>
          {({ facet, value }) => (
            <button
              type="button"
              class="chip on"
              aria-label={ui().wallet.removeFilter(labelOf(facet, value, ui()))}
              onClick={() => setFilters(toggled(filters(), facet, value))}
            >
              {labelOf(facet, value, ui())}
              <Icon name="close" />
            </button>
          )}
        </For>
        <button type="button" class="chip bare" onClick={() => setFilters(noFilters)}>
          {ui().wallet.clearAll}
        </button>
      </Show>
    </div>
  )
}
