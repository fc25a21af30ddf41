import { base64urlnopad } from '@scure/base'
import type { JsonObject } from '../../src/core/model/json.ts'
import { type KeyKind, type KeyPair, keyPair } from './keys.ts'

/** Fictional institutions, each with a host of its own under the reserved `.example`. The stranger is nobody's issuer. */
export const institutions = {
  westbridge: { name: 'Westbridge College', host: 'westbridge.example', description: 'A community college by the river.' },
  kestrel: { name: 'Kestrel University', host: 'kestrel.example', description: 'A public research university.' },
  pinecounty: { name: 'Pine County Rescue', host: 'pinecounty.example', description: 'Volunteer search and rescue.' },
  cloudpath: { name: 'CloudPath Academy', host: 'cloudpath.example', description: 'Short courses for people at work.' },
  alameda: { name: 'Universidad de la Alameda', host: 'alameda.example', description: 'Universidad pública.' },
  valfleur: { name: 'Institut Valfleur', host: 'valfleur.example', description: 'Institut de formation continue.' },
  stranger: { name: 'Stranger', host: 'stranger.example', description: 'Signs in the name of others.' },
} as const
export type Institution = keyof typeof institutions

/**
 * How an issuer is known: a DID that is its own key (`did:key`, `did:jwk`), a DID document on its host (`did:web`, and
 * `did:web-path` below a path, with relative ids and JSON Web Keys), a controller document (`https`), or a profile
 * without keys whose host publishes a key set (`jwks`).
 */
export const identities = ['did:key', 'did:jwk', 'did:web', 'did:web-path', 'https', 'jwks'] as const
export type IssuerIdentity = (typeof identities)[number]

/** What a host serves at an address. */
export interface Served {
  readonly bytes: Uint8Array
  readonly mediaType: string
}
/** Everything that a verifier may fetch, by address; an address that is not there does not answer. */
export type Documents = ReadonlyMap<string, Served>

/** An issuer that signs with one key under one identity. */
export interface TestIssuer {
  readonly institution: Institution
  readonly identity: IssuerIdentity
  /** The `issuer.id` of its credentials. */
  readonly id: string
  readonly key: KeyPair
  /** The verification method of its proofs, and the `kid` of its JWTs. */
  readonly methodId: string
  /** Its Open Badges `Profile`. */
  readonly profile: JsonObject
}

export interface IssuerOptions {
  readonly identity?: IssuerIdentity
  readonly key?: KeyKind
  /** Sign with the key that the documents list for `authentication` only. */
  readonly login?: boolean
}

/** An issuer by institution; `did:key` with Ed25519 unless told otherwise. */
export function issuerOf(institution: Institution, options: IssuerOptions = {}): TestIssuer {
  const { identity = 'did:key', key: kind = 'Ed25519', login = false } = options
  const key = keyPair(login ? `${institution} login` : institution, kind)
  const id = issuerId(institution, identity, key)
  const { name, host, description } = institutions[institution]
  return {
    institution,
    identity,
    id,
    key,
    methodId: login ? `${id}#login` : methodId(id, identity, host, key),
    profile: { id, type: ['Profile'], name, description, url: `https://${host}/` },
  }
}

function issuerId(institution: Institution, identity: IssuerIdentity, key: KeyPair): string {
  const { host } = institutions[institution]
  switch (identity) {
    case 'did:key':
      if (key.multibase === undefined) throw new Error('No did:key is made of an RSA key here.')
      return `did:key:${key.multibase}`
    case 'did:jwk':
      return `did:jwk:${base64urlnopad.encode(utf8(JSON.stringify(key.publicJwk)))}`
    case 'did:web':
      return `did:web:${host}`
    case 'did:web-path':
      return `did:web:${host}:schools:health`
    case 'https':
      return `https://${host}/issuer`
    case 'jwks':
      return `https://${host}/profile`
  }
}

function methodId(id: string, identity: IssuerIdentity, host: string, key: KeyPair): string {
  if (identity === 'did:key') return `${id}#${key.multibase}`
  if (identity === 'did:jwk') return `${id}#0`
  if (identity === 'jwks') return jwkAddress(host, key.kind)
  return `${id}#${fragmentOf(key.kind)}`
}

