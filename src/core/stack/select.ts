import type { AchievementNode, Basis, EdgeKind, StackAnalysis, StackEdge, StackGraph, StackNode } from './types.ts'

/** What is shown of the graph. Empty lists mean everything. */
export interface StackFilter {
  readonly kinds: readonly EdgeKind[]
  readonly bases: readonly Basis[]
  /** Ids of issuers. */
  readonly issuers: readonly string[]
  /** Years in which things were earned. */
  readonly years: readonly number[]
  /** One of the learner's own stacks, by id; empty for all. */
  readonly own: string
  /** Whether what nothing is linked with is shown. */
  readonly isLoneShown: boolean
}

/** The part of the graph that passes the filter and the focus. */
export interface Shown {
  readonly nodes: readonly StackNode[]
  readonly edges: readonly StackEdge[]
}

/** What belongs to one of the learner's own stacks: the sources or parts of its members. */
export type Members = readonly { readonly digest: string; readonly part: string }[]

/** Everything, with what stands alone. */
export const noFilter: StackFilter = { kinds: [], bases: [], issuers: [], years: [], own: '', isLoneShown: true }

/** What is chosen from. */
export interface Selecting {
  readonly graph: StackGraph
  readonly analysis: Pick<StackAnalysis, 'shadowed' | 'common'>
  readonly filter: StackFilter
  /** The node that is looked at; null for none. */
  readonly focus: string | null
  /** The members of the stack that the filter names; null when it names none. */
  readonly members: Members | null
}

/**
 * What of a graph is shown: what passes the filter, and of that only what leads to the focus, what it can lead to, and what lies
 * beside it. What is said better elsewhere (`shadowed`) and skills that tell little (`common`) are left out unless the focus touches them.
 */
export function selectShown({ graph, analysis, filter, focus, members }: Selecting): Shown {
  const isIncluded = includedBy(graph, filter, members)
  const there = new Set([
    ...graph.achievements.filter((node) => node.id === focus || isIncluded(node)).map(({ id }) => id),
    ...graph.skills.map(({ id }) => id),
  ])
  const isQuiet = quietIn(analysis, focus)
  const passing = graph.edges.filter(
    (edge) => passes(edge, filter) && !isQuiet(edge) && there.has(edge.from) && there.has(edge.to),
  )
  const reached = focus === null ? null : reachOf(focus, passing)
  const edges = reached ? passing.filter(({ from, to }) => reached.has(from) && reached.has(to)) : passing
  const linked = new Set([...edges.flatMap(({ from, to }) => [from, to]), focus])
  const areOthersShown = reached === null && areLoneShown(filter, members)
  return {
    nodes: [
      // A bare name that nothing shown has to do with is none to show: another edition that is not here.
      ...graph.achievements.filter(
        ({ id, presence }) => linked.has(id) || (areOthersShown && presence !== 'named' && there.has(id)),
      ),
      ...graph.skills.filter(({ id }) => linked.has(id)),
    ],
    edges,
  }
}

/** Who asks for a kind of link wants what is linked; who asks for a stack of their own wants all of it. */
function areLoneShown({ kinds, bases, isLoneShown }: StackFilter, members: Members | null): boolean {
  return members !== null || (isLoneShown && kinds.length === 0 && bases.length === 0)
}

function passes({ kind, statements }: StackEdge, { kinds, bases }: StackFilter): boolean {
  if (kinds.length > 0 && !kinds.includes(kind)) return false
  return bases.length === 0 || statements.some(({ basis }) => bases.includes(basis))
}

function quietIn({ shadowed, common }: Selecting['analysis'], focus: string | null): (edge: StackEdge) => boolean {
  const [edges, skills] = [new Set(shadowed), new Set(common)]
  return ({ id, from, to }) => from !== focus && to !== focus && (edges.has(id) || skills.has(from) || skills.has(to))
}

/** Whether an achievement is one of those asked for: by whom, when, and in which stack. */
function includedBy(
  { awards }: StackGraph,
  { issuers, years }: StackFilter,
  members: Members | null,
): (node: AchievementNode) => boolean {
  const wanted = members && new Set(members.map(({ digest, part }) => `${digest}/${part}`))
  return (node) => {
    const own = node.awards.flatMap((ref) => awards[ref] ?? [])
    if (wanted && !own.some(({ digest, part }) => wanted.has(`${digest}/${part}`))) return false
    if (issuers.length > 0 && ![...node.owners, ...own.map(({ issuer }) => issuer.id)].some((id) => issuers.includes(id)))
      return false
    return years.length === 0 || own.some(({ earned }) => years.includes(yearOf(earned)))
  }
}

/** The year of a date as stated; NaN for what states none. */
export function yearOf(date: string): number {
  return new Date(date).getUTCFullYear()
}

/** Everything that leads to it, everything that it can lead to, and what lies directly beside it. */
function reachOf(focus: string, edges: readonly StackEdge[]): ReadonlySet<string> {
  const ordered = edges.filter(({ kind }) => kind !== 'horizontal')
  const beside = edges.filter(({ kind }) => kind === 'horizontal')
  return new Set([
    ...reachedFrom(focus, steps(ordered, 'from', 'to')),
    ...reachedFrom(focus, steps(ordered, 'to', 'from')),
    ...besideOf(focus, beside),
  ])
}

function besideOf(id: string, edges: readonly StackEdge[]): readonly string[] {
  return edges.flatMap(({ from, to }) => (from === id ? [to] : to === id ? [from] : []))
}

function steps(edges: readonly StackEdge[], start: 'from' | 'to', end: 'from' | 'to'): ReadonlyMap<string, readonly string[]> {
  const next = new Map<string, string[]>()
  for (const edge of edges) {
    const known = next.get(edge[start])
    if (known) known.push(edge[end])
    else next.set(edge[start], [edge[end]])
  }
  return next
}

/** Circles end where they began. */
function reachedFrom(start: string, next: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const reached = new Set([start])
  for (const id of reached) for (const following of next.get(id) ?? []) reached.add(following)
  return reached
}
