import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { Attempt } from '../../src/core/problem.ts'
import { defaultSettings } from '../../src/store/default-settings.ts'
import type { NewMethod, Secret, Vault, VaultEvent } from '../../src/store/types.ts'
import { everything, freshDisk, known, lockedTab, meddle, tab, valueIn } from './disk.ts'
import { entry, report, source } from './sample.ts'

beforeEach(freshDisk)

const passphrase = (text = 'correct horse battery staple'): NewMethod & Secret => ({
  name: 'Words',
  method: 'passphrase',
  passphrase: text,
})
const recovery: NewMethod & Secret = { name: 'Paper', method: 'recovery', code: 'AAAAA-BBBBB' }
const passkey = (id = 'one'): NewMethod & Secret => ({
  name: `Key ${id}`,
  method: 'passkey',
  credentialId: id,
  salt: new Uint8Array(32).fill(7),
  transports: ['internal'],
  prf: new Uint8Array(32).fill(id.length),
})
const codeOf = (attempt: Attempt<unknown>) => (attempt.ok ? null : attempt.problem.code)

async function filled(): Promise<Vault> {
  const vault = await tab()
  valueIn(await vault.add(['a', 'b', 'c'].map((name) => entry(name))))
  valueIn(await vault.saveSettings({ ...defaultSettings, identities: ['mailto:ada@example.org'] }))
  valueIn(
    await vault.keepPicture({ url: 'https://a.example/p', bytes: new Uint8Array([1]), mediaType: 'image/png', fetchedAt: '' }),
  )
  await vault.keeper.log({ at: '', host: 'a.example', purpose: 'status', outcome: 'fetched', bytes: 1, milliseconds: 1 })
  return vault
}

async function expectWhole(vault: Vault): Promise<void> {
  const { cards, damaged } = valueIn(await vault.cards())
  expect(damaged).toEqual([])
  expect(cards).toHaveLength(3)
  const bytes = await Promise.all(cards.map(async ({ id }) => valueIn(await vault.source(id))))
  expect(bytes).toEqual(expect.arrayContaining(['a', 'b', 'c'].map((name) => source(name))))
  for (const { id } of cards) expect(valueIn(await vault.entry(id))).toMatchObject({ id })
  expect(valueIn(await vault.settings()).identities).toEqual(['mailto:ada@example.org'])
  expect(valueIn(await vault.picture('https://a.example/p'))?.bytes).toEqual(new Uint8Array([1]))
  expect(valueIn(await vault.log(9))).toHaveLength(1)
}

async function unlocked(secret: Secret): Promise<Vault> {
  return known(valueIn(await (await lockedTab()).unlock(secret)))
}

/** A wallet that is secured by these, and opened again. */
async function secured(...methods: readonly (NewMethod & Secret)[]): Promise<Vault> {
  const vault = await filled()
  valueIn(await vault.security.secure(methods))
  return vault
}

