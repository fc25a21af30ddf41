import type { PublicKey } from '../dids/keys.ts'
import { lazy } from '../lazy.ts'
import { Failure, fail } from '../problem.ts'

const loadEcdsa = lazy(() => import('@digitalbazaar/ecdsa-multikey'))

/**
 * Keys imported into WebCrypto, once each: importing costs as much as verifying. The name holds every member that makes the
 * key: by its modulus alone, an RSA key with another exponent would stand in for it.
 */
const imported = new Map<string, Promise<CryptoKey | null>>()
const mostImported = 512

/** How many keys were imported since the module was loaded. For tests. */
export const work = { imports: 0 }

/** What a key is to be used for: RSA keys are bound to a scheme and a hash on import. */
export type KeyUse = 'Ed25519' | 'ECDSA' | 'RSASSA-PKCS1-v1_5/SHA-256' | 'RSA-PSS/SHA-256'

/**
 * The WebCrypto key for a public key; null where the engine lacks the curve, so that the caller takes its library's own
 * arithmetic. Fails with `key_malformed` when the bytes are no key.
 */
export async function cryptoKey(key: PublicKey, use: KeyUse): Promise<CryptoKey | null> {
  const name = `${use} ${key.kind === 'jwk' ? `${key.jwk.n} ${key.jwk.e}` : key.multibase}`
  let promise = imported.get(name)
  if (!promise) {
    if (imported.size >= mostImported) imported.clear()
    work.imports += 1
    promise = importKey(key, use)
    imported.set(name, promise)
    // It may have been the importer that did not arrive: not remembered.
    promise.catch(() => imported.delete(name))
  }
  return promise
}

async function importKey(key: PublicKey, use: KeyUse): Promise<CryptoKey | null> {
  try {
    if (use === 'Ed25519' && key.kind === 'multikey') return await importEd25519(key.bytes)
    if (use === 'ECDSA' && key.kind === 'multikey') {
      const { from } = await loadEcdsa()
      return (await from({ type: 'Multikey', publicKeyMultibase: key.multibase })).publicKey
    }
    if (key.kind === 'jwk') {
      const [name, hash] = use.split('/') as [string, string]
      return await crypto.subtle.importKey('jwk', key.jwk as JsonWebKey, { name, hash }, false, ['verify'])
    }
  } catch (error) {
    if (error instanceof Failure) throw error
    fail('key_malformed', { facts: { found: key.curve } })
  }
  fail('alg_key_mismatch', { facts: { key: key.curve } })
}

async function importEd25519(bytes: Uint8Array): Promise<CryptoKey | null> {
  try {
    return await crypto.subtle.importKey('raw', bytes as BufferSource, { name: 'Ed25519' }, false, ['verify'])
  } catch (error) {
    if ((error as { name?: string }).name === 'NotSupportedError') return null
    throw error
  }
}
