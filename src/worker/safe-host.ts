import { expose, transfer } from 'comlink'
import type { OpenBackup } from '../core/backup/open.ts'
import type { BackupWriter } from '../core/backup/write.ts'
import { lazy } from '../core/lazy.ts'
import { type Attempt, attempt, fail } from '../core/problem.ts'
import type { BackupId, SafeHost } from './safe-protocol.ts'

// Each is loaded when it is first needed: to unlock takes no more than the stretching of a passphrase.
const loadStretch = lazy(() => import('../core/stretch.ts'))
const loadAge = lazy(() => import('../core/backup/age.ts'))
const loadWriting = lazy(() => import('../core/backup/write.ts'))
const loadOpening = lazy(() => import('../core/backup/open.ts'))
const loadWalletFile = lazy(() => import('../core/wallet-file/index.ts'))

/** What goes wrong without a code is a fault of ours, or memory that ran out. */
function inSafe<T>(work: () => T | Promise<T>): Promise<Attempt<T>> {
  return attempt(work, 'safe_failed')
}

const writing = new Map<BackupId, BackupWriter>()
const opened = new Map<BackupId, OpenBackup>()
/** What ends an opening that is under way. */
const opening = new Map<BackupId, AbortController>()

function kept<T>(backups: ReadonlyMap<BackupId, T>, id: BackupId): T {
  return backups.get(id) ?? fail('cancelled')
}

/** The safe worker: keys and backups, with neither network nor store. Only `safe-client.ts` talks to it. */
const host: SafeHost = {
  async stretch(passphrase, salt, stretching) {
    const key = await (await loadStretch()).stretch(passphrase, salt, stretching)
    // It moves to the page: no copy of it stays here.
    return key.ok ? transfer(key, [key.value.buffer]) : key
  },
  moveKey: () => inSafe(async () => (await loadAge()).moveKey()),
  openLockedWallet: (bytes, passphrase) => inSafe(async () => (await loadWalletFile()).openLockedWallet(bytes, passphrase)),
  writeWallet: (credentials, passphrase) =>
    inSafe(async () => (await loadWalletFile()).writeWallet(credentials, passphrase, new Date())),

  beginBackup: (id, lock, about) =>
    inSafe(async () => {
      const { createBackupWriter } = await loadWriting()
      writing.set(id, await createBackupWriter(lock, about))
    }),
  addToBackup: (id, credentials) => inSafe(() => kept(writing, id).add(credentials)),
  finishBackup: (id, rest) => inSafe(() => kept(writing, id).finish(rest)),
  openBackup: (id, file, key) =>
    inSafe(async () => {
      const controller = new AbortController()
      opening.set(id, controller)
      try {
        const { openBackup } = await loadOpening()
        const backup = await openBackup(file, key, controller.signal)
        opened.set(id, backup)
        return { summary: backup.summary, rest: backup.rest }
      } finally {
        opening.delete(id)
      }
    }),
  credentialsOf: (id, start, count) => inSafe(() => kept(opened, id).credentials(start, count)),
  drop(id) {
    opening.get(id)?.abort()
    writing.get(id)?.drop()
    opened.get(id)?.close()
    writing.delete(id)
    opened.delete(id)
  },
}

expose(host)
