import { type Accessor, createSignal } from 'solid-js'
import { answerAgain } from '../core/answer-again.ts'
import type { VerificationReport } from '../core/model/report.ts'
import type { RecordId } from '../store/types.ts'
import type { PartsDone } from './intake.ts'
import type { Services } from './services.ts'

/** The identities that the learner claims. They never leave the device. */
export interface Identities {
  /** How far comparing the wallet with them has come; null when it is at rest. */
  readonly progress: Accessor<PartsDone | null>
  /** Keeps these instead of those before, and compares everything in the wallet with them. Asks no host. */
  keep(claims: readonly string[]): Promise<void>
  /** Goes on comparing where the page was closed on it. */
  resume(): Promise<void>
}

/** How many entries are compared at once: enough to keep the store busy, few enough to leave the page free. */
const together = 4

export function createIdentities(services: Pick<Services, 'vault' | 'settings' | 'changeSettings' | 'tell'>): Identities {
  const { vault, settings, changeSettings, tell } = services
  const [progress, setProgress] = createSignal<PartsDone | null>(null)
  let runs = 0

  async function compare(id: RecordId): Promise<void> {
    // One that is damaged is told of where it is shown.
    const kept = await vault.revise(id, async (entry) => {
      const known = { identities: settings().identities, ...(entry.replacedBy && { newer: entry.replacedBy.date }) }
      const report = await answerAgain(entry, known)
      return saysTheSame(report, entry.report) ? null : { ...entry, report }
    })
    if (!kept.ok) tell(kept.problem)
  }

  /** Ends early when the identities changed again: that change compares everything anew. */
  async function compareAll(): Promise<void> {
    runs += 1
    const mine = runs
    const isLatest = () => runs === mine
    const listed = await vault.cards()
    if (!listed.ok) return tell(listed.problem)
    const ids = listed.value.cards.flatMap(({ id, example }) => (example ? [] : id))
    const waiting = [...ids]
    let ready = 0
    const work = async () => {
      for (let id = waiting.shift(); id !== undefined && isLatest(); id = waiting.shift()) {
        await compare(id)
        ready += 1
        if (isLatest()) setProgress({ ready, total: ids.length })
      }
    }
    if (ids.length > 0 && isLatest()) setProgress({ ready, total: ids.length })
    await Promise.all(Array.from({ length: together }, work))
    if (!isLatest()) return
    setProgress(null)
    await changeSettings({ isComparing: false })
  }

  return {
    progress,
    async keep(claims) {
      await changeSettings({ identities: [...new Set(claims)], isComparing: true })
      await compareAll()
    },
    resume: compareAll,
  }
}

function saysTheSame(one: VerificationReport, other: VerificationReport): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
