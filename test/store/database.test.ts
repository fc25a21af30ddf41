import 'fake-indexeddb/auto'
import { unwrap } from 'idb'
import { beforeEach, expect, test, vi } from 'vitest'
import { openDatabase } from '../../src/store/database.ts'
import { migrations } from '../../src/store/migrations.ts'
import { freshDisk, rawDatabase } from './disk.ts'

beforeEach(freshDisk)

test('a store takes only the steps that it lacks, in their order, and keeps what is in it', async () => {
  const first = await openDatabase({ steps: migrations.slice(0, 1) })
  await first.put('settings', { id: 'a', version: 1, iv: new Uint8Array(12), data: new ArrayBuffer(1) })
  first.close()
  const taken: string[] = []
  const database = await openDatabase({
    steps: [
      () => taken.push('one'),
      () => taken.push('two'),
      (_database, transaction) => {
        taken.push('three')
        const settings: Pick<IDBObjectStore, 'createIndex'> = unwrap(transaction.objectStore('settings'))
        settings.createIndex('new', 'version')
      },
    ],
  })
  expect(taken).toEqual(['two', 'three'])
  expect([...database.transaction('settings').store.indexNames]).toEqual(['new'])
  expect(await database.count('settings')).toBe(1)
  database.close()
})

test('an upgrade that another tab blocks is told, waits for it, and goes on', async () => {
  const sleeping = await rawDatabase(1)
  const onBlocked = vi.fn(() => sleeping.close())
  const database = await openDatabase({ steps: [...migrations, () => undefined], onBlocked })
  expect(onBlocked).toHaveBeenCalledOnce()
  expect(database.version).toBe(migrations.length + 1)
  database.close()
})

test('an upgrade that stays blocked ends in time, and lets go should it come through later', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  try {
    const sleeping = await rawDatabase(1)
    const opening = openDatabase({ steps: [...migrations, () => undefined], onBlocked: () => vi.advanceTimersByTime(20_000) })
    await expect(opening).rejects.toMatchObject({ problem: { code: 'store_blocked' } })
    sleeping.close()
  } finally {
    vi.useRealTimers()
  }
  // Were the late connection still open, this would be blocked for ever.
  await new Promise<void>((resolve, reject) => {
    setTimeout(() => {
      const request = indexedDB.deleteDatabase('satchel')
      request.onsuccess = () => resolve()
      request.onblocked = () => reject(new Error('blocked'))
    }, 50)
  })
})

test('a database whose files the browser still holds after a crash is tried again', async () => {
  const { open } = indexedDB
  let refused = 0
  vi.spyOn(indexedDB, 'open').mockImplementation((...given) => {
    refused += 1
    if (refused < 3) throw new DOMException('Internal error opening backing store', 'UnknownError')
    return open.apply(indexedDB, given)
  })
  const database = await openDatabase()
  expect(refused).toBe(3)
  database.close()
  vi.restoreAllMocks()
})
