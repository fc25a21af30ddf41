import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { moveKey } from '../../src/core/backup/age.ts'
import { openBackup } from '../../src/core/backup/open.ts'
import type { BackupLock } from '../../src/core/backup/types.ts'
import { createBackupWriter } from '../../src/core/backup/write.ts'
import { installedAge } from '../../tools/age.mjs'
import { at, backupCredentials, backupRest } from '../issuer/backups.ts'

/*
 * Whoever has a backup and no Satchel: the age program, something that unpacks ZIP files, and what is said inside. Nothing of ours
 * takes part after the file is written.
 */

const age = installedAge()
if (age === null)
  console.warn('NOT TESTED: backups are not opened by the stock age program. Type `apt-get install -y age` as root.')

const passphrase = 'correct horse battery staple'
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'satchel-age-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function write(name: string, lock: BackupLock): Promise<string> {
  const writer = await createBackupWriter(lock, { madeAt: at, madeBy: '0.1.0' })
  await writer.add(await backupCredentials())
  const path = join(folder, name)
  await writeFile(path, new Uint8Array(await (await writer.finish(backupRest())).arrayBuffer()))
  return path
}

/** Runs age as a person would: it asks for the passphrase on a terminal, which `script` gives it. */
function ageTyping(typed: readonly string[], ...args: readonly string[]) {
  const command = [age, ...args].map((word) => `'${word}'`).join(' ')
  return spawnSync('script', ['--quiet', '--return', '--echo', 'never', '--command', command, '/dev/null'], {
    input: typed.map((line) => `${line}\n`).join(''),
    encoding: 'utf8',
    timeout: 30_000,
  })
}

function decryptTyping(typed: string, from: string, to: string) {
  return ageTyping([typed], '--decrypt', '--output', to, from)
}

/** Unpacks with Python's `zipfile`, `unzip` or `bsdtar`, whichever is here; they check the checksum of each file. */
function unpack(zip: string, into: string): void {
  const ways: readonly [string, readonly string[]][] = [
    ['python3', ['-m', 'zipfile', '-e', zip, into]],
    ['unzip', ['-q', zip, '-d', into]],
    ['bsdtar', ['-x', '-f', zip, '-C', into]],
  ]
  const tried = ways.some(([program, args]) => spawnSync(program, args, { cwd: folder }).status === 0)
  if (!tried) throw new Error('No python3, unzip or bsdtar could unpack it.')
}

async function digestOf(path: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(path))
    .digest('hex')
}

interface Entry {
  readonly path: string
  readonly name: string
  readonly digest: string
}

interface Manifest {
  readonly format: string
  readonly version: number
  readonly counts: Readonly<Record<string, number>>
  readonly files: readonly { readonly path: string; readonly size: number; readonly sha256: string }[]
}

describe.skipIf(age === null)('with nothing but the age program and an unpacker', { timeout: 60_000 }, () => {
  let inside: string
  beforeAll(async () => {
    const zip = join(folder, 'backup.zip')
    inside = join(folder, 'inside')
    const { status, stdout } = decryptTyping(passphrase, await write('backup.age', { kind: 'passphrase', passphrase }), zip)
    if (status !== 0) throw new Error(`age did not open it: ${stdout}`)
    unpack(zip, inside)
  }, 60_000)

  test('a backup opens, and all that the manifest lists is there, whole', async () => {
    const manifest = JSON.parse(await readFile(join(inside, 'manifest.json'), 'utf8')) as Manifest
    expect(manifest).toMatchObject({ format: 'satchel-backup', version: 1, counts: { credentials: 3, holderKeys: 2 } })
    for (const { path, ...stated } of manifest.files) {
      const found = { size: (await readFile(join(inside, path))).length, sha256: await digestOf(join(inside, path)) }
      expect({ path, ...found }).toEqual({ path, ...stated })
    }
    const names = (await readdir(inside, { recursive: true, withFileTypes: true })).filter((each) => each.isFile())
    expect(names).toHaveLength(manifest.files.length + 1)
  })

  test('each credential is byte for byte the one that was given', async () => {
    const entries = JSON.parse(await readFile(join(inside, 'entries.json'), 'utf8')) as readonly Entry[]
    const given = await backupCredentials()
    expect(entries.map(({ name }) => name)).toEqual(given.map(({ source }) => source.name))
    for (const [index, { path, digest }] of entries.entries()) {
      expect(new Uint8Array(await readFile(join(inside, path)))).toEqual(new Uint8Array(given[index]!.source.bytes))
      expect(await digestOf(join(inside, path))).toBe(digest)
    }
    expect(await readFile(join(inside, 'README.txt'), 'utf8')).toContain('credentials/')
  })

  test('a backup stays shut for another passphrase', async () => {
    const backup = await write('shut.age', { kind: 'passphrase', passphrase })
    expect(decryptTyping('wrong', backup, join(folder, 'shut.zip')).status).not.toBe(0)
  })

  test('a move to another device opens by the key of that device', async () => {
    const { identity, recipient } = await moveKey()
    const move = await write('move.age', { kind: 'recipient', recipient })
    const key = join(folder, 'key.txt')
    await writeFile(key, `${identity}\n`, { mode: 0o600 })
    const zip = join(folder, 'move.zip')
    expect(spawnSync(age!, ['--decrypt', '--identity', key, '--output', zip, move]).status).toBe(0)
    unpack(zip, join(folder, 'moved'))
    expect(await readdir(join(folder, 'moved'))).toContain('manifest.json')
  })

  test('what it encrypts anew opens in the wallet', async () => {
    const again = join(folder, 'again.age')
    const typed = ageTyping(
      ['another passphrase', 'another passphrase'],
      '--passphrase',
      '--output',
      again,
      join(folder, 'backup.zip'),
    )
    expect(typed.status).toBe(0)
    const backup = await openBackup(new Blob([await readFile(again)]), { kind: 'passphrase', passphrase: 'another passphrase' })
    expect(backup.credentials(0, 3)).toEqual(await backupCredentials())
  })
})