describe('securing', () => {
  test('leaves everything in the wallet, which is then opened by each of the ways and by nothing else', async () => {
    const vault = await secured(passkey(), passphrase(), recovery)
    expect(vault.isSecured()).toBe(true)
    await expectWhole(vault)
    vault.close()
    const gate = await lockedTab()
    expect(gate.ways).toEqual({
      passkeys: [{ credentialId: 'one', salt: new Uint8Array(32).fill(7), transports: ['internal'] }],
      passphrase: true,
      recovery: true,
    })
    const wrong: Secret[] = [
      { method: 'passphrase', passphrase: 'correct horse battery stapl' },
      { method: 'recovery', code: 'AAAAA-BBBBC' },
      { method: 'passkey', credentialId: 'one', prf: new Uint8Array(32) },
      { method: 'passkey', credentialId: 'two', prf: new Uint8Array(32).fill(3) },
    ]
    for (const secret of wrong) expect(codeOf(await gate.unlock(secret))).toBe('unlock_wrong')
    for (const way of [passkey(), passphrase(), recovery]) {
      const again = await unlocked(way)
      await expectWhole(again)
      again.close()
    }
  })

  test('makes a new data key: every id and every record is another, and the device key is gone', async () => {
    const vault = await filled()
    const before = await everything()
    const old = new Set(before.map(({ key }) => String(key)))
    valueIn(await vault.security.secure([passphrase()]))
    const after = await everything()
    expect(after.filter(({ store }) => store === 'keys').map(({ value }) => (value as { method: string }).method)).toEqual([
      'passphrase',
    ])
    for (const { store, key } of after.filter(({ store }) => ['cards', 'sources', 'readings', 'pictures'].includes(store)))
      expect([store, old.has(String(key))]).toEqual([store, false])
    const sealed = (rows: typeof before) =>
      rows.flatMap(({ value }) => ((value as { data?: ArrayBuffer }).data ? [hex((value as { data: ArrayBuffer }).data)] : []))
    const kept = new Set(sealed(before))
    expect(sealed(after).filter((data) => kept.has(data))).toEqual([])
    expect(after.filter(({ store }) => store === 'next')).toEqual([])
  })

  test('nothing from the old files opens a record written since', async () => {
    const vault = await filled()
    const old = await everything()
    const device = old.find(({ store }) => store === 'keys')?.value as {
      id: string
      key: CryptoKey
      wrapped: { iv: Uint8Array<ArrayBuffer>; data: ArrayBuffer }
    }
    const payload = await crypto.subtle.decrypt(
      {
        name: 'AES-GCM',
        iv: device.wrapped.iv,
        additionalData: new TextEncoder().encode(`satchel data key device ${device.id}`),
      },
      device.key,
      device.wrapped.data,
    )
    const base = await crypto.subtle.importKey('raw', payload.slice(1), 'HKDF', false, ['deriveKey'])
    const seal = await crypto.subtle.deriveKey(
      { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: new TextEncoder().encode('satchel seal 1') },
      base,
      { name: 'AES-GCM', length: 256 },
      false,
      ['decrypt'],
    )
    const opens = async (rows: typeof old) => {
      let opened = 0
      for (const { store, value } of rows) {
        const { id, version, revision, iv, data } = value as never as {
          id: string
          version: number
          revision?: number
          iv: Uint8Array<ArrayBuffer>
          data: ArrayBuffer
        }
        if (data === undefined) continue
        for (const place of [`satchel ${store} ${id} ${version}`, `satchel ${store} ${id} ${version} ${revision}`]) {
          const additionalData = new TextEncoder().encode(place)
          await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData }, seal, data).then(
            () => {
              opened += 1
            },
            () => undefined,
          )
        }
      }
      return opened
    }
    // Were nothing opened here, nothing would follow from opening nothing below.
    expect(await opens(old)).toBeGreaterThan(8)
    valueIn(await vault.security.secure([passphrase()]))
    valueIn(await vault.add([entry('new')]))
    expect(await opens(await everything())).toBe(0)
  })

  test('can be ended, and then nothing has happened', async () => {
    const vault = await filled()
    const ending = new AbortController()
    const outcome = await vault.security.secure([passphrase()], () => ending.abort(), ending.signal)
    expect(codeOf(outcome)).toBe('cancelled')
    await expectWhole(vault)
    expect(vault.isSecured()).toBe(false)
    vault.close()
    await expectWhole(await tab())
    expect((await everything()).filter(({ store }) => store === 'next')).toEqual([])
  })

  test('for which there is no room changes nothing', async () => {
    const vault = await filled()
    const put = IDBObjectStore.prototype.put
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function put_(this: IDBObjectStore, value: unknown, ...key) {
      if (this.name === 'next' && (value as { store: string }).store === 'readings') {
        throw new DOMException('trouble', 'QuotaExceededError')
      }
      return put.call(this, value, ...key)
    })
    expect(codeOf(await vault.security.secure([passphrase()]))).toBe('store_quota')
    vi.restoreAllMocks()
    await expectWhole(vault)
    vault.close()
    await expectWhole(await tab())
  })

  test('keeps what another tab adds while it goes on', async () => {
    const [vault, other] = [await filled(), await tab()]
    let once = true
    valueIn(
      await vault.security.secure([passphrase()], () => {
        if (once) void other.add([entry('late')])
        once = false
      }),
    )
    expect(valueIn(await vault.cards()).cards).toHaveLength(4)
  })

  test('keeps which version replaced which', async () => {
    const vault = await filled()
    const { cards } = valueIn(await vault.cards())
    const [older, newer] = cards.map(({ id }) => id)
    valueIn(
      await vault.revise(older ?? '', async (reading) => ({
        ...reading,
        replacedBy: { id: newer ?? '', date: '2026-01-01T00:00:00Z' },
      })),
    )
    const newerBytes = valueIn(await vault.source(newer ?? ''))
    valueIn(await vault.security.secure([passphrase()]))
    const entries = await Promise.all(valueIn(await vault.cards()).cards.map(async ({ id }) => valueIn(await vault.entry(id))))
    const replaced = entries.find((each) => each?.replacedBy)
    expect(valueIn(await vault.source(replaced?.replacedBy?.id ?? ''))).toEqual(newerBytes)
  })

  test('tells other tabs that their keys are no more; what they still write is refused', async () => {
    const [vault, other] = [await filled(), await tab()]
    const heard: VaultEvent[] = []
    other.subscribe((event) => heard.push(event))
    valueIn(await vault.security.secure([passphrase()]))
    await vi.waitFor(() => expect(heard).toContainEqual({ kind: 'rekeyed' }))
    expect((await other.add([entry('with the old key')])).ok).toBe(false)
    await expect(
      other.keeper.log({ at: '', host: 'b.example', purpose: 'status', outcome: 'fetched', bytes: 1, milliseconds: 1 }),
    ).rejects.toThrow()
    await expectWhole(vault)
  })

  test('sets aside what was damaged before, and keeps the rest', async () => {
    const vault = await filled()
    const digest = hex(await crypto.subtle.digest('SHA-256', source('a').bytes as Uint8Array<ArrayBuffer>))
    const [added] = valueIn(await vault.add([entry('a', { report: report({ digest }) })]))
    const id = added?.id ?? ''
    await meddle('sources', (each) =>
      each.put({ id, version: 1, revision: 1, iv: new Uint8Array(12), data: new ArrayBuffer(30) }),
    )
    valueIn(await vault.security.secure([passphrase()]))
    const { cards, damaged } = valueIn(await vault.cards())
    expect(cards).toHaveLength(2)
    expect(damaged).toMatchObject([{ kind: 'missing', hasSource: false }])
    expect(valueIn(await vault.aside())).toHaveLength(1)
  })
})

