import { joined } from '../core/encoding/bytes.ts'
import { type Attempt, attempt, Failure, fail } from '../core/problem.ts'
import { decrypt, encrypt, randomId } from './crypto.ts'
import { bytesOfText, exactBytes } from './pack.ts'
import type { PersonalKeyRecord, WrappedFor } from './schema.ts'
import type { NewMethod, OpenVaultOptions, Secret, Stretching, Ways } from './types.ts'

/** Makes a key of a passphrase. */
export type Stretch = OpenVaultOptions['stretch']

/** What one record opened. */
export interface Unlocked {
  readonly record: PersonalKeyRecord
  /** Opens what is wrapped for this way, now and with the next data key. */
  readonly privateKey: CryptoKey
  readonly binding: Binding
  /** See `keyringOf`; to be overwritten once used. */
  readonly payload: Uint8Array<ArrayBuffer>
}

/**
 * What a way and the wallet share, sealed in both: a public key lies open, and without this whoever writes to the disk could wrap a data
 * key of their own for it, to have the wallet re-encrypted with that.
 */
export type Binding = Uint8Array<ArrayBuffer>

/** What a way is before a data key is wrapped for it. */
export type Way = Omit<PersonalKeyRecord, 'generation' | 'wrapped'>

/**
 * 64 MiB and two passes on one lane: as much as lets five thousand credentials stand within a second on two slow cores. Kept beside each
 * way, so that it can grow.
 */
const stretching: Stretching = { memory: 64 * 1024, passes: 2, lanes: 1 }
const bindingLength = 32
const curve = { name: 'ECDH', namedCurve: 'P-256' } as const

/** What the locked screen may know of these. */
export function waysOf(records: readonly PersonalKeyRecord[]): Ways {
  return {
    passkeys: records.flatMap(({ method, passkey, salt }) => (method === 'passkey' && passkey ? [{ ...passkey, salt }] : [])),
    passphrase: records.some(({ method }) => method === 'passphrase'),
    recovery: records.some(({ method }) => method === 'recovery'),
  }
}

/** Makes a way of what a person brings: a new pair of keys, whose private one only that opens. */
export async function newWay(given: NewMethod, stretch: Stretch): Promise<{ readonly way: Way; readonly binding: Binding }> {
  const pair = await crypto.subtle.generateKey(curve, true, ['deriveBits'])
  const [publicKey, privateKey] = await Promise.all([
    crypto.subtle.exportKey('raw', pair.publicKey),
    crypto.subtle.exportKey('pkcs8', pair.privateKey),
  ])
  const way = {
    id: randomId(),
    method: given.method,
    salt: given.method === 'passkey' ? exactBytes(given.salt).slice() : crypto.getRandomValues(new Uint8Array(32)),
    ...(given.method === 'passphrase' && { stretching }),
    ...(given.method === 'passkey' && { passkey: { credentialId: given.credentialId, transports: [...given.transports] } }),
    publicKey,
  }
  const binding = crypto.getRandomValues(new Uint8Array(bindingLength))
  const pkcs8 = new Uint8Array(privateKey)
  const plain = joined([binding, pkcs8])
  const sealed = await encrypt(await keyOf(way, given, stretch), placeOf(way), plain)
  for (const bytes of [plain, pkcs8]) bytes.fill(0)
  return { way: { ...way, privateKey: sealed }, binding }
}

/** Wraps a data key for a way, which need not be at hand. */
export async function wrapFor(
  way: Way,
  binding: Uint8Array,
  payload: Uint8Array,
  generation: number,
): Promise<PersonalKeyRecord> {
  const [theirs, ephemeral] = await Promise.all([
    crypto.subtle.importKey('raw', way.publicKey, curve, false, []),
    crypto.subtle.generateKey(curve, false, ['deriveBits']),
  ])
  const point = await crypto.subtle.exportKey('raw', ephemeral.publicKey)
  const key = await agreedKey(ephemeral.privateKey, theirs, { ephemeral: point, recipient: way.publicKey, binding })
  const wrapped = { ephemeral: point, ...(await encrypt(key, wrappingOf(way, generation), payload)) }
  return { ...way, generation, wrapped }
}

/** Opens one of these with what a person brings; `unlock_wrong` when it opens none. */
export async function unlockOne(records: readonly PersonalKeyRecord[], secret: Secret, stretch: Stretch): Promise<Unlocked> {
  for (const record of records.filter((each) => isFor(each, secret))) {
    const opened = await opening(() => openWay(record, secret, stretch))
    if (opened !== null) return opened
  }
  return fail('unlock_wrong')
}

