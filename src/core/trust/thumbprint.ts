import { base64urlnopad } from '@scure/base'
import type { KeyCurve, PublicKey } from '../dids/keys.ts'
import { bytesOf } from '../encoding/utf8.ts'
import { lazy } from '../lazy.ts'
import { cryptoKey } from '../proofs/crypto-keys.ts'

const loadSecp256k1 = lazy(() => import('@noble/curves/secp256k1.js'))

/** The members of a JSON Web Key that make the key, in the order of RFC 7638 §3.2. */
type Members = Readonly<Record<string, string>>

/** Keys whose one coordinate is all of them (RFC 8037; for BLS the draft that bbs keys are written in). */
const wholeKeys: Readonly<Partial<Record<KeyCurve, string>>> = {
  Ed25519: 'Ed25519',
  X25519: 'X25519',
  'BLS12-381-G2': 'Bls12381G2',
}

/**
 * The SHA-256 thumbprint of a public key as a JSON Web Key (RFC 7638), base64url: the same however the key was written.
 * Fails with `key_malformed` for bytes that are no point of their curve.
 */
export async function thumbprintOf(key: PublicKey): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytesOf(JSON.stringify(await membersOf(key))) as BufferSource)
  return base64urlnopad.encode(new Uint8Array(digest))
}

async function membersOf(key: PublicKey): Promise<Members> {
  if (key.kind === 'jwk') return { e: shortest(key.jwk.e), kty: 'RSA', n: shortest(key.jwk.n) }
  const whole = wholeKeys[key.curve]
  if (whole !== undefined) return { crv: whole, kty: 'OKP', x: base64urlnopad.encode(key.bytes) }
  const { x, y } = key.curve === 'secp256k1' ? await coordinatesOfSecp256k1(key.bytes) : await coordinatesOf(key)
  return { crv: key.curve, kty: 'EC', x, y }
}

/** A number in the fewest bytes, as RFC 7518 §2 writes it. */
function shortest(number: string): string {
  const bytes = base64urlnopad.decode(number.replace(/=+$/, ''))
  return base64urlnopad.encode(bytes.subarray(bytes.findIndex((byte) => byte !== 0)))
}

/** WebCrypto finds the other coordinate when it imports the point. */
async function coordinatesOf(key: PublicKey): Promise<{ x: string; y: string }> {
  const point = await cryptoKey(key, 'ECDSA')
  const { x = '', y = '' } = point === null ? {} : await crypto.subtle.exportKey('jwk', point)
  return { x, y }
}

async function coordinatesOfSecp256k1(bytes: Uint8Array): Promise<{ x: string; y: string }> {
  const { secp256k1 } = await loadSecp256k1()
  const point = secp256k1.Point.fromBytes(bytes).toBytes(false)
  return { x: base64urlnopad.encode(point.subarray(1, 33)), y: base64urlnopad.encode(point.subarray(33)) }
}
