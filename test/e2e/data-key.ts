import { argon2id } from '@noble/hashes/argon2.js'

interface Bytes {
  readonly bytes: readonly number[]
}
interface Sealed {
  readonly iv: Bytes
  readonly data: Bytes
}

/** A way to unlock as it lies on disk, with its bytes as numbers. */
export interface KeyRow {
  readonly id: string
  readonly method: string
  readonly generation: number
  readonly salt: Bytes
  readonly stretching: { readonly memory: number; readonly passes: number; readonly lanes: number }
  readonly publicKey: Bytes
  readonly privateKey: Sealed
  readonly wrapped: Sealed & { readonly ephemeral: Bytes }
}

const bytesOf = ({ bytes }: Bytes) => Uint8Array.from(bytes)
const text = (words: string) => new TextEncoder().encode(words)
const curve = { name: 'ECDH', namedCurve: 'P-256' } as const

/** The data key that a passphrase opens: the README's "What protects what", step by step. */
export async function dataKeyOf(rows: readonly KeyRow[], passphrase: string): Promise<Uint8Array> {
  const row = rows.find(({ method }) => method === 'passphrase')
  if (row === undefined) throw new Error('no passphrase')
  const { memory: m, passes: t, lanes: p } = row.stretching
  const stretched = new Uint8Array(argon2id(text(passphrase), bytesOf(row.salt), { m, t, p, dkLen: 32 }))
  const way = await aesKey(stretched, bytesOf(row.salt), `satchel way passphrase ${row.id}`)
  const opened = await open(way, row.privateKey, `satchel way passphrase ${row.id}`)
  const binding = new Uint8Array(opened.slice(0, 32))
  const mine = await crypto.subtle.importKey('pkcs8', opened.slice(32), curve, false, ['deriveBits'])
  const ephemeral = bytesOf(row.wrapped.ephemeral)
  const theirs = await crypto.subtle.importKey('raw', ephemeral, curve, false, [])
  const shared = new Uint8Array(await crypto.subtle.deriveBits({ name: 'ECDH', public: theirs }, mine, 256))
  const salt = new Uint8Array([...ephemeral, ...bytesOf(row.publicKey)])
  const key = await aesKey(new Uint8Array([...shared, ...binding]), salt, 'satchel data key')
  const payload = await open(key, row.wrapped, `satchel data key passphrase ${row.id} ${row.generation}`)
  return new Uint8Array(payload.slice(1))
}

async function aesKey(material: Uint8Array<ArrayBuffer>, salt: Uint8Array<ArrayBuffer>, info: string): Promise<CryptoKey> {
  const base = await crypto.subtle.importKey('raw', material, 'HKDF', false, ['deriveKey'])
  const from = { name: 'HKDF', hash: 'SHA-256', salt, info: text(info) }
  return crypto.subtle.deriveKey(from, base, { name: 'AES-GCM', length: 256 }, false, ['decrypt'])
}

function open(key: CryptoKey, { iv, data }: Sealed, place: string): Promise<ArrayBuffer> {
  return crypto.subtle.decrypt({ name: 'AES-GCM', iv: bytesOf(iv), additionalData: text(place) }, key, bytesOf(data))
}
