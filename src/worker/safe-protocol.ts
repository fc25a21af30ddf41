import type { BackupCredential, BackupKey, BackupLock, BackupRest, BackupSummary } from '../core/backup/types.ts'
import type { Attempt } from '../core/problem.ts'
import type { Safe } from './safe-types.ts'

/** Names a backup that is being written or was opened, on both sides. */
export type BackupId = number

/** What the safe worker does for the page: plain questions, and backups that stay in it from one call to the next. */
export interface SafeHost extends Pick<Safe, 'stretch' | 'moveKey' | 'openLockedWallet' | 'writeWallet'> {
  beginBackup(id: BackupId, lock: BackupLock, about: { readonly madeAt: string; readonly madeBy: string }): Promise<Attempt<void>>
  addToBackup(id: BackupId, credentials: readonly BackupCredential[]): Promise<Attempt<void>>
  finishBackup(id: BackupId, rest: BackupRest): Promise<Attempt<Blob>>
  openBackup(
    id: BackupId,
    file: Blob,
    key: BackupKey,
  ): Promise<Attempt<{ readonly summary: BackupSummary; readonly rest: BackupRest }>>
  credentialsOf(id: BackupId, start: number, count: number): Promise<Attempt<readonly BackupCredential[]>>
  /** Ends what is under way with a backup, and lets go of it. */
  drop(id: BackupId): void
}
