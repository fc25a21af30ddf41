import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { KeptCopy, LogEntry } from '../../src/net/types.ts'
import { defaultSettings } from '../../src/store/default-settings.ts'
import { migrations } from '../../src/store/migrations.ts'
import type { SealedRecord } from '../../src/store/schema.ts'
import type { Settings, Vault, VaultEvent } from '../../src/store/types.ts'
import { openVault } from '../../src/store/vault.ts'
import { everything, freshDisk, meddle, rawDatabase, stretch, tab, valueIn } from './disk.ts'
import { credential, entry, report, source, text } from './sample.ts'

beforeEach(freshDisk)
afterEach(() => {
  vi.restoreAllMocks()
})

const logEntry = (host: string): LogEntry => ({
  at: '2026-11-23T12:00:00.000Z',
  host,
  purpose: 'status',
  outcome: 'fetched',
  bytes: 12,
  milliseconds: 3,
})
const copy = (url: string, content = '{}'): KeptCopy => ({
  url,
  finalUrl: url,
  bytes: new TextEncoder().encode(content),
  mediaType: 'application/json',
  fetchedAt: '2026-11-23T12:00:00.000Z',
})

describe('an entry', () => {
  test('comes back as it was given, byte for byte, after closing and opening', async () => {
    const first = await tab()
    const given = entry('{"id": "urn:uuid:1" }\r\n')
    const [added] = valueIn(await first.add([given]))
    first.close()
    const kept = valueIn(await (await tab()).entry(added?.id ?? ''))
    expect(kept).toEqual({ id: added?.id, ...given })
    expect(added).toMatchObject({ isNew: true, id: expect.stringMatching(/^[\w-]{43}$/) })
  })

  test('of any bytes and any name comes back', async () => {
    const vault = await tab()
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2_000 }), fc.string({ unit: 'grapheme' }), async (bytes, name) => {
        const [added] = valueIn(await vault.add([entry('', { source: { bytes, name } })]))
        expect(valueIn(await vault.entry(added?.id ?? ''))?.source.bytes).toEqual(bytes)
      }),
      { numRuns: 50 },
    )
  })

  test('of any JSON that a credential may hold comes back', async () => {
    const vault = await tab()
    let count = 0
    await fc.assert(
      fc.asyncProperty(fc.dictionary(fc.string(), fc.jsonValue({ noUnicodeString: false })), async (members) => {
        const document = JSON.parse(JSON.stringify(members)) as Record<string, never>
        const [added] = valueIn(await vault.add([entry(`${count++}`, { credential: credential({ document }) })]))
        const kept = valueIn(await vault.entry(added?.id ?? ''))
        expect(JSON.stringify(kept?.credential.document)).toBe(JSON.stringify(document))
      }),
      { numRuns: 50 },
    )
  })

  test('with a member named __proto__ comes back with it', async () => {
    const vault = await tab()
    const document = JSON.parse('{"__proto__": {"polluted": true}, "type": "x"}') as Record<string, never>
    const [added] = valueIn(await vault.add([entry('x', { credential: credential({ document }) })]))
    const kept = valueIn(await vault.entry(added?.id ?? ''))
    expect(JSON.stringify(kept?.credential.document)).toBe('{"__proto__":{"polluted":true},"type":"x"}')
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
  })

  test('added twice is one, with its newest reading and its first date', async () => {
    const vault = await tab()
    const [first] = valueIn(await vault.add([entry('same')]))
    const again = entry('same', {
      source: source('same', 'copy.json'),
      report: report({ verdict: 'not-verified' }),
      addedAt: '2027-01-01T00:00:00.000Z',
    })
    expect(valueIn(await vault.add([again]))).toEqual([{ id: first?.id, isNew: false }])
    const kept = valueIn(await vault.entry(first?.id ?? ''))
    expect(kept).toMatchObject({
      source: { name: 'badge.json' },
      addedAt: '2026-11-23T12:00:00.000Z',
      report: { verdict: 'not-verified' },
    })
    const { cards } = valueIn(await vault.cards())
    expect(cards).toMatchObject([{ id: first?.id, addedAt: '2026-11-23T12:00:00.000Z', verdict: 'not-verified' }])
  })

  test('twice in one batch is one, and new only once', async () => {
    const vault = await tab()
    const added = valueIn(await vault.add([entry('a'), entry('b'), entry('a')]))
    expect(added.map(({ isNew }) => isNew)).toEqual([true, true, false])
    expect(added[0]?.id).toBe(added[2]?.id)
    expect(valueIn(await vault.cards()).cards).toHaveLength(2)
  })

  test('that was an example and is added as one of my own is my own', async () => {
    const vault = await tab()
    await vault.add([entry('a', { example: true })])
    await vault.add([entry('a')])
    expect(valueIn(await vault.cards()).cards).toMatchObject([{ example: false }])
    await vault.add([entry('a', { example: true })])
    expect(valueIn(await vault.cards()).cards).toMatchObject([{ example: false }])
  })

  test('verified again has a new reading and everything else as before', async () => {
    const vault = await tab()
    const [added] = valueIn(await vault.add([entry('a', { example: true })]))
    const reading = {
      credential: credential({ title: text('Renamed') }),
      report: report({ verdict: 'cannot-tell', at: '2026-12-01T00:00:00.000Z' }),
      parts: [{ credential: credential(), parts: [], endorsements: [] }],
      endorsements: [],
    }
    valueIn(await vault.update(added?.id ?? '', reading))
    expect(valueIn(await vault.entry(added?.id ?? ''))).toEqual({ id: added?.id, ...entry('a', { example: true }), ...reading })
    expect(valueIn(await vault.cards()).cards).toMatchObject([
      { title: 'Renamed', verdict: 'cannot-tell', verifiedAt: '2026-12-01T00:00:00.000Z', example: true },
    ])
  })

  test('verified again after it was removed stays removed', async () => {
    const vault = await tab()
    const [added] = valueIn(await vault.add([entry('a')]))
    await vault.remove(added?.id ?? '')
    valueIn(await vault.update(added?.id ?? '', { credential: credential(), report: report(), parts: [], endorsements: [] }))
    expect(valueIn(await vault.cards())).toEqual({ cards: [], damaged: [] })
  })

  test('removed is gone, and undone is as before', async () => {
    const vault = await tab()
    const [added] = valueIn(await vault.add([entry('a', { example: true }), entry('b')]))
    const before = valueIn(await vault.cards())
    const removed = valueIn(await vault.remove(added?.id ?? ''))
    expect(valueIn(await vault.entry(added?.id ?? ''))).toBeNull()
    expect(valueIn(await vault.cards()).cards).toHaveLength(1)
    if (removed === null) throw new Error('nothing to undo')
    expect(valueIn(await vault.add([removed]))).toEqual([{ id: added?.id, isNew: true }])
    expect(valueIn(await vault.cards())).toEqual(before)
    expect(valueIn(await vault.remove('nobody'))).toBeNull()
  })

  test('is listed newest first', async () => {
    const vault = await tab()
    const dates = ['2026-01-02', '2026-03-01', '2026-01-01'].map((day) => `${day}T00:00:00.000Z`)
    await vault.add(dates.map((addedAt) => entry(addedAt, { addedAt })))
    expect(valueIn(await vault.cards()).cards.map(({ addedAt }) => addedAt)).toEqual([dates[1], dates[0], dates[2]])
  })

  test('shows the picture that lies in it', async () => {
    const vault = await tab()
    const png = btoa('x'.repeat(3_000))
    const [added] = valueIn(
      await vault.add([entry('a', { credential: credential({ image: { url: `data:image/PNG;base64,${png}` } }) })]),
    )
    const [card] = valueIn(await vault.cards()).cards
    expect(card?.picture).toBe(`entry:${added?.id}`)
    const picture = valueIn(await vault.picture(card?.picture ?? ''))
    expect(picture).toMatchObject({ mediaType: 'image/png', bytes: new TextEncoder().encode('x'.repeat(3_000)) })
    expect(valueIn(await vault.picture('entry:nobody'))).toBeNull()
  })
})

