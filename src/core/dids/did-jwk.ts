import { base64urlnopad } from '@scure/base'
import { isObject, type Json } from '../model/json.ts'
import { fail } from '../problem.ts'
import type { DidMethod } from './did.ts'
import { readJwk } from './keys.ts'

/** `did:jwk`: the DID is a JWK in base64url; its only method is `did:jwk:…#0`. A JWK for encryption signs nothing. */
export const didJwk: DidMethod = {
  name: 'jwk',
  resolve(did) {
    const jwk = decodeJwk(did)
    if (!isObject(jwk)) fail('did_malformed', { facts: { did: did.slice(0, 64) } })
    const relationships = jwk.use === 'enc' ? ([] as const) : (['assertionMethod', 'authentication'] as const)
    const method = { id: `${did}#0`, controller: did, key: { ok: true, value: readJwk(jwk) }, relationships } as const
    return { id: did, listsKeys: true, methods: [method], witnesses: [] }
  },
}

function decodeJwk(did: string): Json {
  try {
    const bytes = base64urlnopad.decode(did.slice('did:jwk:'.length))
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    fail('did_malformed', { facts: { did: did.slice(0, 64) } })
  }
}
