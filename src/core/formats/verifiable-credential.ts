import { type FormatIds, glance, readCredential } from './credential.ts'
import type { Format } from './format.ts'
import { hasType, isCredential } from './types.ts'

/** A published list of status bits: Bitstring Status List, StatusList2021, RevocationList2020. */
export const statusList: Format = credentialOfType(
  { embedded: 'status-list', jose: 'status-list-jwt' },
  'BitstringStatusListCredential',
  'StatusList2021Credential',
  'RevocationList2020Credential',
)

/** Open Badges 3.0 `EndorsementCredential`. */
export const endorsement3: Format = credentialOfType(
  { embedded: 'ob3-endorsement', jose: 'ob3-endorsement-jwt' },
  'EndorsementCredential',
)

/** Any other W3C Verifiable Credential. */
export const verifiableCredential: Format = {
  name: 'vc-other',
  recognizes: (payload) => isCredential(glance(payload) ?? undefined) || isVcClaim(payload),
  read: (payload) => readCredential(payload, { embedded: 'vc-other', jose: 'vc-other-jwt' }),
}

/** Whoever writes a `vc` claim means a credential, whatever is in it. */
function isVcClaim(payload: Parameters<Format['recognizes']>[0]): boolean {
  return payload.kind === 'jws' && glance(payload) !== null
}

function credentialOfType(ids: FormatIds, ...types: readonly string[]): Format {
  return { name: ids.embedded, recognizes: isOfType(...types), read: (payload) => readCredential(payload, ids) }
}

/** A glance at the types of a credential. */
export function isOfType(...types: readonly string[]): Format['recognizes'] {
  return (payload) => {
    const document = glance(payload)
    return document !== null && hasType(document, ...types)
  }
}
