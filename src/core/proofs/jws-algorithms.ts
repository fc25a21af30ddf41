import type { KeyCurve, PublicKey } from '../dids/keys.ts'
import { joined } from '../encoding/bytes.ts'
import { lazy } from '../lazy.ts'
import { fail } from '../problem.ts'
import { cryptoKey, type KeyUse } from './crypto-keys.ts'

const loadJose = lazy(() => import('jose'))
const loadSecp256k1 = lazy(() => import('@noble/curves/secp256k1.js'))
const loadEd25519 = lazy(() => import('@noble/curves/ed25519.js'))

/** All that we know of each JWS algorithm (RFC 7518 §3, RFC 8037, RFC 8812, RFC 9864), a row apiece. */
export interface JwsAlgorithm {
  readonly curve: KeyCurve
  /** What the key is imported for; null when WebCrypto has no such algorithm. */
  readonly use: KeyUse | null
}

const table: Readonly<Record<string, JwsAlgorithm>> = {
  RS256: { curve: 'RSA', use: 'RSASSA-PKCS1-v1_5/SHA-256' },
  PS256: { curve: 'RSA', use: 'RSA-PSS/SHA-256' },
  ES256: { curve: 'P-256', use: 'ECDSA' },
  ES384: { curve: 'P-384', use: 'ECDSA' },
  ES256K: { curve: 'secp256k1', use: null },
  EdDSA: { curve: 'Ed25519', use: 'Ed25519' },
  Ed25519: { curve: 'Ed25519', use: 'Ed25519' },
}

/** The row of an `alg`. Fails with `alg_none`, `alg_symmetric` (an HMAC shows nothing: whoever checks it could have made it) or
 * `alg_unsupported`. */
export function algorithmOf(alg: unknown): JwsAlgorithm {
  if (typeof alg !== 'string' || alg.toLowerCase() === 'none') fail('alg_none')
  if (/^HS\d+$/i.test(alg)) fail('alg_symmetric', { facts: { alg: alg.slice(0, 40) } })
  const row = Object.hasOwn(table, alg) ? table[alg] : undefined
  if (!row) fail('alg_unsupported', { facts: { alg: alg.slice(0, 40) } })
  return row
}

/**
 * Verifies a compact JWS (RFC 7515 §5.2) with a key of the kind that its `alg` demands. True or false; fails with
 * `alg_key_mismatch` when the key is of another kind.
 */
export async function verifyJws(text: string, alg: string, key: PublicKey): Promise<boolean> {
  const [header = '', payload = '', signature = ''] = text.split('.')
  return verifyParts({ protected: header, payload, signature }, alg, key)
}

/** A JWS in its parts; a payload in bytes is signed as it is (RFC 7797, `b64: false`), a text is base64url. */
export interface JwsParts {
  readonly protected: string
  readonly payload: string | Uint8Array
  readonly signature: string
}

/** As `verifyJws`, of a JWS in its parts. */
export async function verifyParts(parts: JwsParts, alg: string, key: PublicKey): Promise<boolean> {
  const row = algorithmOf(alg)
  if (row.curve !== key.curve) fail('alg_key_mismatch', { facts: { alg, key: key.curve } })
  if (row.use === null) return verifySecp256k1(parts, key)
  const [{ flattenedVerify, errors }, native] = await Promise.all([loadJose(), cryptoKey(key, row.use)])
  if (!native) return verifyEd25519(parts, key)
  try {
    await flattenedVerify(parts, native, { algorithms: [alg] })
    return true
  } catch (error) {
    if (error instanceof errors.JWSSignatureVerificationFailed) return false
    throw error
  }
}

/** The bytes under a JWS signature, and the signature. */
async function bytesOf({ protected: header, payload, signature }: JwsParts) {
  const { base64url } = await loadJose()
  const text = new TextEncoder()
  const signed = typeof payload === 'string' ? text.encode(`${header}.${payload}`) : joined([text.encode(`${header}.`), payload])
  return { signed, signature: base64url.decode(signature) }
}

async function verifySecp256k1(parts: JwsParts, key: PublicKey): Promise<boolean> {
  if (key.kind !== 'multikey') fail('alg_key_mismatch', { facts: { key: key.curve } })
  const [{ secp256k1 }, { signed, signature }] = await Promise.all([loadSecp256k1(), bytesOf(parts)])
  return signature.length === 64 && secp256k1.verify(signature, signed, key.bytes, { lowS: false, prehash: true })
}

async function verifyEd25519(parts: JwsParts, key: PublicKey): Promise<boolean> {
  if (key.kind !== 'multikey') fail('alg_key_mismatch', { facts: { key: key.curve } })
  const [{ ed25519 }, { signed, signature }] = await Promise.all([loadEd25519(), bytesOf(parts)])
  return signature.length === 64 && ed25519.verify(signature, signed, key.bytes, { zip215: false })
}