describe('breaking off', () => {
  /** A disk on which the work on the next data key broke off right before it took its place. */
  async function brokenOff(work: (vault: Vault) => Promise<Attempt<unknown>>, vault: Vault): Promise<void> {
    const clear = IDBObjectStore.prototype.clear
    vi.spyOn(IDBObjectStore.prototype, 'clear').mockImplementation(function clear_(this: IDBObjectStore) {
      if (this.name === 'keys' || (this.name === 'next' && this.transaction.objectStoreNames.length === 1 && isStaged)) {
        throw new DOMException('power cut', 'AbortError')
      }
      if (this.name === 'next') isStaged = true
      return clear.call(this)
    })
    let isStaged = false
    expect((await work(vault)).ok).toBe(false)
    vi.restoreAllMocks()
    vault.close()
    expect((await everything()).some(({ store }) => store === 'next')).toBe(true)
  }

  test('while securing leaves the wallet as it was, to be gone on with by one of the new ways', async () => {
    const vault = await filled()
    await brokenOff((open) => open.security.secure([passphrase(), recovery]), vault)
    const again = await tab()
    await expectWhole(again)
    expect(valueIn(await again.security.interrupted())).toMatchObject({ passphrase: true, recovery: true })
    expect(codeOf(await again.security.resume({ method: 'passphrase', passphrase: 'no' }))).toBe('unlock_wrong')
    valueIn(await again.add([entry('meanwhile')]))
    valueIn(await again.security.resume(recovery))
    expect(valueIn(await again.cards()).cards).toHaveLength(4)
    again.close()
    const unlockedAgain = await unlocked(passphrase())
    expect(valueIn(await unlockedAgain.cards()).cards).toHaveLength(4)
    expect(valueIn(await unlockedAgain.security.methods()).map(({ name }) => name)).toEqual(['Words', 'Paper'])
  })

  test('while securing can be left at that', async () => {
    const vault = await filled()
    await brokenOff((open) => open.security.secure([passphrase()]), vault)
    const again = await tab()
    valueIn(await again.security.abandon())
    expect(valueIn(await again.security.interrupted())).toBeNull()
    await expectWhole(again)
  })

  test('while changing the data key is finished when the wallet is next unlocked', async () => {
    const vault = await secured(passphrase(), recovery)
    await brokenOff((open) => open.security.rotate(), vault)
    const generations = async () =>
      (await everything())
        .filter(({ store }) => store === 'keys')
        .map(({ value }) => (value as { generation: number }).generation)
    expect(await generations()).toEqual([1, 1])
    await expectWhole(await unlocked(passphrase()))
    expect(await generations()).toEqual([2, 2])
    expect((await everything()).filter(({ store }) => store === 'next')).toEqual([])
  })
})

