import { fail } from '../core/problem.ts'
import type { VaultKeys } from './crypto.ts'
import { dataKeyLength, decrypt, deriveKeys, encrypt, randomId } from './crypto.ts'
import type { Database } from './database.ts'
import { transact } from './database.ts'
import { bytesOfText } from './pack.ts'
import type { DeviceKeyRecord, KeyRecord } from './schema.ts'

/**
 * Unlocks the data key, making one on first use. Fails with `store_corrupt` when there is a store but its key is
 * gone or cannot be unwrapped: a new key would only hide that.
 */
export async function unlock(database: Database): Promise<VaultKeys> {
  const kept = await transact(database, ['keys'], 'readonly', (transaction) => transaction.objectStore('keys').getAll())
  const records = kept.length > 0 ? kept : [await firstKey(database)]
  const dataKey = await dataKeyOf(records)
  try {
    return await deriveKeys(dataKey)
  } finally {
    dataKey.fill(0)
  }
}

/** Each method of unlocking is a case here. */
async function dataKeyOf(records: readonly KeyRecord[]): Promise<Uint8Array<ArrayBuffer>> {
  const record = records.find(({ method }) => method === 'device')
  return record === undefined ? fail('store_corrupt') : decrypt(record.key, wrappingOf(record), record.wrapped)
}

async function firstKey(database: Database): Promise<KeyRecord> {
  const made = await wrapForDevice(crypto.getRandomValues(new Uint8Array(dataKeyLength)))
  return transact(
    database,
    ['keys', 'sources'],
    'readwrite',
    async (transaction) => {
      const keys = transaction.objectStore('keys')
      // Another tab may have been first; what it sealed must stay readable.
      const [other] = await keys.getAll()
      if (other !== undefined) return other
      if ((await transaction.objectStore('sources').count()) > 0) fail('store_corrupt')
      await keys.put(made)
      return made
    },
    'strict',
  )
}

/** Wraps the data key with a new device key, which no script can export. */
async function wrapForDevice(dataKey: Uint8Array<ArrayBuffer>): Promise<DeviceKeyRecord> {
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
  const record = { id: randomId(), method: 'device', key } as const
  const wrapped = await encrypt(key, wrappingOf(record), dataKey)
  dataKey.fill(0)
  return { ...record, wrapped }
}

function wrappingOf({ id, method }: Pick<KeyRecord, 'id' | 'method'>): Uint8Array<ArrayBuffer> {
  return bytesOfText(`satchel data key ${method} ${id}`)
}
