import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { type Attempt, problem } from '../../src/core/problem.ts'
import { deriveKeys, sealJson } from '../../src/store/crypto.ts'
import type { NewMethod, Opened, Secret, Vault } from '../../src/store/types.ts'
import { openVault } from '../../src/store/vault.ts'
import { newWay, wrapFor } from '../../src/store/ways.ts'
import { everything, freshDisk, known, lockedTab, meddle, stretch, tab, valueIn } from './disk.ts'
import { entry } from './sample.ts'

/* Somebody who writes to the disk, or two tabs that do the same at once. */

beforeEach(freshDisk)

const words: NewMethod & Secret = { name: 'Words', method: 'passphrase', passphrase: 'correct horse battery staple' }
const paper: NewMethod & Secret = { name: 'Paper', method: 'recovery', code: 'AAAAA-BBBBB' }
const other: NewMethod & Secret = { name: 'More', method: 'passphrase', passphrase: 'quite other words' }
const key: NewMethod & Secret = {
  name: 'Key',
  method: 'passkey',
  credentialId: 'one',
  salt: new Uint8Array(32).fill(7),
  transports: [],
  prf: new Uint8Array(32).fill(9),
}
const codeOf = (attempt: Attempt<unknown>) => (attempt.ok ? null : attempt.problem.code)
const names = Array.from({ length: 5 }, (_, index) => `badge ${index}`)

async function secured(): Promise<Vault> {
  const vault = await tab()
  valueIn(await vault.add(names.map((name) => entry(name))))
  valueIn(await vault.security.secure([words, paper]))
  return vault
}

async function unlocked(secret: Secret = words): Promise<Vault> {
  return known(valueIn(await (await lockedTab()).unlock(secret)))
}

/** All that was added is there, byte for byte, and nothing is damaged. */
async function expectWhole(vault: Vault, count = names.length): Promise<void> {
  const { cards, damaged } = valueIn(await vault.cards())
  expect(damaged).toEqual([])
  expect(cards).toHaveLength(count)
  for (const { id } of cards) expect(valueIn(await vault.entry(id))).not.toBeNull()
  expect(vault.wasMended()).toBe(false)
}

async function rowsOf<T>(store: string): Promise<readonly T[]> {
  return meddle<T[]>(store, (each) => each.getAll())
}

describe('two tabs that make a new data key at once', () => {
  test.each([0, 1, 2])('lose nothing: one of them is told to come again (%i steps apart)', async (steps) => {
    const [one, two] = [await secured(), await unlocked()]
    let heard = 0
    const second: Promise<Attempt<void>>[] = []
    const begin = () => {
      if (heard === steps) second.push(two.security.rotate())
      heard += 1
    }
    const first = await one.security.rotate(begin)
    const both = [first, ...(await Promise.all(second))]
    expect(both).toHaveLength(2)
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    for (const vault of [one, two]) vault.close()
    await expectWhole(await unlocked())
    await expectWhole(await unlocked(paper))
    expect(await rowsOf('next')).toEqual([])
  })

  test('while securing keep the ways of the one that came through', async () => {
    const [one, two] = [await tab(), await tab()]
    valueIn(await one.add(names.map((name) => entry(name))))
    const both = await Promise.all([one.security.secure([words]), two.security.secure([other])])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    for (const vault of [one, two]) vault.close()
    await expectWhole(await unlocked(both[0].ok ? words : other))
  })
})

test('a way that another tab adds while a new data key is made is not lost', async () => {
  const [one, two] = [await secured(), await unlocked()]
  const digest = crypto.subtle.digest.bind(crypto.subtle)
  const adding: Promise<Attempt<unknown>>[] = []
  vi.spyOn(crypto.subtle, 'digest').mockImplementation(async (...given) => {
    if (adding.length === 0) {
      adding.push(two.security.add(key, paper))
      await adding[0]
    }
    return digest(...given)
  })
  expect(codeOf(await one.security.rotate())).toBe('store_busy')
  vi.restoreAllMocks()
  expect(await Promise.all(adding)).toMatchObject([{ ok: true }])
  for (const vault of [one, two]) vault.close()
  await expectWhole(await unlocked(key))
})

test('what broke off before a way was added is not gone on with: that way would be lost', async () => {
  const vault = await secured()
  await breakOff(() => vault.security.rotate())
  valueIn(await vault.security.add(other, words))
  expect(valueIn(await vault.security.interrupted())).toBeNull()
  valueIn(await vault.security.resume(words))
  vault.close()
  await expectWhole(await unlocked(other))
})

