import { browserSupportsWebAuthn, WebAuthnAbortService, WebAuthnError } from '@simplewebauthn/browser'
import { fail, type ProblemCode } from '../../core/problem.ts'

/** WebAuthn §5.1.3 step 25 and §5.1.4.1: by these names people, time or the page ended it. */
const ended: readonly string[] = ['NotAllowedError', 'AbortError', 'TimeoutError']

/** What the browser, the address of the page or the authenticator cannot do at all. */
const unable: readonly string[] = ['NotSupportedError', 'ConstraintError', 'ERROR_INVALID_DOMAIN']

/**
 * Asks an authenticator for something; one at a time, a new question ends the one before. Fails with `passkey_cancelled`,
 * `passkey_exists`, `passkey_unsupported` or `passkey_refused`.
 */
export async function ceremony<T>(ask: () => Promise<T>, signal?: AbortSignal): Promise<T> {
  if (!browserSupportsWebAuthn()) fail('passkey_unsupported')
  if (signal?.aborted) fail('passkey_cancelled')
  const cancel = () => WebAuthnAbortService.cancelCeremony()
  signal?.addEventListener('abort', cancel)
  try {
    return await ask()
  } catch (error) {
    return fail(codeOf(error))
  } finally {
    signal?.removeEventListener('abort', cancel)
  }
}

/** By the names that WebAuthn gives its errors; what they say in words is left out, since an authenticator may have written it. */
function codeOf(error: unknown): ProblemCode {
  const name = error instanceof Error ? error.name : ''
  const code = error instanceof WebAuthnError ? error.code : ''
  if (code === 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED') return 'passkey_exists'
  if (ended.includes(name)) return 'passkey_cancelled'
  return unable.includes(name) || unable.includes(code) ? 'passkey_unsupported' : 'passkey_refused'
}
