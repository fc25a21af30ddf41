import type { Achievement } from '../model/credential.ts'
import type { Description } from './descriptions.ts'
import { byKeys, named } from './descriptions.ts'
import type { EdgeBook } from './edges.ts'
import { identifierKey } from './keys.ts'
import { stackLimits } from './limits.ts'
import type { Nodes } from './nodes.ts'
import type { AchievementNode, Award, EdgeKind, RecordStatement, Statement } from './types.ts'

type Association = RecordStatement['associations'][number]

/**
 * How each association type is drawn, and whether its target is what comes first (CLR 2.0 §B.1.1; CASE 1.0 in CLR 1.0). Any other type
 * says no more than that the two belong together.
 */
const readings: Readonly<Record<string, { readonly kind: EdgeKind; readonly isTurned?: true }>> = {
  isChildOf: { kind: 'vertical' },
  isPartOf: { kind: 'vertical' },
  isParentOf: { kind: 'vertical', isTurned: true },
  precedes: { kind: 'vertical' },
  replacedBy: { kind: 'succession' },
}

/** Types of association that say that one thing lies within the other. */
export const containing: ReadonlySet<string> = new Set(['isChildOf', 'isPartOf', 'isParentOf'])

/** An association with the descriptions that its ends mean: several where a record uses one id for several things. */
export interface Resolved {
  readonly record: RecordStatement
  readonly association: Association
  readonly sources: readonly Description[]
  readonly targets: readonly Description[]
}

/**
 * Finds what the associations of records name (data-model.md §2): what is in the record itself first, then its results and credentials, then
 * anything of that id. What is nowhere is described by its name alone.
 */
export function resolveAssociations(
  records: readonly RecordStatement[],
  descriptions: readonly Description[],
): { readonly resolved: readonly Resolved[]; readonly missing: readonly Description[] } {
  const everywhere = byKeys(descriptions)
  const missing = new Map<string, Description>()
  const byAward = new Map(descriptions.flatMap((each) => (each.presence === 'awarded' ? [[each.award.ref, each] as const] : [])))
  const resolved = records.flatMap((record) => {
    const inside = insideOf(record, everywhere, byAward)
    const find = (id: string): readonly Description[] => {
      const ghost = named(id)
      const found = inside(id) ?? everywhere.get(ghost.own)
      if (found) return found.slice(0, stackLimits.awardsEach)
      const known = missing.get(ghost.own) ?? ghost
      missing.set(ghost.own, known)
      return [known]
    }
    return record.associations.map((association) => ({
      record,
      association,
      sources: find(association.sourceId),
      targets: find(association.targetId),
    }))
  })
  return { resolved, missing: [...missing.values()] }
}

function insideOf(
  record: RecordStatement,
  everywhere: ReadonlyMap<string, readonly Description[]>,
  byAward: ReadonlyMap<string, Description>,
): (id: string) => readonly Description[] | null {
  const refs = new Set(record.awards)
  const isInside = (each: Description) =>
    (each.presence === 'awarded' && refs.has(each.award.ref)) || (each.presence === 'defined' && each.record === record.ref)
  const aliases = new Map(record.aliases.map((alias) => [alias.id, alias.refs]))
  const answers = new Map<string, readonly Description[] | null>()
  const look = (id: string): readonly Description[] | null => {
    const own = (everywhere.get(identifierKey(id)) ?? []).filter(isInside)
    if (own.length > 0) return own
    const meant = (aliases.get(id) ?? []).flatMap((ref) => byAward.get(ref) ?? [])
    return meant.length > 0 ? meant : null
  }
  // A hostile record names one id of thousands, thousands of times.
  return (id) => {
    const answer = answers.get(id) ?? look(id)
    answers.set(id, answer)
    return answer
  }
}

/** What records state of how their achievements belong together. True when there was more than is drawn. */
export function addAssociations(resolved: readonly Resolved[], nodes: Nodes, book: EdgeBook): boolean {
  let left = stackLimits.stated
  for (const { record, association, sources, targets } of resolved) {
    const { kind, isTurned = false } = (Object.hasOwn(readings, association.type) ? readings[association.type] : undefined) ?? {
      kind: 'horizontal',
    }
    const [some, others] = [distinct(sources, nodes), distinct(targets, nodes)]
    left -= some.length * others.length
    if (left < 0) return true
    for (const source of some)
      for (const target of others) {
        const [from, to] = isTurned ? [target, source] : [source, target]
        book.add(from.id, to.id, kind, statementOf(record, association, isTurned, ownersOf(kind, from, to)))
      }
  }
  return false
}

/** Who has a say: whose the bigger of the two is; either of them where neither is. Empty when nobody is known. */
function ownersOf(kind: EdgeKind, from: AchievementNode, to: AchievementNode): readonly string[] {
  return kind === 'horizontal' ? [...from.owners, ...to.owners] : to.owners
}

function statementOf(
  record: RecordStatement,
  { type, title }: Association,
  reversed: boolean,
  owners: readonly string[],
): Statement {
  return {
    basis: 'issuer',
    strength: 5,
    type,
    reversed,
    by: [record.ref],
    verdict: record.verdict,
    ...(owners.length > 0 && { isOwn: owners.includes(record.issuer.id) }),
    ...(title && { title }),
  }
}

/** What achievements name as other editions of theirs (`related`), and nobody here describes. */
export function missingEditions(descriptions: readonly Description[], missing: readonly Description[]): readonly Description[] {
  const known = new Set([...descriptions, ...missing].flatMap(({ keys }) => keys))
  const ghosts = new Map<string, Description>()
  for (const description of descriptions)
    for (const { id } of editionsOf(description)) {
      const ghost = named(id)
      if (!known.has(ghost.own)) ghosts.set(ghost.own, ghost)
    }
  return [...ghosts.values()]
}

function editionsOf(description: Description): readonly Edition[] {
  return description.presence === 'awarded' ? description.achievement.related.slice(0, stackLimits.editionsEach) : []
}

type Edition = Achievement['related'][number]

/** Other editions that an achievement names (Open Badges 2.0 and 3.0 `related`): the same for most purposes, in another language or version. */
export function addRelated(descriptions: readonly Description[], nodes: Nodes, book: EdgeBook): void {
  for (const description of descriptions) {
    if (description.presence !== 'awarded') continue
    const from = nodes.of(description)
    for (const edition of editionsOf(description)) {
      const statement = editionStatement(edition, description.award, from)
      for (const to of distinct(nodes.known(named(edition.id).own), nodes)) book.add(from.id, to.id, 'horizontal', statement)
    }
  }
}

function editionStatement(
  { language, version }: Edition,
  { ref, verdict, issuer }: Award,
  { owners }: AchievementNode,
): Statement {
  return {
    basis: 'issuer',
    strength: 5,
    type: 'related',
    reversed: false,
    by: [ref],
    verdict,
    isOwn: owners.includes(issuer.id),
    ...(language !== undefined && { language }),
    ...(version !== undefined && { version }),
  }
}

/** The things that an id stands for; of those that a hostile record gives one id, the first few. */
function distinct(descriptions: readonly Description[], nodes: Nodes): readonly AchievementNode[] {
  const things = new Set<AchievementNode>()
  for (const description of descriptions) {
    things.add(nodes.of(description))
    if (things.size === stackLimits.thingsEach) break
  }
  return [...things]
}
