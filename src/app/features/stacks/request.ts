import type { DrawnView, LayoutEdge, LayoutNode, LayoutRequest } from '../../../core/stack/layout/types.ts'
import type { Shown } from '../../../core/stack/select.ts'
import type { StackEdge, StackNode } from '../../../core/stack/types.ts'
import type { Stacked } from '../../../worker/stack-types.ts'
import { bestAward, lookupOf } from './lookup.ts'
import { sizes } from './sizes.ts'

/**
 * What a view shows of what is shown. Skills stand only where everything is drawn around them, with no other links, and there those alone
 * that are shared: what only one names is on its card. Where nothing is shared, and of the thing that is looked at, all of them are.
 */
export function drawnIn(view: DrawnView, { nodes, edges }: Shown, focus: string | null = null): Shown {
  const skills = nodes.filter(({ kind }) => kind === 'skill').map(({ id }) => id)
  const kept = new Set(view === 'skills' ? sharedAmong(skills, edges, focus) : [])
  const drawn = nodes.filter(({ id, kind }) => kind === 'achievement' || kept.has(id))
  const ids = new Set(drawn.map(({ id }) => id))
  const isOfView = ({ kind }: StackEdge) => view !== 'skills' || kind === 'horizontal'
  return { nodes: drawn, edges: edges.filter((edge) => isOfView(edge) && ids.has(edge.from) && ids.has(edge.to)) }
}

function sharedAmong(skills: readonly string[], edges: readonly StackEdge[], focus: string | null): readonly string[] {
  const links = new Map<string, number>()
  for (const { from, to } of edges) for (const end of [from, to]) links.set(end, (links.get(end) ?? 0) + 1)
  const near = new Set(edges.filter(({ from, to }) => from === focus || to === focus).flatMap(({ from, to }) => [from, to]))
  const shared = skills.filter((id) => (links.get(id) ?? 0) > 1 || near.has(id))
  return shared.length > 0 ? shared : skills
}

/**
 * Links that a view leaves out: they say less than a stronger one, or what another view is for. They have their way drawn as well, so that
 * it is there when one of their ends is looked at; nothing is laid out by them.
 */
export function quietEdges(stacked: Stacked, shown: Shown, drawn: Shown): readonly StackEdge[] {
  const { shadowed } = lookupOf(stacked)
  const there = new Set(drawn.nodes.filter(({ kind }) => kind === 'achievement').map(({ id }) => id))
  const [known, passing] = [idsOf(drawn.edges), idsOf(shown.edges)]
  return stacked.graph.edges.filter(
    ({ id, from, to }) => !known.has(id) && (shadowed.has(id) || passing.has(id)) && there.has(from) && there.has(to),
  )
}

function idsOf(edges: readonly StackEdge[]): ReadonlySet<string> {
  return new Set(edges.map(({ id }) => id))
}

/**
 * What the layout is asked.
 * @param now The clock, in milliseconds since 1970.
 */
export function requestOf(
  view: DrawnView,
  { shown, stacked, focus }: { readonly shown: Shown; readonly stacked: Stacked; readonly focus: string | null },
  columns: number,
  now: number,
): LayoutRequest {
  const drawn = drawnIn(view, shown, focus)
  return {
    view,
    nodes: drawn.nodes.map((node) => layoutNode(node, stacked)),
    edges: [
      ...drawn.edges.map(layoutEdge),
      ...quietEdges(stacked, shown, drawn).map((edge) => ({ ...layoutEdge(edge), isOrdering: false })),
    ],
    node: sizes.node,
    skill: sizes.skill,
    columns,
    now,
  }
}

function layoutNode(node: StackNode, stacked: Stacked): LayoutNode {
  const order = `${node.name[0]?.value ?? ''} ${node.id}`
  const undated = { earned: null, expires: null, term: '' }
  if (node.kind === 'skill') return { id: node.id, kind: 'skill', tier: 'experience', rank: 0, order, ...undated }
  const award = bestAward(node, stacked)
  const dates = award ? { earned: instant(award.earned), expires: instant(award.expires), term: award.term } : undated
  return { id: node.id, kind: 'achievement', tier: node.tier, rank: node.rank, order, ...dates }
}

function layoutEdge({ id, from, to, kind }: StackEdge): LayoutEdge {
  return { id, from, to, isOrdering: kind === 'vertical' }
}

/** Records of student systems write the year 1 where they know none. */
const firstYear = Date.UTC(1900, 0)

function instant(date: string): number | null {
  const at = new Date(date).getTime()
  return Number.isNaN(at) || at < firstYear ? null : at
}
