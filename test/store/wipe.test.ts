import 'fake-indexeddb/auto'
import { openDB } from 'idb'
import { afterEach, expect, test, vi } from 'vitest'
import { wipe } from '../../src/store/wipe.ts'

afterEach(() => vi.restoreAllMocks())

async function makeWallet(): Promise<void> {
  const database = await openDB('wallet', 1, { upgrade: (made) => void made.createObjectStore('cards').put('a', 1) })
  database.close()
}

const names = async () => (await indexedDB.databases()).map(({ name }) => name)

test('a wiped database is gone, and nothing stays in its place or beside it', async () => {
  await makeWallet()
  await wipe('wallet')
  expect(await names()).toEqual([])
})

test('others are there before it goes and go after it: that has the browser write its files anew', async () => {
  await makeWallet()
  const done: string[] = []
  const [open, remove] = [indexedDB.open.bind(indexedDB), indexedDB.deleteDatabase.bind(indexedDB)]
  vi.spyOn(indexedDB, 'open').mockImplementation((name, version) => {
    done.push('made')
    return open(name, version)
  })
  vi.spyOn(indexedDB, 'deleteDatabase').mockImplementation((name) => {
    done.push(name === 'wallet' ? 'wallet gone' : 'gone')
    return remove(name)
  })
  await wipe('wallet')
  expect(done).toEqual(['made', 'made', 'made', 'wallet gone', 'gone', 'gone', 'gone'])
})

test('without room for others it goes all the same', async () => {
  await makeWallet()
  vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError')
  })
  await wipe('wallet')
  expect(await names()).toEqual([])
})

test('one that is held open elsewhere is not waited for for ever, and goes once it is let go of', async () => {
  await makeWallet()
  const asleep = await openDB('wallet', 1)
  await wipe('wallet')
  expect(await names()).toEqual(['wallet'])
  asleep.close()
  await vi.waitFor(async () => expect(await names()).toEqual([]))
})
