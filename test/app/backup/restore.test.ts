import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, test } from 'vitest'
import { whatIsHere } from '../../../src/app/backup/here.ts'
import { makeBackup } from '../../../src/app/backup/make-backup.ts'
import { noteRestored, restore } from '../../../src/app/backup/restore.ts'
import type { Services } from '../../../src/app/services.ts'
import { answerAgain } from '../../../src/core/answer-again.ts'
import { backupLimits } from '../../../src/core/backup/limits.ts'
import type { BackupCredential, BackupKey, BackupRest } from '../../../src/core/backup/types.ts'
import { createBackupWriter } from '../../../src/core/backup/write.ts'
import { digestOf } from '../../../src/core/report.ts'
import { stackLimits } from '../../../src/store/stacks.ts'
import type { KeptPathway, KeptStack, Vault } from '../../../src/store/types.ts'
import { freshDisk, meddle, tab, valueIn } from '../../store/disk.ts'
import { report } from '../../store/sample.ts'
import { entryOf, everythingIn, opened, quickLock, safeHere, walletOf } from './wallet.ts'

beforeEach(freshDisk)

const all = { trust: true, settings: true, keys: true }
const since = '2026-02-01T00:00:00.000Z'
const now = new Date('2026-11-23T12:00:00.000Z')

/** One of everything that a wallet may hold. */
async function fullWallet(): Promise<Vault> {
  const vault = await tab()
  const added = valueIn(
    await vault.add([
      await entryOf('first', { addedAt: '2025-01-02T00:00:00.000Z' }),
      await entryOf('second'),
      await entryOf('an example', { example: true }),
    ]),
  )
  const [first, second] = added.map(({ id }) => id) as [string, string]
  valueIn(
    await vault.revise(first, async (known) => {
      const report = await answerAgain(known, { identities: [], newer: since })
      return { ...known, report, replacedBy: { id: second, date: since } }
    }),
  )
  valueIn(await vault.keepPin({ issuer: 'did:web:a.example', name: 'A', thumbprints: ['t'], since }))
  const entries = new Map([['did:web:b.example', { name: 'B', thumbprints: ['u'] }]])
  const list = { name: 'Our office', kind: 'production', asOf: since, entries, complete: true } as const
  const kept = { id: 'own', isOn: true, addedAt: since, triedAt: '', trouble: null }
  valueIn(
    await vault.keepList(
      { ...kept, origin: { source: 'own-list', name: 'Our office', kind: 'production', url: '' }, list },
      since,
    ),
  )
  const origin = { source: 'dcc-legacy', name: 'DCC', kind: 'production', url: 'https://dcc.example/list.json' } as const
  valueIn(await vault.keepList({ ...kept, id: 'dcc', origin, list }, since))
  const text = '{"@context":{}}'
  const url = 'https://words.example/v1'
  valueIn(await vault.keepVocabulary({ url, text, digest: await digestOf(new TextEncoder().encode(text)), fetchedAt: since }))
  valueIn(await vault.holder.key('Ed25519'))
  valueIn(await vault.holder.key('P-256'))
  const bytes = new Uint8Array([0x89, 0x50, 0x4e, 0x47])
  valueIn(await vault.keepPicture({ url: 'https://a.example/p.png', bytes, mediaType: 'image/png', fetchedAt: since }))
  valueIn(await vault.keepStack(ownStack('one')))
  valueIn(await vault.keepPathway(pathway('ce-1')))
  const settings = valueIn(await vault.settings())
  valueIn(
    await vault.saveSettings({ ...settings, language: 'fr', walletLayout: 'list', identities: ['mailto:ana@learner.example'] }),
  )
  return vault
}

function ownStack(id: string, more: Partial<KeptStack> = {}): KeptStack {
  const members = ['', '2.1'].map((part) => ({ digest: 'ab'.repeat(32), part }))
  const what = { name: 'Mine', description: 'For the interview', isOrdered: true, members }
  return { id, ...what, createdAt: since, changedAt: since, ...more }
}

