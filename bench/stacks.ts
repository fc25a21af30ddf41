import { Graph, layout } from '@dagrejs/dagre'
import { layOut } from '../src/core/stack/layout/index.ts'
import { drawnViews, type LayoutRequest } from '../src/core/stack/layout/types.ts'
import { requestOf } from './stack-request.ts'

/** One view of one wallet: milliseconds, medians of turns taken with plain dagre on the same graph. */
export interface StackRow {
  readonly what: string
  readonly ours: number
  readonly stock?: number
  readonly ratio?: number
}

/** Beyond so many things plain dagre takes minutes. */
const mostPlain = 500

/** Lays out wallets of these sizes in every view, so many times each. */
export function benchStacks(sizes: readonly number[], rounds: number): readonly StackRow[] {
  // What is not yet compiled is nobody's speed.
  for (const view of drawnViews) layOut(requestOf(200, view))
  plain(requestOf(200, 'ladder'))
  return sizes.flatMap((size) =>
    drawnViews.map((view) => {
      const request = requestOf(size, view)
      const times = Array.from({ length: rounds }, () => ({
        ours: timed(() => layOut(request)),
        stock: size > mostPlain ? 0 : timed(() => plain(request)),
      }))
      const [ours, stock] = [median(times.map((each) => each.ours)), median(times.map((each) => each.stock))]
      const what = `${size} things, ${view}`
      return size > mostPlain ? { what, ours } : { what, ours, stock, ratio: stock / ours }
    }),
  )
}

/** The same things and lines, with all that dagre does by itself. */
function plain({ nodes, edges, node }: LayoutRequest): void {
  const graph = new Graph()
  graph.setGraph({})
  for (const { id } of nodes) graph.setNode(id, { ...node })
  for (const { from, to } of edges) graph.setEdge(from, to, {})
  layout(graph)
}

function timed(work: () => unknown): number {
  const started = performance.now()
  work()
  return performance.now() - started
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}
