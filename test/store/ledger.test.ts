import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, test } from 'vitest'
import { defaultSettings } from '../../src/store/default-settings.ts'
import type { SealedRecord } from '../../src/store/schema.ts'
import { everything, freshDisk, meddle, tab, valueIn } from './disk.ts'
import { credential, entry, report, source, text } from './sample.ts'

/* Somebody writes to the disk behind the wallet's back. */

beforeEach(freshDisk)

const reading = (title: string) => ({
  credential: credential({ title: text(title) }),
  report: report(),
  parts: [],
  endorsements: [],
})
const recordsOf = (store: string, id: string) => meddle<SealedRecord>(store, (each) => each.get(id))
const putBack = (store: string, record: unknown) => meddle(store, (each) => each.put(record))

async function oneEntry() {
  const vault = await tab()
  const [added] = valueIn(await vault.add([entry('a')]))
  return { vault, id: added?.id ?? '' }
}

describe('an older record put back', () => {
  test.each([['cards'], ['readings'], ['cards', 'readings']])('is not taken for the newer one: %s %s', async (...stores) => {
    const { vault, id } = await oneEntry()
    const old = await Promise.all(stores.map((store) => recordsOf(store, id)))
    valueIn(await vault.update(id, reading('Newer')))
    await Promise.all(stores.map((store, index) => putBack(store, old[index])))
    const again = await tab()
    const { cards, damaged } = valueIn(await again.cards())
    if (stores.includes('cards')) {
      expect(cards).toEqual([])
      expect(damaged).toEqual([{ id, kind: 'old', hasSource: true }])
    }
    if (stores.includes('readings')) expect(await again.entry(id)).toMatchObject({ problem: { code: 'store_corrupt' } })
    expect(valueIn(await again.source(id))).toEqual(source('a'))
  })

  test('is found out among the settings, the pins and the lists', async () => {
    const vault = await tab()
    valueIn(await vault.saveSettings({ ...defaultSettings, identities: ['mailto:old@example.org'] }))
    const old = await recordsOf('settings', 'settings')
    valueIn(await vault.saveSettings(defaultSettings))
    await putBack('settings', old)
    expect(await (await tab()).settings()).toMatchObject({ problem: { code: 'store_corrupt' } })
  })

  test('is found out with the shard that names it', async () => {
    const { vault, id } = await oneEntry()
    const [card, old, shard] = await Promise.all([
      recordsOf('cards', id),
      recordsOf('readings', id),
      recordsOf('ledger', `entries ${id.slice(0, 1)}`),
    ])
    valueIn(await vault.update(id, reading('Newer')))
    for (const [store, record] of [
      ['cards', card],
      ['readings', old],
      ['ledger', shard],
    ] as const)
      await putBack(store, record)
    const again = await tab()
    valueIn(await again.cards())
    expect(again.wasMended()).toBe(true)
    expect(again.wasMended()).toBe(false)
  })
})

describe('a record that was taken away or slipped in', () => {
  test('is missed when all of an entry is gone', async () => {
    const { id } = await oneEntry()
    for (const store of ['cards', 'sources', 'readings']) await meddle(store, (each) => each.delete(id))
    expect(valueIn(await (await tab()).cards())).toEqual({ cards: [], damaged: [{ id, kind: 'missing', hasSource: false }] })
  })

  test('does not count when it was removed before', async () => {
    const { vault, id } = await oneEntry()
    const kept = await Promise.all(['cards', 'sources', 'readings'].map((store) => recordsOf(store, id)))
    valueIn(await vault.remove(id))
    await Promise.all(['cards', 'sources', 'readings'].map((store, index) => putBack(store, kept[index])))
    const again = await tab()
    expect(valueIn(await again.cards())).toEqual({ cards: [], damaged: [{ id, kind: 'foreign', hasSource: false }] })
    expect((await again.entry(id)).ok).toBe(false)
    expect((await again.source(id)).ok).toBe(false)
    valueIn(await again.add([entry('a')]))
    expect(valueIn(await again.entry(id))?.source).toEqual(source('a'))
  })

  test('a pin that was withdrawn stays withdrawn', async () => {
    const vault = await tab()
    const pin = { issuer: 'did:key:z6Mk', name: 'X', keys: [], since: '2026-01-01T00:00:00Z' } as never
    valueIn(await vault.keepPin(pin))
    const [record] = await meddle<SealedRecord[]>('pins', (each) => each.getAll())
    valueIn(await vault.dropPin('did:key:z6Mk', '2026-02-01T00:00:00Z'))
    await putBack('pins', record)
    expect(valueIn(await (await tab()).trust()).pins).toEqual([])
  })
})

describe('a damaged ledger', () => {
  const damages: [string, () => Promise<unknown>][] = [
    ['gone', () => meddle('ledger', (each) => each.clear())],
    ['without its root', () => meddle('ledger', (each) => each.delete('root'))],
    [
      'whose root is nonsense',
      async () => putBack('ledger', { ...(await recordsOf('ledger', 'root')), data: new ArrayBuffer(40) }),
    ],
    [
      'without a shard',
      async () => {
        const names = await meddle<IDBValidKey[]>('ledger', (each) => each.getAllKeys())
        await meddle('ledger', (each) => each.delete(names.find((name) => name !== 'root') ?? ''))
      },
    ],
  ]
  test.each(damages)('costs no credential, and is said: %s', async (_name, damage) => {
    const { vault, id } = await oneEntry()
    valueIn(await vault.add([entry('b'), entry('c')]))
    vault.close()
    await damage()
    const again = await tab()
    expect(valueIn(await again.cards())).toMatchObject({ cards: [{}, {}, {}], damaged: [] })
    expect(valueIn(await again.entry(id))?.source).toEqual(source('a'))
    expect(again.wasMended()).toBe(true)
    again.close()
    const later = await tab()
    expect(valueIn(await later.cards()).cards).toHaveLength(3)
    expect(later.wasMended()).toBe(false)
  })
})

test('a hundred changes at once in two tabs are all kept, in some order', async () => {
  const [one, other] = [await tab(), await tab()]
  const names = Array.from({ length: 50 }, (_each, index) => `badge ${index}`)
  const added = await Promise.all(names.flatMap((name) => [one.add([entry(`${name} a`)]), other.add([entry(`${name} b`)])]))
  expect(added.filter(({ ok }) => !ok)).toEqual([])
  const third = await tab()
  expect(valueIn(await third.cards())).toMatchObject({ damaged: [] })
  expect(valueIn(await third.cards()).cards).toHaveLength(100)
})

test('nothing in the ledger can be read on disk', async () => {
  const { id } = await oneEntry()
  const rows = (await everything()).filter(({ store }) => store === 'ledger')
  expect(rows.length).toBeGreaterThan(1)
  for (const { value } of rows) expect(JSON.stringify(value)).not.toContain(id)
})