test('whatever is done in whatever order and tab, the wallet holds what was added and not removed', async () => {
  const names = fc.constantFrom('a', 'b', 'c', 'd')
  const step = fc.oneof(
    fc.record({ do: fc.constant('add' as const), names: fc.array(names, { minLength: 1, maxLength: 4 }) }),
    fc.record({ do: fc.constant('remove' as const), names: fc.array(names, { minLength: 1, maxLength: 1 }) }),
    fc.record({ do: fc.constant('update' as const), names: fc.array(names, { minLength: 1, maxLength: 1 }) }),
    fc.record({ do: fc.constantFrom('reopen' as const, 'list' as const), names: fc.constant([]) }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(step, fc.boolean()), { maxLength: 20 }), async (steps) => {
      freshDisk()
      const tabs = [await tab(), await tab()]
      const ids = new Map<string, string>()
      const expected = new Map<string, 'verified' | 'cannot-tell'>()
      for (const [{ do: what, names: given }, inOther] of steps) {
        const vault = tabs[inOther ? 1 : 0] as Vault
        if (what === 'add') {
          const added = valueIn(await vault.add(given.map((name) => entry(name))))
          given.forEach((name, index) => {
            ids.set(name, added[index]?.id ?? '')
            expected.set(name, 'verified')
          })
        } else if (what === 'reopen') {
          vault.close()
          tabs[inOther ? 1 : 0] = await tab()
        } else if (what === 'list') {
          valueIn(await vault.cards())
        }
        for (const name of what === 'remove' || what === 'update' ? given : []) {
          const id = ids.get(name) ?? 'nobody'
          if (what === 'remove') {
            valueIn(await vault.remove(id))
            expected.delete(name)
          } else {
            valueIn(
              await vault.update(id, {
                credential: credential(),
                report: report({ verdict: 'cannot-tell' }),
                parts: [],
                endorsements: [],
              }),
            )
            if (expected.has(name)) expected.set(name, 'cannot-tell')
          }
        }
      }
      const wanted = new Map([...expected].map(([name, verdict]) => [ids.get(name), verdict]))
      for (const vault of tabs) {
        const listed = async () => valueIn(await vault.cards())
        // What one tab did reaches the other a moment later.
        await expect
          .poll(async () => new Map((await listed()).cards.map(({ id, verdict }) => [id, verdict])), { interval: 1 })
          .toEqual(wanted)
        expect((await listed()).damaged).toEqual([])
      }
    }),
    { numRuns: 25 },
  )
})

