import { type Accessor, createEffect, createMemo, createSignal, on, onCleanup, untrack } from 'solid-js'
import type { Layout, LayoutRequest } from '../../../core/stack/layout/types.ts'
import { drawnViews } from '../../../core/stack/layout/types.ts'
import { noFilter, type Shown, selectShown } from '../../../core/stack/select.ts'
import type { Stacker } from '../../../worker/stack-types.ts'
import { focusName, type StacksPlace } from '../../paths.ts'
import type { StackGathering } from '../../stacks/gathering.ts'
import { lookupOf } from './lookup.ts'
import { requestOf } from './request.ts'
import type { StackFilter, StacksState, StackView } from './types.ts'

/** Where the address says we are, and the way to another place. */
export interface Place {
  readonly at: Accessor<StacksPlace>
  go(change: StacksPlace): void
}

/** The state of the screen, and what only the screen itself tells it. */
export interface ScreenState extends StacksState {
  /** Says how many achievements may stand side by side. */
  setColumns(columns: number): void
}

export const views = [...drawnViews, 'outline'] as const satisfies readonly StackView[]
const nothing: Shown = { nodes: [], edges: [] }

/** What the person was looking for and at. Kept while they look at other screens, and gone with the page. */
const [kept, setKept] = createSignal<Omit<StackFilter, 'own'>>(noFilter)
const [chosen, setChosen] = createSignal<string | null>(null)

/** Forgets what was looked for. */
export function forget(): void {
  setKept(noFilter)
  setChosen(null)
}

/** One model for every view: the stacks as gathered, what of them passes filter and focus, and where it stands. */
export function createStacksState(
  gathered: Pick<StackGathering, 'stacked' | 'gathering' | 'trouble' | 'kept'>,
  stacker: Pick<Stacker, 'layout'>,
  place: Place,
): ScreenState {
  const { stacked } = gathered
  const view = createMemo(() => views.find((each) => each === place.at().view) ?? 'ladder')
  const ownStack = createMemo(() => gathered.kept().stacks.find(({ id }) => id === place.at().own))
  const filter = createMemo<StackFilter>(() => ({ ...kept(), own: ownStack()?.id ?? '' }))
  const node = (id: string) => {
    const made = stacked()
    return made && lookupOf(made).nodes.get(id)
  }
  const known = (id: string | null | undefined) => (id && node(id) ? id : null)
  const focus = createMemo(() => {
    const [name, made] = [place.at().focus, stacked()]
    const ids = name && made ? [...lookupOf(made).nodes.keys()] : []
    return ids.find((id) => focusName(id) === name) ?? null
  })
  const selected = createMemo(() => known(chosen()))
  const shown = createMemo(() => {
    const made = stacked()
    return made ? selectShown({ ...made, filter: filter(), focus: focus(), members: ownStack()?.members ?? null }) : nothing
  })
  const [columns, setColumns] = createSignal(0)
  return {
    ...gathered,
    view,
    setView: (next) => place.go({ view: next === 'ladder' ? '' : next }),
    filter,
    setFilter({ own, ...change }) {
      setKept((before) => ({ ...before, ...change }))
      if (own !== undefined && own !== filter().own) place.go({ own })
    },
    focus,
    setFocus: (id) => place.go({ focus: focusName(id ?? '') }),
    selected,
    select: setChosen,
    shown,
    layout: createLayout({ stacked, shown, view, focus, columns }, stacker),
    node,
    setColumns,
  }
}

interface Laying extends Pick<StacksState, 'stacked' | 'shown' | 'view' | 'focus'> {
  readonly columns: Accessor<number>
}

/** Where everything stands, made anew by the worker when what is shown changes; what stood before stays until then. */
function createLayout(
  { stacked, shown, view, focus, columns }: Laying,
  stacker: Pick<Stacker, 'layout'>,
): Accessor<Layout | undefined> {
  const [layout, setLayout] = createSignal<Layout>()
  let isGone = false
  onCleanup(() => {
    isGone = true
  })
  async function lay(request: LayoutRequest): Promise<void> {
    const laid = await stacker.layout(request)
    if (laid.ok && !isGone) setLayout(laid.value)
  }
  createEffect(
    on([stacked, shown, view, columns], ([made, drawn, looked, across]) => {
      if (made === undefined || looked === 'outline' || across === 0) return
      void lay(requestOf(looked, { shown: drawn, stacked: made, focus: untrack(focus) }, across, Date.now()))
    }),
  )
  return () => (layout()?.view === view() ? layout() : undefined)
}
