import type { BackupCredential, BackupKey, BackupLock, BackupRest, BackupSummary } from '../core/backup/types.ts'
import type { Attempt } from '../core/problem.ts'

/** A backup being written: credentials are handed over as they come, so that not all of them are in memory at once. */
export interface BackupWriting {
  /** Problems: `safe_failed`, `cancelled`. */
  add(credentials: readonly BackupCredential[]): Promise<Attempt<void>>
  /** The finished age file. */
  finish(rest: BackupRest): Promise<Attempt<Blob>>
  /** Ends it; what was under way answers `cancelled`. */
  cancel(): void
}

/** A backup that was opened, and whose every file is whole. */
export interface OpenedBackup {
  readonly summary: BackupSummary
  readonly rest: BackupRest
  /** Some of the credentials, in their order. */
  credentials(start: number, count: number): Promise<Attempt<readonly BackupCredential[]>>
  /** Lets go of it. */
  close(): void
}

/**
 * The safe worker: what needs much computing or memory around keys and backups, away from the page. It touches neither the network
 * nor the store. Nothing here rejects: `safe_failed` when the worker breaks off.
 */
export interface Safe {
  /** Argon2id (RFC 9106) of the passphrase in NFKC; 32 bytes. Memory in KiB. */
  stretch(
    passphrase: string,
    salt: Uint8Array,
    stretching: { readonly memory: number; readonly passes: number; readonly lanes: number },
  ): Promise<Attempt<Uint8Array>>
  /** Begins a backup. `about`: when it is made (ISO 8601) and by which version of the app. */
  writeBackup(lock: BackupLock, about: { readonly madeAt: string; readonly madeBy: string }): Promise<Attempt<BackupWriting>>
  /** Opens a backup file and checks every digest in it. Problems: `backup_*`. */
  openBackup(file: Blob, key: BackupKey, signal?: AbortSignal): Promise<Attempt<OpenedBackup>>
  /** A new identity for one move, with the recipient to show for it. */
  moveKey(): Promise<Attempt<{ readonly identity: string; readonly recipient: string }>>
  /** The credentials in a locked Universal Wallet 2020 file, as an unlocked one. Problems: `wallet_wrong_key`, `wallet_lock_unsupported`. */
  openLockedWallet(bytes: Uint8Array, passphrase: string): Promise<Attempt<Uint8Array>>
  /** A Universal Wallet 2020 file with these and no keys; locked when there is a passphrase. */
  writeWallet(
    credentials: readonly { readonly bytes: Uint8Array; readonly name: string }[],
    passphrase: string | null,
  ): Promise<Attempt<Uint8Array>>
  /** Ends the worker; the next call starts a new one. */
  end(): void
}
