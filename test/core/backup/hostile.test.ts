import { Decrypter, Encrypter } from 'age-encryption'
import fc from 'fast-check'
import { unzipSync } from 'fflate'
import { beforeAll, describe, expect, test } from 'vitest'
import { moveKey } from '../../../src/core/backup/age.ts'
import { openBackup } from '../../../src/core/backup/open.ts'
import type { BackupKey } from '../../../src/core/backup/types.ts'
import { createBackupWriter } from '../../../src/core/backup/write.ts'
import { bytesOf, textOf } from '../../../src/core/encoding/utf8.ts'
import type { Json, JsonObject } from '../../../src/core/model/json.ts'
import { type Attempt, attempt } from '../../../src/core/problem.ts'
import { at, backupCredentials, backupRest, holderKey, sha256 } from '../../issuer/backups.ts'
import { type ZipFile, type ZipOptions, zipOf } from '../../issuer/zip.ts'

let key: Extract<BackupKey, { kind: 'identity' }>
let recipient: string
/** The files of a sound backup. */
let sound: ReadonlyMap<string, Uint8Array>
let file: Blob

beforeAll(async () => {
  const move = await moveKey()
  key = { kind: 'identity', identity: move.identity }
  recipient = move.recipient
  const writer = await createBackupWriter({ kind: 'recipient', recipient }, { madeAt: at, madeBy: '0.1.0' })
  await writer.add(await backupCredentials())
  file = await writer.finish(backupRest())
  sound = new Map(Object.entries(unzipSync(await zipInside(file))))
})

async function zipInside(age: Blob): Promise<Uint8Array> {
  const decrypter = new Decrypter()
  decrypter.addIdentity(key.identity)
  return decrypter.decrypt(new Uint8Array(await age.arrayBuffer()))
}

async function sealed(bytes: Uint8Array): Promise<Blob> {
  const encrypter = new Encrypter()
  encrypter.addRecipient(recipient)
  return new Blob([(await encrypter.encrypt(bytes)) as Uint8Array<ArrayBuffer>])
}

/** What becomes of an age file around these bytes. */
async function opening(bytes: Uint8Array): Promise<Attempt<unknown>> {
  const age = await sealed(bytes)
  return attempt(async () => {
    const backup = await openBackup(age, key)
    return { ...backup.rest, credentials: backup.credentials(0, 100) }
  })
}

interface Change {
  /** Files instead of those there, or null for none; by path. */
  readonly files?: Readonly<Record<string, Json | null>>
  readonly manifest?: (manifest: JsonObject) => JsonObject
  /** What the headers of the ZIP say. */
  readonly zip?: (files: readonly ZipFile[]) => readonly ZipFile[]
  readonly options?: ZipOptions
}

/** The sound backup with some files changed, and a manifest that agrees unless it is told otherwise. */
function changed({ files = {}, manifest = (same) => same, zip = (same) => same, options }: Change): Promise<Attempt<unknown>> {
  const all = new Map(sound)
  const old = JSON.parse(textOf(all.get('manifest.json')!)) as JsonObject
  all.delete('manifest.json')
  for (const [path, content] of Object.entries(files)) {
    if (content === null) all.delete(path)
    else all.set(path, bytesOf(typeof content === 'string' ? content : JSON.stringify(content)))
  }
  const rows = [...all].map(([path, content]) => ({ path, size: content.length, sha256: sha256(content) }))
  all.set('manifest.json', bytesOf(JSON.stringify(manifest({ ...old, files: rows }))))
  return opening(zipOf(zip([...all].map(([name, data]) => ({ name, data }))), options))
}

const codeOf = (outcome: Attempt<unknown>) => (outcome.ok ? 'opened' : outcome.problem.code)
const rowsOf = (path: string) => JSON.parse(textOf(sound.get(path)!)) as readonly JsonObject[]

