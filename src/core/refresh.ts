import type { VerifyContext } from './model/context.ts'
import type { Credential } from './model/credential.ts'
import type { Inspection } from './model/inspection.ts'
import { type Attempt, done, problem } from './problem.ts'
import { inspect } from './verify.ts'
import { isLater, isSameCredential, refreshAddressOf } from './versions.ts'

/**
 * Asks the refresh service of a credential for a newer version (1EdTech VCCR 1.0 §2; verification.md §8). Only when somebody
 * wants it: the service learns that the credential is looked at. The answer counts when it is verified and is the same
 * credential by the same issuer; null when the service has nothing later. Problems: those of the door, of reading, and
 * `refresh_not_offered`, `refresh_other`, `refresh_unverified`.
 */
export async function askForNewer(credential: Credential, context: VerifyContext): Promise<Attempt<Inspection | null>> {
  const url = refreshAddressOf(credential)
  if (url === null) return problem('refresh_not_offered')
  const accept =
    credential.securing.kind === 'jose'
      ? 'text/plain, application/vc+jwt, application/jwt'
      : 'application/vc, application/vc+ld+json, application/ld+json, application/json'
  const opened = await context.open({
    url,
    purpose: 'refresh',
    accept,
    maxAge: 0,
    ...(context.signal && { signal: context.signal }),
  })
  if (!opened.ok) return opened
  const [only, ...others] = await inspect({ bytes: opened.value.bytes, name: url }, context)
  if (!only || others.length > 0) return problem('refresh_other')
  if (only.report.error) return { ok: false, problem: only.report.error }
  if (only.credential === null || !isSameCredential(only.credential, credential)) return problem('refresh_other')
  if (only.report.verdict !== 'verified') return problem('refresh_unverified')
  return done(isLater(only.credential, credential) ? only : null)
}
