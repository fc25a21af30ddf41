import { base58, base64urlnopad } from '@scure/base'
import { decodeMultibase, encodeMultibase } from '../encoding/multibase.ts'
import { isObject, type JsonObject, memberOf, wordOf } from '../model/json.ts'
import type { Witness } from '../model/report.ts'
import { fail } from '../problem.ts'

export type KeyCurve = 'Ed25519' | 'P-256' | 'P-384' | 'secp256k1' | 'RSA' | 'BLS12-381-G2' | 'X25519'

/** A public key: bytes as a Multikey carries them (EC points compressed); RSA, which has no such form here, as a JWK. */
export type PublicKey =
  | { readonly kind: 'multikey'; readonly curve: KeyCurve; readonly bytes: Uint8Array; readonly multibase: string }
  | { readonly kind: 'jwk'; readonly curve: 'RSA'; readonly jwk: { readonly kty: 'RSA'; readonly n: string; readonly e: string } }

/** How a verification method was found, which decides what it proves. */
export type KeyOrigin =
  /** A document of the controller lists it (DID document, controller document, JWKS). */
  | 'document'
  /** The DID itself is the key (`did:key`, `did:jwk`). */
  | 'did'
  /** The proof or the header carries the key itself: that says nothing about whose it is. */
  | 'self-asserted'

/** A key with where it came from. */
export interface ResolvedKey {
  /** Absolute id of the verification method, or the `kid`. */
  readonly id: string
  readonly controller: string
  readonly key: PublicKey
  readonly origin: KeyOrigin
  readonly witnesses: readonly Witness[]
}

/** Multicodec prefix and key length of each curve (Controlled Identifiers §2.2.2 and the multicodec table). */
const multicodecs: readonly { readonly curve: KeyCurve; readonly prefix: readonly [number, number]; readonly length: number }[] =
  [
    { curve: 'Ed25519', prefix: [0xed, 0x01], length: 32 },
    { curve: 'X25519', prefix: [0xec, 0x01], length: 32 },
    { curve: 'secp256k1', prefix: [0xe7, 0x01], length: 33 },
    { curve: 'P-256', prefix: [0x80, 0x24], length: 33 },
    { curve: 'P-384', prefix: [0x81, 0x24], length: 49 },
    { curve: 'BLS12-381-G2', prefix: [0xeb, 0x01], length: 96 },
  ]

/** Keys read lately, by their text: base58 is slow, and a credential names the same key several times. */
const readLately = new Map<string, PublicKey>()
const mostReadLately = 512

/** Reads a `publicKeyMultibase`. Fails with `key_malformed` or `key_type_unsupported`. */
export function readMultikey(multibase: string): PublicKey {
  const known = readLately.get(multibase)
  if (known) return known
  if (readLately.size >= mostReadLately) readLately.clear()
  const key = decodeMultikey(multibase)
  readLately.set(multibase, key)
  return key
}

function decodeMultikey(multibase: string): PublicKey {
  const coded = decodeMultibase(multibase, 512)
  const row = multicodecs.find(({ prefix }) => coded[0] === prefix[0] && coded[1] === prefix[1])
  if (!row) fail('key_type_unsupported', { facts: { type: 'Multikey' } })
  const bytes = coded.subarray(2)
  if (bytes.length !== row.length) fail('key_malformed', { facts: { found: `${row.curve}, ${bytes.length} bytes` } })
  if (row.curve.startsWith('P-') && bytes[0] !== 2 && bytes[0] !== 3)
    fail('key_malformed', { facts: { found: 'not a compressed point' } })
  return { kind: 'multikey', curve: row.curve, bytes, multibase: encodeMultibase(coded) }
}

/** True when a text has the outer look of a Multikey: the fragment of a verification method often is one. */
export function looksLikeMultikey(text: string): boolean {
  return /^z(6Mk|6LS|Dn|82|Q3s|UC7)[1-9A-HJ-NP-Za-km-z]{20,}$/.test(text)
}

const curvesOfJwk: Readonly<Record<string, { readonly curve: KeyCurve; readonly kty: string; readonly length: number }>> = {
  Ed25519: { curve: 'Ed25519', kty: 'OKP', length: 32 },
  'P-256': { curve: 'P-256', kty: 'EC', length: 32 },
  'P-384': { curve: 'P-384', kty: 'EC', length: 48 },
  secp256k1: { curve: 'secp256k1', kty: 'EC', length: 32 },
}
const privateMembers = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'k']

/**
 * Reads a public JWK (RFC 7517). Only the members that make the key are kept. Fails with `jwt_private_key` when private
 * members are there, `key_malformed`, `key_type_unsupported`.
 */