describe('on disk', () => {
  test('nothing of a credential, a picture, a copy, the log or the settings is readable', async () => {
    const vault = await tab()
    const marker = 'Quetzalcoatl'
    const given = entry(`{"name":"${marker}"}`, {
      source: source(`{"name":"${marker}"}`, `${marker}.json`),
      credential: credential({ title: text(marker) }),
      report: report({ input: marker }),
    })
    const settings: Settings = { ...defaultSettings, identities: [`mailto:${marker}@example.org`] }
    const [added] = valueIn(await vault.add([given]))
    valueIn(
      await vault.keepPicture({
        url: `https://${marker}.example/p.png`,
        bytes: new TextEncoder().encode(marker),
        mediaType: 'image/png',
        fetchedAt: '2026-11-23T12:00:00.000Z',
      }),
    )
    valueIn(await vault.saveSettings(settings))
    await vault.keeper.keep(copy(`https://${marker}.example/`, marker))
    await vault.keeper.log(logEntry(`${marker}.example`))

    const records = await everything()
    expect(new Set(records.map(({ store }) => store))).toEqual(
      new Set(['keys', 'cards', 'sources', 'readings', 'pictures', 'copies', 'log', 'settings', 'ledger']),
    )
    const words = [
      marker,
      btoa(marker),
      'westbridge',
      'mailto',
      'https',
      'Foundations',
      'verified',
      '2026-11-23',
      'image/png',
      'application/json',
    ]
    for (const record of records) {
      const clear = readable(record).toLowerCase()
      for (const word of words) expect(clear).not.toContain(word.toLowerCase())
    }
    expect(added?.id).not.toContain(await sha256(given.source.bytes))
  })

  test('two people who keep the same credential keep it under different names', async () => {
    const [one] = valueIn(await (await tab()).add([entry('same')]))
    freshDisk()
    const [other] = valueIn(await (await tab()).add([entry('same')]))
    expect(one?.id).not.toBe(other?.id)
  })

  test('the device key cannot be exported', async () => {
    await tab()
    const [record] = await meddle<{ method: string; key: CryptoKey }[]>('keys', (keys) => keys.getAll())
    expect(record).toMatchObject({ method: 'device', key: { extractable: false } })
    await expect(crypto.subtle.exportKey('raw', record?.key as CryptoKey)).rejects.toThrow()
  })

  test('equal content is sealed differently each time', async () => {
    const vault = await tab()
    const [added] = valueIn(await vault.add([entry('a')]))
    const before = await meddle<SealedRecord>('cards', (cards) => cards.get(added?.id ?? ''))
    await vault.update(added?.id ?? '', entry('a'))
    const after = await meddle<SealedRecord>('cards', (cards) => cards.get(added?.id ?? ''))
    expect(Buffer.from(after.iv)).not.toEqual(Buffer.from(before.iv))
    expect(Buffer.from(after.data)).not.toEqual(Buffer.from(before.data))
  })
})

