import type { EdgeKind, StackEdge, Statement } from './types.ts'

/** Edges while they are gathered: what is said twice of the same two in the same way is one edge with two statements. */
export interface EdgeBook {
  /** @param statement about `from` and `to` as they are given here; a horizontal edge may turn them round */
  add(from: string, to: string, kind: EdgeKind, statement: Statement): void
  /** In the order of their ids; the statements of each strongest first, and of equals those without a doubt. */
  list(): readonly StackEdge[]
}

/** Association types that read the same from both ends. */
const symmetric = new Set(['isPeerOf', 'isRelatedTo', 'exactMatchOf', 'stack'])

interface Gathered {
  readonly from: string
  readonly to: string
  readonly kind: EdgeKind
  readonly statements: Map<string, Statement>
}

/** A book without edges. */
export function createEdgeBook(): EdgeBook {
  const edges = new Map<string, Gathered>()
  return {
    add(one, other, kind, said) {
      // Without direction, so that both ways of saying it are one edge. A skill comes last.
      const isTurned = kind === 'horizontal' && !isSkillId(other) && other < one
      const [from, to] = isTurned ? [other, one] : [one, other]
      const statement = isTurned && !symmetric.has(said.type) ? { ...said, reversed: !said.reversed } : said
      const id = `${kind} ${JSON.stringify([from, to])}`
      const edge = edges.get(id) ?? { from, to, kind, statements: new Map<string, Statement>() }
      edges.set(id, edge)
      const name = nameOf(statement)
      const known = edge.statements.get(name)
      edge.statements.set(name, known ? merged(known, statement) : statement)
    },
    list: () =>
      [...edges]
        .map(([id, { from, to, kind, statements }]) => ({
          id,
          from,
          to,
          kind,
          statements: [...statements.values()].toSorted(byStrength),
        }))
        .toSorted((one, other) => (one.id < other.id ? -1 : 1)),
  }
}

/** What tells one statement from another. Of inferences there is one per rule: it gathers its reasons. */
function nameOf({ basis, type, reversed, by, source = '' }: Statement): string {
  return JSON.stringify([basis, type, reversed, source, basis === 'inferred' ? '' : by])
}

function merged(known: Statement, again: Statement): Statement {
  const [first, second] =
    known.strength > again.strength || (known.strength === again.strength && isFirst(known, again))
      ? [known, again]
      : [again, known]
  const skills = [...new Set([...(first.skills ?? []), ...(second.skills ?? [])])].toSorted()
  return { ...first, ...(skills.length > 0 && { skills }) }
}

function isFirst(one: Statement, other: Statement): boolean {
  return JSON.stringify(one.by) <= JSON.stringify(other.by)
}

function byStrength(one: Statement, other: Statement): number {
  return other.strength - one.strength || doubtOf(one) - doubtOf(other) || (nameOf(one) < nameOf(other) ? -1 : 1)
}

/** Of equals comes first whose it is to say, and what holds. */
function doubtOf({ isOwn, verdict = 'verified' }: Statement): number {
  return (isOwn === false ? 2 : 0) + (verdict === 'verified' ? 0 : 1)
}

/** Whether an id is that of a skill: achievements begin with the kind of their key. */
export function isSkillId(id: string): boolean {
  return id.startsWith('skill ')
}
