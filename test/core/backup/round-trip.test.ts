import { describe, expect, test } from 'vitest'
import { moveKey } from '../../../src/core/backup/age.ts'
import { openBackup } from '../../../src/core/backup/open.ts'
import type { BackupCredential, BackupLock, BackupRest } from '../../../src/core/backup/types.ts'
import { createBackupWriter } from '../../../src/core/backup/write.ts'
import { attempt } from '../../../src/core/problem.ts'
import { at, backedUp, backupCredentials, backupRest, nothingElse, sha256 } from '../../issuer/backups.ts'

const passphrase = { kind: 'passphrase', passphrase: 'correct horse battery staple' } as const

async function made(credentials: readonly BackupCredential[], rest: BackupRest, lock: BackupLock = passphrase): Promise<Blob> {
  const writer = await createBackupWriter(lock, { madeAt: at, madeBy: '0.1.0' })
  for (const credential of credentials) await writer.add([credential])
  return writer.finish(rest)
}

describe('a backup', () => {
  test('gives back everything that was put in, byte for byte', async () => {
    const [credentials, rest] = [await backupCredentials(), backupRest()]
    const opened = await openBackup(await made(credentials, rest), passphrase)
    expect(opened.credentials(0, 10)).toEqual(credentials)
    expect(opened.rest).toEqual(rest)
    expect(opened.summary).toEqual({
      madeAt: at,
      madeBy: '0.1.0',
      credentials: 3,
      holderKeys: 2,
      lists: 2,
      pins: 1,
      vocabularies: 1,
      pictures: 1,
      groupings: 1,
      pathways: 2,
      digests: credentials.map(({ source }) => sha256(source.bytes)),
    })
  })

  test('holds as many members of groupings as there may be', async () => {
    const [grouping] = backupRest().groupings
    const members = Array.from({ length: 5_000 }, (_, index) => ({
      digest: sha256(Uint8Array.of(index % 256, index >> 8)),
      part: '',
    }))
    const groupings = Array.from({ length: 40 }, (_, index) => ({ ...grouping!, id: `stack-${index}`, members }))
    const opened = await openBackup(await made([], { ...nothingElse, groupings }), passphrase)
    expect(opened.rest.groupings).toEqual(groupings)
  })

  test('gives credentials a few at a time, in their order', async () => {
    const credentials = Array.from({ length: 7 }, (_each, index) => backedUp(Uint8Array.of(index), 'same name.json'))
    const opened = await openBackup(await made(credentials, nothingElse), passphrase)
    expect([opened.credentials(0, 3), opened.credentials(3, 3), opened.credentials(6, 3)].flat()).toEqual(credentials)
    expect(opened.credentials(7, 3)).toEqual([])
  })

  test('holds a credential once that was handed over twice', async () => {
    const [first] = await backupCredentials()
    const opened = await openBackup(await made([first!, first!], nothingElse), passphrase)
    expect(opened.summary.credentials).toBe(1)
  })

  test('is opened by a passphrase whichever way its letters are composed', async () => {
    const file = await made([], nothingElse, { kind: 'passphrase', passphrase: 'Cafe\u0301 Zu\u0308rich' })
    expect((await openBackup(file, { kind: 'passphrase', passphrase: 'Caf\u00e9 Z\u00fcrich' })).summary.credentials).toBe(0)
  })

  test('for another device is opened by the key it was shown, and by no other', async () => {
    const [mine, other] = [await moveKey(), await moveKey()]
    const file = await made(await backupCredentials(), nothingElse, { kind: 'recipient', recipient: mine.recipient })
    expect((await openBackup(file, { kind: 'identity', identity: mine.identity })).summary.credentials).toBe(3)
    const wrong = [{ kind: 'identity', identity: other.identity } as const, passphrase]
    for (const key of wrong) {
      expect(await attempt(() => openBackup(file, key))).toMatchObject({ problem: { code: 'backup_wrong_key' } })
    }
  })

  test('stays shut for another passphrase, and for a key that is none', async () => {
    const file = await made([], nothingElse)
    const keys = [
      { kind: 'passphrase', passphrase: 'correct horse battery stable' },
      { kind: 'passphrase', passphrase: '' },
      { kind: 'identity', identity: 'AGE-SECRET-KEY-1NONE' },
    ] as const
    for (const key of keys) {
      expect(await attempt(() => openBackup(file, key))).toMatchObject({ problem: { code: 'backup_wrong_key' } })
    }
    const { recipient } = await moveKey()
    const mistyped = `${recipient.slice(0, -1)}${recipient.endsWith('q') ? 'p' : 'q'}`
    for (const wrong of [mistyped, 'age1', 'age1tag1qqqq', '']) {
      const lock = { kind: 'recipient', recipient: wrong } as const
      expect(await attempt(() => made([], nothingElse, lock))).toMatchObject({ problem: { code: 'backup_wrong_key' } })
    }
  })

  test('is nothing any more once it was dropped', async () => {
    const writer = await createBackupWriter(passphrase, { madeAt: at, madeBy: '0.1.0' })
    await writer.add(await backupCredentials())
    writer.drop()
    expect(await attempt(() => writer.finish(nothingElse))).toMatchObject({ ok: false })
  })

  test('that is no longer wanted is not read to its end', async () => {
    const file = await made(await backupCredentials(), nothingElse)
    expect(await attempt(() => openBackup(file, passphrase, AbortSignal.abort()))).toEqual({
      ok: false,
      problem: { code: 'cancelled' },
    })
  })

  test('holds what packs beyond all reason, and what is empty', async () => {
    const credentials = [backedUp(new Uint8Array(4 * 1024 * 1024), 'zeros.bin'), backedUp(new Uint8Array(), 'empty.json')]
    const opened = await openBackup(await made(credentials, nothingElse), passphrase)
    expect(opened.credentials(0, 2).map(({ source }) => sha256(source.bytes))).toEqual(
      credentials.map(({ source }) => sha256(source.bytes)),
    )
  })

  test('whose reports cannot be read still gives every credential, with a report that says so', async () => {
    const broken = backedUp(Uint8Array.of(1), 'a.json', { report: [] as never })
    const opened = await openBackup(await made([broken], nothingElse), passphrase)
    expect(opened.credentials(0, 1)).toMatchObject([
      { source: broken.source, report: { verdict: 'not-verified', error: { code: 'json_malformed' } } },
    ])
  })
})

describe('a backup that could not be read again', () => {
  test.for([
    ['a document too large', { ...nothingElse, settings: { note: 'a'.repeat(9 * 1024 * 1024) } }],
    ['more rows than there is room for', { ...nothingElse, pins: Array.from({ length: 40_001 }, () => backupRest().pins[0]!) }],
  ] as const)('with %s is not written', async ([, rest]) => {
    expect(await attempt(() => made([], rest))).toMatchObject({ problem: { code: 'backup_too_large' } })
  })
})
