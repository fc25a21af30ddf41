import type { Description } from '../descriptions.ts'
import type { EdgeBook } from '../edges.ts'
import { stackLimits } from '../limits.ts'
import type { Nodes } from '../nodes.ts'
import { rankOf } from '../ranks.ts'
import type { Naming, Skills } from '../skills.ts'
import type { Resolved } from '../stated.ts'
import type { AchievementNode, Award, RecordStatement, SkillNode, Statement } from '../types.ts'
import { addsTo } from './adds-to.ts'
import { mayStack } from './may-stack.ts'
import type { InferenceRule, Pair } from './rule.ts'

/** Every rule by which one thing is thought to build on another. */
const rules: readonly InferenceRule[] = [mayStack, addsTo]

/** What every achievement says it is about. */
export type Namings = ReadonlyMap<Description, readonly Naming[]>

/**
 * Draws each achievement to the skills it names. That two of them name the same is what we see, and no issuer says: so it is inferred, from
 * alignments (trust.md §6.1: 3), subjects (2) and, weakest, tags.
 */
export function addSkills(namings: Namings, skills: Skills, nodes: Nodes, book: EdgeBook): void {
  for (const [description, named] of namings) {
    const by = description.presence === 'awarded' ? [description.award.ref] : []
    const verdict = description.presence === 'awarded' ? { verdict: description.award.verdict } : {}
    for (const naming of named) {
      const { source, type, name } = naming
      const strength = source === 'alignment' ? 3 : 2
      const link = (skill: SkillNode) =>
        book.add(nodes.of(description).id, skill.id, 'horizontal', {
          basis: 'inferred',
          strength,
          type,
          reversed: false,
          by,
          ...verdict,
        })
      link(skills.of(naming))
      // A tag that is called like a skill with an address may well mean it.
      if (source === 'tag') for (const skill of skills.called(name[0]?.value ?? '')) link(skill)
    }
  }
}

/** Adds what the rules see in each two awards that share a skill or subject. True when there was more than is looked at. */
export function addInferred(
  namings: Namings,
  skills: Skills,
  resolved: readonly Resolved[],
  nodes: Nodes,
  book: EdgeBook,
): boolean {
  let pairs = 0
  let made = 0
  let isCut = false
  const consider = (one: Description, other: Description, shared: SkillNode | RecordStatement): void => {
    pairs += 1
    if (pairs > stackLimits.pairs || made > stackLimits.inferred) isCut = true
    else made += judged(one, other, shared, nodes, book)
  }
  for (const [skill, members] of sharing(namings, skills)) {
    for (const [index, one] of members.entries()) {
      for (const other of members.slice(index + 1, index + 1 + stackLimits.pairs - pairs)) consider(one, other, skill)
      if (isCut) break
    }
    if (isCut) break
  }
  for (const { record, association, sources, targets } of resolved) {
    if (association.type !== 'isRelatedTo' && association.type !== 'isPeerOf') continue
    const [some, others] = [awardsOf(sources, nodes), awardsOf(targets, nodes)]
    for (const one of some)
      for (const other of others) if (hasSay(record, nodes.of(one), nodes.of(other))) consider(one, other, record)
    if (isCut) break
  }
  return isCut
}

/** What is awarded of the things that an association names: a record may only define what was awarded elsewhere. */
function awardsOf(named: readonly Description[], nodes: Nodes): readonly Description[] {
  const things = new Set(named.map((each) => nodes.of(each)))
  const known = new Set(named.flatMap((each) => [each, ...nodes.known(each.own)]))
  return [...known].filter((each) => each.presence === 'awarded' && things.has(nodes.of(each))).slice(0, stackLimits.awardsEach)
}

/** Whether a record is by those whose one of two things is: from a stranger's word nothing is read. */
function hasSay({ issuer }: RecordStatement, ...things: readonly AchievementNode[]): boolean {
  const owners = things.flatMap((thing) => thing.owners)
  return owners.length === 0 || owners.includes(issuer.id)
}

/** The awards that name each skill or subject. Tags are too weak to look further. */
function sharing(namings: Namings, skills: Skills): ReadonlyMap<SkillNode, readonly Description[]> {
  const members = new Map<SkillNode, Set<Description>>()
  for (const [description, named] of namings) {
    if (description.presence !== 'awarded') continue
    for (const naming of named) {
      if (naming.source === 'tag') continue
      const skill = skills.of(naming)
      members.set(skill, (members.get(skill) ?? new Set()).add(description))
    }
  }
  return new Map([...members].map(([skill, all]) => [skill, [...all]]))
}

/** How many statements it comes to. */
function judged(one: Description, other: Description, shared: SkillNode | RecordStatement, nodes: Nodes, book: EdgeBook): number {
  if (one.presence !== 'awarded' || other.presence !== 'awarded') return 0
  const [from, to] = [nodes.of(one), nodes.of(other)]
  if (from.id === to.id) return 0
  const pair = pairOf(one.award, other.award, 'kind' in shared ? shared : null)
  if (pair === null) return 0
  const [small, big] = pair.small === one.award ? [from, to] : [to, from]
  const holding = rules.flatMap((rule) => {
    const strength = rule.holds(pair)
    return strength === null ? [] : [{ rule, strength }]
  })
  for (const { rule, strength } of holding) book.add(small.id, big.id, rule.kind, statementOf(rule, strength, pair, shared))
  return holding.length
}

function pairOf(one: Award, other: Award, skill: SkillNode | null): Pair | null {
  const [a, b] = [rankOf(one.achievement.type).rank, rankOf(other.achievement.type).rank]
  if (a === b) return null
  const [small, big] = a < b ? [one, other] : [other, one]
  const apart = Date.parse(big.earned) - Date.parse(small.earned)
  return { small, big, smallRank: Math.min(a, b), bigRank: Math.max(a, b), apart: Number.isNaN(apart) ? null : apart, skill }
}

const worst = ['verified', 'cannot-tell', 'not-verified'] as const

function statementOf(
  { name }: InferenceRule,
  strength: Statement['strength'],
  { small, big }: Pair,
  shared: SkillNode | RecordStatement,
): Statement {
  const isSkill = 'kind' in shared
  const behind = [small, big, ...(isSkill ? [] : [shared])]
  const verdict = worst[Math.max(...behind.map((each) => worst.indexOf(each.verdict)))] ?? 'not-verified'
  const by = behind.map(({ ref }) => ref)
  return { basis: 'inferred', strength, type: name, reversed: false, by, verdict, ...(isSkill && { skills: [shared.id] }) }
}
