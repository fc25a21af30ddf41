import { createSignal } from 'solid-js'
import { isKnownLevel, issuerLevelOf } from '../../../core/issuer-level.ts'
import type { Inspection } from '../../../core/model/inspection.ts'
import { type Problem, problemOf } from '../../../core/problem.ts'
import { issuerShown } from '../../../store/card.ts'
import { whileAwake } from '../../awake.ts'
import { isBackupFile } from '../../backup/recognize.ts'
import { entriesOf, holderOptions, refusalOf } from '../../inspected.ts'
import type { Arrival, Given, Intake, IntakeItem } from '../../intake.ts'
import { nameOf, openGiven } from '../../open-given.ts'
import type { Services } from '../../services.ts'
import { hostOf } from '../../sniff.ts'
import { looksLikePathway } from '../../stacks/recognize.ts'
import { createQueue } from './queue.ts'

/** How many things are opened and checked at once. */
const atOnce = 3

export const waitingForAll = { integrity: 'pending', validity: 'pending', authority: 'pending', identity: 'pending' } as const

type Powers = Pick<Services, 'verifier' | 'settings' | 'online' | 'keepEntries'>

/** Opens, checks and keeps what a person gives, a few at a time. Whatever becomes of one leaves the others alone. */
export function createIntake(services: Powers): Intake {
  const [items, setItems] = createSignal<readonly IntakeItem[]>([])
  const [offered, setOffered] = createSignal('')
  const queue = createQueue(atOnce)
  let keys = 0

  function change(key: number, part: Partial<IntakeItem>): void {
    setItems((all) => all.map((item) => (item.key === key ? { ...item, ...part } : item)))
  }

  async function run(key: number, given: Given, signal: AbortSignal): Promise<void> {
    change(key, { state: 'opening' })
    // However large it is: a backup is not read here.
    if (given.kind === 'file' && (await isBackupFile(given.file))) return end(key, [closed('backup', given.file)])
    const source = await openGiven(given, services.verifier, signal)
    if (signal.aborted) return change(key, { state: 'cancelled' })
    if (!source.ok) return end(key, [{ kind: 'problem', problem: source.problem }])
    const { bytes, name } = source.value
    if (await isBackupFile(new Blob([new Uint8Array(bytes)]))) return end(key, [closed('backup', fileOf(bytes, name))])
    change(key, { state: 'checking' })
    const inspections = await services.verifier.inspect(
      source.value,
      holderOptions(services),
      {
        inspected: (each) => change(key, { questions: each.report.questions }),
        progress: (ready, total) => change(key, { parts: { ready, total } }),
      },
      signal,
    )
    if (signal.aborted) return change(key, { state: 'cancelled' })
    change(key, {
      state: 'keeping',
      ...(inspections[0]?.report.error === null && { questions: inspections[0].report.questions }),
    })
    end(key, await keep(inspections, services))
  }

  function end(key: number, arrivals: readonly Arrival[]): void {
    change(key, { state: 'done', arrivals })
  }

  async function take(given: Given): Promise<number> {
    keys += 1
    const key = keys
    setItems((all) => [
      {
        key,
        name: nameOf(given),
        host: given.kind === 'address' ? hostOf(given.url) : '',
        state: 'waiting',
        questions: waitingForAll,
        parts: null,
        arrivals: [],
      },
      ...all,
    ])
    try {
      const ran = await whileAwake(() =>
        queue.add(async (signal) => {
          await run(key, given, signal)
          return true
        }),
      )
      if (ran === null) change(key, { state: 'cancelled' })
    } catch (error) {
      end(key, [{ kind: 'problem', problem: problemOf(error) }])
    }
    return key
  }

  return {
    items,
    offered,
    offer: setOffered,
    async take(given) {
      setOffered('')
      const taken = new Set(await Promise.all(given.map(take)))
      return items().filter(({ key }) => taken.has(key))
    },
    cancel: () => queue.cancel(),
    clear: () => setItems((all) => all.filter(({ state }) => state !== 'done' && state !== 'cancelled')),
  }
}

/** Puts what was found into the wallet, all at once; what is no credential is told as its problem. */
async function keep(inspections: readonly Inspection[], { keepEntries }: Powers): Promise<readonly Arrival[]> {
  const entries = entriesOf(inspections, { addedAt: new Date().toISOString(), example: false })
  const problems: readonly Arrival[] = inspections.flatMap(({ report, source }) => {
    if (!report.error) return []
    if (report.error.code === 'wallet_locked') return [closed('wallet', fileOf(source.bytes, source.name))]
    if (looksLikePathway(source.bytes)) return [{ kind: 'pathway', file: fileOf(source.bytes, source.name) }]
    return [refused(report.error, inspections.length > 1 ? report.input : undefined)]
  })
  if (entries.length === 0) return problems.length > 0 ? problems : [refused(refusalOf(inspections))]
  const kept = await keepEntries(entries)
  if (!kept.ok) return [refused(kept.problem), ...problems]
  const arrivals = entries.flatMap(({ credential, report }, index): Arrival[] => {
    const place = kept.value[index]
    if (!place) return []
    const { verdict, questions, summary } = report
    const said = {
      title: summary.title,
      issuer: issuerShown(credential, report),
      issuerId: credential.issuer.id,
      isIssuerKnown: isKnownLevel(issuerLevelOf(report)),
    }
    return [{ kind: place.isNew ? 'added' : 'there', id: place.id, ...said, verdict, questions }]
  })
  return [...arrivals, ...problems]
}

function refused(trouble: Problem, name?: string): Arrival {
  return { kind: 'problem', problem: trouble, ...(name && { name }) }
}

function closed(what: 'backup' | 'wallet', file: File): Arrival {
  return { kind: 'closed', what, file }
}

function fileOf(bytes: Uint8Array, name: string): File {
  return new File([new Uint8Array(bytes)], name)
}
