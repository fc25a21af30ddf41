import { createMemo, createSignal, For, Index, type JSX, Show } from 'solid-js'
import { noFilter } from '../../../core/stack/select.ts'
import { edgeKinds } from '../../../core/stack/types.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Icon } from '../../ui/icon.tsx'
import { useStacks } from './context.ts'
import { type Facet, type FilterValue, filterValues } from './filter-values.ts'

const facets = ['kind', 'basis', 'issuer', 'year', 'own'] as const satisfies readonly Facet[]
/** How many values of a facet are shown before the rest is asked for. */
const shownAtOnce = 10

/** The filters in use, each removable, and the way to all of them. */
export function Filters(): JSX.Element {
  const { state, text } = useStacks()
  const [isOpen, setIsOpen] = createSignal(false)
  const values = createValues()
  const used = createMemo(() => facets.flatMap((facet) => values()?.[facet].filter(({ isOn }) => isOn) ?? []))
  const words = () => text().page.filters
  const count = () => used().length + (state.filter().isLoneShown ? 0 : 1)
  return (
    <div class="chips chip-line stack-filters">
      <button type="button" class="chip" aria-haspopup="dialog" onClick={() => setIsOpen(true)}>
        <Icon name="filter" />
        {words().button}{' '}
        <Show when={count() > 0}>
          <span class="count">
            <span aria-hidden="true">{count()}</span>
            <span class="unseen">{words().on(count())}</span>
          </span>
        </Show>
      </button>
      <For each={used()}>{(value) => <UsedChip label={value.label} onRemove={() => state.setFilter(value.change)} />}</For>
      <Show when={!state.filter().isLoneShown}>
        <UsedChip label={words().loneHidden} onRemove={() => state.setFilter({ isLoneShown: true })} />
      </Show>
      <Show when={count() > 0}>
        <button type="button" class="chip bare" onClick={() => state.setFilter(noFilter)}>
          {words().clear}
        </button>
      </Show>
      <FilterDialog open={isOpen()} onClose={() => setIsOpen(false)} />
    </div>
  )
}

function createValues() {
  const { state, text, telling } = useStacks()
  return createMemo(() => {
    const made = state.stacked()
    return made && filterValues(made, state.filter(), text(), telling())
  })
}

function UsedChip(props: { readonly label: string; readonly onRemove: () => void }): JSX.Element {
  const { text } = useStacks()
  return (
    <button type="button" class="chip on" aria-label={text().page.filters.remove(props.label)} onClick={() => props.onRemove()}>
      <span dir="auto">{props.label}</span>
      <Icon name="close" />
    </button>
  )
}

/** Every way to narrow the graph. */
function FilterDialog(props: { readonly open: boolean; readonly onClose: () => void }): JSX.Element {
  const { state, text } = useStacks()
  const values = createValues()
  const words = () => text().page.filters
  const found = () => state.shown().nodes.filter(({ kind }) => kind === 'achievement').length
  return (
    <Dialog open={props.open} title={words().title} onClose={props.onClose}>
      <KindChoice values={values()?.kind ?? []} />
      <For each={facets.filter((facet) => facet !== 'kind')}>
        {(facet) => <FacetChoice title={words()[facet]} values={values()?.[facet] ?? []} />}
      </For>
      <label class="stack-lone">
        <input
          type="checkbox"
          checked={state.filter().isLoneShown}
          onChange={(event) => state.setFilter({ isLoneShown: event.currentTarget.checked })}
        />
        <span>{words().lone}</span>
      </label>
      <div class="actions sheet-actions">
        <Button tone="quiet" onClick={() => state.setFilter(noFilter)}>
          {words().clear}
        </Button>
        <Button tone="primary" onClick={() => props.onClose()}>
          {words().done(found())}
        </Button>
      </div>
    </Dialog>
  )
}

/** The kinds of the report, each with a line of what it means. */
function KindChoice(props: { readonly values: readonly FilterValue[] }): JSX.Element {
  const { state, text } = useStacks()
  const words = () => text().page.filters
  const hintOf = ({ key }: FilterValue) => {
    const kind = edgeKinds.find((each) => key === `kind ${each}`)
    return kind ? words().kindHints[kind] : ''
  }
  return (
    <fieldset class="facet">
      <legend>{words().kind}</legend>
      <div class="stack-kinds">
        {/* By place, so that a button which was pressed is not made anew. */}
        <Index each={props.values}>
          {(value) => (
            <button type="button" class="stack-kind" aria-pressed={value().isOn} onClick={() => state.setFilter(value().change)}>
              <strong>{value().label}</strong>
              <span class="small soft">{hintOf(value())}</span>
            </button>
          )}
        </Index>
      </div>
    </fieldset>
  )
}

function FacetChoice(props: { readonly title: string; readonly values: readonly FilterValue[] }): JSX.Element {
  const { state, text } = useStacks()
  const [isWhole, setIsWhole] = createSignal(false)
  const shown = () => (isWhole() ? props.values : props.values.filter(({ isOn }, index) => isOn || index < shownAtOnce))
  return (
    <Show when={props.values.length > 0}>
      <fieldset class="facet">
        <legend>{props.title}</legend>
        <div class="chips">
          <Index each={shown()}>
            {(value) => (
              <button type="button" class="chip" aria-pressed={value().isOn} onClick={() => state.setFilter(value().change)}>
                <span dir="auto">{value().label}</span>
              </button>
            )}
          </Index>
          <Show when={props.values.length > shown().length}>
            <button type="button" class="chip bare" onClick={() => setIsWhole(true)}>
              {text().page.card.showAll(props.values.length - shown().length)}
            </button>
          </Show>
        </div>
      </fieldset>
    </Show>
  )
}
