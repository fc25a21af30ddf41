import { addressOfDidWeb } from '../dids/did-web.ts'
import { lazy } from '../lazy.ts'
import { attemptNow } from '../problem.ts'
import { hostOf } from '../witness.ts'
import { isPresentation } from './carrier.ts'
import type { Answer, Check } from './check.ts'

const loadStanding = lazy(() => import('../trust/standing.ts'))

/**
 * What is known of the issuer beyond its key: which of the lists in use know it, and as whom. Without any, the best that can be said
 * is that it is bound to a web address; a bare key is one that anyone could have made. Nothing here changes a verdict.
 */
export const issuerRegistry: Check = {
  id: 'issuer.registry',
  async run(session): Promise<Answer | null> {
    const { credential, context } = session
    if (credential.format === 'array' || isPresentation(credential)) return null
    const byItself = answerByIdentifier(credential.issuer.id)
    const known = context.issuers
    if (!known || known.lists.length + known.unread.length === 0) return byItself
    return (await loadStanding()).standingOf(session, known, byItself)
  },
}

function answerByIdentifier(id: string): Answer {
  const host = hostOfIssuer(id)
  if (host !== '') return { status: 'warning', code: 'issuer_by_web_address', facts: { host } }
  if (id.startsWith('did:key:') || id.startsWith('did:jwk:')) return { status: 'warning', code: 'issuer_key_only' }
  return { status: 'warning', code: 'issuer_unbound' }
}

/** The web host that an issuer's identifier is bound to; empty for one that is bound to none. */
export function hostOfIssuer(id: string): string {
  if (/^https?:\/\//i.test(id)) return hostOf(id)
  if (!id.startsWith('did:web:')) return ''
  const address = attemptNow(() => addressOfDidWeb(id))
  return address.ok ? hostOf(address.value) : ''
}