function pathway(id: string, more: Partial<KeptPathway> = {}): KeptPathway {
  return { id, origin: { kind: 'file', name: 'Nursing.json' }, text: '{"@graph":[]}', addedAt: since, ...more }
}

async function backupOf(vault: Vault): Promise<{ readonly file: Blob; readonly key: BackupKey }> {
  const { lock, key } = await quickLock()
  const { services } = await walletOf(vault)
  return { file: valueIn(await makeBackup(services, lock, {}, now)).file, key }
}

async function restored(services: Services, file: Blob, key: BackupKey, choice = all) {
  const backup = await opened(file, key)
  const here = valueIn(await whatIsHere(services.vault))
  return valueIn(await restore(services, backup, here, choice, {}, now))
}

describe('a restored backup', () => {
  test('makes an empty wallet the same as the one that it was made of', async () => {
    const before = await fullWallet()
    const there = await everythingIn(before)
    const { file, key } = await backupOf(before)
    freshDisk()
    const after = await tab()
    const { services, refreshed } = await walletOf(after)
    expect(await restored(services, file, key)).toMatchObject({
      added: 3,
      there: 0,
      own: 2,
      unread: [],
      keys: 2,
      identities: 1,
      trust: { lists: 2, pins: 1, vocabularies: 1, unread: [] },
      arranged: { stacks: 1, pathways: 1, leftOut: 0 },
    })
    expect(await everythingIn(after)).toEqual(there)
    expect(refreshed()).toBe(1)
  })

  test('restored again changes nothing, and checks nothing again', async () => {
    const before = await fullWallet()
    const { file, key } = await backupOf(before)
    freshDisk()
    const after = await tab()
    const { services, checked } = await walletOf(after)
    await restored(services, file, key)
    const there = await everythingIn(after)
    checked.length = 0
    expect(await restored(services, file, key)).toMatchObject({
      added: 0,
      there: 3,
      keys: 0,
      identities: 0,
      trust: { lists: 0, pins: 0 },
      arranged: { stacks: 0, pathways: 0, leftOut: 0 },
    })
    expect(checked).toEqual([])
    expect(await everythingIn(after)).toEqual(there)
  })

  test('is checked anew: for its learner, an example for nobody, a replaced one as replaced', async () => {
    const { file, key } = await backupOf(await fullWallet())
    freshDisk()
    const { services, checked } = await walletOf(await tab())
    await restored(services, file, key)
    const optionsOf = (name: string) => checked.find((each) => each.name === name)?.options
    expect(optionsOf('second.json')).toEqual({ audience: 'holder', identities: ['mailto:ana@learner.example'], offline: true })
    expect(optionsOf('an example.json')).toMatchObject({ identities: [] })
    expect(optionsOf('first.json')).toMatchObject({ newer: since })
  })

  test('joins a wallet with other things: what is there stays as it is', async () => {
    const { file, key } = await backupOf(await fullWallet())
    freshDisk()
    const after = await tab()
    valueIn(await after.add([await entryOf('third'), await entryOf('second', { addedAt: '2026-10-01T00:00:00.000Z' })]))
    valueIn(await after.keepPin({ issuer: 'did:web:a.example', name: 'Our own name for it', thumbprints: ['mine'], since }))
    valueIn(
      await after.saveSettings({
        ...valueIn(await after.settings()),
        language: 'es',
        identities: ['mailto:other@learner.example'],
      }),
    )
    const { services, claimed } = await walletOf(after)
    expect(await restored(services, file, key)).toMatchObject({ added: 2, there: 1, trust: { pins: 0 } })
    const { entries, pins, settings } = await everythingIn(after)
    expect(Object.fromEntries(entries.map(({ name, addedAt }) => [name, addedAt]))).toEqual({
      'an example.json': '2026-03-01T10:00:00.000Z',
      'first.json': '2025-01-02T00:00:00.000Z',
      'second.json': '2026-10-01T00:00:00.000Z',
      'third.json': '2026-03-01T10:00:00.000Z',
    })
    expect(pins).toMatchObject([{ name: 'Our own name for it', thumbprints: ['mine'] }])
    expect(settings).toMatchObject({ language: 'es', walletLayout: 'cards' })
    expect(claimed).toEqual([['mailto:other@learner.example', 'mailto:ana@learner.example']])
  })

  test('gives only what was chosen besides its credentials', async () => {
    const { file, key } = await backupOf(await fullWallet())
    freshDisk()
    const after = await tab()
    const { services } = await walletOf(after)
    await restored(services, file, key, { trust: false, settings: false, keys: false })
    const found = await everythingIn(after)
    expect(found.entries).toHaveLength(3)
    expect(found).toMatchObject({
      lists: [],
      pins: [],
      vocabularies: [],
      keys: [],
      settings: { language: 'system', identities: [] },
    })
  })

  test('names what cannot be read any more, and keeps the rest', async () => {
    const before = await tab()
    valueIn(await before.add([await entryOf('one'), await entryOf('!two'), await entryOf('three')]))
    const { file, key } = await backupOf(before)
    freshDisk()
    const after = await tab()
    const { services } = await walletOf(after)
    const done = await restored(services, file, key)
    expect(done).toMatchObject({ added: 2, unread: [{ name: '!two.json', problem: { code: 'json_malformed' } }] })
    const [place] = done.unread.map((each) => each.place)
    const [credential] = valueIn(await (await opened(file, key)).credentials(place ?? -1, 1))
    expect(new TextDecoder().decode(credential?.source.bytes)).toBe('!two')
  })

  test('broken off and done again ends the same', async () => {
    const before = await tab()
    valueIn(await before.add(await Promise.all(Array.from({ length: 40 }, (_, index) => entryOf(`number ${index}`)))))
    const there = await everythingIn(before)
    const { file, key } = await backupOf(before)
    freshDisk()
    const after = await tab()
    const { services } = await walletOf(after)
    const stop = new AbortController()
    const hearing = (ready: number) => ready > 16 && stop.abort()
    const broken = await restore(services, await opened(file, key), valueIn(await whatIsHere(after)), all, {
      signal: stop.signal,
      hearing,
    })
    expect(broken).toEqual({ ok: false, problem: { code: 'cancelled' } })
    const kept = (await everythingIn(after)).entries.length
    expect(kept).toBeGreaterThan(0)
    expect(kept).toBeLessThan(40)
    expect(await restored(services, file, key)).toMatchObject({ added: 40 - kept, there: kept })
    expect(await everythingIn(after)).toEqual(there)
  })

  test('marks as replaced also what was replaced by something that is gone', async () => {
    const before = await fullWallet()
    const { cards } = valueIn(await before.cards())
    valueIn(await before.remove(cards.find(({ title }) => title === 'second')?.id ?? ''))
    const { file, key } = await backupOf(before)
    freshDisk()
    const after = await tab()
    const { services } = await walletOf(after)
    await restored(services, file, key)
    const { entries } = await everythingIn(after)
    expect(entries.find(({ name }) => name === 'first.json')?.replacedBy).toEqual({ digest: undefined, date: since })
  })
})