describe('a record that was tampered with', () => {
  const tamper = async (store: string, id: string, change: (record: SealedRecord) => SealedRecord) => {
    const record = await meddle<SealedRecord>(store, (each) => each.get(id))
    await meddle(store, (each) => each.put(change(record)))
  }
  const flipped = (record: SealedRecord): SealedRecord => {
    const data = new Uint8Array(record.data.slice(0))
    data[3] = (data[3] ?? 0) ^ 1
    return { ...record, data: data.buffer }
  }
  const changes: [string, (record: SealedRecord) => unknown][] = [
    ['changed', flipped],
    ['cut short', (record) => ({ ...record, data: record.data.slice(0, -1) })],
    ['emptied', (record) => ({ ...record, data: new ArrayBuffer(0) })],
    ['given another version', (record) => ({ ...record, version: 2 })],
    ['replaced by something else', ({ id }) => ({ id })],
  ]

  test.each(changes)('is told apart and takes no other with it: %s', async (_name, change) => {
    const vault = await tab()
    const [bad, good] = valueIn(await vault.add([entry('bad'), entry('good')]))
    for (const store of ['cards', 'readings']) await tamper(store, bad?.id ?? '', (record) => change(record) as SealedRecord)
    const { cards, damaged } = valueIn(await vault.cards())
    expect(cards.map(({ id }) => id)).toEqual([good?.id])
    expect(damaged).toMatchObject([{ id: bad?.id, hasSource: true }])
    expect(await vault.entry(bad?.id ?? '')).toEqual({ ok: false, problem: { code: 'store_corrupt' } })
    expect((await vault.entry(good?.id ?? '')).ok).toBe(true)
  })

  test.each(['cards', 'sources', 'readings'])('is found out when it was swapped with another of %s', async (store) => {
    const vault = await tab()
    const [one, other] = valueIn(await vault.add([entry('one'), entry('other')]))
    const [a, b] = [one?.id ?? '', other?.id ?? '']
    const kept = await meddle<SealedRecord>(store, (each) => each.get(a))
    await tamper(store, a, (record) => ({ ...record }))
    await meddle<SealedRecord>(store, (each) => each.get(b)).then((record) => tamper(store, a, () => ({ ...record, id: a })))
    await tamper(store, b, () => ({ ...kept, id: b }))
    if (store === 'cards')
      expect(valueIn(await vault.cards())).toMatchObject({ cards: [], damaged: [a, b].sort().map((id) => ({ id })) })
    else for (const id of [a, b]) expect(await vault.entry(id)).toMatchObject({ problem: { code: 'store_corrupt' } })
  })

  test('is found out when it was moved to another store', async () => {
    const vault = await tab()
    const [added] = valueIn(await vault.add([entry('a')]))
    const reading = await meddle<SealedRecord>('readings', (each) => each.get(added?.id ?? ''))
    await meddle('cards', (cards) => cards.put(reading))
    expect(valueIn(await vault.cards())).toEqual({
      cards: [],
      damaged: [{ id: added?.id, kind: expect.any(String), hasSource: true }],
    })
  })

  test('and whose card is gone altogether is not forgotten', async () => {
    const vault = await tab()
    const [added] = valueIn(await vault.add([entry('a')]))
    await meddle('cards', (cards) => cards.clear())
    expect(valueIn(await vault.cards())).toEqual({
      cards: [],
      damaged: [{ id: added?.id, kind: expect.any(String), hasSource: true }],
    })
    expect(valueIn(await vault.source(added?.id ?? ''))).toEqual(source('a'))
  })

  test('still gives its original bytes when only the reading is damaged, is repaired by adding it again, and can be removed', async () => {
    const vault = await tab()
    const [added] = valueIn(await vault.add([entry('a')]))
    const id = added?.id ?? ''
    await tamper('readings', id, flipped)
    expect(valueIn(await vault.source(id))).toEqual(source('a'))
    await tamper('sources', id, flipped)
    expect(await vault.source(id)).toMatchObject({ problem: { code: 'store_corrupt' } })
    valueIn(await vault.add([entry('a')]))
    expect(valueIn(await vault.entry(id))?.source).toEqual(source('a'))
    await tamper('readings', id, flipped)
    expect(valueIn(await vault.remove(id))).toBeNull()
    expect(valueIn(await vault.cards())).toEqual({ cards: [], damaged: [] })
  })

  test('among copies and the log costs only itself', async () => {
    const vault = await tab()
    await vault.keeper.keep(copy('https://a.example/'))
    await vault.keeper.log(logEntry('a.example'))
    await vault.keeper.log(logEntry('b.example'))
    const [record] = await meddle<SealedRecord[]>('copies', (each) => each.getAll())
    await tamper('copies', record?.id ?? '', flipped)
    const [line] = await meddle<SealedRecord[]>('log', (each) => each.getAll())
    await meddle('log', (each) => each.put(flipped(line as SealedRecord), 1))
    expect(await vault.keeper.recall('https://a.example/')).toBeNull()
    expect(valueIn(await vault.log(10)).map(({ host }) => host)).toEqual(['b.example'])
  })

  test('as the data key closes the store instead of starting a new one over it', async () => {
    const vault = await tab()
    await vault.add([entry('a')])
    const [record] = await meddle<{ id: string; wrapped: SealedRecord }[]>('keys', (keys) => keys.getAll())
    await meddle('keys', (keys) => keys.put({ ...record, wrapped: flipped(record?.wrapped as SealedRecord) }))
    expect(await openVault({ stretch })).toEqual({ ok: false, problem: { code: 'store_corrupt' } })
    await meddle('keys', (keys) => keys.clear())
    expect(await openVault({ stretch })).toEqual({ ok: false, problem: { code: 'store_corrupt' } })
  })
})

