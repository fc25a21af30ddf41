import type { Basis, EdgeKind, StackEdge } from '../../../core/stack/types.ts'
import type { Stacked } from '../../../worker/stack-types.ts'
import type { Lookup } from './lookup.ts'
import { isWeakened } from './sayings.ts'

/** How a link is drawn: who says so by its dashes, what kind it is by its shape, and what weakens it. */
export interface EdgeMark {
  readonly kind: EdgeKind
  /** Of its strongest statement. */
  readonly basis: Basis
  readonly isWeak: boolean
  /** Whether something here says the opposite, or it goes round in a circle. */
  readonly isDisputed: boolean
}

/** What a link's line says. */
export function markOf(edge: StackEdge, { contradicting, cycling }: Lookup): EdgeMark {
  return {
    kind: edge.kind,
    basis: edge.statements[0]?.basis ?? 'inferred',
    isWeak: isWeakened(edge),
    isDisputed: contradicting.has(edge.id) || cycling.has(edge.id),
  }
}

const made = new WeakMap<Stacked, ReadonlyMap<string, StackEdge>>()

/** The links of a graph by their ids: made once for each graph. */
export function edgesById(stacked: Stacked): ReadonlyMap<string, StackEdge> {
  const known = made.get(stacked)
  if (known) return known
  const edges = new Map(stacked.graph.edges.map((edge) => [edge.id, edge]))
  made.set(stacked, edges)
  return edges
}
