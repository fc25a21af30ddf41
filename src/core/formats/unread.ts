import { isObject, type Json, type JsonObject, memberOf } from '../model/json.ts'
import { fail } from '../problem.ts'
import type { ParsedPayload } from './format.ts'
import { contextsOf, hasType } from './types.ts'

/*
 * What no format recognises, named: a person who gives the wrong file is told what it is.
 */

interface Row {
  readonly name: string
  readonly is: (value: JsonObject) => boolean
}

/** Documents that go with credentials without being one. */
const companions: readonly Row[] = [
  {
    name: 'did-document',
    is: (value) => Array.isArray(memberOf(value, 'verificationMethod')) || inContext(value, /\/ns\/(?:did|cid)\/v1/),
  },
  { name: 'jwks', is: (value) => Array.isArray(memberOf(value, 'keys')) },
  { name: 'key', is: (value) => ['publicKeyPem', 'publicKeyJwk', 'publicKeyMultibase'].some((name) => has(value, name)) },
  { name: 'jwk', is: (value) => has(value, 'kty') },
  { name: 'badge-class', is: (value) => hasType(value, 'BadgeClass') || (has(value, 'criteria') && has(value, 'issuer')) },
  { name: 'achievement', is: (value) => hasType(value, 'Achievement') },
  { name: 'issuer-profile', is: (value) => hasType(value, 'Issuer', 'Profile') },
  { name: 'revocation-list', is: (value) => has(value, 'revokedCredentials') || has(value, 'revokedCredential') },
  { name: 'json-schema', is: (value) => has(value, '$schema') },
  { name: 'federation-statement', is: (value) => has(value, 'metadata') && has(value, 'jwks') },
  { name: 'json-ld-context', is: (value) => isObject(memberOf(value, '@context')) && Object.keys(value).length === 1 },
]

/** Says what a payload is that no format reads: `input_not_credential`, with its name. */
export function nameUnread(payload: ParsedPayload): never {
  const value: Json = payload.kind === 'json' ? payload.value : payload.kind === 'address' ? null : payload.jws.payload
  const object = isObject(value) ? value : {}
  const found = companions.find(({ is }) => is(object))?.name
  fail('input_not_credential', { facts: { found: found ?? (payload.kind === 'json' ? 'json' : 'jwt') } })
}

function has(value: JsonObject, name: string): boolean {
  return memberOf(value, name) !== undefined
}

function inContext(value: JsonObject, pattern: RegExp): boolean {
  return contextsOf(value).some((context) => pattern.test(context))
}
