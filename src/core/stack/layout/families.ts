import { heightOf, type Rung } from './rungs.ts'
import { grouped, type Scene } from './scene.ts'
import type { LayoutEdge, LayoutNode } from './types.ts'

/** Things of the ladder that are linked, and what links them. */
export interface Family {
  readonly nodes: readonly LayoutNode[]
  /** Those between different rungs. */
  readonly edges: readonly LayoutEdge[]
}

export interface Families {
  /** Kin stand side by side: those with most things first, and after each the ones that some other edge ties to it. */
  readonly linked: readonly Family[]
  /** What stands alone, with what other edges tie together side by side. */
  readonly alone: readonly LayoutNode[]
}

/**
 * Parts the ladder into what is linked by ordering edges. What has none, but adds to something linked or lies beside it, goes with the
 * first that it is tied to.
 */
export function familiesOf({ nodes, edges }: Scene, rungs: ReadonlyMap<string, Rung>): Families {
  const ordering = edges.filter(({ from, to, isOrdering }) => isOrdering && from !== to)
  const inOrder = new Set(ordering.flatMap(({ from, to }) => [from, to]))
  const joins = [...ordering, ...adoptions(edges, inOrder)]
  const root = joined(nodes, joins)
  const kin = joined(nodes, edges)
  const groups = [...grouped(nodes, ({ id }) => root(id)).values()]
  const edgesOf = grouped(
    joins.filter(({ from, to }) => differ(rungs.get(from), rungs.get(to))),
    ({ from }) => root(from),
  )
  const sizes = new Map([...grouped(nodes, ({ id }) => kin(id))].map(([id, members]) => [id, members.length]))
  const sizeOf = (group: readonly LayoutNode[]) => sizes.get(kin(group[0]?.id ?? '')) ?? 0
  const places = new Map(nodes.map(({ id }, place) => [id, place]))
  const placeOf = (id: string) => places.get(id) ?? 0
  const sorted = groups.toSorted(
    (a, b) =>
      sizeOf(b) - sizeOf(a) ||
      placeOf(kin(a[0]?.id ?? '')) - placeOf(kin(b[0]?.id ?? '')) ||
      b.length - a.length ||
      placeOf(a[0]?.id ?? '') - placeOf(b[0]?.id ?? ''),
  )
  return {
    linked: sorted
      .filter((group) => group.length > 1)
      .map((group) => ({ nodes: group, edges: edgesOf.get(root(group[0]?.id ?? '')) ?? [] })),
    alone: sorted.filter((group) => group.length === 1).flat(),
  }
}

/** For each thing without an order of its own, the first edge that ties it to something that has one. */
function adoptions(edges: readonly LayoutEdge[], inOrder: ReadonlySet<string>): readonly LayoutEdge[] {
  const adopted = new Set<string>()
  return edges.filter(({ from, to }) => {
    if (inOrder.has(from) === inOrder.has(to)) return false
    const child = inOrder.has(from) ? to : from
    if (adopted.has(child)) return false
    adopted.add(child)
    return true
  })
}

function differ(a: Rung | undefined, b: Rung | undefined): boolean {
  return a !== undefined && b !== undefined && heightOf(a) !== heightOf(b)
}

/** Tells for each id by whom its group is named: its first member, in the order of the nodes. */
function joined(nodes: readonly LayoutNode[], edges: readonly LayoutEdge[]): (id: string) => string {
  const places = new Map(nodes.map(({ id }, place) => [id, place]))
  const parents = nodes.map((_, place) => place)
  const find = (start: number): number => {
    let place = start
    for (let next = parents[place]; next !== undefined && next !== place; next = parents[place]) {
      // Halves the way for whoever asks next.
      parents[place] = parents[next] ?? next
      place = next
    }
    return place
  }
  for (const { from, to } of edges) {
    const [a, b] = [find(places.get(from) ?? 0), find(places.get(to) ?? 0)]
    parents[Math.max(a, b)] = Math.min(a, b)
  }
  return (id) => nodes[find(places.get(id) ?? 0)]?.id ?? id
}