export function readJwk(jwk: JsonObject): PublicKey {
  if (privateMembers.some((name) => Object.hasOwn(jwk, name))) fail('jwt_private_key')
  if (jwk.kty === 'RSA') {
    const n = decodedMember(jwk, 'n')
    if (!isSoundExponent(decodedMember(jwk, 'e'))) fail('key_malformed', { facts: { found: 'RSA exponent' } })
    if (n.length < 256) fail('key_malformed', { facts: { found: `RSA, ${n.length * 8} bits` } })
    return { kind: 'jwk', curve: 'RSA', jwk: { kty: 'RSA', n: jwk.n as string, e: jwk.e as string } }
  }
  const row = typeof jwk.crv === 'string' && Object.hasOwn(curvesOfJwk, jwk.crv) ? curvesOfJwk[jwk.crv] : undefined
  if (!row || row.kty !== jwk.kty) fail('key_type_unsupported', { facts: { type: wordOf(jwk.crv ?? jwk.kty, 'JWK') } })
  const x = decodedMember(jwk, 'x')
  if (x.length !== row.length) fail('key_malformed', { facts: { found: `${row.curve}, ${x.length} bytes` } })
  if (row.kty === 'OKP') return readMultikey(encodeMultibase(Uint8Array.of(0xed, 0x01, ...x)))
  const y = decodedMember(jwk, 'y')
  if (y.length !== row.length) fail('key_malformed', { facts: { found: `${row.curve}, ${y.length} bytes` } })
  const { prefix } = multicodecs.find(({ curve }) => curve === row.curve) as (typeof multicodecs)[number]
  return readMultikey(encodeMultibase(Uint8Array.of(...prefix, 2 + ((y.at(-1) as number) & 1), ...x)))
}

/** An odd exponent of at least 65537 and at most 32 bits (FIPS 186-5 §5.1 allows up to 256): 1 would sign anything for anyone. */
function isSoundExponent(bytes: Uint8Array): boolean {
  const value = bytes.reduce((sum, byte) => sum * 256 + byte, 0)
  return bytes[0] !== 0 && bytes.length <= 4 && value >= 65_537 && value % 2 === 1
}

function decodedMember(jwk: JsonObject, name: string): Uint8Array {
  const text = memberOf(jwk, name)
  if (typeof text !== 'string' || text.length > 4096) fail('key_malformed', { facts: { found: `no ${name}` } })
  try {
    return base64urlnopad.decode(text.replace(/=+$/, ''))
  } catch {
    fail('key_malformed', { facts: { found: `${name} is not base64url` } })
  }
}

/** Reads the key of a verification method of any type that occurs (proofs.md: Multikey, 2018 and 2020 suites, JsonWebKey). */
export function readVerificationKey(method: JsonObject): PublicKey {
  if (
    ['privateKeyMultibase', 'secretKeyMultibase', 'privateKeyJwk', 'privateKeyBase58'].some((name) => Object.hasOwn(method, name))
  )
    fail('jwt_private_key')
  const multibase = memberOf(method, 'publicKeyMultibase')
  if (typeof multibase === 'string') return readMultikey(multibase)
  const jwk = memberOf(method, 'publicKeyJwk')
  if (isObject(jwk)) return readJwk(jwk)
  const old = memberOf(method, 'publicKeyBase58')
  if (typeof old === 'string' && method.type === 'Ed25519VerificationKey2018') return readEd25519Base58(old)
  if (typeof method.kty === 'string') return readJwk(method)
  fail('key_type_unsupported', { facts: { type: wordOf(method.type) } })
}

/** `Ed25519VerificationKey2018`: the bare 32 bytes, without a multicodec prefix. */
function readEd25519Base58(text: string): PublicKey {
  try {
    const bytes = base58.decode(text.slice(0, 64))
    return readMultikey(encodeMultibase(Uint8Array.of(0xed, 0x01, ...bytes)))
  } catch {
    fail('key_malformed', { facts: { found: 'not base58' } })
  }
}

/** True when two keys are the same key, however each was written. */
export function sameKey(one: PublicKey, other: PublicKey): boolean {
  if (one.kind === 'multikey' && other.kind === 'multikey') return one.multibase === other.multibase
  if (one.kind === 'jwk' && other.kind === 'jwk') return one.jwk.n === other.jwk.n && one.jwk.e === other.jwk.e
  return false
}

/** A short name of a key for people: its Multikey text, or the start of its modulus. */
export function keyName(key: PublicKey): string {
  return key.kind === 'multikey' ? key.multibase : `RSA ${key.jwk.n.slice(0, 16)}`
}