const fragmentOf = (kind: KeyKind) => `key-${kind.toLowerCase()}`

/** Where a host serves one public key as a JSON Web Key. */
export const jwkAddress = (host: string, kind: KeyKind) => `https://${host}/keys/${kind.toLowerCase()}`

/** The documents of an institution: DID documents, controller document, profile, keys and key set. */
export function identityDocuments(institution: Institution): Documents {
  const { host } = institutions[institution]
  const profile = issuerOf(institution, { identity: 'jwks' }).profile
  const jwks = kindsOf(institution).map((kind): readonly [string, JsonObject] => {
    const kid = jwkAddress(host, kind)
    return [kid, { ...keyPair(institution, kind).publicJwk, kid, use: 'sig' }]
  })
  return new Map<string, Served>([
    [`https://${host}/.well-known/did.json`, json(didDocument(institution), 'application/did+json')],
    [`https://${host}/schools/health/did.json`, json(didDocumentBelow(institution), 'application/did+json')],
    [`https://${host}/issuer`, json(controllerDocument(institution))],
    [`https://${host}/profile`, json({ '@context': 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json', ...profile })],
    [`https://${host}/.well-known/jwks.json`, json({ keys: jwks.map(([, jwk]) => jwk) }, 'application/jwk-set+json')],
    ...jwks.map(([kid, jwk]) => [kid, json(jwk, 'application/jwk+json')] as const),
  ])
}

const withRsa: readonly Institution[] = ['westbridge', 'kestrel', 'stranger']
const curveKinds: readonly KeyKind[] = ['Ed25519', 'P-256', 'P-384']

/** The kinds of key that an institution has. */
export function kindsOf(institution: Institution): readonly KeyKind[] {
  return withRsa.includes(institution) ? [...curveKinds, 'RSA'] : curveKinds
}

function didDocument(institution: Institution): JsonObject {
  return {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/multikey/v1'],
    ...keyList(institution, 'did:web'),
  }
}

function controllerDocument(institution: Institution): JsonObject {
  const { name, host } = institutions[institution]
  return {
    '@context': ['https://www.w3.org/ns/cid/v1'],
    ...keyList(institution, 'https'),
    type: ['Profile'],
    name,
    url: `https://${host}/`,
  }
}

/** Keys as Multikey, and RSA as JSON Web Key; the key named `login` stands under `authentication` only. */
function keyList(institution: Institution, identity: 'did:web' | 'https'): JsonObject {
  const issuers = kindsOf(institution).map((key) => issuerOf(institution, { identity, key }))
  const login = issuerOf(institution, { identity, login: true })
  return {
    id: login.id,
    verificationMethod: [...issuers, login].map(methodOf),
    assertionMethod: issuers.map((issuer) => issuer.methodId),
    authentication: [login.methodId],
  }
}

function methodOf({ methodId: id, id: controller, key }: TestIssuer): JsonObject {
  return key.multibase === undefined
    ? { id, type: 'JsonWebKey', controller, publicKeyJwk: key.publicJwk }
    : { id, type: 'Multikey', controller, publicKeyMultibase: key.multibase }
}

/** Relative ids, JSON Web Keys, and methods that stand inside `assertionMethod` itself: all of it allowed. */
function didDocumentBelow(institution: Institution): JsonObject {
  const id = issuerOf(institution, { identity: 'did:web-path' }).id
  const methods = kindsOf(institution).map((kind) => ({
    id: `#${fragmentOf(kind)}`,
    type: 'JsonWebKey2020',
    controller: id,
    publicKeyJwk: keyPair(institution, kind).publicJwk,
  }))
  const [first, ...others] = methods
  return {
    '@context': ['https://www.w3.org/ns/did/v1', 'https://w3id.org/security/suites/jws-2020/v1'],
    id,
    verificationMethod: others,
    assertionMethod: [...(first === undefined ? [] : [first]), ...others.map((method) => method.id)],
  }
}

/** Text as UTF-8. */
export function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

/** A document as a host serves it. */
export function json(value: unknown, mediaType = 'application/json'): Served {
  return { bytes: utf8(JSON.stringify(value, null, 2)), mediaType }
}
