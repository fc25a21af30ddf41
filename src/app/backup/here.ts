import { type Attempt, done, problem } from '../../core/problem.ts'
import { digestOf } from '../../core/report.ts'
import type { RecordId, Vault } from '../../store/types.ts'
import type { Working } from './make-backup.ts'

/** What of the wallet matters to a backup that is opened beside it. */
export interface Here {
  /** SHA-256 (hex) of the source of every credential that can be opened, and where it is. */
  readonly ids: ReadonlyMap<string, RecordId>
  /** Whether there is nothing of the person's own in it yet. */
  readonly isNew: boolean
}

const together = 50

/** What is in the wallet. Damaged entries do not count: they are mended from a backup. Problems: those of the store, `cancelled`. */
export async function whatIsHere(vault: Pick<Vault, 'cards' | 'source'>, { signal }: Working = {}): Promise<Attempt<Here>> {
  const listed = await vault.cards()
  if (!listed.ok) return listed
  const { cards, damaged } = listed.value
  const ids = new Map<string, RecordId>()
  for (let start = 0; start < cards.length; start += together) {
    if (signal?.aborted) return problem('cancelled')
    const batch = await Promise.all(
      cards.slice(start, start + together).map(async ({ id }) => ({ id, source: await vault.source(id) })),
    )
    for (const { id, source } of batch) if (source.ok && source.value) ids.set(await digestOf(source.value.bytes), id)
  }
  return done({ ids, isNew: damaged.length === 0 && cards.every(({ example }) => example) })
}
