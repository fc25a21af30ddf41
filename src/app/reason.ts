import type { Verdict } from '../core/model/report.ts'
import type { ProblemCode } from '../core/problem.ts'
import type { Formats } from '../text/format.ts'
import type { InterfaceText } from '../text/index.ts'

/** How a credential stands, as far as a list needs it. */
export interface Standing {
  readonly verdict: Verdict
  /** The code that explains the verdict best. */
  readonly code: string | null
  /** ISO 8601 as stated; empty when not stated. */
  readonly expires: string
}

/** The short reason that a card or a line of a record gives for a verdict that is not "verified". */
export type Reason =
  | 'outOfDate'
  | 'notYet'
  | 'withdrawn'
  | 'suspended'
  | 'changed'
  | 'otherKey'
  | 'unsigned'
  | 'broken'
  | 'unreachable'
  | 'unsupported'
  | 'partBroken'
  | 'partOpen'
  | 'otherPerson'
  | 'replaced'

const reasons: Partial<Record<ProblemCode, Reason>> = {
  expired: 'outOfDate',
  not_yet_valid: 'notYet',
  status_revoked: 'withdrawn',
  status_suspended: 'suspended',
  proof_signature_wrong: 'changed',
  hosted_differs: 'changed',
  proof_missing: 'unsigned',
  alg_none: 'unsigned',
  key_not_listed: 'otherKey',
  nested_not_verified: 'partBroken',
  nested_unknown: 'partOpen',
  nested_person_unknown: 'partOpen',
  nested_other_person: 'otherPerson',
  superseded: 'replaced',
}

/** What we do not know how to check, of all that a check may say: the `UNSUPPORTED` ones, without loading the table of all codes. */
export const unsupported: readonly ProblemCode[] = [
  'schema_unknown',
  'proof_type_unsupported',
  'proof_base_only',
  'proof_base_unchecked',
  'proof_too_long',
  'alg_unsupported',
  'sd_hash_unsupported',
  'key_type_unsupported',
  'did_method_unsupported',
  'scope_unreadable',
  'issuer_not_web',
  'status_type_unsupported',
  'status_value_unknown',
]

/** Why it is not verified; null when it is. The code explains it best; a verdict without one still says something. */
export function reasonOf({ verdict, code }: Pick<Standing, 'verdict' | 'code'>): Reason | null {
  if (verdict === 'verified') return null
  const known = Object.entries(reasons).find(([each]) => each === code)?.[1]
  if (known) return known
  if (verdict === 'cannot-tell' && unsupported.some((each) => each === code)) return 'unsupported'
  return verdict === 'not-verified' ? 'broken' : 'unreachable'
}

/** Why a credential needs attention, in a few words; null when it does not. */
export function reasonWords(standing: Standing, ui: InterfaceText, formats: Formats): string | null {
  const reason = reasonOf(standing)
  if (reason === null) return null
  if (reason === 'outOfDate' && standing.expires !== '') return ui.wallet.reasons.outOfDateSince(formats.month(standing.expires))
  const { outOfDateSince: _, ...words } = ui.wallet.reasons
  return words[reason]
}