describe('somebody who writes to the disk', () => {
  test('cannot bring the wallet to a data key of theirs by what lies ready to be gone on with', async () => {
    const vault = await secured()
    await breakOff(() => vault.security.rotate())
    vault.close()
    await forgeWays('next')
    const before = await rowsOf('keys')
    const again = await unlocked()
    await expectWhole(again)
    expect(await rowsOf('keys')).toEqual(before)
    expect(codeOf(await again.security.resume(words))).toBe('unlock_wrong')
  })

  test('cannot have a wallet opened with a data key of theirs, wrapped for a way of its owner', async () => {
    const vault = await secured()
    vault.close()
    await forgeWays('keys')
    const before = await everything()
    expect(codeOf(await (await lockedTab()).unlock(words))).toBe('unlock_wrong')
    expect(await everything()).toEqual(before)
  })

  test('cannot have the list of records made anew under a data key that opens none of them', async () => {
    const vault = await secured()
    const old = await rowsOf<{ id: string }>('keys')
    valueIn(await vault.security.rotate())
    vault.close()
    // The ways of the day before, and a root that says it is of that day.
    await meddle('keys', (keys) => keys.clear())
    for (const record of old) await meddle('keys', (keys) => keys.put(record))
    const root = await meddle<object>('ledger', (ledger) => ledger.get('root'))
    await meddle('ledger', (ledger) => ledger.put({ ...root, generation: 1 }))
    const before = await everything()
    expect((await (await lockedTab()).unlock(words)).ok).toBe(false)
    expect(await everything()).toEqual(before)
  })

  test('cannot keep a good way from opening by one before it that nothing can stretch', async () => {
    const vault = await secured()
    vault.close()
    const [record] = (await rowsOf<{ method: string }>('keys')).filter(({ method }) => method === 'passphrase')
    await meddle('keys', (keys) => keys.put({ ...record, id: ' ', stretching: { memory: 2 ** 31, passes: 1, lanes: 1 } }))
    const opened = valueIn(
      await openVault({
        stretch: async (text, salt, how) => (how.memory > 2 ** 20 ? problem('store_corrupt') : stretch(text, salt, how)),
      }),
    )
    if (opened.state !== 'locked') throw new Error('not locked')
    await expectWhole(known(valueIn(await opened.gate.unlock(words))))
  })

  test('cannot take an entry away unseen by having a new data key made', async () => {
    const vault = await secured()
    const [card] = valueIn(await vault.cards()).cards
    for (const store of ['cards', 'sources', 'readings']) await meddle(store, (each) => each.delete(card?.id ?? ''))
    valueIn(await vault.security.rotate())
    const { cards, damaged } = valueIn(await vault.cards())
    expect(cards).toHaveLength(names.length - 1)
    expect(damaged).toMatchObject([{ kind: 'missing', hasSource: false }])
    // And it can be let go of.
    valueIn(await vault.remove(damaged[0]?.id ?? ''))
    await expectWhole(vault, names.length - 1)
  })

  test('cannot lock its owner out by taking away the ways that lie ready', async () => {
    const vault = await secured()
    let once = true
    const rotated = await vault.security.rotate(() => {
      if (once) void meddle('next', (next) => next.delete(IDBKeyRange.bound('keys/', 'keys0')))
      once = false
    })
    valueIn(rotated)
    vault.close()
    await expectWhole(await unlocked())
  })
})

test('a tab that has not heard yet that the wallet was erased writes nothing any more', async () => {
  const vault = await tab()
  valueIn(await vault.add([entry('one')]))
  for (const store of ['keys', 'cards', 'sources', 'readings', 'ledger', 'settings']) await meddle(store, (each) => each.clear())
  expect((await vault.add([entry('two')])).ok).toBe(false)
  expect(await everything()).toEqual([])
})

test('a log that is cleared while a new data key is made stays cleared', async () => {
  const [one, two] = [await secured(), await unlocked()]
  await one.keeper.log({ at: '', host: 'a.example', purpose: 'status', outcome: 'fetched', bytes: 1, milliseconds: 1 })
  const put = IDBObjectStore.prototype.put
  const encrypt = crypto.subtle.encrypt.bind(crypto.subtle)
  let isCopied = false
  const clearing: Promise<Attempt<void>>[] = []
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function put_(this: IDBObjectStore, value: unknown, ...given) {
    isCopied ||= this.name === 'next' && (value as { store: string }).store === 'log'
    return put.call(this, value, ...given)
  })
  vi.spyOn(crypto.subtle, 'encrypt').mockImplementation(async (...given) => {
    if (isCopied && clearing.length === 0) {
      clearing.push(two.clearLog())
      await clearing[0]
    }
    return encrypt(...given)
  })
  valueIn(await one.security.rotate())
  vi.restoreAllMocks()
  expect(await Promise.all(clearing)).toMatchObject([{ ok: true }])
  expect(valueIn(await one.log(9))).toEqual([])
})

