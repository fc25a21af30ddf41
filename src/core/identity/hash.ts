import { hexOf } from '../encoding/bytes.ts'

/** A hashed identity taken apart: `alg$hex`. */
export interface HashedIdentity {
  readonly algorithm: 'sha256' | 'md5' | 'sha1'
  readonly hex: string
}

/** Reads `alg$hex`; null for any other writing or algorithm, which can match nobody. */
export function readHash(text: string): HashedIdentity | null {
  const [, name = '', hex = ''] = /^(sha256|md5|sha1)\$([0-9a-f]{32,64})$/i.exec(text.trim()) ?? []
  const algorithm = name.toLowerCase()
  return algorithm === 'sha256' || algorithm === 'md5' || algorithm === 'sha1' ? { algorithm, hex: hex.toLowerCase() } : null
}

/** Hashes that anybody can guess back from: they still match, and that is said. */
export function isWeak({ algorithm }: HashedIdentity): boolean {
  return algorithm !== 'sha256'
}

/** Whether an identifier, with the salt behind it, has this hash (OB 2.0 and OB 3.0 `IdentityObject`: identifier first). */
export async function hashes(value: string, salt: string, hashed: HashedIdentity): Promise<boolean> {
  return (await hexDigest(hashed.algorithm, new TextEncoder().encode(value + salt))) === hashed.hex
}

async function hexDigest(algorithm: HashedIdentity['algorithm'], bytes: Uint8Array): Promise<string> {
  if (algorithm === 'sha256') return hexOf(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as BufferSource)))
  const { md5, sha1 } = await import('@noble/hashes/legacy.js')
  return hexOf((algorithm === 'md5' ? md5 : sha1)(bytes))
}
