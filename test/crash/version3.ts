import { cardOf } from '../../src/store/card.ts'
import { decrypt, deriveKeys, idOfSource, seal } from '../../src/store/crypto.ts'
import { bytesOfText, pack } from '../../src/store/pack.ts'
import type { DeviceKeyRecord, SealedRecord } from '../../src/store/schema.ts'
import { fixtures, restore } from '../store/fixtures.ts'
import type { Given } from './protocol.ts'
import { entryOf } from './steps.ts'

/** Writes the fixture of version 3, and more credentials sealed as that release did: without a revision, and in no ledger. */
export async function writeVersion3(more: readonly Given[]): Promise<void> {
  const fixture = fixtures.find(({ version }) => version === 3)
  if (fixture === undefined) throw new Error('no fixture of version 3')
  await restore(fixture)
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open('satchel', 3)
    opening.onsuccess = () => resolve(opening.result)
    opening.onerror = () => reject(opening.error)
  })
  const keys = await keysOf(database)
  const records = await Promise.all(
    more.map(async (given, index): Promise<readonly (readonly [string, SealedRecord])[]> => {
      const { source, ...reading } = await entryOf(given, index)
      const id = await idOfSource(keys, source.bytes)
      const card = bytesOfText(JSON.stringify(cardOf({ id, ...reading })))
      return [
        ['sources', await seal(keys, 'sources', id, 1, pack(source))],
        ['readings', await seal(keys, 'readings', id, 1, pack(reading))],
        ['cards', await seal(keys, 'cards', id, 1, card)],
      ]
    }),
  )
  await new Promise<void>((resolve, reject) => {
    const transaction = database.transaction(['sources', 'readings', 'cards'], 'readwrite', { durability: 'strict' })
    for (const [store, record] of records.flat()) transaction.objectStore(store).put(record)
    transaction.oncomplete = () => resolve()
    transaction.onabort = () => reject(transaction.error)
  })
  database.close()
}

async function keysOf(database: IDBDatabase) {
  const [device] = await new Promise<DeviceKeyRecord[]>((resolve, reject) => {
    const request = database.transaction('keys').objectStore('keys').getAll()
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
  if (device === undefined) throw new Error('the fixture has no device key')
  return deriveKeys(await decrypt(device.key, bytesOfText(`satchel data key device ${device.id}`), device.wrapped))
}
