import { awardsThatCount } from '../../../core/stack/counting.ts'
import type { AchievementNode, Award, StackEdge, StackNode } from '../../../core/stack/types.ts'
import type { Stacked } from '../../../worker/stack-types.ts'

/** A graph by what is asked of it most, so that two thousand things can be described without searching. */
export interface Lookup {
  readonly nodes: ReadonlyMap<string, StackNode>
  /** Every edge that begins or ends at a thing. */
  readonly edges: ReadonlyMap<string, readonly StackEdge[]>
  readonly cycling: ReadonlySet<string>
  readonly contradicting: ReadonlySet<string>
  readonly unusual: ReadonlySet<string>
  readonly dangling: ReadonlySet<string>
  readonly shadowed: ReadonlySet<string>
  readonly common: ReadonlySet<string>
}

const made = new WeakMap<Stacked, Lookup>()

/** The lookup of a graph: made once for each. */
export function lookupOf(stacked: Stacked): Lookup {
  const known = made.get(stacked)
  if (known) return known
  const lookup = makeLookup(stacked)
  made.set(stacked, lookup)
  return lookup
}

function makeLookup({ graph, analysis }: Stacked): Lookup {
  const edges = new Map<string, StackEdge[]>()
  for (const edge of graph.edges)
    for (const end of new Set([edge.from, edge.to])) {
      const there = edges.get(end)
      if (there) there.push(edge)
      else edges.set(end, [edge])
    }
  return {
    nodes: new Map([...graph.achievements, ...graph.skills].map((node) => [node.id, node])),
    edges,
    cycling: new Set(analysis.cycles.flat()),
    contradicting: new Set(analysis.contradictions.flat()),
    unusual: new Set(analysis.unusual),
    dangling: new Set(analysis.dangling),
    shadowed: new Set(analysis.shadowed),
    common: new Set(analysis.common),
  }
}

/**
 * The award that a thing stands by: of those by its owners the newest that stands best. Only where they awarded none, the newest by
 * anybody else. Null for what nobody earned here.
 */
export function bestAward(
  node: Pick<AchievementNode, 'id' | 'awards' | 'owners'>,
  { graph, analysis }: Pick<Stacked, 'graph' | 'analysis'>,
): Award | null {
  const own = awardsThatCount(node, graph)
  const others = node.awards.flatMap((ref) => (Object.hasOwn(graph.awards, ref) ? (graph.awards[ref] ?? []) : []))
  return own.find(({ verdict }) => verdict === analysis.standing[node.id]) ?? own[0] ?? others[0] ?? null
}
