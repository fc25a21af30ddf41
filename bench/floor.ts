import type { Fixture, Verification } from './protocol.ts'

interface Algorithms {
  readonly make: EcKeyGenParams | RsaHashedKeyGenParams | Algorithm
  readonly sign: EcdsaParams | Algorithm
}

const ed25519: Algorithms = { make: { name: 'Ed25519' }, sign: { name: 'Ed25519' } }
const p256: Algorithms = { make: { name: 'ECDSA', namedCurve: 'P-256' }, sign: { name: 'ECDSA', hash: 'SHA-256' } }
const rsa: Algorithms = {
  make: { name: 'RSASSA-PKCS1-v1_5', modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]), hash: 'SHA-256' },
  sign: { name: 'RSASSA-PKCS1-v1_5' },
}

/**
 * What no verifier can do without: one WebCrypto signature check with an imported key, over as many bytes as the suite
 * signs: two digests for a Data Integrity proof, header and payload for a JWT.
 */
export async function prepare(fixture: Fixture): Promise<Verification> {
  const { make, sign } = algorithmsOf(fixture)
  const pair = (await crypto.subtle.generateKey(make, false, ['sign', 'verify'])) as CryptoKeyPair
  const size = fixture.suite.startsWith('VC-JWT') ? fixture.text.lastIndexOf('.') : 64
  const data = new Uint8Array(size).fill(7)
  const signature = await crypto.subtle.sign(sign, pair.privateKey, data)
  return async () => {
    if (!(await crypto.subtle.verify(sign, pair.publicKey, signature, data))) throw new Error('floor: not verified')
  }
}

function algorithmsOf({ publicJwk }: Fixture): Algorithms {
  if (publicJwk.kty === 'RSA') return rsa
  return publicJwk.crv === 'Ed25519' ? ed25519 : p256
}