describe('the list of cards', () => {
  test('is opened once, and after a change only what changed', async () => {
    const vault = await tab()
    const added = valueIn(await vault.add(Array.from({ length: 20 }, (_each, index) => entry(`${index}`))))
    await vault.cards()
    const decrypt = vi.spyOn(crypto.subtle, 'decrypt')
    expect(valueIn(await vault.cards()).cards).toHaveLength(20)
    expect(decrypt).not.toHaveBeenCalled()
    await vault.update(added[3]?.id ?? '', {
      credential: credential(),
      report: report({ verdict: 'cannot-tell' }),
      parts: [],
      endorsements: [],
    })
    decrypt.mockClear()
    const { cards } = valueIn(await vault.cards())
    expect(cards.filter(({ verdict }) => verdict === 'cannot-tell').map(({ id }) => id)).toEqual([added[3]?.id])
    expect(decrypt).toHaveBeenCalledTimes(1)
  })

  test('is not answered from memory once the store is closed or erased', async () => {
    const [one, other] = [await tab(), await tab()]
    await one.add([entry('a')])
    await other.cards()
    await one.erase()
    expect(await other.cards()).toEqual({ ok: false, problem: { code: 'store_unavailable' } })
  })

  test('is in step with another tab as soon as that is heard of', async () => {
    const [one, other] = [await tab(), await tab()]
    await other.cards()
    const listed = new Promise((resolve) => {
      other.subscribe(() => resolve(other.cards()))
    })
    const [added] = valueIn(await one.add([entry('a')]))
    expect(await listed).toMatchObject({ ok: true, value: { cards: [{ id: added?.id }] } })
  })
})

