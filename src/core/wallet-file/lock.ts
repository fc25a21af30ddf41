import { errors, GeneralEncrypt, type GeneralJWE, generalDecrypt } from 'jose'
import { fromBase64url } from '../encoding/base64url.ts'
import { parseJson } from '../encoding/json.ts'
import { bytesOf, textOf } from '../encoding/utf8.ts'
import { isObject, type JsonObject, memberOf, wordOf } from '../model/json.ts'
import { attemptNow, fail } from '../problem.ts'

/** How a passphrase becomes a key (RFC 7518 §4.8), and how often it is hashed for that. */
const ours = { alg: 'PBES2-HS512+A256KW', enc: 'A256GCM', iterations: 600_000 } as const

/** Those that a passphrase opens. */
const algorithms: readonly string[] = ['PBES2-HS256+A128KW', 'PBES2-HS384+A192KW', 'PBES2-HS512+A256KW']

/** Most hashing for one recipient of a JWE, most of these, and most hashing for a whole file: some ten seconds. */
export const most = { iterations: 2_000_000, recipients: 8, inAll: 100_000_000 } as const

/** A general JWE (RFC 7516 §7.2.1) of some bytes, opened by a passphrase. */
export async function lock(bytes: Uint8Array, passphrase: string): Promise<GeneralJWE> {
  const key = keyOf(passphrase)
  try {
    const jwe = new GeneralEncrypt(bytes).setProtectedHeader({ alg: ours.alg, enc: ours.enc })
    // A `p2c` in the header would be passed over, and 2,048 taken.
    jwe.addRecipient(key).setKeyManagementParameters({ p2c: ours.iterations })
    return await jwe.encrypt()
  } finally {
    key.fill(0)
  }
}

/** Opens a JWE with a passphrase. Fails with `wallet_wrong_key`, or `wallet_lock_unsupported` (fact `alg`), also for what is none. */
export async function unlock(jwe: JsonObject, passphrase: string): Promise<Uint8Array> {
  const key = keyOf(passphrase)
  try {
    const { plaintext } = await generalDecrypt(general(jwe), key, {
      keyManagementAlgorithms: [...algorithms],
      maxPBES2Count: most.iterations,
    })
    return plaintext
  } catch (error) {
    if (error instanceof errors.JWEDecryptionFailed) fail('wallet_wrong_key')
    unsupported(jwe)
  } finally {
    key.fill(0)
  }
}

/**
 * How often a passphrase is hashed to open a JWE, all its recipients tried. Fails with `wallet_lock_unsupported` when it opens none of
 * them, or it is too often.
 */
export function iterationsOf(jwe: JsonObject): number {
  const headers = headersOf(jwe)
  const opening = headers.filter(({ alg }) => algorithms.includes(alg))
  const isTooMuch = headers.length > most.recipients || opening.some(({ iterations }) => !(iterations <= most.iterations))
  if (opening.length === 0 || isTooMuch) unsupported(jwe)
  return opening.reduce((sum, { iterations }) => sum + iterations, 0)
}

function unsupported(jwe: JsonObject): never {
  fail('wallet_lock_unsupported', { facts: { alg: headersOf(jwe)[0]?.alg ?? 'unknown' } })
}

/** In NFC, as keyboards write it. */
function keyOf(passphrase: string): Uint8Array {
  return bytesOf(passphrase.normalize('NFC'))
}

interface Header {
  readonly alg: string
  /** Not a number when it is none. */
  readonly iterations: number
}

/** What each recipient's key is wrapped with; headers are in three places (RFC 7516 §7.2.1). */
function headersOf(jwe: JsonObject): readonly Header[] {
  const shared = { ...objectOf(memberOf(jwe, 'unprotected')), ...protectedHeader(jwe) }
  return general(jwe).recipients.map((recipient) => {
    const header: JsonObject = { ...shared, ...(isObject(recipient) ? objectOf(memberOf(recipient, 'header')) : {}) }
    const count = memberOf(header, 'p2c')
    const isCount = typeof count === 'number' && Number.isSafeInteger(count) && count > 0
    return { alg: wordOf(memberOf(header, 'alg')), iterations: isCount ? count : Number.NaN }
  })
}

function protectedHeader(jwe: JsonObject): JsonObject {
  const text = memberOf(jwe, 'protected')
  const header = attemptNow(() => parseJson(textOf(fromBase64url(typeof text === 'string' ? text : '') ?? new Uint8Array())))
  return header.ok ? objectOf(header.value) : {}
}

function objectOf(value: unknown): JsonObject {
  return isObject(value) ? value : {}
}

/** A flattened JWE (§7.2.2) as a general one. */
function general(jwe: JsonObject): GeneralJWE {
  if (Array.isArray(memberOf(jwe, 'recipients'))) return jwe as unknown as GeneralJWE
  const { header, encrypted_key, ...rest } = jwe
  const recipient = { ...(header === undefined ? {} : { header }), ...(encrypted_key === undefined ? {} : { encrypted_key }) }
  return { ...rest, recipients: [recipient] } as unknown as GeneralJWE
}
