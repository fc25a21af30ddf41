import { addressOfDidWeb } from '../dids/did-web.ts'
import { attemptNow } from '../problem.ts'
import { hostOf } from '../witness.ts'
import { isPresentation } from './carrier.ts'
import type { Answer, Check } from './check.ts'

/**
 * What is known of the issuer beyond its key. No list of institutions is in use yet, so the best that can be said is that it
 * is bound to a web address; a bare key is one that anyone could have made. Both are warnings: they do not change a verdict.
 */
export const issuerRegistry: Check = {
  id: 'issuer.registry',
  run({ credential }): Answer | null {
    if (credential.format === 'array' || isPresentation(credential)) return null
    const { id } = credential.issuer
    const host = hostOfIssuer(id)
    if (host !== '') return { status: 'warning', code: 'issuer_by_web_address', facts: { host } }
    if (id.startsWith('did:key:') || id.startsWith('did:jwk:')) return { status: 'warning', code: 'issuer_key_only' }
    return { status: 'warning', code: 'issuer_unbound' }
  },
}

/** The web host that an issuer's identifier is bound to; empty for one that is bound to none. */
export function hostOfIssuer(id: string): string {
  if (/^https?:\/\//i.test(id)) return hostOf(id)
  if (!id.startsWith('did:web:')) return ''
  const address = attemptNow(() => addressOfDidWeb(id))
  return address.ok ? hostOf(address.value) : ''
}
