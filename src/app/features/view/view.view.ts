import type { Verdict, VerificationReport } from '../../../core/model/report.ts'
import { findingOf } from '../../../text/verdict.ts'
import type { ViewText } from '../../../text/view.ts'
import type { ReadCredential, ReadItem } from './reader.ts'

/** What came of comparing a credential with the e-mail of a person. */
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
  if (finding.status === 'passed') return matching[report.verdict]
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

/** Which of several the address asks for (`?part=2`); null for the list, and for a number that is none of them. */
export function partAsked(part: unknown, items: readonly ReadItem[]): ReadItem | null {
  const number = typeof part === 'string' && /^[1-9]\d{0,5}$/.test(part) ? Number(part) : 0
  return items[number - 1] ?? null
}

/** The e-mail in a text; null when it is none. Its case is left alone: fingerprints were made from it as it was written. */
export function emailIn(text: string): string | null {
  const trimmed = text.trim().replace(/^mailto:/i, '')
  return /^[^\s@]+@[^\s@]+$/.test(trimmed) ? trimmed : null
}
