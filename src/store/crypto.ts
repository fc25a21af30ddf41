import { fail } from '../core/problem.ts'
import { bytesOfText, exactBytes, textOfBytes } from './pack.ts'
import type { SealedRecord, SealedStore, Wrapped } from './schema.ts'

/** What the data key can do. The key itself is not kept: these cannot be exported. */
export interface VaultKeys {
  readonly seal: CryptoKey
  readonly name: CryptoKey
}

/** Length of the data key in bytes. */
export const dataKeyLength = 32

/**
 * Derives from the data key one key that seals records and one that names them (HKDF-SHA-256, RFC 5869), so that
 * neither use says anything about the other.
 */
export async function deriveKeys(dataKey: Uint8Array<ArrayBuffer>): Promise<VaultKeys> {
  const base = await crypto.subtle.importKey('raw', dataKey, 'HKDF', false, ['deriveKey'])
  const from = (info: string) => ({ name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: bytesOfText(info) })
  const [seal, name] = await Promise.all([
    crypto.subtle.deriveKey(from('satchel seal 1'), base, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']),
    crypto.subtle.deriveKey(from('satchel name 1'), base, { name: 'HMAC', hash: 'SHA-256', length: 256 }, false, ['sign']),
  ])
  return { seal, name }
}

/** Seals `content` for one place: it opens only in the same store, under the same id, as the same version and revision. */
export async function seal(
  keys: VaultKeys,
  store: SealedStore,
  id: string,
  version: number,
  content: Uint8Array,
  revision?: number,
): Promise<SealedRecord> {
  const place = { id, version, ...(revision !== undefined && { revision }) }
  return { ...place, ...(await encrypt(keys.seal, placeOf(store, place), content)) }
}

/** Opens a record. Fails with `store_corrupt` when it was changed, moved or sealed with another key. */
export async function unseal(keys: VaultKeys, store: SealedStore, record: SealedRecord): Promise<Uint8Array<ArrayBuffer>> {
  return decrypt(keys.seal, placeOf(store, record), record)
}

/** AES-256-GCM under a new random `iv`; `additionalData` must be given again to decrypt. */
export async function encrypt(key: CryptoKey, additionalData: Uint8Array<ArrayBuffer>, content: Uint8Array): Promise<Wrapped> {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  return { iv, data: await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, key, exactBytes(content)) }
}

/** The reverse of `encrypt`; fails with `store_corrupt`, also when a stored member is not even of its type. */
export async function decrypt(
  key: CryptoKey,
  additionalData: Uint8Array<ArrayBuffer>,
  { iv, data }: Wrapped,
): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData }, key, data))
  } catch {
    return fail('store_corrupt')
  }
}

/** The name of a record: HMAC-SHA-256 under the naming key, base64url. */
export async function nameOf(keys: VaultKeys, content: Uint8Array): Promise<string> {
  return base64url(new Uint8Array(await crypto.subtle.sign('HMAC', keys.name, exactBytes(content))))
}

/** The id of an entry: the name of its source's SHA-256. */
export async function idOfSource(keys: VaultKeys, bytes: Uint8Array): Promise<string> {
  return nameOf(keys, new Uint8Array(await crypto.subtle.digest('SHA-256', exactBytes(bytes))))
}

/** The id of what was fetched from an address, in one store. */
export async function idOfAddress(keys: VaultKeys, store: SealedStore, url: string): Promise<string> {
  return nameOf(keys, bytesOfText(`${store} ${url}`))
}

/** An id that says nothing. */
export function randomId(): string {
  return base64url(crypto.getRandomValues(new Uint8Array(16)))
}

/** Seals anything JSON can say. */
export function sealJson(
  keys: VaultKeys,
  store: SealedStore,
  id: string,
  version: number,
  value: unknown,
  revision?: number,
): Promise<SealedRecord> {
  return seal(keys, store, id, version, bytesOfText(JSON.stringify(value)), revision)
}

/** Opens what `sealJson` sealed; whoever calls vouches for the type, since only this store can have sealed it. */
export async function unsealJson<T>(keys: VaultKeys, store: SealedStore, record: SealedRecord): Promise<T> {
  return JSON.parse(textOfBytes(await unseal(keys, store, record))) as T
}

function placeOf(
  store: SealedStore,
  { id, version, revision }: Pick<SealedRecord, 'id' | 'version' | 'revision'>,
): Uint8Array<ArrayBuffer> {
  return bytesOfText(`satchel ${store} ${id} ${version}${revision === undefined ? '' : ` ${revision}`}`)
}

/** Without padding. */
export function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}
