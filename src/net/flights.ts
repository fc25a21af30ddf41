import type { Opened } from '../core/model/context.ts'
import type { Attempt } from '../core/problem.ts'

/** How long an answer is shared with whoever asks next, in milliseconds: long enough for one batch. */
const lingering = 30_000
/** The same for trouble: long enough not to wait for a silent host once for each of a batch, short enough for "check again". */
const troubleLingering = 3_000
/** Most answers shared that way, and the largest, in bytes. */
const landedAnswers = 100
const landedBytes = 1024 * 1024

/** What came of a request, and whether whoever asks next may be told the same. */
export interface Landing {
  readonly answer: Attempt<Opened>
  readonly lingers: boolean
}
export type SetOut = (signal: AbortSignal) => Promise<Landing>

interface Flight {
  readonly answer: Promise<Attempt<Opened>>
  readonly controller: AbortController
  waiting: number
}

export interface Flights {
  /**
   * Joins the request for `key` that is under way (or was just answered), or sets out on a new one.
   * It is given up when everyone who waited for it has left.
   * @returns null when `signal` was aborted first
   */
  join(key: string, signal: AbortSignal | undefined, setOut: SetOut): Promise<Attempt<Opened> | null>
}

/** Starts with nothing under way and nothing landed. @param now the clock by which landed answers grow old */
export function createFlights(now: () => Date): Flights {
  const underWay = new Map<string, Flight>()
  const landed = new Map<string, { readonly answer: Attempt<Opened>; readonly at: number }>()

  function recent(key: string): Attempt<Opened> | null {
    const time = now().getTime()
    for (const [other, { answer, at }] of landed)
      if (Math.abs(time - at) > (answer.ok ? lingering : troubleLingering)) landed.delete(other)
    return landed.get(key)?.answer ?? null
  }

  function land(key: string, { answer, lingers }: Landing): void {
    if (!lingers || (answer.ok && answer.value.bytes.byteLength > landedBytes)) return
    const [oldest] = landed.keys()
    if (landed.size >= landedAnswers && oldest !== undefined) landed.delete(oldest)
    landed.set(key, { answer, at: now().getTime() })
  }

  function start(key: string, setOut: SetOut): Flight {
    const controller = new AbortController()
    const answer = setOut(controller.signal).then((landing) => {
      if (underWay.get(key) === flight) underWay.delete(key)
      land(key, landing)
      return landing.answer
    })
    const flight: Flight = { answer, controller, waiting: 0 }
    underWay.set(key, flight)
    return flight
  }

  function leave(key: string, flight: Flight): void {
    flight.waiting -= 1
    if (flight.waiting > 0 || underWay.get(key) !== flight) return
    underWay.delete(key)
    flight.controller.abort()
  }

  return {
    async join(key, signal, setOut) {
      if (signal?.aborted === true) return null
      const known = recent(key)
      if (known !== null) return known
      const flight = underWay.get(key) ?? start(key, setOut)
      flight.waiting += 1
      const left = gone(signal)
      const answer = await Promise.race([flight.answer, left.promise])
      left.forget()
      leave(key, flight)
      return answer
    },
  }
}

/** Resolves to null when the signal is aborted. */
function gone(signal: AbortSignal | undefined): { readonly promise: Promise<null>; forget(): void } {
  let leave: () => void = () => undefined
  const promise = new Promise<null>((resolve) => {
    leave = () => resolve(null)
    signal?.addEventListener('abort', leave, { once: true })
  })
  return { promise, forget: () => signal?.removeEventListener('abort', leave) }
}