describe('a backup that was put together anew', () => {
  test('opens when every file is as the manifest says', async () => {
    expect(codeOf(await changed({}))).toBe('opened')
  })

  test('opens with files and members that a later release of this version may add', async () => {
    const outcome = await changed({
      files: { 'notes.json': [], 'pins.json': rowsOf('pins.json').map((row) => ({ ...row, colour: 'red' })) },
      manifest: (manifest) => ({ ...manifest, signedBy: 'later' }),
    })
    expect(outcome).toMatchObject({ ok: true, value: { pins: backupRest().pins } })
  })

  test.for([
    [
      'lacks a file',
      'pins.json',
      (rows: readonly JsonObject[]) => [...rows, { path: 'pins2.json', size: 0, sha256: '0'.repeat(64) }],
      'pins2.json',
    ],
    ['has one more', 'pins.json', (rows: readonly JsonObject[]) => rows.filter(({ path }) => path !== 'pins.json'), 'pins.json'],
    [
      'has one of another size',
      'pins.json',
      (rows: readonly JsonObject[]) => rows.map((row) => (row['path'] === 'pins.json' ? { ...row, size: 1 } : row)),
      'pins.json',
    ],
    [
      'has one with another digest',
      'pins.json',
      (rows: readonly JsonObject[]) =>
        rows.map((row) => (row['path'] === 'pins.json' ? { ...row, sha256: 'f'.repeat(64) } : row)),
      'pins.json',
    ],
    ['names one twice', 'pins.json', (rows: readonly JsonObject[]) => [...rows, rows[0]!], 'manifest.json'],
    [
      'names one outside',
      'pins.json',
      (rows: readonly JsonObject[]) => [...rows, { path: '../pins.json', size: 0, sha256: '0'.repeat(64) }],
      'manifest.json',
    ],
    ['names one by nothing', 'pins.json', (rows: readonly JsonObject[]) => [...rows, { path: 7 }], 'manifest.json'],
  ] as const)('and %s is damaged', async ([, , change, file]) => {
    const outcome = await changed({
      manifest: (manifest) => ({ ...manifest, files: change(manifest['files'] as readonly JsonObject[]) }),
    })
    expect(outcome).toEqual({ ok: false, problem: { code: 'backup_damaged', facts: { file } } })
  })

  test('and holds a file twice is damaged', async () => {
    const outcome = await changed({ zip: (files) => [...files, files.find(({ name }) => name === 'pins.json')!] })
    expect(outcome).toEqual({ ok: false, problem: { code: 'backup_damaged', facts: { file: 'pins.json' } } })
  })

  test.for([
    ['of a later version', { version: 2 }, 'backup_newer'],
    ['of no version', { version: 'one' }, 'backup_unrecognized'],
    ['of another format', { format: 'other-backup' }, 'backup_unrecognized'],
    ['made at no time', { madeAt: 'yesterday' }, 'backup_damaged'],
    ['that lists nothing', { files: {} }, 'backup_damaged'],
  ] as const)('%s is told', async ([, change, code]) => {
    expect(codeOf(await changed({ manifest: (manifest) => ({ ...manifest, ...change }) }))).toBe(code)
  })

  test.for([
    ['no ZIP', bytesOf('hello')],
    ['nothing', new Uint8Array()],
    ['a ZIP of something else', zipOf([{ name: 'photo.txt', data: bytesOf('sea') }])],
    ['a manifest that is no JSON', zipOf([{ name: 'manifest.json', data: bytesOf('{') }])],
  ] as const)('around %s is none of ours', async ([, bytes]) => {
    expect(codeOf(await opening(bytes))).toBe('backup_unrecognized')
  })
})

