import { createMemo, createSignal, For, type JSX, Show } from 'solid-js'
import type { Card } from '../../../store/types.ts'
import { useTexts } from '../../text.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { labelOf } from './labels.ts'
import { filters, query, setFilters } from './state.ts'
import { type Facet, facets, narrow, noFilters, offersOf, search, toggled } from './wallet.view.ts'

/** How many values of a facet are shown before the rest is asked for. */
const shownAtOnce = 8

/** Every way to narrow the wallet, with how many credentials each would leave. */
export function FilterDialog(props: {
  readonly cards: readonly Card[]
  readonly found: number
  readonly open: boolean
  readonly onClose: () => void
}): JSX.Element {
  const { ui } = useTexts()
  return (
    <Dialog open={props.open} title={ui().wallet.filters} onClose={props.onClose}>
      <For each={facets}>{(facet) => <FacetChoice facet={facet} cards={props.cards} />}</For>
      <div class="actions sheet-actions">
        <Button tone="quiet" onClick={() => setFilters(noFilters)}>
          {ui().wallet.clearAll}
        </Button>
        <Button tone="primary" onClick={() => props.onClose()}>
          {ui().wallet.done(props.found)}
        </Button>
      </div>
    </Dialog>
  )
}

function FacetChoice(props: { readonly facet: Facet; readonly cards: readonly Card[] }): JSX.Element {
  const { ui } = useTexts()
  const [isWhole, setIsWhole] = createSignal(false)
  // What the other facets leave: choosing here widens this facet, so its own choice must not hide its other values.
  const offers = createMemo(() =>
    offersOf(search(narrow(props.cards, { ...filters(), [props.facet]: [] }), query()), props.facet),
  )
  const chosen = () => filters()[props.facet]
  const shown = () =>
    isWhole() ? offers() : offers().filter(({ value }, index) => index < shownAtOnce || chosen().includes(value))
  // By value, so that a button which somebody is about to press is not made anew when a count changes.
  const counts = createMemo(() => new Map(shown().map(({ value, count }) => [value, count])))
  const values = createMemo(() => [...counts().keys()])
  const isWorthwhile = () => offers().length > 1 || chosen().length > 0 || (props.facet === 'attention' && offers().length > 0)
  return (
    <Show when={isWorthwhile()}>
      <fieldset class="facet">
        <legend>{ui().wallet.facets[props.facet]}</legend>
        <div class="chips">
          <For each={values()}>
            {(value) => (
              <button
                type="button"
                class="chip"
                aria-pressed={chosen().includes(value)}
                onClick={() => setFilters(toggled(filters(), props.facet, value))}
              >
                <span dir="auto">{labelOf(props.facet, value, ui())}</span> <span class="count">{counts().get(value)}</span>
              </button>
            )}
          </For>
          <Show when={offers().length > shown().length}>
            <button type="button" class="chip bare" onClick={() => setIsWhole(true)}>
              {ui().wallet.showAll(offers().length - shown().length)}
            </button>
          </Show>
        </div>
      </fieldset>
    </Show>
  )
}
