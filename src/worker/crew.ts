import type { Attempt, Facts } from '../core/problem.ts'
import { problem } from '../core/problem.ts'

/** One worker as the crew sees it: what jobs run in, and what can be ended. */
export interface Station<Remote> {
  readonly remote: Remote
  /** Tells when the worker fails by itself: its script did not load, or something in it was not caught. */
  onFailure(listener: () => void): void
  end(): void
}

export interface CrewOptions<Remote> {
  start(): Station<Remote>
  /** Resolves as soon as the worker has a moment. */
  beat(remote: Remote): Promise<unknown>
  /** How many jobs may be in the worker at once: while one waits for the network, another computes. */
  readonly together: number
  /** Milliseconds between two looks at the worker. */
  readonly beatTime: number
  /** After how many beats without an answer it counts as stuck. Beats, not time: a page that was asleep missed none. */
  readonly beats: number
  /** After how many beats without a sign of life of its own a job is given up. */
  readonly patience: number
  /** Milliseconds without work after which the worker is ended. */
  readonly idle: number
}

/** @param alive says that the work gets on; `signal` ends it */
export type Work<Remote, T> = (remote: Remote, alive: () => void, signal: AbortSignal) => Promise<T>

export interface Crew<Remote> {
  /**
   * Runs one job in the worker, when its turn comes. Never rejects: `worker_failed` when the worker fails at it (the
   * fact `reason` says how), `cancelled` when the signal is aborted or the crew is sent home.
   */
  run<T>(work: Work<Remote, T>, signal?: AbortSignal): Promise<Attempt<T>>
  /** Sends everyone home; the next job starts a new worker. */
  end(): void
}

interface Job<Remote> {
  /** Does the work and settles the job with what came of it; rejects when the worker did not manage it. */
  start(remote: Remote): Promise<void>
  settle(outcome: Attempt<never>): void
  readonly controller: AbortController
  settled: boolean
  /** It was in a worker that failed. Until it has run alone, nobody knows whose fault that was. */
  suspect: boolean
  /** Beats since it last gave a sign of life. */
  quiet: number
}

/**
 * Keeps one worker busy and sees to it that it lives. A worker that stops answering or fails is ended. If one job was
 * in it, that job is to blame and reported as failed; of several each is run once more, alone, so that a poisonous one
 * costs only itself.
 */
export function createCrew<Remote>(options: CrewOptions<Remote>): Crew<Remote> {
  let station: Station<Remote> | null = null
  let waiting: Job<Remote>[] = []
  const running = new Set<Job<Remote>>()
  /** Something in this worker went wrong, perhaps for good (a script that did not load stays so): it gets no new job. */
  let spent = false
  let pulse: ReturnType<typeof setInterval> | undefined
  let rest: ReturnType<typeof setTimeout> | undefined

  function begin(): Station<Remote> {
    const started = options.start()
    started.onFailure(() => {
      if (station === started) fallen('crashed')
    })
    pulse = setInterval(pulseOf(started), options.beatTime)
    return started
  }

  function stop(): void {
    clearInterval(pulse)
    clearTimeout(rest)
    station?.end()
    station = null
    spent = false
  }

  /** What is done at each beat of one worker. */
  function pulseOf(current: Station<Remote>): () => void {
    let answered = true
    let missed = 0
    return () => {
      missed = answered ? 0 : missed + 1
      if (missed >= options.beats) return fallen('stuck')
      if (answered) {
        answered = false
        options.beat(current.remote).then(
          () => {
            answered = true
          },
          () => undefined,
        )
      }
      for (const job of running) job.quiet += 1
      const slow = [...running].filter(({ quiet }) => quiet >= options.patience)
      for (const job of slow) giveUp(job, { reason: 'slow' })
      if (slow.length > 0) pull()
    }
  }

  /** The worker is lost, and with it everything in it. */
  function fallen(reason: 'crashed' | 'stuck'): void {
    const alone = running.size === 1
    const lost = [...running].filter((job) => !job.settled)
    running.clear()
    stop()
    for (const job of lost) {
      if (alone) job.settle(problem('worker_failed', { facts: { reason } }))
      else job.suspect = true
    }
    waiting = [...lost, ...waiting]
    pull()
  }

  function giveUp(job: Job<Remote>, facts: Facts): void {
    spent = true
    running.delete(job)
    job.controller.abort()
    job.settle(problem('worker_failed', { facts }))
  }

  /** Takes jobs for as long as there is room; one that is suspected gets the worker to itself. */
  function pull(): void {
    if (spent && running.size === 0) stop()
    waiting = waiting.filter((job) => !job.settled)
    for (let next = waiting[0]; next !== undefined && hasRoomFor(next); next = waiting[0]) {
      waiting.shift()
      put(next)
    }
    clearTimeout(rest)
    if (running.size === 0 && station !== null) rest = setTimeout(stop, options.idle)
  }

  function hasRoomFor(job: Job<Remote>): boolean {
    if (spent || [...running].some(({ suspect }) => suspect)) return false
    return running.size < (job.suspect ? 1 : options.together)
  }

  function put(job: Job<Remote>): void {
    try {
      station ??= begin()
    } catch {
      return job.settle(problem('worker_failed', { facts: { reason: 'not-started' } }))
    }
    const current = station
    running.add(job)
    job.quiet = 0
    const finished = job.start(current.remote).catch((error: unknown) => {
      if (station === current) giveUp(job, { reason: 'rejected', name: error instanceof Error ? error.name : typeof error })
    })
    void finished.then(() => {
      if (station !== current) return
      running.delete(job)
      pull()
    })
  }

  return {
    run: (work, signal) =>
      new Promise((resolve) => {
        if (signal?.aborted === true) return resolve(problem('cancelled'))
        const job = jobOf(work, (outcome) => {
          signal?.removeEventListener('abort', cancel)
          resolve(outcome)
        })
        const cancel = () => {
          job.controller.abort()
          job.settle(problem('cancelled'))
        }
        signal?.addEventListener('abort', cancel, { once: true })
        waiting.push(job)
        pull()
      }),
    end() {
      const all = [...running, ...waiting]
      running.clear()
      waiting = []
      stop()
      for (const job of all) job.settle(problem('cancelled'))
    },
  }
}

/** A job that settles once, whoever is first: the work, the one who asked, or the crew. */
function jobOf<Remote, T>(work: Work<Remote, T>, settled: (outcome: Attempt<T>) => void): Job<Remote> {
  const settle = (outcome: Attempt<T>) => {
    if (job.settled) return
    job.settled = true
    settled(outcome)
  }
  const job: Job<Remote> = {
    settle,
    controller: new AbortController(),
    settled: false,
    suspect: false,
    quiet: 0,
    async start(remote) {
      settle({
        ok: true,
        value: await work(
          remote,
          () => {
            job.quiet = 0
          },
          job.controller.signal,
        ),
      })
    },
  }
  return job
}
