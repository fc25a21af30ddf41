import { fail } from '../core/problem.ts'
import { dataKeyLength, decrypt, deriveKeys, encrypt, randomId, type VaultKeys } from './crypto.ts'
import type { Database } from './database.ts'
import { transact } from './database.ts'
import { bytesOfText } from './pack.ts'
import type { DeviceKeyRecord, KeyRecord, PersonalKeyRecord } from './schema.ts'
import { emptyLedger } from './shards.ts'

/** Keys for everything in the wallet, and which ones. */
export interface Keyring {
  readonly keys: VaultKeys
  /** How many data keys there were before. */
  readonly generation: number
  /** Whether the wallet must have a ledger: those from before there was one get it when they are opened. */
  readonly hasLedger: boolean
}

/** What the key store holds: the device's key, or the ways that are asked of the person. */
export type KeyState =
  | { readonly kind: 'device'; readonly keyring: Keyring; readonly isNew: boolean }
  | { readonly kind: 'personal'; readonly records: readonly PersonalKeyRecord[] }

/**
 * Looks at the keys, making a device key on first use. Fails with `store_corrupt` when there is a store but its key is
 * gone or cannot be unwrapped: a new key would only hide that.
 */
export async function readKeys(database: Database): Promise<KeyState> {
  const kept = await transact(database, ['keys'], 'readonly', (transaction) => transaction.objectStore('keys').getAll())
  const found = kept.length > 0 ? { records: kept, isNew: false } : await firstKey(database)
  const device = found.records.find((record) => record.method === 'device')
  const records = found.records.filter((record) => record.method !== 'device')
  // A device key beside personal ways would open the wallet without them: it does not count.
  if (records.length > 0) return { kind: 'personal', records }
  if (device === undefined) return fail('store_corrupt')
  const payload = await decrypt(device.key, wrappingOf(device), device.wrapped)
  return { kind: 'device', keyring: await keyringOf(payload, 0), isNew: found.isNew }
}

/** Wraps the data key of a wallet with a ledger: 1, then the key. An earlier release wrapped the key alone. */
export function dataKeyPayload(dataKey: Uint8Array): Uint8Array<ArrayBuffer> {
  const payload = new Uint8Array(1 + dataKeyLength)
  payload[0] = 1
  payload.set(dataKey, 1)
  return payload
}

/** The keys that a wrapped data key stands for. Overwrites `payload` with zeros. */
export async function keyringOf(payload: Uint8Array<ArrayBuffer>, generation: number): Promise<Keyring> {
  const hasLedger = payload.byteLength === 1 + dataKeyLength && payload[0] === 1
  if (!hasLedger && payload.byteLength !== dataKeyLength) fail('store_corrupt')
  try {
    return { keys: await deriveKeys(payload.subarray(hasLedger ? 1 : 0)), generation, hasLedger }
  } finally {
    payload.fill(0)
  }
}

/** From now on a missing ledger is a damage. Done once it is there. */
export async function markLedger(database: Database): Promise<void> {
  const kept = await transact(database, ['keys'], 'readonly', (transaction) => transaction.objectStore('keys').getAll())
  const record = kept.find((each) => each.method === 'device')
  if (record === undefined) return
  const dataKey = await decrypt(record.key, wrappingOf(record), record.wrapped)
  if (dataKey.byteLength !== dataKeyLength) return
  const payload = dataKeyPayload(dataKey)
  const marked = { ...record, wrapped: await encrypt(record.key, wrappingOf(record), payload) }
  for (const bytes of [payload, dataKey]) bytes.fill(0)
  await transact(database, ['keys'], 'readwrite', async (transaction) => {
    const keys = transaction.objectStore('keys')
    // Another tab may have secured the wallet meanwhile.
    if ((await keys.get(record.id)) !== undefined) await keys.put(marked)
  })
}

async function firstKey(database: Database): Promise<{ readonly records: readonly KeyRecord[]; readonly isNew: boolean }> {
  const dataKey = crypto.getRandomValues(new Uint8Array(dataKeyLength))
  const made = await wrapForDevice(dataKey)
  const ledger = await emptyLedger(await deriveKeys(dataKey), 0)
  return transact(
    database,
    ['keys', 'sources', 'ledger'],
    'readwrite',
    async (transaction) => {
      const keys = transaction.objectStore('keys')
      // Another tab may have been first; what it sealed must stay readable.
      const others = await keys.getAll()
      if (others.length > 0) return { records: others, isNew: false }
      if ((await transaction.objectStore('sources').count()) > 0) fail('store_corrupt')
      await keys.put(made)
      for (const record of ledger) await transaction.objectStore('ledger').put(record)
      return { records: [made], isNew: true }
    },
    'strict',
  )
}

/** Wraps the data key with a new device key, which no script can export. */
async function wrapForDevice(dataKey: Uint8Array<ArrayBuffer>): Promise<DeviceKeyRecord> {
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
  const record = { id: randomId(), method: 'device', key } as const
  const payload = dataKeyPayload(dataKey)
  const wrapped = await encrypt(key, wrappingOf(record), payload)
  payload.fill(0)
  return { ...record, wrapped }
}

function wrappingOf({ id, method }: Pick<DeviceKeyRecord, 'id' | 'method'>): Uint8Array<ArrayBuffer> {
  return bytesOfText(`satchel data key ${method} ${id}`)
}
