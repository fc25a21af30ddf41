import { createSignal, onCleanup } from 'solid-js'
import { type Outcome, type Question, questions } from '../../../core/model/report.ts'
import type { WalletEntry } from '../../../store/types.ts'
import { holderOptions } from '../../inspected.ts'
import type { PartsDone } from '../../intake.ts'
import type { Services } from '../../services.ts'

/** A last check older than this is made again when the page opens, in milliseconds. */
const day = 24 * 60 * 60 * 1000

/** True when what is inside was not kept, as earlier releases left it. */
export function lacksParts({ report, parts }: Pick<WalletEntry, 'report' | 'parts'>): boolean {
  return parts.length < report.credentials.length
}

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
  services: Pick<Services, 'verifier' | 'vault' | 'settings' | 'online' | 'tell' | 'settle'>,
  onReading: (entry: WalletEntry) => void,
) {
  const [state, setState] = createSignal<CheckState>('resting')
  const [parts, setParts] = createSignal<PartsDone | null>(null)
  let abort: AbortController | undefined
  onCleanup(() => abort?.abort())

  async function check(entry: WalletEntry): Promise<void> {
    abort?.abort()
    const mine = new AbortController()
    abort = mine
    setState('checking')
    setParts(null)
    const options = holderOptions(services, entry)
    const progress = (ready: number, total: number) => void setParts({ ready, total })
    const inspections = await services.verifier.inspect(entry.source, options, { progress }, mine.signal)
    if (mine.signal.aborted) return
    setParts(null)
    const [inspection] = inspections
    if (!inspection?.credential || inspection.report.error) {
      setState('broken')
      return
    }
    const { credential, report, parts, endorsements } = inspection
    const reading = { credential, report, parts, endorsements }
    const kept = await services.vault.update(entry.id, reading)
    if (!kept.ok) services.tell(kept.problem)
    else void services.settle([entry.id])
    if (mine.signal.aborted) return
    onReading({ ...entry, ...reading })
    setState('resting')
  }

  /** Ends the check; what was known stays. */
  function stop(): void {
    abort?.abort()
    setParts(null)
    setState('resting')
  }

  return { state, parts, check, stop }
}