describe('rows of a backup', () => {
  test.for([
    ['without their file', (row: JsonObject) => ({ ...row, path: 'credentials/none.json' })],
    ['for another file', (row: JsonObject) => ({ ...row, path: 'settings.json' })],
    ['with the digest of another', (row: JsonObject) => ({ ...row, digest: 'a'.repeat(64) })],
    ['that are none', () => ({})],
  ] as const)('of credentials %s are damage', async ([, change]) => {
    const entries = rowsOf('entries.json').map((row, index) => (index === 0 ? change(row) : row))
    const outcome = await changed({ files: { 'entries.json': entries } })
    expect(outcome).toEqual({ ok: false, problem: { code: 'backup_damaged', facts: { file: 'entries.json' } } })
  })

  test('never leave out a credential in silence', async () => {
    const entries = rowsOf('entries.json')
    for (const fewer of [entries.slice(1), [...entries, entries[0]!], [], {}, null]) {
      expect(codeOf(await changed({ files: { 'entries.json': JSON.stringify(fewer) } }))).toBe('backup_damaged')
    }
    expect(codeOf(await changed({ files: { 'entries.json': null } }))).toBe('backup_damaged')
  })

  test('of credentials may lack all but digest and path', async () => {
    const entries = rowsOf('entries.json').map(({ digest, path }) => ({
      digest,
      path,
      addedAt: 'never',
      example: 'yes',
      replacedBy: { digest },
    }))
    const outcome = await changed({ files: { 'entries.json': entries } })
    const given = await backupCredentials()
    expect(outcome).toMatchObject({
      ok: true,
      value: { credentials: given.map(({ source }) => ({ source: { bytes: source.bytes }, addedAt: at, example: false })) },
    })
    expect(JSON.stringify(outcome)).not.toContain('replacedBy')
  })

  test('of holder keys are whole, or damage', async () => {
    const wrong = [
      {},
      { ...holderKey('P-256'), kind: 'RSA' },
      holderKey('Ed25519', { jwk: { kty: 'OKP', crv: 'Ed25519', x: 'AA' } }),
    ]
    for (const row of [...wrong.map((each) => [each]), 'none']) {
      const outcome = await changed({ files: { 'holder-keys.json': JSON.stringify(row) } })
      expect(outcome).toEqual({ ok: false, problem: { code: 'backup_damaged', facts: { file: 'holder-keys.json' } } })
    }
    const more = holderKey('P-256', { jwk: { ...holderKey('P-256').jwk, k: 'surprise' } })
    expect(await changed({ files: { 'holder-keys.json': [more] as unknown as Json } })).toMatchObject({
      value: { holderKeys: [holderKey('P-256')] },
    })
  })

  test('of everything else that are not of their shape are left out', async () => {
    const mangled = (path: string, change: JsonObject) =>
      JSON.stringify([...rowsOf(path).map((row) => ({ ...row, ...change })), 7, null, []])
    const outcome = await changed({
      files: {
        'lists.json': mangled('lists.json', { origin: { source: 'other', kind: 'production', name: '', url: '' } }),
        'pins.json': mangled('pins.json', { thumbprints: [1] }),
        'vocabularies.json': mangled('vocabularies.json', { digest: 'a'.repeat(64) }),
        'pictures/index.json': mangled('pictures/index.json', { mediaType: 'text/html' }),
        'groupings.json': mangled('groupings.json', { id: '../x' }),
        'pathways.json': mangled('pathways.json', { origin: { kind: 'address', url: 'javascript:alert(1)' } }),
        'settings.json': '[]',
      },
    })
    expect(outcome).toMatchObject({
      ok: true,
      value: { settings: {}, lists: [], pins: [], vocabularies: [], pictures: [], groupings: [], pathways: [] },
    })
  })

  test('of groupings hold only members that may be one, and only so many', async () => {
    const [digest, more] = ['cd'.repeat(32), { surprise: true }]
    const parts = ['', '1', '12.3']
    const bad = ['0', '1.', 'x', '1..2', '9'.repeat(300), 7, null].map((part) => ({ digest, part }))
    const rows = [...parts.map((part) => ({ digest, part, ...more })), ...bad, { digest: 'short', part: '' }, { digest }, 'none']
    const members = async (given: Json) =>
      (await changed({ files: { 'groupings/1.json': given } })) as {
        readonly value: { readonly groupings: readonly JsonObject[] }
      }
    expect((await members(rows as Json)).value.groupings).toMatchObject([
      { name: 'Web', members: parts.map((part) => ({ digest, part })) },
    ])
    const many = Array.from({ length: 6_000 }, (_, index) => ({ digest, part: String(index + 1) }))
    expect((await members(many)).value.groupings[0]?.['members']).toHaveLength(5_000)
    for (const given of ['{', '{}', '7']) expect((await members(given)).value.groupings).toMatchObject([{ members: [] }])
  })

  test('of groupings and pathways have one file each: thousands that name the same are one', async () => {
    const repeated = (path: string) => {
      const [row] = rowsOf(path)
      return Array.from({ length: 1_000 }, (_, index) => ({ ...row, id: `id-${index}` }))
    }
    const outcome = await changed({
      files: { 'groupings.json': repeated('groupings.json'), 'pathways.json': repeated('pathways.json') },
    })
    expect(outcome).toMatchObject({ ok: true, value: { groupings: [{ id: 'id-0' }], pathways: [{ id: 'id-0' }] } })
  })

  test('of pathways lack what is too large, not text, or not there', async () => {
    const [first, second] = rowsOf('pathways.json')
    const rows = [first, second, { ...second, id: 'gone', path: 'pathways/9.json' }] as readonly JsonObject[]
    const large = Array.from({ length: 350_000 }, (_, index) => index).join(' ')
    const outcome = await changed({ files: { 'pathways.json': rows, 'pathways/1.json': large } })
    expect(outcome).toMatchObject({ ok: true, value: { pathways: [{ id: 'ce-2' }] } })
  })

  test('of an earlier release, which knew no members, are left out with what they cannot say', async () => {
    const outcome = await changed({
      files: {
        'groupings.json': [{ name: 'Web', description: '', digests: ['ab'.repeat(32)] }],
        'groupings/1.json': null,
        'pathways.json': null,
        'pathways/1.json': null,
        'pathways/2.json': null,
      },
    })
    expect(outcome).toMatchObject({ ok: true, value: { groupings: [], pathways: [], pins: backupRest().pins } })
  })

  test('are never more than there is room for', async () => {
    const many = Array.from({ length: 40_001 }, () => 0)
    expect(codeOf(await changed({ files: { 'pins.json': many } }))).toBe('backup_too_large')
  })

  test('with names that every object has stay plain', async () => {
    const outcome = await changed({ files: { 'settings.json': '{"__proto__":{"polluted":true},"language":"en"}' } })
    expect(outcome).toMatchObject({ ok: true })
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
  })
})