describe('once the wallet is locked', () => {
  beforeEach(() => {
    vi.stubGlobal('navigator', { locks: locksHere() })
    return () => vi.unstubAllGlobals()
  })

  test('a tab that was just making a new data key gives that to nobody', async () => {
    const vault = await secured()
    expect((await openedBeside()).state).toBe('open')
    const clear = IDBObjectStore.prototype.clear
    vi.spyOn(IDBObjectStore.prototype, 'clear').mockImplementation(function clear_(this: IDBObjectStore) {
      if (this.name === 'keys') vault.lock()
      return clear.call(this)
    })
    await vault.security.rotate()
    vi.restoreAllMocks()
    expect((await openedBeside()).state).toBe('locked')
  })

  test('a tab that was just being opened beside it stays locked', async () => {
    const vault = await secured()
    const decrypt = crypto.subtle.decrypt.bind(crypto.subtle)
    let isLocked = false
    vi.spyOn(crypto.subtle, 'decrypt').mockImplementation(async (...given) => {
      if (!isLocked) {
        isLocked = true
        vault.lock()
        await heard()
      }
      return decrypt(...given)
    })
    const opened = await openedBeside()
    vi.restoreAllMocks()
    expect(isLocked).toBe(true)
    expect(opened.state).toBe('locked')
  })
})

/** One more tab, which the others may give their keys to. */
async function openedBeside(): Promise<Opened> {
  const opened = valueIn(await openVault({ stretch }))
  if (opened.state === 'open') known(opened.vault)
  else opened.gate.close()
  return opened
}

/** Until what one tab has told was heard by the others. */
function heard(): Promise<void> {
  const [one, other] = [new BroadcastChannel('heard'), new BroadcastChannel('heard')]
  return new Promise((resolve) => {
    other.onmessage = () => {
      for (const channel of [one, other]) channel.close()
      setTimeout(resolve)
    }
    one.postMessage('')
  })
}

/** As much of the Web Locks API as tabs tell one another by. */
function locksHere(): Pick<LockManager, 'query' | 'request'> {
  const held: { name: string }[] = []
  return {
    query: async () => ({ held }),
    async request(name: string, _options: unknown, work: () => Promise<unknown>) {
      const lock = { name }
      held.push(lock)
      await work()
      held.splice(held.indexOf(lock), 1)
    },
  } as never
}

/** The tab dies right before what it has made takes its place. */
async function breakOff(work: () => Promise<Attempt<unknown>>): Promise<void> {
  const clear = IDBObjectStore.prototype.clear
  let isStaged = false
  vi.spyOn(IDBObjectStore.prototype, 'clear').mockImplementation(function clear_(this: IDBObjectStore) {
    if (this.name === 'keys' || (this.name === 'next' && this.transaction.objectStoreNames.length === 1 && isStaged)) {
      throw new DOMException('power cut', 'AbortError')
    }
    if (this.name === 'next') isStaged = true
    return clear.call(this)
  })
  expect((await work()).ok).toBe(false)
  vi.restoreAllMocks()
  expect(await rowsOf('next')).not.toEqual([])
}

/** Wraps another data key for every way that is there: that takes nothing but their public keys, which lie open. */
async function forgeWays(store: 'keys' | 'next'): Promise<void> {
  const payload = new Uint8Array(33).fill(7)
  payload[0] = 1
  const rows = await rowsOf<Record<string, unknown>>(store)
  if (store === 'next') {
    const theirs = await deriveKeys(payload.slice(1))
    const value = await sealJson(theirs, 'settings', 'methods', 1, { methods: [] }, 1)
    await meddle(store, (each) => each.put({ place: 'settings/methods', store: 'settings', value }))
  }
  for (const row of rows) {
    const record = (store === 'keys' ? row : row['value']) as Parameters<typeof wrapFor>[0] & { generation: number }
    if (store === 'next' && row['store'] !== 'keys') continue
    const { binding } = await newWay(other, stretch)
    const forged = { ...(await wrapFor(record, binding, payload, record.generation)), forged: true }
    await meddle(store, (each) => each.put(store === 'keys' ? forged : { ...row, value: forged }))
  }
}
