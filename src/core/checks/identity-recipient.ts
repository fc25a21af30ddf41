import { hexOf } from '../encoding/bytes.ts'
import type { Credential, Identity } from '../model/credential.ts'
import type { Answer, Check } from './check.ts'

/**
 * The recipient that the credential names, against the identities that the learner or the reviewer claims (OB3 §7.7,
 * verification.md §5). Nothing claimed: unknown. None matches: failed for a reviewer, a warning in the learner's own wallet.
 */
export const identityRecipient: Check = {
  id: 'identity.recipient',
  async run({ credential, context }) {
    const subjects = credential.subjects
    if (subjects.length === 0 || credential.nested.length > 0) return null
    const identities = subjects.flatMap((subject) => subject.identities)
    const ids = subjects.map((subject) => subject.id).filter((id) => id !== undefined)
    if (identities.length === 0 && ids.length === 0) return { status: 'unknown', code: 'recipient_unnamed' }
    if (context.identities.length === 0) return notAsked(identities)
    const matched = await firstMatch(identities, ids, context.identities)
    if (matched) return { status: 'passed', code: null, facts: { ...matched } }
    if (identities.every(isName) && !ids.some(isAddress)) return { status: 'unknown', code: 'recipient_name_only' }
    return { status: context.audience === 'holder' ? 'warning' : 'failed', code: 'recipient_differs' }
  },
}

function notAsked(identities: Credential['subjects'][number]['identities']): Answer | null {
  if (identities.length === 0) return null
  return { status: 'unknown', code: identities.every(isName) ? 'recipient_name_only' : 'recipient_not_asked' }
}

/** A name alone identifies nobody. */
function isName(identity: Identity): boolean {
  return identity.type === 'name' || identity.type === 'ext:name'
}

function isAddress(id: string): boolean {
  return id.startsWith('mailto:') || id.startsWith('tel:')
}

async function firstMatch(identities: readonly Identity[], ids: readonly string[], claimed: readonly string[]) {
  for (const claim of claimed) {
    if (ids.includes(claim)) return { by: 'id' }
    for (const identity of identities) {
      if (isName(identity)) continue
      const how = await matches(identity, claim.replace(/^(mailto|tel):/i, ''))
      if (how) return { by: identity.type, ...how }
    }
  }
  return null
}

/** As given first; then, because mail systems ignore case, trimmed and in lower case, and that is said. */
async function matches(identity: Identity, claim: string): Promise<{ lowered?: true } | null> {
  if (await equals(identity, claim)) return {}
  const lowered = claim.trim().toLowerCase()
  return lowered !== claim && (await equals(identity, lowered)) ? { lowered: true } : null
}

async function equals(identity: Identity, claim: string): Promise<boolean> {
  if (!identity.hashed) return identity.value === claim
  const [algorithm, hex] = identity.value.split('$')
  if (algorithm === undefined || hex === undefined) return false
  const hash = await hashOf(algorithm, claim + (identity.salt ?? ''))
  return hash !== null && hash === hex.toLowerCase()
}

async function hashOf(algorithm: string, text: string): Promise<string | null> {
  const bytes = new TextEncoder().encode(text)
  if (algorithm === 'sha256') return hexOf(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)))
  if (algorithm !== 'md5') return null
  const { md5 } = await import('@noble/hashes/legacy.js')
  return hexOf(md5(bytes))
}