describe('a ZIP that lies', () => {
  const lying = (change: Partial<ZipFile>) => (files: readonly ZipFile[]) =>
    files.map((each) => (each.name === 'settings.json' ? { ...each, ...change } : each))

  test.for([
    ['about the size of a file', { size: 10 }],
    ['about how much of it is packed', { packed: 3 }],
    ['about where it is', { header: 1 }],
    ['about how it is packed', { method: 12 }],
    ['about being packed at all', { method: 0 }],
  ] as const)('%s is damaged', async ([, change]) => {
    expect(codeOf(await changed({ zip: lying(change) }))).toBe('backup_damaged')
  })

  test('about where its directory is, or how many files there are, does not open', async () => {
    for (const options of [{ directory: 1 }, { directory: 0xfffffff0 }, { count: 3 }, { count: 1000 }]) {
      expect(codeOf(await changed({ options }))).not.toBe('opened')
    }
  })

  test('whose files come to more than any backup holds is refused before it is unpacked', async () => {
    expect(codeOf(await changed({ zip: lying({ size: 0x50000000 }) }))).toBe('backup_too_large')
  })

  test('that packs too much into too little is refused', async () => {
    expect(codeOf(await changed({ files: { 'bomb.txt': 'A'.repeat(8 * 1024 * 1024) } }))).toBe('backup_too_large')
    expect(
      codeOf(
        await changed({
          files: { 'bomb.txt': 'A'.repeat(8 * 1024 * 1024) },
          zip: (files) => files.map((each) => (each.name === 'bomb.txt' ? { ...each, size: 9 } : each)),
        }),
      ),
    ).toBe('backup_damaged')
  })
})

describe('an age file', () => {
  test.for([
    ['is none', 'hello', 'backup_unrecognized'],
    ['is of a later version', 'age-encryption.org/v2\n-> X25519 a\n\n--- a\n', 'backup_unrecognized'],
    ['has no end of its header', `age-encryption.org/v1\n-> X25519 ${'a'.repeat(20_000)}`, 'backup_damaged'],
    [
      'asks for more work than is reasonable',
      'age-encryption.org/v1\n-> scrypt AAAAAAAAAAAAAAAAAAAAAA 21\nAAAA\n--- AAAA\n',
      'backup_too_large',
    ],
    [
      'asks for work beyond counting',
      'age-encryption.org/v1\n-> scrypt AAAAAAAAAAAAAAAAAAAAAA 1e3\nAAAA\n--- AAAA\n',
      'backup_damaged',
    ],
    ['is closed for a crowd', `age-encryption.org/v1\n${'-> X25519 AAAA\nAAAA\n'.repeat(21)}--- AAAA\n`, 'backup_too_large'],
  ] as const)('that %s is refused before any work', async ([, text, code]) => {
    for (const by of [key, { kind: 'passphrase', passphrase: 'p' } as const]) {
      expect(codeOf(await attempt(() => openBackup(new Blob([text]), by)))).toBe(code)
    }
  })

  test('that was cut short, lengthened or put in another order is damaged', async () => {
    const bytes = new Uint8Array(await file.arrayBuffer())
    for (const length of [bytes.length - 1, bytes.length - 17, Math.floor(bytes.length / 2)]) {
      expect(codeOf(await attempt(() => openBackup(new Blob([bytes.slice(0, length)]), key)))).toBe('backup_damaged')
    }
    expect(codeOf(await attempt(() => openBackup(new Blob([bytes, 'more']), key)))).toBe('backup_damaged')
  })

  test('in which any bit was changed never opens, and ends with a code', async () => {
    const bytes = new Uint8Array(await file.arrayBuffer())
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 0, max: 7 }), async (index, bit) => {
        const other = bytes.slice()
        other[index]! ^= 1 << bit
        expect(codeOf(await attempt(() => openBackup(new Blob([other]), key)))).toMatch(/^backup_/)
      }),
      { numRuns: 100 },
    )
  })
})

describe('a ZIP in which anything was changed', () => {
  test('opens as it was, or ends with a code', async () => {
    const zip = await zipInside(file)
    const whole = await opening(zip)
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.nat(zip.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 }), async (edits) => {
        const other = zip.slice()
        for (const [index, byte] of edits) other[index] = byte
        const outcome = await opening(other)
        if (outcome.ok) expect(outcome).toEqual(whole)
        else expect(outcome.problem.code).toMatch(/^backup_/)
      }),
      { numRuns: 150 },
    )
  })
})
