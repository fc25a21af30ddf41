import { ed25519 } from '@noble/curves/ed25519.js'
import { p256, p384 } from '@noble/curves/nist.js'
import { sha384 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { base58, base64urlnopad } from '@scure/base'
import type { JsonObject } from '../../src/core/model/json.ts'
import rsaKeys from './rsa-keys.json' with { type: 'json' }

/** The kinds of key that issuers sign with. */
export const keyKinds = ['Ed25519', 'P-256', 'P-384', 'RSA'] as const
export type KeyKind = (typeof keyKinds)[number]

/** A key pair of a test issuer. The secrets of this folder are public: they guard nothing. */
export interface KeyPair {
  readonly kind: KeyKind
  readonly publicJwk: JsonObject
  readonly privateJwk: JsonObject
  /** The public key as Multikey text (`z…`); RSA has none here. */
  readonly multibase?: string
  /** Signs bytes, deterministically; RSA signs through `jose` only. */
  sign(data: Uint8Array): Uint8Array
}

interface Curve {
  readonly crv: string
  readonly kty: 'EC' | 'OKP'
  readonly multicodec: readonly number[]
  readonly secretBytes: number
  publicKey(secret: Uint8Array): Uint8Array
  coordinates(secret: Uint8Array): JsonObject
  sign(data: Uint8Array, secret: Uint8Array): Uint8Array
}

interface EcLibrary {
  getPublicKey(secret: Uint8Array, compressed: boolean): Uint8Array
  sign(data: Uint8Array, secret: Uint8Array): Uint8Array
}

function ecCurve(crv: string, secretBytes: number, multicodec: readonly number[], library: EcLibrary): Curve {
  return {
    crv,
    kty: 'EC',
    multicodec,
    secretBytes,
    publicKey: (secret) => library.getPublicKey(secret, true),
    coordinates(secret) {
      const point = library.getPublicKey(secret, false)
      return {
        x: base64urlnopad.encode(point.slice(1, 1 + secretBytes)),
        y: base64urlnopad.encode(point.slice(1 + secretBytes)),
      }
    },
    sign: (data, secret) => library.sign(data, secret),
  }
}

const curves: Readonly<Record<Exclude<KeyKind, 'RSA'>, Curve>> = {
  Ed25519: {
    crv: 'Ed25519',
    kty: 'OKP',
    multicodec: [0xed, 0x01],
    secretBytes: 32,
    publicKey: (secret) => ed25519.getPublicKey(secret),
    coordinates: (secret) => ({ x: base64urlnopad.encode(ed25519.getPublicKey(secret)) }),
    sign: (data, secret) => ed25519.sign(data, secret),
  },
  'P-256': ecCurve('P-256', 32, [0x80, 0x24], p256),
  'P-384': ecCurve('P-384', 48, [0x81, 0x24], p384),
}

/**
 * The key pair of that kind that belongs to a name: the same name gives the same keys for ever.
 * RSA keys cannot be grown from a seed quickly, so a few are kept as a file; a name without one throws.
 */
export function keyPair(name: string, kind: KeyKind): KeyPair {
  const known = pairs.get(`${name} ${kind}`)
  if (known !== undefined) return known
  const pair = kind === 'RSA' ? rsaKeyPair(name) : curveKeyPair(name, kind)
  pairs.set(`${name} ${kind}`, pair)
  return pair
}

const pairs = new Map<string, KeyPair>()

function curveKeyPair(name: string, kind: Exclude<KeyKind, 'RSA'>): KeyPair {
  const curve = curves[kind]
  const secret = sha384(utf8ToBytes(`satchel test issuer ${name} ${kind}`)).slice(0, curve.secretBytes)
  const publicJwk = { kty: curve.kty, crv: curve.crv, ...curve.coordinates(secret) }
  return {
    kind,
    publicJwk,
    privateJwk: { ...publicJwk, d: base64urlnopad.encode(secret) },
    multibase: `z${base58.encode(Uint8Array.from([...curve.multicodec, ...curve.publicKey(secret)]))}`,
    sign: (data) => curve.sign(data, secret),
  }
}

function rsaKeyPair(name: string): KeyPair {
  const privateJwk = (rsaKeys as Readonly<Record<string, JsonObject>>)[name]
  if (privateJwk === undefined) throw new Error(`No RSA key is kept for ${name}.`)
  const { kty, n, e } = privateJwk
  return {
    kind: 'RSA',
    publicJwk: { kty, n, e },
    privateJwk,
    sign() {
      throw new Error('RSA signs through jose only.')
    },
  }
}
