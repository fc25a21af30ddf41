import { createSignal, onCleanup } from 'solid-js'
import { type Outcome, type Question, questions } from '../../../core/model/report.ts'
import type { WalletEntry } from '../../../store/types.ts'
import type { Services } from '../../services.ts'

/** A last check older than this is made again when the page opens, in milliseconds. */
const day = 24 * 60 * 60 * 1000

/** True when a check is too old to leave as it is (or was never made). */
export function isStale(checkedAt: string, now: number): boolean {
  const time = Date.parse(checkedAt)
  return Number.isNaN(time) || now - time > day || time > now + day
}

export type CheckState = 'resting' | 'checking' | 'broken'

export type Answers = Readonly<Record<Question, Outcome | 'pending'>>

export const allPending: Answers = Object.fromEntries(questions.map((question) => [question, 'pending'])) as Answers

/**
 * Verifies an entry again and keeps the new reading. Ends with the page; a check that breaks off leaves what was known.
 * @param onReading called with the entry as it is now.
 */
export function createCheckAgain(
  services: Pick<Services, 'verifier' | 'vault' | 'settings' | 'online' | 'tell'>,
  onReading: (entry: WalletEntry) => void,
) {
  const [state, setState] = createSignal<CheckState>('resting')
  let abort: AbortController | undefined
  onCleanup(() => abort?.abort())

  async function check(entry: WalletEntry): Promise<void> {
    abort?.abort()
    const mine = new AbortController()
    abort = mine
    setState('checking')
    const options = { audience: 'holder' as const, identities: services.settings().identities, offline: !services.online() }
    const inspections = await services.verifier.inspect(entry.source, options, undefined, mine.signal)
    if (mine.signal.aborted) return
    const [inspection] = inspections
    if (!inspection?.credential || inspection.report.error) {
      setState('broken')
      return
    }
    const { credential, report } = inspection
    const kept = await services.vault.update(entry.id, { credential, report })
    if (!kept.ok) services.tell(kept.problem)
    if (mine.signal.aborted) return
    onReading({ ...entry, credential, report })
    setState('resting')
  }

  return { state, check }
}
