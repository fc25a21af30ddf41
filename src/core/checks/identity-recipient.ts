import { type Match, matchRecipient, namesOnly } from '../identity/match.ts'
import type { VerifyContext } from '../model/context.ts'
import type { Credential, Subject } from '../model/credential.ts'
import { isPresentation } from './carrier.ts'
import type { Answer, Check } from './check.ts'

/**
 * The recipient that the credential names, against the identities that the learner or the reviewer claims (OB 3.0 §7.7,
 * verification.md §5). Nothing claimed that could be compared: unknown. Another than the one named: failed for a reviewer, a
 * warning in the learner's own wallet.
 */
export const identityRecipient: Check = {
  id: 'identity.recipient',
  run: ({ credential, context }) => recipientAnswer(credential, context),
}

/** The answer of the check, which needs nothing but the credential and who is claimed to be its recipient. */
export async function recipientAnswer(
  credential: Credential,
  { identities, audience }: Pick<VerifyContext, 'identities' | 'audience'>,
): Promise<Answer | null> {
  const { subjects } = credential
  if (subjects.length === 0 || isPresentation(credential) || credential.format === 'array') return null
  if (namesOnly(subjects)) return unnamed(subjects)
  if (identities.length === 0) return notAsked(subjects)
  return answerOf(await matchRecipient(subjects, identities), audience === 'holder')
}

function unnamed(subjects: readonly Subject[]): Answer {
  const hasName = subjects.some(({ identities }) => identities.length > 0)
  return { status: 'unknown', code: hasName ? 'recipient_name_only' : 'recipient_unnamed' }
}

/** A DID that nobody was asked about is a question of who holds its key. */
function notAsked(subjects: readonly Subject[]): Answer | null {
  return subjects.some(({ identities }) => identities.length > 0) ? { status: 'unknown', code: 'recipient_not_asked' } : null
}

function answerOf(match: Match, isHolder: boolean): Answer {
  if (match.result === 'incomparable')
    return { status: 'unknown', code: 'recipient_incomparable', facts: { kind: match.kinds.join(', ').slice(0, 200) } }
  if (match.result === 'differs')
    return { status: isHolder ? 'warning' : 'failed', code: 'recipient_differs', facts: { kind: match.kind } }
  const facts = { by: match.kind, ...(match.tidied && { tidied: true }) }
  return match.weak ? { status: 'warning', code: 'recipient_hash_weak', facts } : { status: 'passed', code: null, facts }
}
