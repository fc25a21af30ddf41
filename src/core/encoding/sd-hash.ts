import { toBase64url } from './base64url.ts'
import { bytesOf } from './utf8.ts'

/** The hash algorithms of SD-JWT that we trust, by their IANA name, with the name that WebCrypto gives each (RFC 9901 §4.1.1). */
const algorithms: Readonly<Record<string, string>> = { 'sha-256': 'SHA-256', 'sha-384': 'SHA-384', 'sha-512': 'SHA-512' }

/** A hash as SD-JWT writes it: over the ASCII of a text, in base64url. */
export type SdHash = (text: string) => Promise<string>

/** The hash that an `_sd_alg` names, `sha-256` when it is not stated; null for one that we do not know. */
export function sdHash(name: unknown = 'sha-256'): SdHash | null {
  const algorithm = typeof name === 'string' && Object.hasOwn(algorithms, name) ? algorithms[name] : undefined
  if (algorithm === undefined) return null
  return async (text) => toBase64url(new Uint8Array(await crypto.subtle.digest(algorithm, bytesOf(text) as BufferSource)))
}
