import type { EdgeKind, Statement } from '../../../core/stack/types.ts'
import type { StacksText } from '../../../text/stacks.ts'

/** How a relation reads from one of its ends. */
export type Reading = keyof StacksText['relations']['readings']

/** Readings in the order in which they are told: what it leads to, what led to it, what lies beside it. */
export const readingOrder: readonly Reading[] = [
  'partOf',
  'leadsTo',
  'comesBefore',
  'mayLeadTo',
  'addsTo',
  'mayAddTo',
  'nextOfYours',
  'includes',
  'buildsOn',
  'comesAfter',
  'mayBuildOn',
  'addedBy',
  'mayBeAddedBy',
  'beforeOfYours',
  'replacedBy',
  'replaces',
  'sameAs',
  'otherLanguage',
  'otherVersion',
  'beside',
  'relatedTo',
  'sharesWith',
  'besideOfYours',
  'sharedBy',
  'skills',
]

/** From the beginning of an edge, and from its end. */
type Pair = readonly [Reading, Reading]

const both = (reading: Reading): Pair => [reading, reading]

/** An order without belonging together. */
const ordered: Pair = ['comesBefore', 'comesAfter']

/** What an issuer may state, by the type of the association (data-model.md §2). */
const stated: Readonly<Record<string, Pair>> = {
  isChildOf: ['partOf', 'includes'],
  isPartOf: ['partOf', 'includes'],
  isParentOf: ['partOf', 'includes'],
  precedes: ordered,
  replacedBy: ['replacedBy', 'replaces'],
  isPeerOf: both('beside'),
  exactMatchOf: both('sameAs'),
  isRelatedTo: both('relatedTo'),
}

/** What is said without a word of its own reads by its kind. */
const byKind: Readonly<Record<EdgeKind, Pair>> = {
  vertical: ['leadsTo', 'buildsOn'],
  'value-added': ['addsTo', 'addedBy'],
  horizontal: both('relatedTo'),
  succession: ['replacedBy', 'replaces'],
}

const inferred: Readonly<Record<EdgeKind, Pair>> = {
  ...byKind,
  vertical: ['mayLeadTo', 'mayBuildOn'],
  'value-added': ['mayAddTo', 'mayBeAddedBy'],
  horizontal: both('sharesWith'),
}

/** How an edge reads, by its strongest statement: `true` from where it begins. Only of what adds to something does its kind say more. */
export function readingOf(statement: Statement, kind: EdgeKind, isFromBeginning: boolean): Reading {
  const pair = kind === 'value-added' && statement.basis === 'issuer' ? byKind[kind] : pairOf(statement, kind)
  return pair[isFromBeginning ? 0 : 1]
}

/** How one statement reads by itself: what its speaker said, whatever it amounts to. */
export function statedReading(statement: Statement, kind: EdgeKind, isFromBeginning: boolean): Reading {
  return pairOf(statement, kind)[isFromBeginning ? 0 : 1]
}

function pairOf({ basis, type, skills, language, version }: Statement, kind: EdgeKind): Pair {
  if (basis === 'learner') return kind === 'horizontal' ? both('besideOfYours') : ['nextOfYours', 'beforeOfYours']
  if (basis === 'inferred') return kind === 'horizontal' && !skills?.length ? byKind.horizontal : inferred[kind]
  if (kind === 'succession') return byKind[kind]
  if (basis === 'pathway') return type === 'precedes' ? ordered : byKind[kind]
  if (type === 'related' && language !== undefined) return both('otherLanguage')
  if (type === 'related' && version !== undefined) return both('otherVersion')
  return (Object.hasOwn(stated, type) ? stated[type] : undefined) ?? byKind[kind]
}