describe('trouble', () => {
  test.each([
    ['QuotaExceededError', 'store_quota'],
    ['AbortError', 'store_aborted'],
    ['UnknownError', 'store_aborted'],
  ])('%s is %s and leaves nothing half written', async (name, code) => {
    const vault = await tab()
    const [kept] = valueIn(await vault.add([entry('kept')]))
    const put = IDBObjectStore.prototype.put
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function put_(this: IDBObjectStore, value: unknown, ...key) {
      if (this.name === 'readings') throw new DOMException('trouble', name)
      return put.call(this, value, ...key)
    })
    expect(
      await vault.add([entry('new 1'), entry('new 2'), entry('kept', { report: report({ verdict: 'not-verified' }) })]),
    ).toEqual({ ok: false, problem: { code } })
    vi.restoreAllMocks()
    expect(valueIn(await vault.cards()).cards).toMatchObject([{ id: kept?.id, verdict: 'verified' }])
    expect((await everything()).filter(({ store }) => store === 'sources')).toHaveLength(1)
    expect((await vault.add([entry('new 1')])).ok).toBe(true)
  })

  test('a transaction that the browser aborts leaves nothing half written', async () => {
    const vault = await tab()
    const put = IDBObjectStore.prototype.put
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function put_(this: IDBObjectStore, value: unknown, ...key) {
      const request = put.call(this, value, ...key)
      if (this.name === 'readings') this.transaction.abort()
      return request
    })
    expect(await vault.add([entry('new')])).toEqual({ ok: false, problem: { code: 'store_aborted' } })
    vi.restoreAllMocks()
    expect(valueIn(await vault.cards())).toEqual({ cards: [], damaged: [] })
  })

  test('a store of a newer version is left alone', async () => {
    ;(await rawDatabase(99)).close()
    expect(await openVault({ stretch })).toEqual({ ok: false, problem: { code: 'store_newer' } })
  })

  test('no store at all is said plainly', async () => {
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('no', 'SecurityError')
    })
    expect(await openVault({ stretch })).toEqual({ ok: false, problem: { code: 'store_unavailable' } })
  })

  test('a closed vault says so and throws nothing', async () => {
    const vault = await tab()
    vault.close()
    for (const outcome of [await vault.cards(), await vault.add([entry('a')]), await vault.settings(), await vault.log(1)]) {
      expect(outcome).toEqual({ ok: false, problem: { code: 'store_unavailable' } })
    }
  })
})

describe('several tabs', () => {
  test('opened at the same moment on an empty disk share one data key', async () => {
    const [one, other] = await Promise.all([tab(), tab()])
    const [added] = valueIn(await one.add([entry('a')]))
    expect(valueIn(await other.entry(added?.id ?? ''))).toMatchObject({ source: source('a') })
    expect(await meddle<unknown[]>('keys', (keys) => keys.getAll())).toHaveLength(1)
  })

  test('hear of what the others did, and of what they did themselves', async () => {
    const [one, other] = [await tab(), await tab()]
    const heard: Record<string, VaultEvent[]> = { one: [], other: [] }
    one.subscribe((event) => heard.one?.push(event))
    const leave = other.subscribe((event) => heard.other?.push(event))
    const [added] = valueIn(await one.add([entry('a')]))
    const ids = [added?.id]
    await one.add([entry('a')])
    await one.update(added?.id ?? '', entry('a'))
    await one.saveSettings({ ...defaultSettings, language: 'fr' })
    await one.remove(added?.id ?? '')
    const events = [
      { kind: 'added', ids },
      { kind: 'changed', ids },
      { kind: 'changed', ids },
      { kind: 'settings' },
      { kind: 'removed', ids },
    ]
    expect(heard.one).toEqual(events)
    await vi.waitFor(() => expect(heard.other).toEqual(events))
    expect(valueIn(await other.settings()).language).toBe('fr')
    leave()
    await other.saveSettings(defaultSettings)
    expect(heard.other).toHaveLength(events.length)
  })

  test('adding the same credential at once have it once', async () => {
    const [one, other] = [await tab(), await tab()]
    const [a, b] = await Promise.all([one.add([entry('a')]), other.add([entry('a')])])
    expect(valueIn(a)[0]?.id).toBe(valueIn(b)[0]?.id)
    expect([valueIn(a)[0]?.isNew, valueIn(b)[0]?.isNew]).toEqual(expect.arrayContaining([false, true]))
    expect(valueIn(await one.cards()).cards).toHaveLength(1)
  })

  test('let go when a newer version of the app upgrades the store, and tell their page', async () => {
    const vault = await tab()
    const heard: VaultEvent[] = []
    vault.subscribe((event) => heard.push(event))
    ;(await rawDatabase(migrations.length + 1)).close()
    expect(heard).toEqual([{ kind: 'closed' }])
  })
})