describe('the ways', () => {
  test('are added with a proof, and each opens', async () => {
    const vault = await secured(passphrase())
    expect(codeOf(await vault.security.add(passkey(), { method: 'passphrase', passphrase: 'no' }))).toBe('unlock_wrong')
    valueIn(await vault.security.add(passkey(), passphrase()))
    valueIn(await vault.security.rename(valueIn(await vault.security.methods())[1]?.id ?? '', 'My phone'))
    expect(valueIn(await vault.security.methods()).map(({ name }) => name)).toEqual(['Words', 'My phone'])
    expect(valueIn(await vault.security.check(passkey()))).toMatchObject({ name: 'My phone', method: 'passkey' })
    vault.close()
    await expectWhole(await unlocked(passkey()))
  })

  test('are removed with a new data key: what opened by one does not open what is written since', async () => {
    const vault = await secured(passkey('one'), passkey('second'))
    const [first] = valueIn(await vault.security.methods())
    const before = await meddle<{ method: string }[]>('keys', (keys) => keys.getAll())
    expect(codeOf(await vault.security.remove(first?.id ?? '', passkey('one')))).toBe('unlock_last')
    valueIn(await vault.security.remove(first?.id ?? '', passkey('second')))
    await expectWhole(vault)
    vault.close()
    const gate = await lockedTab()
    expect(codeOf(await gate.unlock(passkey('one')))).toBe('unlock_wrong')
    gate.close()
    // Its record put back opens nothing either.
    for (const record of before) await meddle('keys', (keys) => keys.put(record))
    const again = await lockedTab()
    expect((await again.unlock(passkey('one'))).ok).toBe(false)
  })

  test('the last is not removed, whatever proves to be there', async () => {
    const vault = await secured(passphrase())
    const [only] = valueIn(await vault.security.methods())
    expect(codeOf(await vault.security.remove(only?.id ?? '', passphrase()))).toBe('unlock_last')
    expect(codeOf(await vault.security.remove('nobody', passphrase()))).not.toBe('unlock_last')
    vault.close()
    await expectWhole(await unlocked(passphrase()))
  })

  test('a changed passphrase: the old one opens nothing, the new one everything', async () => {
    const vault = await secured(passphrase(), recovery)
    const [words] = valueIn(await vault.security.methods())
    valueIn(await vault.security.replace(words?.id ?? '', passphrase('quite other words'), recovery))
    await expectWhole(vault)
    vault.close()
    const gate = await lockedTab()
    expect(codeOf(await gate.unlock(passphrase()))).toBe('unlock_wrong')
    await expectWhole(known(valueIn(await gate.unlock(passphrase('quite other words')))))
  })

  test('a way that somebody put among the keys gets no data key', async () => {
    const vault = await secured(passphrase())
    const [record] = await meddle<{ id: string; publicKey: ArrayBuffer }[]>('keys', (keys) => keys.getAll())
    const pair = await crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, true, ['deriveBits'])
    const publicKey = await crypto.subtle.exportKey('raw', pair.publicKey)
    await meddle('keys', (keys) => keys.put({ ...record, publicKey }))
    expect(codeOf(await vault.security.rotate())).toBe('store_corrupt')
    await meddle('keys', (keys) => keys.put(record))
    await meddle('keys', (keys) => keys.put({ ...record, id: 'mine', publicKey }))
    valueIn(await vault.security.rotate())
    expect((await meddle<unknown[]>('keys', (keys) => keys.getAll())).length).toBe(1)
  })
})

describe('locking', () => {
  test('ends the vault in every tab, and each hears of it', async () => {
    const vault = await secured(passphrase())
    const other = await unlocked(passphrase())
    const heard: VaultEvent[] = []
    vault.subscribe((event) => heard.push(event))
    other.subscribe((event) => heard.push(event))
    vault.lock()
    await vi.waitFor(() => expect(heard).toEqual([{ kind: 'locked' }, { kind: 'locked' }]))
    expect((await vault.cards()).ok).toBe(false)
    await vi.waitFor(async () => expect((await other.cards()).ok).toBe(false))
  })

  test('does nothing while only the device key protects the wallet', async () => {
    const vault = await filled()
    vault.lock()
    await expectWhole(vault)
  })
})

test('nothing of a secret is on disk', async () => {
  const vault = await secured(passphrase(), recovery, passkey('a-passkey'))
  valueIn(await vault.security.add(passkey('another-one'), recovery))
  const text = (await everything()).map(({ value }) => readable(value)).join('\n')
  for (const secret of ['correct horse', 'AAAAA-BBBBB', 'Words', 'Paper', 'Key a-passkey']) expect(text).not.toContain(secret)
  expect(text).not.toContain(String.fromCharCode(...new Uint8Array(32).fill('a-passkey'.length)))
  expect(text).toContain('another-one')
})

function hex(data: ArrayBuffer): string {
  return Buffer.from(data).toString('hex')
}

function readable(value: unknown): string {
  if (typeof value === 'string') return value
  if (value instanceof ArrayBuffer) return Buffer.from(value).toString('latin1')
  if (ArrayBuffer.isView(value)) return Buffer.from(value.buffer as ArrayBuffer).toString('latin1')
  if (typeof value !== 'object' || value === null) return String(value)
  return Object.entries(value)
    .map(([name, member]) => `${name} ${readable(member)}`)
    .join(' ')
}
