import type { IdentityKind } from '../../../core/identity/kinds.ts'
import { kindsNamed } from '../../../core/identity/match.ts'
import type { Part } from '../../../core/model/inspection.ts'
import type { Verdict, VerificationReport } from '../../../core/model/report.ts'
import { findingOf } from '../../../text/verdict.ts'
import type { ViewText } from '../../../text/view.ts'
import type { ReadCredential, ReadItem } from './reader.ts'

/** What came of comparing a credential with the identity of a person. */
export type PersonAnswer = keyof ViewText['person']['answers']

/** Worst first: what holds several credentials is answered by the worst of them. */
const worstFirst: readonly PersonAnswer[] = [
  'differs',
  'matches-in-vain',
  'not-compared',
  'no-address',
  'matches-open',
  'matches',
]

const matching: Readonly<Record<Verdict, PersonAnswer>> = {
  verified: 'matches',
  'cannot-tell': 'matches-open',
  'not-verified': 'matches-in-vain',
}

/**
 * Whether a credential was issued to the person that the reader claims. An answer about somebody else (the check for this
 * person broke off) is none.
 */
export function personAnswerOf(
  { report, comparedWith }: Pick<ReadCredential, 'report' | 'comparedWith'>,
  claimed: string,
): PersonAnswer {
  return comparedWith === claimed ? answerIn(report) : 'not-compared'
}

function answerIn(report: VerificationReport): PersonAnswer {
  const finding = findingOf(report, 'identity.recipient')
  if (!finding) {
    const inside = report.credentials.map(answerIn)
    return worstFirst.find((answer) => inside.includes(answer)) ?? 'no-address'
  }
  if (finding.status === 'passed' || finding.code === 'recipient_hash_weak') return matching[report.verdict]
  if (finding.code === 'recipient_differs') return 'differs'
  return finding.code === 'recipient_not_asked' ? 'not-compared' : 'no-address'
}

/** What came of several, counted: the verdicts from best to worst, then what could not be read. */
export function tallyOf(items: readonly ReadItem[], text: ViewText): readonly string[] {
  const kinds = ['verified', 'cannot-tell', 'not-verified', 'unread'] as const
  return kinds.flatMap((kind) => {
    const count = items.filter((item) => (item.kind === 'problem' ? 'unread' : item.report.verdict) === kind).length
    return count > 0 ? [text.tally[kind](count)] : []
  })
}

/** How many of them were issued to the person that they were compared with. */
export function matchesAmong(items: readonly ReadItem[], claimed: string): number {
  return items.filter((item) => item.kind === 'credential' && personAnswerOf(item, claimed) === 'matches').length
}

/** What the address asks for: one of the things given, and the part inside it (empty for the whole). */
export interface Asked {
  readonly item: ReadItem
  /** Its number among several, as the address names it; empty when it is the only one. */
  readonly number: string
  readonly path: string
}

/**
 * What the address asks for (`?part=2`, inside that `?part=2.3.1`; of a single thing its parts are named directly). Null for the
 * list of several, and for a number that is none of them.
 */
export function partAsked(part: unknown, items: readonly ReadItem[]): Asked | null {
  const text = typeof part === 'string' && /^[1-9]\d{0,5}(\.\d{1,6})*$/.test(part) ? part : ''
  const [only] = items
  if (items.length === 1 && only) return { item: only, number: '', path: text }
  const [number = '', ...path] = text.split('.')
  const item = items[Number(number) - 1]
  return item ? { item, number, path: path.join('.') } : null
}

/** The address of a part inside one of the things given; of the thing itself for an empty path. */
export function partQuery({ number }: Pick<Asked, 'number'>, path: string): string {
  const part = [number, path].filter((each) => each !== '').join('.')
  return part === '' ? '' : `?part=${part}`
}

/** Most kinds that a reader is asked to choose from. */
const mostKinds = 12

/**
 * The kinds of identity by which a person can be compared with what was read, for a reader to give one: as the credentials name
 * them, an e-mail where they name nobody in such a way. A key is proved by whoever holds it and not typed in, and a name is no proof.
 */
export function kindsToCompare(items: readonly ReadItem[]): readonly IdentityKind[] {
  const named = items.flatMap((item) => (item.kind === 'credential' ? kindsIn(item) : []))
  const kinds = [...new Set(named)].filter((kind) => kind !== 'id').slice(0, mostKinds)
  const [email, ...others] = kinds.toSorted((one, other) => Number(other === 'email') - Number(one === 'email'))
  return email === undefined ? ['email'] : [email, ...others]
}

function kindsIn({ credential, parts }: Pick<Part, 'credential' | 'parts'>): readonly IdentityKind[] {
  return [...(credential ? kindsNamed(credential.subjects) : []), ...parts.flatMap(kindsIn)]
}
