import type { Remote } from 'comlink'
import { proxy, wrap } from 'comlink'
import type { Source } from '../core/model/credential.ts'
import type { Inspection } from '../core/model/inspection.ts'
import type { Attempt } from '../core/problem.ts'
import { createMemoryKeeper } from '../net/memory-keeper.ts'
import type { CrewOptions, Station } from './crew.ts'
import { createCrew } from './crew.ts'
import { failedInspection } from './failure.ts'
// oxlint-disable-next-line import/default -- the build makes the address of the built worker the default export
import hostUrl from './host.ts?worker&url'
import { scriptUrl } from './policy.ts'
import type { Host, JobId, Page } from './protocol.ts'
import type { Hearing, InspectOptions, KeeperForWorker, Verifier } from './types.ts'

/** Who is told of what a job brings. */
type Listener = Required<Hearing>

/** A worker, or what stands in for one where there is none. */
export type WorkerLike = Pick<Worker, 'postMessage' | 'addEventListener' | 'removeEventListener' | 'terminate'>

export interface VerifierPowers {
  /** Where the worker's door keeps copies and writes its log: the vault's keeper; memory that goes with the page when left out. */
  readonly keeper?: KeeperForWorker
  /** The clock of reports about a worker that failed. */
  readonly now?: () => Date
  /** Starts the worker; our own host by default. */
  readonly start?: () => WorkerLike
  /** Other times than the usual ones. */
  readonly times?: Partial<Pick<CrewOptions<unknown>, 'beatTime' | 'beats' | 'patience' | 'idle' | 'together'>>
}

/** A stuck worker is ended after half a minute, a job that gives no sign for two minutes is given up. */
const usualTimes = { together: 4, beatTime: 5_000, beats: 6, patience: 24, idle: 60_000 }

/**
 * The page's way to the verification worker, which is started by the first call and ended after a minute without any.
 * Calls wait in line; nothing here rejects.
 */
export function createVerifier(powers: VerifierPowers = {}): Verifier {
  const { keeper = createMemoryKeeper(), now = () => new Date(), start = startHost } = powers
  const listeners = new Map<JobId, Listener>()
  const page: Page = {
    ...pageOf(keeper),
    inspected: (job, inspection) => listeners.get(job)?.inspected(inspection),
    progressed: (job, ready, total) => listeners.get(job)?.progress(ready, total),
  }
  const crew = createCrew<Remote<Host>>({
    ...usualTimes,
    ...powers.times,
    start: () => stationOf(start(), page),
    beat: (host) => host.beat(),
  })
  let jobs = 0

  async function inInspection(
    host: Remote<Host>,
    source: Source,
    options: InspectOptions,
    listener: Listener,
    signal: AbortSignal,
  ): Promise<readonly Inspection[]> {
    const job = ++jobs
    let told = 0
    listeners.set(job, {
      ...listener,
      inspected(inspection) {
        told += 1
        listener.inspected(inspection)
      },
    })
    cancelWith(host, job, signal)
    try {
      const inspections = await host.inspect(job, source, options)
      // Answers and progress come through different ports: what the answer overtook is told now.
      for (const inspection of inspections.slice(told)) listener.inspected(inspection)
      return inspections
    } finally {
      listeners.delete(job)
    }
  }

  /** One question to the worker, whose answer is all there is to it. */
  async function inJob<T>(
    ask: (host: Remote<Host>, job: JobId) => Promise<Attempt<T>>,
    signal?: AbortSignal,
  ): Promise<Attempt<T>> {
    const outcome = await crew.run((host, _alive, within) => {
      const job = ++jobs
      cancelWith(host, job, within)
      return ask(host, job)
    }, signal)
    return outcome.ok ? outcome.value : outcome
  }

  return {
    async inspect(source, options, hearing = {}, signal) {
      const told: Inspection[] = []
      const outcome = await crew.run((host, alive, within) => {
        // Told before, when this job was in a worker that failed: not told twice.
        let skip = told.length
        return inInspection(
          host,
          source,
          options,
          {
            inspected(inspection) {
              alive()
              if (skip > 0) skip -= 1
              else if (!within.aborted) {
                told.push(inspection)
                hearing.inspected?.(inspection)
              }
            },
            progress(ready, total) {
              alive()
              if (!within.aborted) hearing.progress?.(ready, total)
            },
          },
          within,
        )
      }, signal)
      if (outcome.ok) return outcome.value
      const failed = await failedInspection(source, outcome.problem, now())
      hearing.inspected?.(failed)
      return [...told, failed]
    },
    open: (request, signal) => inJob((host, job) => host.open(job, request), signal),
    newer: (credential, options, signal) => inJob((host, job) => host.newer(job, credential, options), signal),
    readList: (request, signal) => inJob((host, job) => host.readList(job, request), signal),
    readPathway: (place, signal) => inJob((host, job) => host.readPathway(job, place), signal),
    end: crew.end,
  }
}

function cancelWith(host: Remote<Host>, job: JobId, signal: AbortSignal): void {
  signal.addEventListener('abort', () => void host.cancel(job).catch(() => undefined), { once: true })
}

/** Only the keeper's own four, whatever else the object can do. */
function pageOf(keeper: KeeperForWorker): KeeperForWorker {
  return {
    recall: (url) => keeper.recall(url),
    keep: (copy) => keeper.keep(copy),
    forget: (url) => keeper.forget(url),
    log: (entry) => keeper.log(entry),
  }
}

function startHost(): WorkerLike {
  return new Worker(scriptUrl(hostUrl), { type: 'module', name: 'verify' })
}

function stationOf(worker: WorkerLike, page: Page): Station<Remote<Host>> {
  const remote = wrap<Host>(worker)
  void remote.lend(proxy(page)).catch(() => undefined)
  return {
    remote,
    onFailure(listener) {
      worker.addEventListener('error', listener)
      worker.addEventListener('messageerror', listener)
    },
    end: () => worker.terminate(),
  }
}
