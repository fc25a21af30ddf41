import { answerAgain } from '../../core/answer-again.ts'
import type { BackupCredential } from '../../core/backup/types.ts'
import { type Attempt, done, type Problem, problem } from '../../core/problem.ts'
import { digestOf } from '../../core/report.ts'
import type { RecordId, WalletEntry } from '../../store/types.ts'
import type { OpenedBackup } from '../../worker/safe-types.ts'
import { entriesOf, holderOptions, refusalOf } from '../inspected.ts'
import type { Services } from '../services.ts'
import type { Working } from './make-backup.ts'

/** A credential in a backup that could not be read any more. Its bytes are those at this place of the backup. */
export interface Unread {
  readonly place: number
  readonly name: string
  readonly problem: Problem
}

export interface RestoredCredentials {
  readonly added: number
  /** How many were in the wallet already. */
  readonly there: number
  /** How many of both are no examples. */
  readonly own: number
  readonly unread: readonly Unread[]
}

type Powers = Pick<Services, 'vault' | 'verifier' | 'settings' | 'online' | 'keepEntries' | 'tell'>
type Entry = Omit<WalletEntry, 'id'>

/** How many credentials are taken out at once, and written in one go. */
const together = 16

/**
 * Puts the credentials of a backup into the wallet, each checked anew: a report in a file proves nothing. What is in the wallet
 * already stays as it is. Each batch is kept whole or not at all, so that going on after a break does no harm. Problems: those of the
 * store and of the safe, `cancelled`.
 * @param ids where each credential in the wallet is, by the digest of its source
 * @param now the clock
 */
export async function restoreCredentials(
  services: Powers,
  opened: OpenedBackup,
  ids: ReadonlyMap<string, RecordId>,
  { hearing, signal }: Working,
  now: Date,
): Promise<Attempt<RestoredCredentials>> {
  const { digests } = opened.summary
  const places = new Map(ids)
  const replaced: { readonly digest: string; readonly by: NonNullable<BackupCredential['replacedBy']> }[] = []
  const unread: Unread[] = []
  let added = 0
  let there = 0
  let examples = 0
  for (let start = 0; start < digests.length; start += together) {
    if (signal?.aborted) return problem('cancelled')
    hearing?.(start, digests.length)
    const given = await opened.credentials(start, together)
    if (!given.ok) return given
    const rows = given.value.map((credential, index) => ({
      credential,
      place: start + index,
      digest: digests[start + index] ?? '',
    }))
    for (const { credential, digest } of rows) if (credential.replacedBy) replaced.push({ digest, by: credential.replacedBy })
    const missing = rows.filter(({ digest }) => !places.has(digest))
    there += rows.length - missing.length
    const checked = await Promise.all(
      missing.map(async (row) => ({ ...row, found: await checkedAnew(row.credential, services, signal) })),
    )
    if (signal?.aborted) return problem('cancelled')
    const entries = checked.flatMap(({ credential, found }) =>
      found.entries.map((each) => remembered(each, credential, places, now)),
    )
    const kept = await keep(entries, services)
    if (!kept.ok) return kept
    for (const [digest, id] of kept.value) places.set(digest, id)
    examples += rows.filter(({ credential, digest }) => credential.example && places.has(digest)).length
    added += checked.filter(({ found }) => found.problem === null).length
    for (const { place, credential, found } of checked) {
      if (found.problem) unread.push({ place, name: credential.source.name, problem: found.problem })
    }
  }
  hearing?.(digests.length, digests.length)
  for (const { digest, by } of replaced) await markReplaced(places.get(digest), by, places, services)
  return done({ added, there, own: added + there - examples, unread })
}

/** What is found in one credential now: entries to keep, or why there are none. */
async function checkedAnew(
  given: BackupCredential,
  services: Powers,
  signal: AbortSignal | undefined,
): Promise<{ readonly entries: readonly Entry[]; readonly problem: Problem | null }> {
  const { source, addedAt, example } = given
  const inspections = await services.verifier.inspect(source, holderOptions(services, given), {}, signal)
  const entries = entriesOf(inspections, { addedAt, example })
  return { entries, problem: entries.length > 0 ? null : refusalOf(inspections) }
}

/** An entry with what the backup remembers of it, which never is from the future. */
function remembered(entry: Entry, given: BackupCredential, places: ReadonlyMap<string, RecordId>, now: Date): Entry {
  const addedAt = new Date(Math.min(Date.parse(given.addedAt), now.getTime())).toISOString()
  const by = given.replacedBy
  // What replaced it may come later, or not be there any more: then the mark stands, and leads nowhere.
  return { ...entry, addedAt, ...(by && { replacedBy: { id: places.get(by.digest) ?? by.digest, date: by.date } }) }
}

/** Where each of them is now, by the digest of its source. */
async function keep(entries: readonly Entry[], { keepEntries }: Powers): Promise<Attempt<ReadonlyMap<string, RecordId>>> {
  if (entries.length === 0) return done(new Map())
  const kept = await keepEntries(entries)
  if (!kept.ok) return kept
  const digests = await Promise.all(entries.map(({ source }) => digestOf(source.bytes)))
  return done(new Map(digests.map((digest, index) => [digest, kept.value[index]?.id ?? ''])))
}

/**
 * Leads the mark of a restored credential to what replaced it, once that has its place. A credential that was here and has no such mark
 * gets none: that it was replaced is found by checking what replaces it, and never believed of a file.
 */
async function markReplaced(
  id: RecordId | undefined,
  by: NonNullable<BackupCredential['replacedBy']>,
  places: ReadonlyMap<string, RecordId>,
  { vault, settings, tell }: Powers,
): Promise<void> {
  if (id === undefined) return
  const newer = places.get(by.digest)
  const marked = await vault.revise(id, async (known) => {
    if (newer === undefined || known.replacedBy?.id !== by.digest) return null
    const report = await answerAgain(known, { identities: known.example ? [] : settings().identities, newer: by.date })
    return { ...known, report, replacedBy: { id: newer, date: by.date } }
  })
  if (!marked.ok) tell(marked.problem)
}