describe('the learner’s own stacks in a backup', () => {
  const [earlier, later] = ['2026-01-01T00:00:00.000Z', '2026-03-01T00:00:00.000Z']

  async function stacksAfter(here: readonly KeptStack[], inFile: readonly KeptStack[]) {
    const before = await tab()
    for (const stack of inFile) valueIn(await before.keepStack(stack))
    const { file, key } = await backupOf(before)
    freshDisk()
    const after = await tab()
    for (const stack of here) valueIn(await after.keepStack(stack))
    const { arranged } = await restored((await walletOf(after)).services, file, key)
    return { arranged, stacks: valueIn(await after.stacks()).stacks.map(({ id, name }) => [id, name]) }
  }

  test('join those that are here; of one that is in both, what was changed last counts', async () => {
    const here = [
      ownStack('mine', { createdAt: earlier }),
      ownStack('both', { name: 'Here' }),
      ownStack('newer here', { name: 'Here', changedAt: later }),
    ]
    const inFile = [
      ownStack('theirs', { createdAt: later }),
      ownStack('both', { name: 'In the file', changedAt: later }),
      ownStack('newer here', { name: 'In the file' }),
    ]
    // Ids are plain letters in a file.
    const plain = (stack: KeptStack) => ({ ...stack, id: stack.id.replace(' ', '-') })
    expect(await stacksAfter(here.map(plain), inFile.map(plain))).toEqual({
      arranged: { stacks: 2, pathways: 0, leftOut: 0 },
      stacks: [
        ['mine', 'Mine'],
        ['both', 'In the file'],
        ['newer-here', 'Here'],
        ['theirs', 'Mine'],
      ],
    })
  })

  test('of the same time are left as they are here', async () => {
    const { stacks } = await stacksAfter([ownStack('a', { name: 'Here' })], [ownStack('a', { name: 'In the file' })])
    expect(stacks).toEqual([['a', 'Here']])
  })

  test('and pathways that there is no room for are told, and everything else comes in', async () => {
    const { file, key } = await backupOf(await fullWallet())
    freshDisk()
    const after = await tab()
    for (let index = 0; index < stackLimits.pathways; index += 1) valueIn(await after.keepPathway(pathway(`here-${index}`)))
    const { services } = await walletOf(after)
    expect(await restored(services, file, key)).toMatchObject({
      added: 3,
      arranged: { stacks: 1, pathways: 0, leftOut: 1 },
    })
  })

  test('and a pathway that is here stays as it is', async () => {
    const { file, key } = await backupOf(await fullWallet())
    freshDisk()
    const after = await tab()
    const here = pathway('ce-1', { text: '{"newer":true}' })
    valueIn(await after.keepPathway(here))
    await restored((await walletOf(after)).services, file, key)
    expect(valueIn(await after.stacks()).pathways).toEqual([here])
  })
})

