import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { placeOf } from '../../../src/app/backup/device.ts'
import { keptList, writtenList } from '../../../src/app/backup/lists.ts'
import { comparedCode, recipientIn } from '../../../src/app/backup/move/recipient.ts'
import { isBackupFile } from '../../../src/app/backup/recognize.ts'
import { identitiesIn, settingsIn } from '../../../src/app/backup/restored-settings.ts'
import { moveKey } from '../../../src/core/backup/age.ts'
import type { ListOrigin } from '../../../src/core/trust/source.ts'
import type { KeptList } from '../../../src/store/types.ts'

const at = '2026-06-01T00:00:00.000Z'
const own: ListOrigin = { source: 'own-list', name: 'Our office', kind: 'production', url: '' }
const row = (list: unknown, origin = own) => ({ id: 'one', origin, isOn: true, addedAt: at, list })

describe('a list in a backup', () => {
  const entries = new Map([
    ['did:web:a.example', { name: 'A', thumbprints: ['t'], until: at }],
    ['did:web:b.example', null],
  ])
  const hosts = new Map([['a.example', { name: 'A' }]])
  const list = { name: 'Our office', kind: 'production', asOf: at, entries, hosts, complete: true } as const
  const kept: KeptList = { id: 'one', origin: own, isOn: true, addedAt: at, list, triedAt: '', trouble: null }

  test('that was given as a file comes back as it was', () => {
    expect(keptList(JSON.parse(JSON.stringify(writtenList(kept))))).toEqual(kept)
  })

  test('that has an address brings nothing but the address', () => {
    const origin = { ...own, url: 'https://lists.example/one.json' }
    expect(writtenList({ ...kept, origin }).list).toBeNull()
    expect(keptList(row(JSON.parse(JSON.stringify(writtenList(kept).list)), origin))?.list).toBeNull()
  })

  test('never says more of itself than its origin does', () => {
    const test = { ...own, kind: 'test' } as const
    expect(keptList(row({ ...list, kind: 'personal', entries: [] }, test))?.list?.kind).toBe('test')
  })

  test('pinned to keys that cannot be read is pinned to none', () => {
    const broken = row({ ...list, hosts: [], entries: [['did:web:a.example', { name: 'A', thumbprints: 7 }]] })
    expect(keptList(broken)?.list?.entries.get('did:web:a.example')).toEqual({ name: 'A', thumbprints: [] })
  })

  test('may hold anything, and never breaks us', () => {
    fc.assert(
      fc.property(fc.anything(), fc.jsonValue(), (anything, json) => {
        expect(keptList(row(anything)) === null || keptList(row(anything))?.list !== null).toBe(true)
        const read = keptList(row({ ...list, hosts: json, entries: [json, [json, json], ['id', json]] }))
        for (const issuer of read?.list?.entries.values() ?? [])
          expect(issuer === null || typeof issuer.name === 'string').toBe(true)
      }),
    )
  })
})

describe('settings in a backup', () => {
  test('count where we know them and their value', () => {
    const given = {
      language: 'fr',
      appearance: 'blue',
      walletSort: 'title',
      lockAfter: 7,
      isComparing: true,
      theme: 'x',
      identities: [],
    }
    expect(settingsIn(given)).toEqual({ language: 'fr', walletSort: 'title' })
    expect(settingsIn(Object.create({ language: 'fr' }))).toEqual({})
  })

  test('name identities that are texts of a sensible length, and not without end', () => {
    expect(identitiesIn({ identities: ['mailto:ana@learner.example', 7, ' ', 'x'.repeat(501)] })).toEqual([
      'mailto:ana@learner.example',
    ])
    expect(identitiesIn({ identities: Array.from({ length: 5_000 }, (_, index) => `id:${index}`) })).toHaveLength(100)
    expect(identitiesIn({ identities: 'mailto:ana@learner.example' })).toEqual([])
  })
})

describe('the key that another device shows', () => {
  test('is read however it came, and compared by its beginning', async () => {
    const { recipient } = await moveKey()
    expect(recipientIn(`\n${recipient.toUpperCase()} `)).toBe(recipient)
    expect(comparedCode(recipient).replaceAll(/\s/g, '')).toBe(recipient.slice(4, 16))
  })

  test.each([
    '',
    'age1',
    'AGE-SECRET-KEY-1QQQQ',
    `age1${'q'.repeat(57)}`,
    `age1${'b'.repeat(58)}`,
    `https://x.example/age1${'q'.repeat(58)}`,
  ])('is not %j', (text) => expect(recipientIn(text)).toBeNull())
})

test('a backup is known by its first bytes alone', async () => {
  expect(await isBackupFile(new Blob(['age-encryption.org/v1\n-> X25519']))).toBe(true)
  for (const other of ['', 'age-encryption.org/v2\n', '{}', 'age-encryption.org/v1'])
    expect(await isBackupFile(new Blob([other]))).toBe(false)
})

test('only Safari on a phone or tablet is told that the installed app starts empty', () => {
  const place = (standalone: boolean | undefined, maxTouchPoints: number, isStandalone = false) =>
    placeOf({ isStandalone, navigator: { maxTouchPoints, ...(standalone !== undefined && { standalone }) } })
  expect([place(false, 5), place(true, 5), place(false, 0), place(undefined, 5), place(undefined, 5, true)]).toEqual([
    'ios',
    'installed',
    'browser',
    'browser',
    'installed',
  ])
})
