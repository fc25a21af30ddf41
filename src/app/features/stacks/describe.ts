import type { Basis, EdgeKind, StackEdge, StackNode, Strength } from '../../../core/stack/types.ts'
import type { Stacked } from '../../../worker/stack-types.ts'
import type { Phrase } from '../../credential/phrase.ts'
import { type Lookup, lookupOf } from './lookup.ts'
import { standingWords, titleOf } from './node-words.ts'
import { type Reading, readingOf, readingOrder } from './readings.ts'
import { isWeakened, sayingsOf, speakerCautions, strengthWords, type Told } from './sayings.ts'
import type { StackTelling } from './telling.ts'

export type { StackTelling }

/** How one thing belongs together with another, as it reads from the first. */
export interface Relation {
  readonly edge: string
  readonly kind: EdgeKind
  /** Of its strongest statement. */
  readonly basis: Basis
  readonly strength: Strength
  /** The id of the other. */
  readonly other: string
  readonly title: Phrase
  /** How the other stands, in a few words; empty for a skill. */
  readonly standing: string
  /** How much weight it has: "Issuer says", "May stack". */
  readonly weight: string
  /** Who says so, in sentences: "Westbridge College says so." At least one. */
  readonly says: readonly string[]
  /** What weakens it, in sentences. */
  readonly cautions: readonly string[]
  /** Whether all that say so do not hold, or have no say in it. */
  readonly isWeak: boolean
  /** Whether something stronger says as much: left out where there is little room. */
  readonly isShadowed: boolean
}

/** Everything that a thing belongs together with in one way. */
export interface RelationGroup {
  readonly reading: Reading
  /** "Part of", "Leads to"... */
  readonly label: string
  /** Strongest first. */
  readonly relations: readonly Relation[]
}

/**
 * How a thing belongs together with others, grouped by how it reads from it, with who says so and what weakens it (trust.md §6.1).
 * @param among only these edges; all of them when left out.
 */
export function relationsOf(
  id: string,
  stacked: Stacked,
  telling: StackTelling,
  among?: ReadonlySet<string>,
): readonly RelationGroup[] {
  const lookup = lookupOf(stacked)
  const groups = new Map<Reading, Relation[]>()
  for (const edge of lookup.edges.get(id) ?? []) {
    if (among && !among.has(edge.id)) continue
    for (const isFromBeginning of edge.from === edge.to ? [true] : [edge.from === id]) {
      const reading = edgeReading(edge, isFromBeginning, lookup)
      const there = groups.get(reading) ?? []
      groups.set(reading, there)
      there.push(relationOf({ edge, isFromBeginning, reading }, stacked, telling))
    }
  }
  return readingOrder.flatMap((reading) => {
    const relations = groups.get(reading)
    return relations ? [{ reading, label: telling.words.readings[reading], relations: relations.toSorted(byWeight) }] : []
  })
}

/** How an edge reads from one of its ends. What is shared reads by what it is shared with. */
export function edgeReading(edge: StackEdge, isFromBeginning: boolean, { nodes }: Lookup): Reading {
  const [here, there] = isFromBeginning ? [edge.from, edge.to] : [edge.to, edge.from]
  if (nodes.get(there)?.kind === 'skill') return 'skills'
  if (nodes.get(here)?.kind === 'skill') return 'sharedBy'
  const [strongest] = edge.statements
  return strongest ? readingOf(strongest, edge.kind, isFromBeginning) : 'relatedTo'
}

function relationOf(told: Told, stacked: Stacked, telling: StackTelling): Relation {
  const { edge, isFromBeginning } = told
  const lookup = lookupOf(stacked)
  const other = isFromBeginning ? edge.to : edge.from
  const node = lookup.nodes.get(other)
  const [strongest] = edge.statements
  return {
    edge: edge.id,
    kind: edge.kind,
    basis: strongest?.basis ?? 'inferred',
    strength: strongest?.strength ?? 1,
    other,
    title: titleOf(node, telling),
    standing: node?.kind === 'achievement' ? standingWords(node, stacked, telling) : '',
    weight: strongest ? strengthWords(strongest, stacked, telling) : '',
    says: sayingsOf(told, stacked, telling),
    cautions: cautionsOf(told, node, stacked, telling),
    isWeak: isWeakened(edge),
    isShadowed: lookup.shadowed.has(edge.id),
  }
}

function cautionsOf(told: Told, other: StackNode | undefined, stacked: Stacked, telling: StackTelling): readonly string[] {
  const { edge } = told
  const lookup = lookupOf(stacked)
  const { cautions } = telling.words
  const bigger = titleOf(lookup.nodes.get(edge.to), telling).value
  return [
    ...speakerCautions(told, bigger, stacked, telling),
    ...(edge.from === edge.to ? [cautions.itself] : []),
    ...(lookup.contradicting.has(edge.id) && edge.from !== edge.to ? [cautions.opposite] : []),
    ...(lookup.cycling.has(edge.id) && edge.from !== edge.to ? [cautions.circle] : []),
    ...(lookup.unusual.has(edge.id) ? [cautions.unusual] : []),
    ...(other && lookup.dangling.has(other.id) ? [cautions.dangling] : []),
    ...(other && lookup.common.has(other.id) ? [cautions.common] : []),
  ]
}

function byWeight(one: Relation, other: Relation): number {
  return (
    Number(one.isShadowed) - Number(other.isShadowed) ||
    other.strength - one.strength ||
    one.title.value.localeCompare(other.title.value)
  )
}