describe('a backup that somebody made to do harm', () => {
  const future = '2099-01-01T00:00:00.000Z'

  test('brings no stack from the future, and one id once', async () => {
    const groupings = [ownStack('a', { changedAt: future, createdAt: future }), ownStack('a', { name: 'Again' })]
    const pathways = ['one', 'other'].map((text) => pathway('ce-1', { text, addedAt: future }))
    const { file, key } = await forged([], { groupings, pathways })
    const vault = await tab()
    expect(await restored((await walletOf(vault)).services, file, key)).toMatchObject({ arranged: { stacks: 1, pathways: 1 } })
    const at = now.toISOString()
    expect(valueIn(await vault.stacks())).toEqual({
      stacks: [ownStack('a', { changedAt: at, createdAt: at })],
      pathways: [pathway('ce-1', { text: 'one', addedAt: at })],
    })
  })

  /** A backup with these credentials, whatever is said of them. */
  async function forged(credentials: readonly Omit<BackupCredential, 'report'>[], more: Partial<BackupRest> = {}) {
    const { lock, key } = await quickLock()
    const writer = await createBackupWriter(lock, { madeAt: since, madeBy: '1' })
    await writer.add(credentials.map((each) => ({ ...each, report: report() })))
    const none = { lists: [], pins: [], vocabularies: [], holderKeys: [], pictures: [], groupings: [], pathways: [] }
    return { file: await writer.finish({ settings: {}, ...none, ...more }), key }
  }

  test('does not mark what is in the wallet as replaced', async () => {
    const vault = await tab()
    valueIn(await vault.add([await entryOf('good')]))
    const before = await everythingIn(vault)
    const { source } = await entryOf('good')
    const replacedBy = { digest: 'ab'.repeat(32), date: future }
    const { file, key } = await forged([{ source, addedAt: since, example: true, replacedBy }])
    const { services } = await walletOf(vault)
    expect(await restored(services, file, key)).toMatchObject({ added: 0, there: 1 })
    expect(await everythingIn(vault)).toEqual(before)
  })

  test('adds nothing from the future', async () => {
    const vault = await tab()
    const { source } = await entryOf('late')
    const { file, key } = await forged([{ source, addedAt: future, example: false }])
    const { services } = await walletOf(vault)
    await restored(services, file, key)
    expect(valueIn(await vault.cards()).cards).toMatchObject([{ addedAt: now.toISOString() }])
  })

  test('does not bend the names of whom it trusts, nor bring more than is ever fetched', async () => {
    const bytes = new Uint8Array(backupLimits.picture + 1)
    const pin = { issuer: 'did:web:a.example', name: 'MIT \u202ezyx\u0000 University', thumbprints: ['t'], since }
    const { file, key } = await forged([], {
      pins: [pin],
      pictures: [{ url: 'https://a.example/p.png', bytes, mediaType: 'image/png', fetchedAt: since }],
    })
    const { rest } = await opened(file, key)
    expect(rest.pins).toEqual([{ ...pin, name: 'MIT zyx University' }])
    expect(rest.pictures).toEqual([])
  })

  test('puts one key of each kind in use, and no key twice', async () => {
    const pairs = []
    for (let index = 0; index < 2; index += 1) {
      freshDisk()
      const vault = await tab()
      valueIn(await vault.holder.key('Ed25519'))
      pairs.push(...valueIn(await vault.holder.pairs()))
    }
    freshDisk()
    const vault = await tab()
    expect(valueIn(await vault.holder.restore([...pairs, ...pairs]))).toBe(2)
    const keys = valueIn(await vault.holder.keys())
    expect(keys).toHaveLength(2)
    expect(keys.filter(({ retiredAt }) => retiredAt === null)).toHaveLength(1)
  })
})

