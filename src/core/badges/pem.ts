import { type PublicKey, readJwk } from '../dids/keys.ts'
import { lazy } from '../lazy.ts'
import { limits } from '../limits.ts'
import type { JsonObject } from '../model/json.ts'
import { fail } from '../problem.ts'

const loadJose = lazy(() => import('jose'))

/** Whether a text is meant as a key in PEM (RFC 7468). */
export function looksLikePem(text: string): boolean {
  return /^\s*-----BEGIN /.test(text)
}

/**
 * The public key in a PEM text (`SubjectPublicKeyInfo`, RFC 7468 §13), for signatures of one algorithm. The rules for
 * keys in JWK hold for it. Fails with `key_malformed`, `key_type_unsupported`, `jwt_private_key`.
 */
export async function readPem(text: string, alg: string): Promise<PublicKey> {
  const pem = text.trim()
  if (pem.length > limits.pemLength) fail('key_malformed', { facts: { found: 'PEM' } })
  if (/-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(pem)) fail('jwt_private_key')
  if (!pem.startsWith('-----BEGIN PUBLIC KEY-----')) fail('key_type_unsupported', { facts: { type: 'PEM' } })
  return readJwk(await jwkOf(pem, alg))
}

async function jwkOf(pem: string, alg: string): Promise<JsonObject> {
  const { importSPKI, exportJWK, errors } = await loadJose()
  try {
    const jwk: object = await exportJWK(await importSPKI(pem, alg, { extractable: true }))
    return Object.fromEntries(Object.entries(jwk))
  } catch (error) {
    if (error instanceof errors.JOSENotSupported) fail('key_type_unsupported', { facts: { type: alg } })
    // what the engine cannot import for this algorithm is another kind of key, or none
    fail('key_malformed', { facts: { found: 'PEM' } })
  }
}
