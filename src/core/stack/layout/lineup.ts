import { Graph, type LayoutOptions, layout } from '@dagrejs/dagre'
import type { Family } from './families.ts'
import { heightOf, type Rung } from './rungs.ts'
import { grouped, most, type Scene, space, sum } from './scene.ts'
import { orderedRows } from './sweeps.ts'

/** What dagre is told of the whole. Rungs are ours, and who stands beside whom: it finds out how far to the side. */
interface Settings {
  readonly ranker: 'none'
  readonly nodesep: number
  readonly edgesep: number
}

interface Box {
  readonly width: number
  readonly height: number
  readonly rank: number
  readonly x?: number
}

/** Above everything. */
const nowhere = -1_000_000

/**
 * How far from the left each thing of a family has its middle, so that what is linked stands above each other and few lines cross. In one
 * row nothing overlaps.
 */
export function lineUp(family: Family, rungs: ReadonlyMap<string, Rung>, scene: Scene): ReadonlyMap<string, number> {
  // Names of our own: ids may be anything, and dagre keeps them as members of plain objects.
  const names = new Map(family.nodes.map(({ id }, place) => [id, `n${place}`]))
  const ranks = ranksOf(family, rungs)
  const graph = new Graph<Settings, Box, Record<string, never>>()
  graph.setGraph({ ranker: 'none', nodesep: space.column, edgesep: 4 })
  for (const node of family.nodes) {
    graph.setNode(names.get(node.id) ?? '', { width: scene.sizeOf(node).width, height: 1, rank: ranks.get(node.id) ?? 0 })
  }
  for (const [upper, lower] of linksOf(family, ranks)) graph.setEdge(names.get(upper) ?? '', names.get(lower) ?? '', {})
  layout(graph, {
    customOrder(rows) {
      // dagre gives points only to lines that pass a row; where they would end it looks at all of them. Ours are drawn elsewhere.
      for (const edge of rows.edges()) rows.edge(edge).points ??= [{ x: 0, y: nowhere }]
      orderRows(rows)
    },
  })
  return inReadingOrder(family.nodes.map(({ id }) => [id, graph.node(names.get(id) ?? '').x ?? 0]))
}

/** Gives what dagre has put into rows, with its stand-ins for long lines, an order in each: ours takes less time than dagre's own. */
function orderRows(graph: Parameters<NonNullable<LayoutOptions['customOrder']>>[0]): void {
  const rows = [...grouped(graph.nodes(), (name) => graph.node(name).rank ?? 0)]
    .toSorted(([a], [b]) => a - b)
    .map(([, row]) => row)
  const links = graph.edges().map(({ v, w }) => [v, w] as const)
  for (const row of orderedRows(rows, links)) {
    for (const [place, name] of row.entries()) graph.node(name).order = place
  }
}

/** Left and right are the same to dagre: of the two ways round, the one in which more of the first things stand further to the left. */
function inReadingOrder(middles: readonly (readonly [id: string, x: number])[]): ReadonlyMap<string, number> {
  const half = (middles.length - 1) / 2
  const tendency = sum(middles.map(([, x], place) => (place - half) * x))
  const end = most(middles.map(([, x]) => x))
  return new Map(middles.map(([id, x]) => [id, tendency < 0 ? end - x : x]))
}

/** Rows in use, numbered from the top. */
function ranksOf({ nodes }: Family, rungs: ReadonlyMap<string, Rung>): ReadonlyMap<string, number> {
  const heights = new Map(nodes.map(({ id }) => [id, heightOf(rungs.get(id) ?? { tier: 0, level: 0 })]))
  const rows = [...new Set(heights.values())].toSorted((a, b) => b - a)
  const rankOf = new Map(rows.map((height, rank) => [height, rank]))
  return new Map([...heights].map(([id, height]) => [id, rankOf.get(height) ?? 0]))
}

/**
 * Pairs of ids, from the upper to the lower. Long ones cost dagre a stand-in for each row that they pass, so there is an end to those: the
 * longest are left out, and only drawn.
 */
function linksOf({ nodes, edges }: Family, ranks: ReadonlyMap<string, number>): readonly (readonly [string, string])[] {
  const rankOf = (id: string) => ranks.get(id) ?? 0
  const spans = edges.map(({ from, to }) => {
    const [upper, lower] = rankOf(from) < rankOf(to) ? ([from, to] as const) : ([to, from] as const)
    return { link: [upper, lower] as const, rows: rankOf(lower) - rankOf(upper) }
  })
  let left = nodes.length + 200
  return spans
    .toSorted((a, b) => a.rows - b.rows)
    .filter(({ rows }) => {
      left -= rows - 1
      return left >= 0
    })
    .map(({ link }) => link)
}
