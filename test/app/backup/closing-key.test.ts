import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { fileKey, opensWallet } from '../../../src/app/backup/closing-key.ts'
import { openBackup } from '../../../src/core/backup/open.ts'
import { createBackupWriter } from '../../../src/core/backup/write.ts'
import { newRecoveryCode, recoveryCodeOf } from '../../../src/core/recovery-code.ts'
import type { NewMethod } from '../../../src/store/types.ts'
import { at, nothingElse } from '../../issuer/backups.ts'
import { freshDisk, tab, valueIn } from '../../store/disk.ts'

beforeEach(freshDisk)

const tidy = 'tundra velvet oboe kitten marble drizzle'
const untidy = '  tundra  velvet oboe\tkitten marble drizzle '

async function guarded(way: NewMethod) {
  const vault = await tab()
  valueIn(await vault.security.secure([way]))
  return vault
}

async function closedWith(typed: string): Promise<Blob> {
  const lock = { kind: 'passphrase', passphrase: fileKey(typed) } as const
  return (await createBackupWriter(lock, { madeAt: at, madeBy: '0.1.0' })).finish(nothingElse)
}

const opens = (file: Blob, typed: string) => openBackup(file, { kind: 'passphrase', passphrase: fileKey(typed) })

describe('what closes a backup', () => {
  test('is the passphrase of the wallet, however many blanks are typed: the tidy one opens it', async () => {
    const vault = await guarded({ name: '', method: 'passphrase', passphrase: tidy })
    expect(await opensWallet(vault, untidy)).toBe(true)
    expect(await opensWallet(vault, `${tidy}s`)).toBe(false)
    expect((await opens(await closedWith(untidy), tidy)).summary.credentials).toBe(0)
    await expect(opens(await closedWith(tidy), `${tidy}s`)).rejects.toMatchObject({ problem: { code: 'backup_wrong_key' } })
  })

  test('is the recovery code as it is printed, however it is typed', async () => {
    const code = newRecoveryCode()
    const typed = ` ${code.toLowerCase().replaceAll('-', '  ')} `
    const vault = await guarded({ name: '', method: 'recovery', code })
    expect(await opensWallet(vault, typed)).toBe(true)
    expect(fileKey(typed)).toBe(code)
  })

  test('is the same however often it is tidied, and nothing when only blanks are typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        expect(fileKey(fileKey(typed))).toBe(fileKey(typed))
      }),
    )
    expect(fileKey(' \t\u00a0 ')).toBe('')
  })
})

describe('a way into the wallet', () => {
  test('is known as one, and anything else is not', async () => {
    const vault = await tab()
    const code = recoveryCodeOf(new Uint8Array(16).fill(9))
    expect(await opensWallet(vault, 'tundra velvet oboe')).toBe(false)
    valueIn(
      await vault.security.secure([
        { method: 'passphrase', passphrase: 'tundra velvet oboe', name: 'mine' },
        { method: 'recovery', code, name: 'printed' },
      ]),
    )
    expect(await opensWallet(vault, 'tundra velvet oboe')).toBe(true)
    expect(await opensWallet(vault, code.toLowerCase().replaceAll('-', ''))).toBe(true)
    expect(await opensWallet(vault, 'tundra velvet')).toBe(false)
    expect(await opensWallet(vault, recoveryCodeOf(new Uint8Array(16).fill(8)))).toBe(false)
  })
})
