import { CompactSign, importJWK } from 'jose'
import type { JsonObject } from '../../src/core/model/json.ts'
import { FETCHED_AT } from './door.ts'
import { type Served, utf8 } from './issuers.ts'
import { type KeyPair, keyPair } from './keys.ts'

/** A registry under OpenID Federation that answers about one issuer at a time, as the DCC runs it. */
export const federation = {
  id: 'https://registry.example',
  address: 'https://registry.example/.well-known/openid-federation',
  fetch: 'https://registry.example/fetch',
  name: 'Open Learning Registry',
  kid: 'anchor-1',
} as const

/** The key of the registry, and one that is not its own. */
export const anchorKey = keyPair('open learning registry', 'P-256')
export const otherKey = keyPair('another registry', 'P-256')

const at = Math.floor(Date.parse(FETCHED_AT) / 1000)
const day = 24 * 60 * 60

/** What may be wrong with a signed statement. */
export interface StatementOptions {
  readonly claims?: JsonObject
  readonly header?: JsonObject
  readonly key?: KeyPair
  /** An unsigned token that says so. */
  readonly unsigned?: true
}

/** The entity configuration of the registry: signed with its own key. */
export function configuration(options: StatementOptions = {}): Promise<string> {
  const { id, fetch, name, kid } = federation
  return statement(
    {
      iss: id,
      sub: id,
      jwks: { keys: [{ ...anchorKey.publicJwk, kid }] },
      metadata: { federation_entity: { organization_name: name, federation_fetch_endpoint: fetch } },
    },
    options,
  )
}

/** What the registry says of an issuer that it knows. */
export function statementAbout(sub: string, name: string, options: StatementOptions = {}): Promise<string> {
  return statement(
    {
      iss: federation.id,
      sub,
      metadata: {
        federation_entity: { organization_name: name, homepage_uri: 'https://westbridge.example/' },
        institution_additional_information: { legal_name: `${name}, Inc.` },
        credential_registry_entity: { ctid: 'ce-3f9295b8-9c7d-4314-a06d-235ab8d0bfaf' },
        ror_entity: { rorid: 'https://ror.org/000000000' },
      },
    },
    options,
  )
}

/** Where the statement about an issuer is fetched. */
export function statementAddress(sub: string): string {
  return `${federation.fetch}?sub=${encodeURIComponent(sub)}`
}

/** A token as its host serves it. */
export function token(text: string): Served {
  return { bytes: utf8(text), mediaType: 'application/entity-statement+jwt' }
}

async function statement(
  claims: JsonObject,
  { claims: others, header, key = anchorKey, unsigned }: StatementOptions,
): Promise<string> {
  const payload = JSON.stringify({ iat: at, exp: at + day, ...claims, ...others })
  const protectedHeader = { typ: 'entity-statement+jwt', alg: 'ES256', kid: federation.kid, ...header }
  if (unsigned) {
    const part = (text: string) => Buffer.from(text).toString('base64url')
    return `${part(JSON.stringify({ ...protectedHeader, alg: 'none' }))}.${part(payload)}.`
  }
  return new CompactSign(utf8(payload)).setProtectedHeader(protectedHeader).sign(await importJWK({ ...key.privateJwk }, 'ES256'))
}
