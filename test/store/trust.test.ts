import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { Pin } from '../../src/core/trust/pins.ts'
import type { KeptList, VaultEvent } from '../../src/store/types.ts'
import { everything, freshDisk, meddle, tab, valueIn } from './disk.ts'

beforeEach(freshDisk)

const at = '2026-11-23T12:00:00.000Z'
const later = '2026-11-24T12:00:00.000Z'

function kept(id: string, more: Partial<KeptList> = {}): KeptList {
  return {
    id,
    origin: {
      source: 'dcc-legacy',
      name: 'Open Learning Registry',
      kind: 'production',
      url: 'https://registry.example/list.json',
    },
    isOn: true,
    addedAt: at,
    list: {
      name: 'Open Learning Registry',
      kind: 'production',
      asOf: at,
      entries: new Map([
        ['did:web:westbridge.example', { name: 'Westbridge College', thumbprints: ['a'] }],
        ['did:key:none', null],
        ['__proto__', { name: 'Proto' }],
      ]),
      hosts: new Map([['kestrel.example', { name: 'Kestrel University' }]]),
      complete: false,
    },
    triedAt: at,
    trouble: null,
    ...more,
  }
}

const pin: Pin = { issuer: 'did:web:westbridge.example', name: 'Westbridge College', thumbprints: ['key-1'], since: at }

describe('whom a person trusts', () => {
  test('is nobody at first', async () => {
    expect(valueIn(await (await tab()).trust())).toEqual({ lists: [], pins: [], changedAt: '' })
  })

  test('comes back as it was kept, in order, after closing and opening', async () => {
    const first = await tab()
    const lists = [kept('b', { list: null, addedAt: later, trouble: { code: 'fetch_failed' } }), kept('a', { anchor: 'key' })]
    for (const list of lists) valueIn(await first.keepList(list, at))
    valueIn(await first.keepPin(pin))
    first.close()
    const second = await tab()
    expect(valueIn(await second.trust())).toEqual({ lists: lists.toReversed(), pins: [pin], changedAt: at })
  })

  test('is changed and taken back', async () => {
    const vault = await tab()
    valueIn(await vault.keepList(kept('a'), at))
    valueIn(await vault.keepPin(pin))
    valueIn(await vault.keepList(kept('a', { isOn: false }), null))
    valueIn(await vault.keepPin({ ...pin, thumbprints: ['key-1', 'key-2'] }))
    expect(valueIn(await vault.trust())).toMatchObject({
      lists: [{ id: 'a', isOn: false }],
      pins: [{ thumbprints: ['key-1', 'key-2'] }],
    })
    valueIn(await vault.dropList('a', later))
    valueIn(await vault.dropPin(pin.issuer, later))
    expect(valueIn(await vault.trust())).toEqual({ lists: [], pins: [], changedAt: later })
  })

  test('says when it changed, and not when a list was only read again', async () => {
    const vault = await tab()
    valueIn(await vault.keepList(kept('a'), at))
    valueIn(await vault.keepList(kept('a', { triedAt: later }), null))
    expect(valueIn(await vault.trust()).changedAt).toBe(at)
  })

  test('lies on disk sealed, under names that say nothing', async () => {
    const vault = await tab()
    valueIn(await vault.keepList(kept('a'), at))
    valueIn(await vault.keepPin(pin))
    const records = (await everything()).filter(({ store }) => store === 'lists' || store === 'pins' || store === 'settings')
    expect(records.map(({ store }) => store).sort()).toEqual(['lists', 'pins', 'settings'])
    const text = records
      .map(
        ({ key, value }) => JSON.stringify([key, value]) + Buffer.from((value as { data: ArrayBuffer }).data).toString('latin1'),
      )
      .join()
    for (const word of ['westbridge', 'Westbridge', 'kestrel', 'registry.example', 'Registry', 'key-1'])
      expect(text).not.toContain(word)
  })

  test('is told to the other tabs', async () => {
    const [one, other] = [await tab(), await tab()]
    const heard: VaultEvent[] = []
    other.subscribe((event) => void heard.push(event))
    await one.keepPin(pin)
    await vi.waitFor(() => expect(heard).toEqual([{ kind: 'trust' }]))
    expect(valueIn(await other.trust()).pins).toEqual([pin])
  })

  test('stands when one record of it is damaged', async () => {
    const vault = await tab()
    for (const id of ['a', 'b']) valueIn(await vault.keepList(kept(id), at))
    const record = await meddle('lists', (store) => store.get('a') as IDBRequest<{ data: ArrayBuffer }>)
    await meddle('lists', (store) => store.put({ ...record, data: new Uint8Array(record.data).fill(7).buffer }))
    expect(valueIn(await vault.trust()).lists.map(({ id }) => id)).toEqual(['b'])
  })

  test('goes with everything else when all is erased', async () => {
    const vault = await tab()
    valueIn(await vault.keepList(kept('a'), at))
    valueIn(await vault.keepPin(pin))
    valueIn(await vault.erase())
    expect(valueIn(await (await tab()).trust())).toEqual({ lists: [], pins: [], changedAt: '' })
  })
})