describe('erasing', () => {
  test('leaves nothing, keys included, and tells every tab', async () => {
    const [one, other] = [await tab(), await tab()]
    await one.add([entry('a')])
    await one.keeper.log(logEntry('a.example'))
    const heard: VaultEvent[] = []
    one.subscribe((event) => heard.push(event))
    other.subscribe((event) => heard.push(event))
    expect((await one.erase()).ok).toBe(true)
    expect(heard).toEqual([{ kind: 'erased' }, { kind: 'erased' }])
    expect(await indexedDB.databases()).toEqual([])
    expect((await other.cards()).ok).toBe(false)
  })

  test('is followed by a new beginning with another key', async () => {
    const before = await tab()
    const [old] = valueIn(await before.add([entry('a')]))
    await before.erase()
    const after = await tab()
    expect(valueIn(await after.cards())).toEqual({ cards: [], damaged: [] })
    expect(valueIn(await after.settings())).toEqual(defaultSettings)
    expect(valueIn(await after.add([entry('a')]))[0]?.id).not.toBe(old?.id)
  })
})

describe('what was fetched', () => {
  test('is found again by its address, and forgotten when gone', async () => {
    const { keeper } = await tab()
    const kept = { ...copy('https://a.example/list', 'body'), freshUntil: '2026-11-23T13:00:00.000Z' }
    await keeper.keep(kept)
    expect(await keeper.recall('https://a.example/list')).toEqual(kept)
    await keeper.keep(copy('https://a.example/list', 'newer'))
    expect((await keeper.recall('https://a.example/list'))?.bytes).toEqual(new TextEncoder().encode('newer'))
    await keeper.forget('https://a.example/list')
    expect(await keeper.recall('https://a.example/list')).toBeNull()
  })

  test('is not mixed up: a picture is no copy', async () => {
    const vault = await tab()
    await vault.keeper.keep(copy('https://a.example/'))
    expect(valueIn(await vault.picture('https://a.example/'))).toBeNull()
  })

  test('makes room by dropping the oldest', async () => {
    const vault = await tab()
    for (let index = 0; index < 17; index += 1) {
      valueIn(
        await vault.keepPicture({
          url: `https://a.example/${index}`,
          bytes: new Uint8Array(5 * 1024 * 1024),
          mediaType: 'image/png',
          fetchedAt: '',
        }),
      )
    }
    const kept = await Promise.all(
      Array.from({ length: 17 }, async (_each, index) => valueIn(await vault.picture(`https://a.example/${index}`)) !== null),
    )
    expect(kept.indexOf(true)).toBeGreaterThan(3)
    expect(kept.lastIndexOf(false)).toBe(kept.indexOf(true) - 1)
    expect(kept.at(-1)).toBe(true)
  })
})

describe('the log', () => {
  test('is read newest first, as much of it as is wanted, and can be cleared', async () => {
    const vault = await tab()
    for (const host of ['a', 'b', 'c']) await vault.keeper.log(logEntry(`${host}.example`))
    expect(valueIn(await vault.log(2))).toEqual([logEntry('c.example'), logEntry('b.example')])
    expect(valueIn(await vault.log(100))).toHaveLength(3)
    valueIn(await vault.clearLog())
    expect(valueIn(await vault.log(100))).toEqual([])
    await vault.keeper.log(logEntry('d.example'))
    expect(valueIn(await vault.log(1))).toEqual([logEntry('d.example')])
  })

  test('does not grow without end', async () => {
    const vault = await tab()
    await Promise.all(Array.from({ length: 2_300 }, (_each, index) => vault.keeper.log(logEntry(`${index}.example`))))
    const lines = await meddle('log', (log) => log.count())
    expect(lines).toBeLessThan(2_150)
    expect(lines).toBeGreaterThanOrEqual(2_000)
    expect(valueIn(await vault.log(1))).toHaveLength(1)
  })
})

test('room and promises are zeros where the browser says nothing', async () => {
  const vault = await tab()
  expect(await vault.usage()).toEqual({ used: 0, quota: 0, persisted: false })
  expect(await vault.persist()).toBe(false)
})

/** Every byte and every string of a stored value, as text. */
function readable(value: unknown): string {
  if (typeof value === 'string') return value
  if (value instanceof ArrayBuffer) return Buffer.from(value).toString('latin1')
  if (ArrayBuffer.isView(value)) return Buffer.from(value.buffer, value.byteOffset, value.byteLength).toString('latin1')
  if (typeof value === 'object' && value !== null && !(value instanceof CryptoKey)) {
    return Object.entries(value)
      .map(([key, member]) => `${key} ${readable(member)}`)
      .join('\n')
  }
  return String(value)
}

async function sha256(bytes: Uint8Array): Promise<string> {
  return Buffer.from(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes))).toString('base64url')
}
