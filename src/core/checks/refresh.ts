import type { VerifyContext } from '../model/context.ts'
import type { Credential } from '../model/credential.ts'
import type { Answer, Check } from './check.ts'

/**
 * `validity.refresh`: a credential that a newer version has replaced no longer counts. Whether there is one is not asked when a
 * credential is opened, for its refresh service would learn who looks and when; so where the caller knows of none, all that can
 * be said is that it was not asked. 1EdTech Verifiable Credential Refresh Service §2.
 */
export const validityRefresh: Check = {
  id: 'validity.refresh',
  run: ({ credential, context }) => refreshAnswer(credential, context),
}

/** The answer of the check, which needs nothing but the credential and what the caller knows to have replaced it. */
export function refreshAnswer({ refreshServices }: Credential, { newer }: Pick<VerifyContext, 'newer'>): Answer | null {
  if (newer !== undefined) return { status: 'failed', code: 'superseded', facts: { date: newer } }
  const count = refreshServices.length
  return count === 0 ? null : { status: 'warning', code: 'refresh_not_asked', facts: { services: count } }
}
