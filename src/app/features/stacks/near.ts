import { type Accessor, createEffect, createMemo, createSignal, onCleanup } from 'solid-js'
import type { Drawn, Layout } from '../../../core/stack/layout/types.ts'
import { edgesById } from './edge-marks.ts'
import type { StacksState } from './types.ts'
import { overlaps, type Rect } from './viewport.ts'

/** Beyond so many things, those that are far from the window are left out of the page. */
const allAtOnce = 800
/** How many of the others are put on the page at a time, and after how long, in milliseconds: the page answers in between. */
const [batch, pause] = [40, 30]

/** What of a drawing is on the page: what is near the window at once, the others little by little; of very many things only the near. */
export interface Near {
  readonly things: Accessor<readonly string[]>
  readonly edges: Accessor<readonly Drawn[]>
}

export function createNear(
  layout: Accessor<Layout>,
  current: Accessor<string | null>,
  area: Accessor<Rect>,
  state: Pick<StacksState, 'node' | 'stacked'>,
): Near {
  const known = createMemo(() => layout().nodes.filter(({ id }) => state.node(id) !== undefined))
  const grown = createGrowth(() => (known().length <= allAtOnce ? known().length : 0))
  const isWhole = () => grown() >= known().length
  const things = createMemo(() => {
    if (isWhole()) return known().map(({ id }) => id)
    return known()
      .filter((place, index) => index < grown() || place.id === current() || overlaps(place, area()))
      .map(({ id }) => id)
  })
  const edges = createMemo(() => {
    const made = state.stacked()
    if (isWhole() || !made) return layout().edges
    const [there, ends] = [new Set(things()), edgesById(made)]
    return layout().edges.filter(({ id }) => {
      const edge = ends.get(id)
      return edge !== undefined && (there.has(edge.from) || there.has(edge.to))
    })
  })
  return { things, edges }
}

/** A number that grows to a goal, a batch at a time. */
function createGrowth(goal: Accessor<number>): Accessor<number> {
  const [grown, setGrown] = createSignal(0)
  createEffect(() => {
    if (grown() >= goal()) return
    const timer = setTimeout(() => setGrown((before) => before + batch), pause)
    onCleanup(() => clearTimeout(timer))
  })
  return grown
}
