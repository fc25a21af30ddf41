import { isObject, type Json, type JsonObject, listOf, memberOf } from '../model/json.ts'
import type { Witness } from '../model/report.ts'
import { type Attempt, attemptNow, fail } from '../problem.ts'
import { type PublicKey, readJwk, readVerificationKey } from './keys.ts'
import { sameAddress } from './same-address.ts'

/** The verification relationships that we ask about (Controlled Identifiers §2.3). */
const relationships = ['assertionMethod', 'authentication'] as const
export type Relationship = (typeof relationships)[number]

/** One verification method as a document of its controller lists it. */
export interface ListedMethod {
  /** Absolute id. */
  readonly id: string
  readonly controller: string
  readonly key: Attempt<PublicKey>
  /** The relationships that name it; null for a key set (JWKS) or a bare key, which has none to tell. */
  readonly relationships: readonly Relationship[] | null
  readonly revoked?: string
  readonly expires?: string
}

/** A DID document, controller document, bare key document or JWKS, read. */
export interface ControllerDocument {
  readonly id: string
  /** True when the document holds a list of keys at all: an issuer profile without one says nothing about keys. */
  readonly listsKeys: boolean
  readonly methods: readonly ListedMethod[]
  readonly witnesses: readonly Witness[]
}

const mostMethods = 256

/**
 * Reads any document that lists keys. `address` is the id it was asked by: a document that names another id is
 * refused with `controller_document_invalid` (Controlled Identifiers §3.1).
 */
export function readControllerDocument(json: Json, address: string, witnesses: readonly Witness[]): ControllerDocument {
  if (!isObject(json)) fail('controller_document_invalid', { facts: { address } })
  const wrapped = memberOf(json, 'didDocument')
  const document = isObject(wrapped) ? wrapped : json
  if (Array.isArray(memberOf(document, 'keys'))) return readKeySet(document, address, witnesses)
  const id = memberOf(document, 'id')
  if (typeof id === 'string' && !sameAddress(id, address)) {
    if (isBareKey(document) && withoutFragment(id) === address) return bareKeyDocument(document, address, witnesses)
    fail('controller_document_invalid', { facts: { address, names: id } })
  }
  if (isBareKey(document)) return bareKeyDocument(document, address, witnesses)
  if (typeof id !== 'string') fail('controller_document_invalid', { facts: { address } })
  return { id: address, listsKeys: hasKeyList(document), methods: listedMethods(document, address), witnesses }
}

function isBareKey(document: JsonObject): boolean {
  return ['publicKeyMultibase', 'publicKeyJwk', 'kty'].some((name) => Object.hasOwn(document, name))
}

/** A document that is the key itself: it vouches for nothing but that its address serves this key for its controller. */
function bareKeyDocument(document: JsonObject, address: string, witnesses: readonly Witness[]): ControllerDocument {
  const controller = memberOf(document, 'controller')
  const id = memberOf(document, 'id') ?? memberOf(document, 'kid')
  const method: ListedMethod = {
    id: typeof id === 'string' ? absolute(id, address) : address,
    controller: typeof controller === 'string' ? controller : address,
    key: attemptNow(() => readVerificationKey(document), 'key_malformed'),
    relationships: null,
    ...endings(document),
  }
  return { id: address, listsKeys: true, methods: [method], witnesses }
}

/** A JWKS (RFC 7517 §5). A key that names an `iss` counts for that issuer only (OB3-IG, key provenance). */
function readKeySet(set: JsonObject, address: string, witnesses: readonly Witness[]): ControllerDocument {
  const keys = listOf(memberOf(set, 'keys')).filter(isObject).slice(0, mostMethods)
  const methods = keys.map((jwk): ListedMethod => {
    const { kid, iss } = jwk
    return {
      id: typeof kid === 'string' ? absolute(kid, address) : address,
      controller: typeof iss === 'string' ? iss : '',
      key: attemptNow(() => readJwk(jwk), 'key_malformed'),
      relationships: jwk.use === 'enc' ? [] : null,
    }
  })
  return { id: address, listsKeys: true, methods, witnesses }
}

function hasKeyList(document: JsonObject): boolean {
  return ['verificationMethod', 'publicKey', ...relationships].some((name) => Object.hasOwn(document, name))
}

function listedMethods(document: JsonObject, address: string): readonly ListedMethod[] {
  const inRelationship = new Map<Relationship, { ids: Set<string>; embedded: JsonObject[] }>()
  for (const relationship of relationships) {
    const entries = listOf(memberOf(document, relationship)).slice(0, mostMethods)
    const embedded = entries.filter(isObject)
    const ids = [
      ...entries.filter((entry) => typeof entry === 'string'),
      ...embedded.map((entry) => entry.id).filter((id) => typeof id === 'string'),
    ]
    inRelationship.set(relationship, { ids: new Set(ids.map((id) => absolute(id, address))), embedded })
  }
  const listed = [...listOf(memberOf(document, 'verificationMethod')), ...listOf(memberOf(document, 'publicKey'))].filter(
    isObject,
  )
  const embedded = relationships.flatMap((relationship) => inRelationship.get(relationship)?.embedded ?? [])
  const methods = new Map<string, ListedMethod>()
  for (const method of [...listed, ...embedded].slice(0, mostMethods)) {
    if (typeof method.id !== 'string') continue
    const id = absolute(method.id, address)
    if (methods.has(id)) continue
    methods.set(id, {
      id,
      controller: typeof method.controller === 'string' ? method.controller : '',
      key: attemptNow(() => readVerificationKey(method), 'key_malformed'),
      relationships: relationships.filter((relationship) => inRelationship.get(relationship)?.ids.has(id)),
      ...endings(method),
    })
  }
  return [...methods.values()]
}

function endings(method: JsonObject): { revoked?: string; expires?: string } {
  return {
    ...(typeof method.revoked === 'string' && { revoked: method.revoked }),
    ...(typeof method.expires === 'string' && { expires: method.expires }),
  }
}

/** A method id made absolute against the id of its document. */
export function absolute(id: string, address: string): string {
  return id.startsWith('#') ? `${address}${id}` : id
}

/** An address without its fragment. */
export function withoutFragment(address: string): string {
  const hash = address.indexOf('#')
  return hash < 0 ? address : address.slice(0, hash)
}
