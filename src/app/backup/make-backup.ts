import type { BackupCredential, BackupLock } from '../../core/backup/types.ts'
import { type Attempt, done, problem } from '../../core/problem.ts'
import type { Hearing, RecordId } from '../../store/types.ts'
import type { BackupWriting } from '../../worker/safe-types.ts'
import type { Services } from '../services.ts'
import { version } from '../version.ts'
import { type Contents, createContents } from './contents.ts'

/** A backup that was made. */
export interface MadeBackup {
  readonly file: Blob
  /** When (ISO 8601). */
  readonly at: string
  readonly credentials: number
  /** How many of them are no examples. */
  readonly own: number
  /** How many damaged records are not in it, since nothing can be read of them. */
  readonly leftOut: number
}

/** What may be heard of long work, and what ends it. */
export interface Working {
  readonly hearing?: Hearing | undefined
  readonly signal?: AbortSignal | undefined
}

/** How many credentials are handed over at once: more would only lie in memory. */
const together = 50

/**
 * Everything in the wallet as one file that only `lock` opens. The vault is not told: whoever gives the file to the person notes it.
 * Problems: those of the store and of the safe, `cancelled`.
 * @param now the clock
 */
export async function makeBackup(
  { vault, safe }: Pick<Services, 'vault' | 'safe'>,
  lock: BackupLock,
  working: Working = {},
  now: Date = new Date(),
): Promise<Attempt<MadeBackup>> {
  const at = now.toISOString()
  const listed = await vault.cards()
  if (!listed.ok) return listed
  const { cards, damaged } = listed.value
  const contents = createContents(vault, at)
  const ids = [...cards, ...damaged].map(({ id }) => id)
  const begun = await (await safe()).writeBackup(lock, { madeAt: at, madeBy: version })
  if (!begun.ok) return begun
  const writing = begun.value
  const cancel = () => writing.cancel()
  working.signal?.addEventListener('abort', cancel, { once: true })
  const written = await writeAll(writing, ids, contents, working)
  working.signal?.removeEventListener('abort', cancel)
  if (!written.ok) {
    cancel()
    return written
  }
  return done({ ...written.value, at })
}

async function writeAll(
  writing: BackupWriting,
  ids: readonly RecordId[],
  contents: Contents,
  { hearing, signal }: Working,
): Promise<Attempt<Omit<MadeBackup, 'at'>>> {
  let [credentials, own, leftOut] = [0, 0, 0]
  const read = (start: number) => Promise.all(ids.slice(start, start + together).map(contents.credential))
  // While the worker packs some, the next are read.
  let next = read(0)
  for (let start = 0; start < ids.length; start += together) {
    if (signal?.aborted) return problem('cancelled')
    hearing?.(start, ids.length)
    const found = await next
    next = read(start + together)
    const batch: BackupCredential[] = []
    for (const one of found) {
      if (!one.ok) return one
      if (one.value === 'lost') leftOut += 1
      else if (one.value !== 'gone') batch.push(one.value)
    }
    const added = await writing.add(batch)
    if (!added.ok) return added
    credentials += batch.length
    own += batch.filter(({ example }) => !example).length
  }
  hearing?.(ids.length, ids.length)
  const others = await contents.rest()
  if (!others.ok) return others
  const file = await writing.finish(others.value)
  return file.ok ? done({ file: file.value, credentials, own, leftOut }) : file
}

/** The name of a backup file. @param at when it was made (ISO 8601) */
export function backupFileName(at: string): string {
  return `satchel-backup-${at.slice(0, 10)}.age`
}