/** The data key that is wrapped for a way, opened with its private key; see `Unlocked.payload`. */
export async function unwrapWith(
  { privateKey, binding }: Pick<Unlocked, 'privateKey' | 'binding'>,
  record: PersonalKeyRecord,
): Promise<Uint8Array<ArrayBuffer>> {
  const { ephemeral, ...wrapped }: WrappedFor = record.wrapped
  const theirs = await crypto.subtle.importKey('raw', ephemeral, curve, false, [])
  const key = await agreedKey(privateKey, theirs, { ephemeral, recipient: record.publicKey, binding })
  return decrypt(key, wrappingOf(record, record.generation), wrapped)
}

async function openWay(record: PersonalKeyRecord, secret: Secret, stretch: Stretch): Promise<Unlocked> {
  const plain = await decrypt(await keyOf(record, secret, stretch), placeOf(record), record.privateKey)
  const binding = plain.slice(0, bindingLength)
  const privateKey = await crypto.subtle.importKey('pkcs8', plain.subarray(bindingLength), curve, false, ['deriveBits'])
  plain.fill(0)
  return { record, privateKey, binding, payload: await unwrapWith({ privateKey, binding }, record) }
}

/** Null when the record is not opened by this (it may also be a damaged one); any other trouble is told. */
async function opening<T>(work: () => Promise<T>): Promise<T | null> {
  const opened: Attempt<T> = await attempt(work, 'store_corrupt')
  if (opened.ok) return opened.value
  if (opened.problem.code === 'store_corrupt') return null
  throw new Failure(opened.problem)
}

function isFor({ method, passkey }: PersonalKeyRecord, secret: Secret): boolean {
  return method === secret.method && (secret.method !== 'passkey' || passkey?.credentialId === secret.credentialId)
}

/** The key that a secret stands for: HKDF-SHA-256 (RFC 5869) of the PRF's answer, the stretched passphrase or the code. */
async function keyOf(
  way: Pick<PersonalKeyRecord, 'id' | 'method' | 'salt' | 'stretching'>,
  secret: Secret,
  stretch: Stretch,
): Promise<CryptoKey> {
  const material = await materialOf(way, secret, stretch)
  const base = await crypto.subtle.importKey('raw', material, 'HKDF', false, ['deriveKey'])
  material.fill(0)
  return crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: way.salt, info: bytesOfText(`satchel way ${way.method} ${way.id}`) },
    base,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  )
}

async function materialOf(
  way: Pick<PersonalKeyRecord, 'salt' | 'stretching'>,
  secret: Secret,
  stretch: Stretch,
): Promise<Uint8Array<ArrayBuffer>> {
  switch (secret.method) {
    case 'passkey':
      return exactBytes(secret.prf).slice()
    case 'recovery':
      return bytesOfText(secret.code)
    case 'passphrase': {
      const stretched = await stretch(secret.passphrase, way.salt, way.stretching ?? stretching)
      if (!stretched.ok) throw new Failure(stretched.problem)
      return exactBytes(stretched.value).slice()
    }
  }
}

/**
 * ECDH on P-256 and what the way and the wallet share, then HKDF over both points (as in RFC 9180's authenticated mode with a pre-shared
 * key), so that neither can be exchanged.
 */
async function agreedKey(
  mine: CryptoKey,
  theirs: CryptoKey,
  {
    ephemeral,
    recipient,
    binding,
  }: { readonly ephemeral: ArrayBuffer; readonly recipient: ArrayBuffer; readonly binding: Uint8Array },
): Promise<CryptoKey> {
  const shared = new Uint8Array(await crypto.subtle.deriveBits({ name: 'ECDH', public: theirs }, mine, 256))
  const material = joined([shared, binding])
  const base = await crypto.subtle.importKey('raw', material, 'HKDF', false, ['deriveKey'])
  for (const bytes of [shared, material]) bytes.fill(0)
  const salt = new Uint8Array([...new Uint8Array(ephemeral), ...new Uint8Array(recipient)])
  return crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt, info: bytesOfText('satchel data key') },
    base,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  )
}

function placeOf({ id, method }: Pick<PersonalKeyRecord, 'id' | 'method'>): Uint8Array<ArrayBuffer> {
  return bytesOfText(`satchel way ${method} ${id}`)
}

function wrappingOf({ id, method }: Pick<PersonalKeyRecord, 'id' | 'method'>, generation: number): Uint8Array<ArrayBuffer> {
  return bytesOfText(`satchel data key ${method} ${id} ${generation}`)
}