describe('a backup', () => {
  test('holds the bytes of what is damaged, and says what it cannot hold', async () => {
    const vault = await tab()
    const [whole, gone] = valueIn(await vault.add([await entryOf('whole'), await entryOf('gone')])).map(({ id }) => id)
    await meddle('readings', (store) => store.delete(whole ?? ''))
    for (const store of ['sources', 'readings', 'cards']) await meddle(store, (each) => each.delete(gone ?? ''))
    vault.close()
    const again = await tab()
    const { lock, key } = await quickLock()
    const { services } = await walletOf(again)
    const made = valueIn(await makeBackup(services, lock, {}, now))
    expect(made).toMatchObject({ leftOut: 1 })
    const backup = await opened(made.file, key)
    const credentials = valueIn(await backup.credentials(0, 10))
    expect(credentials.map(({ source }) => source.name)).toContain('whole.json')
    expect(backup.summary).toMatchObject({ madeAt: now.toISOString() })
  })

  test('is stopped between two batches, and then there is none', async () => {
    const vault = await tab()
    valueIn(await vault.add(await Promise.all(Array.from({ length: 120 }, (_, index) => entryOf(`number ${index}`)))))
    const stop = new AbortController()
    let batches = 0
    const safe = safeHere(() => {
      batches += 1
      stop.abort()
    })
    const { services } = await walletOf(vault, safe)
    const { lock } = await quickLock()
    expect(await makeBackup(services, lock, { signal: stop.signal })).toEqual({ ok: false, problem: { code: 'cancelled' } })
    expect(batches).toBe(1)
  })
})

test('a file that was restored is remembered as a backup, never as one from the future', async () => {
  const vault = await tab()
  valueIn(await noteRestored({ vault }, '2099-01-01T00:00:00.000Z', 4, now))
  expect(valueIn(await vault.lastBackup())).toEqual({ at: now.toISOString(), credentials: 4, rehearsedAt: now.toISOString() })
  valueIn(await noteRestored({ vault }, '2020-01-01T00:00:00.000Z', 1, now))
  expect(valueIn(await vault.lastBackup())).toMatchObject({ credentials: 4 })
})
