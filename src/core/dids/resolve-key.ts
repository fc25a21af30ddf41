import { type Attempt, attempt, Failure, fail } from '../problem.ts'
import { absolute, type ControllerDocument, type ListedMethod, withoutFragment } from './controller-document.ts'
import type { ResolvePowers } from './did.ts'
import { fetchControllerDocument } from './fetch-document.ts'
import { resolveDid } from './index.ts'
import { issuerDocuments, type KeyPlaces } from './issuer-documents.ts'
import { type KeyCurve, looksLikeMultikey, type PublicKey, type ResolvedKey, readMultikey, sameKey } from './keys.ts'
import { sameAddress } from './same-address.ts'

/**
 * Finds the key that a `verificationMethod` (or a JWT's `kid`) names. A key that cannot be had from any document but that
 * the fragment spells out is taken as self-asserted: it tells whether the bytes were changed, never who signed them.
 * Fails with `method_invalid`, `key_unavailable` or what the document's own trouble was.
 */
export function resolveKey(id: string, powers: ResolvePowers): Promise<Attempt<ResolvedKey>> {
  return attempt(async () => {
    const controller = withoutFragment(id)
    const spelledOut = keyInFragment(id)
    if (controller.startsWith('did:')) return keyOfDid(id, controller, spelledOut, powers)
    if (spelledOut) return spelledOut
    if (/^https?:\/\//i.test(controller)) return keyAtAddress(id, controller, powers)
    fail('method_invalid', { facts: { method: id.slice(0, 200) } })
  }, 'key_unavailable')
}

async function keyOfDid(id: string, did: string, spelledOut: ResolvedKey | null, powers: ResolvePowers): Promise<ResolvedKey> {
  const resolved = await resolveDid(did, powers)
  if (!resolved.ok) {
    if (spelledOut && !didIsKey(did)) return spelledOut
    throw new Failure(resolved.problem)
  }
  const method = methodById(resolved.value, id)
  if (method) return keyOfMethod(method, resolved.value, didIsKey(did) ? 'did' : 'document')
  if (spelledOut && !didIsKey(did)) return spelledOut
  fail('key_not_listed', { facts: { method: id.slice(0, 200), controller: did } })
}

async function keyAtAddress(id: string, address: string, powers: ResolvePowers): Promise<ResolvedKey> {
  const document = await fetchControllerDocument(address, address, powers)
  const method = methodById(document, id) ?? (document.methods.length === 1 && id === address ? document.methods[0] : undefined)
  if (!method) fail('key_not_listed', { facts: { method: id.slice(0, 200), controller: address } })
  return keyOfMethod(method, document, 'document')
}

function didIsKey(did: string): boolean {
  return did.startsWith('did:key:') || did.startsWith('did:jwk:')
}

/** The method with exactly this id; a DID that is its only key may be named without fragment. */
export function methodById(document: ControllerDocument, id: string): ListedMethod | undefined {
  const wanted = absolute(id, document.id)
  const exact = document.methods.find((method) => method.id === wanted || sameAddress(method.id, wanted))
  if (exact) return exact
  return wanted === document.id && didIsKey(document.id) ? document.methods[0] : undefined
}

function keyOfMethod(method: ListedMethod, document: ControllerDocument, origin: 'did' | 'document'): ResolvedKey {
  if (!method.key.ok) throw new Failure(method.key.problem)
  return {
    id: method.id,
    controller: method.controller || document.id,
    key: method.key.value,
    origin,
    witnesses: document.witnesses,
  }
}

function keyInFragment(id: string): ResolvedKey | null {
  const fragment = id.includes('#') ? id.slice(id.indexOf('#') + 1) : ''
  const controller = withoutFragment(id)
  if (!/^[a-z][a-z0-9+.-]*:./i.test(controller) || !looksLikeMultikey(fragment)) return null
  let key: PublicKey
  try {
    key = readMultikey(fragment)
  } catch {
    return null
  }
  return { id, controller, key, origin: 'self-asserted', witnesses: [] }
}

/**
 * Finds the key that a JWT's `kid` names (OB3 §8.2.3, verification by key identifier). A `kid` that is no address is looked
 * up among the keys of the issuer: its DID or controller document, then the JWKS of its host.
 */
export function keyByKid(
  kid: string,
  issuer: string,
  powers: ResolvePowers,
  places: KeyPlaces = {},
): Promise<Attempt<ResolvedKey>> {
  if (/^(did:|https?:\/\/)/i.test(kid)) return resolveKey(kid, powers)
  return attempt(async () => {
    const documents = await issuerDocuments(issuer, powers, undefined, places)
    for (const document of documents.read) {
      const method = document.methods.find(
        (one) => one.id === kid || one.id.endsWith(`#${kid}`) || one.id === absolute(`#${kid}`, document.id),
      )
      if (method) return keyOfMethod(method, document, didIsKey(issuer) ? 'did' : 'document')
    }
    if (documents.trouble && documents.read.length === 0) throw new Failure(documents.trouble)
    // metadata is the whole list; a key set beside a profile need not be
    if (places.metadata && !documents.trouble)
      fail('key_not_listed', { facts: { method: kid.slice(0, 200), controller: issuer } })
    fail('key_unavailable', { facts: { method: kid.slice(0, 200) } })
  }, 'key_unavailable')
}

/**
 * The one key of a kind that an issuer lists, for a token that names none. Fails with `jwt_key_missing` where there are more,
 * for to choose would be to guess, and with `key_unavailable` or the documents' own trouble where there is none.
 */
export function onlyKeyOf(
  issuer: string,
  curve: KeyCurve,
  powers: ResolvePowers,
  places: KeyPlaces = {},
): Promise<Attempt<ResolvedKey>> {
  return attempt(async () => {
    const { read, trouble } = await issuerDocuments(issuer, powers, undefined, places)
    const listed = read.flatMap((document) =>
      document.methods
        .filter(
          ({ key, relationships }) => key.ok && key.value.curve === curve && (relationships?.includes('assertionMethod') ?? true),
        )
        .map((method) => keyOfMethod(method, document, didIsKey(issuer) ? 'did' : 'document')),
    )
    const [key, ...others] = listed
    if (!key) {
      if (trouble) throw new Failure(trouble)
      fail(read.length === 0 ? 'jwt_key_missing' : 'key_unavailable', { facts: { controller: issuer } })
    }
    if (others.some((other) => !sameKey(other.key, key.key))) fail('jwt_key_missing')
    return key
  }, 'key_unavailable')
}
