import type { Finding, VerificationReport } from './model/report.ts'

/**
 * How far the name of an issuer is known, which decides what may be said of it: a list names it (`listed`), this person trusts
 * it (`personal`), it is bound to its web address (`web`), only a list for tests knows it (`test`), nothing but a key is known
 * (`key`), or not even the key is known to be its (`none`).
 */
export type IssuerLevel = 'listed' | 'personal' | 'web' | 'test' | 'key' | 'none'

/**
 * How far the issuer of a report is known (trust.md §3). Anything that this function does not know counts as less, never as more:
 * without a passed `issuer.key` a name is a name only, and only a list, a person's own trust or a web address lifts it above a key.
 * Nor is a name known that the proof is known not to cover.
 */
export function issuerLevelOf({ checks }: Pick<VerificationReport, 'checks'>): IssuerLevel {
  const find = (id: Finding['id']) => checks.find((finding) => finding.id === id)
  const signature = find('proof.signature')?.status
  if (find('issuer.key')?.status !== 'passed' || (signature !== 'passed' && signature !== 'warning')) return 'none'
  if (find('proof.coverage')?.status === 'failed') return 'none'
  const registry = find('issuer.registry')
  if (registry === undefined) return 'key'
  const { status, code, evidence } = registry
  if (status === 'passed' && code === null) return evidence.facts?.['personal'] === true ? 'personal' : 'listed'
  if (code === 'issuer_in_test_list') return 'test'
  // Another key than the one that was pinned is still one that the issuer's web address lists.
  const isOnTheWeb = code === 'issuer_by_web_address' || (code === 'issuer_other_key' && evidence.facts?.['host'] !== undefined)
  return isOnTheWeb ? 'web' : 'key'
}

/** Whether an issuer known that far may be named as a fact, and its credential be called genuine. */
export function isKnownLevel(level: IssuerLevel): boolean {
  return level === 'listed' || level === 'personal' || level === 'web'
}
