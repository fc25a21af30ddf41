import { attempt, fail } from '../problem.ts'
import { readControllerDocument } from './controller-document.ts'
import type { DidMethod, Resolved, ResolvePowers } from './did.ts'
import { didJwk } from './did-jwk.ts'
import { didKey } from './did-key.ts'
import { didWeb } from './did-web.ts'

/** Every DID method that we resolve. */
export const didMethods: readonly DidMethod[] = [didKey, didJwk, didWeb]

/** The method name of a DID: `web` for `did:web:…`; empty when it is none. */
export function methodOfDid(did: string): string {
  return /^did:([a-z0-9]+):./.exec(did)?.[1] ?? ''
}

/** Resolves a DID (without fragment or query) to its document (DID Resolution). Never throws. */
export function resolveDid(did: string, powers: ResolvePowers): Promise<Resolved> {
  return attempt(async () => {
    const given = await powers.dids?.(did)
    if (given !== null && given !== undefined) return readControllerDocument(given, did, [])
    if (did.length > 4096) fail('did_malformed', { facts: { did: did.slice(0, 64) } })
    const name = methodOfDid(did)
    if (name === '') fail('did_malformed', { facts: { did } })
    const method = didMethods.find((one) => one.name === name)
    if (!method) fail('did_method_unsupported', { facts: { did, method: name } })
    return method.resolve(did, powers)
  }, 'controller_document_invalid')
}
