import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { CrewOptions, Work } from '../../src/worker/crew.ts'
import { createCrew } from '../../src/worker/crew.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** A worker that can be made to crash or to get stuck; `remote` is its number. */
function crewWith(more: Partial<CrewOptions<number>> = {}) {
  const stations: { crash: () => void; stuck: boolean; ended: boolean }[] = []
  const crew = createCrew<number>({
    together: 3,
    beatTime: 1_000,
    beats: 3,
    patience: 100,
    idle: 10_000,
    start() {
      const station = { crash: () => {}, stuck: false, ended: false }
      stations.push(station)
      return {
        remote: stations.length - 1,
        onFailure: (listener) => {
          station.crash = listener
        },
        end: () => {
          station.ended = true
        },
      }
    },
    beat: (remote) => (stations[remote]?.stuck ? new Promise(() => {}) : Promise.resolve()),
    ...more,
  })
  return { crew, stations }
}
const never: Work<number, never> = () => new Promise(() => {})
const answer =
  <T>(value: T): Work<number, T> =>
  async () =>
    value
const failed = (reason: string) => ({ ok: false, problem: { code: 'worker_failed', facts: { reason } } })

/** Work whose end is in the test's hand. */
function held() {
  const ends: ((value: string) => void)[] = []
  const work: Work<number, string> = () =>
    new Promise((resolve) => {
      ends.push(resolve)
    })
  return { work, ends }
}

describe('a crew', () => {
  test('starts its worker with the first job and ends it when it has rested', async () => {
    const { crew, stations } = crewWith()
    expect(stations).toHaveLength(0)
    expect(await crew.run(answer(1))).toEqual({ ok: true, value: 1 })
    await vi.advanceTimersByTimeAsync(9_000)
    expect(await crew.run(answer(2))).toEqual({ ok: true, value: 2 })
    await vi.advanceTimersByTimeAsync(9_000)
    expect(stations).toMatchObject([{ ended: false }])
    await vi.advanceTimersByTimeAsync(1_001)
    expect(stations).toMatchObject([{ ended: true }])
    expect(await crew.run(answer(3))).toEqual({ ok: true, value: 3 })
    expect(stations).toHaveLength(2)
  })

  test('runs a few jobs at once and the others in their turn', async () => {
    const { crew } = crewWith()
    const { work, ends } = held()
    const runs = Array.from({ length: 5 }, () => crew.run(work))
    expect(ends).toHaveLength(3)
    ends[1]?.('second')
    await vi.advanceTimersByTimeAsync(0)
    expect(ends).toHaveLength(4)
    for (let index = 0; index < 5; index += 1) {
      ends[index]?.(`${index}`)
      await vi.advanceTimersByTimeAsync(0)
    }
    expect((await Promise.all(runs)).every(({ ok }) => ok)).toBe(true)
  })

  test('that is sent home says so to everyone who waits', async () => {
    const { crew, stations } = crewWith({ together: 1 })
    const runs = [crew.run(never), crew.run(never)]
    crew.end()
    for (const run of runs) expect(await run).toEqual({ ok: false, problem: { code: 'cancelled' } })
    expect(stations).toMatchObject([{ ended: true }])
    expect(await crew.run(answer(1))).toEqual({ ok: true, value: 1 })
  })
})

describe('a job that is not wanted any more', () => {
  test('ends at once, whether it runs, waits or has not begun', async () => {
    const { crew } = crewWith({ together: 1 })
    const signals: AbortSignal[] = []
    const [running, waiting] = [new AbortController(), new AbortController()]
    const runs = [
      crew.run((_remote, _alive, signal) => {
        signals.push(signal)
        return new Promise(() => {})
      }, running.signal),
      crew.run(never, waiting.signal),
      crew.run(never, AbortSignal.abort()),
    ]
    running.abort()
    waiting.abort()
    for (const run of runs) expect(await run).toEqual({ ok: false, problem: { code: 'cancelled' } })
    expect(signals[0]?.aborted).toBe(true)
  })
})

describe('a worker that fails', () => {
  test('at one job costs that job, and the next has a new worker', async () => {
    const { crew, stations } = crewWith()
    const run = crew.run(never)
    stations[0]?.crash()
    expect(await run).toEqual(failed('crashed'))
    expect(stations[0]?.ended).toBe(true)
    expect(await crew.run(async (remote) => remote)).toEqual({ ok: true, value: 1 })
  })

  test('at several has each run again alone, so that only the poisonous one is lost', async () => {
    const { crew, stations } = crewWith()
    const poison: Work<number, string> = (remote) => {
      queueMicrotask(() => stations[remote]?.crash())
      return new Promise(() => {})
    }
    const together: number[] = []
    let inside = 0
    const good: Work<number, string> = async () => {
      inside += 1
      together.push(inside)
      await new Promise((resolve) => {
        setTimeout(resolve, 10)
      })
      inside -= 1
      return 'good'
    }
    const runs = [crew.run(good), crew.run(poison), crew.run(good), crew.run(good)]
    await vi.advanceTimersByTimeAsync(100)
    expect(await Promise.all(runs)).toEqual([
      { ok: true, value: 'good' },
      failed('crashed'),
      { ok: true, value: 'good' },
      { ok: true, value: 'good' },
    ])
    expect(stations.length).toBeLessThanOrEqual(4)
  })

  test('by not answering any more is ended after some beats', async () => {
    const { crew, stations } = crewWith()
    const run = crew.run((remote) => {
      const station = stations[remote]
      if (station) station.stuck = true
      return new Promise(() => {})
    })
    await vi.advanceTimersByTimeAsync(3_000)
    expect(stations[0]?.ended).toBe(false)
    await vi.advanceTimersByTimeAsync(1_000)
    expect(await run).toEqual(failed('stuck'))
    expect(stations[0]?.ended).toBe(true)
    expect(await crew.run(answer(1))).toEqual({ ok: true, value: 1 })
  })

  test('to answer a job that has been cancelled is ended all the same', async () => {
    const { crew, stations } = crewWith()
    const leaving = new AbortController()
    const run = crew.run((remote) => {
      const station = stations[remote]
      if (station) station.stuck = true
      return new Promise(() => {})
    }, leaving.signal)
    leaving.abort()
    expect(await run).toMatchObject({ problem: { code: 'cancelled' } })
    await vi.advanceTimersByTimeAsync(5_000)
    expect(stations[0]?.ended).toBe(true)
  })

  test('by rejecting is not given another job', async () => {
    const { crew, stations } = crewWith()
    const { work, ends } = held()
    const other = crew.run(work)
    const run = crew.run(async () => {
      throw new TypeError('a script that did not load')
    })
    expect(await run).toEqual({ ok: false, problem: { code: 'worker_failed', facts: { reason: 'rejected', name: 'TypeError' } } })
    const next = crew.run(async (remote) => remote)
    ends[0]?.('done')
    expect(await other).toEqual({ ok: true, value: 'done' })
    expect(await next).toEqual({ ok: true, value: 1 })
    expect(stations[0]?.ended).toBe(true)
  })

  test('to start at all is reported, not thrown', async () => {
    const { crew } = crewWith({
      start: () => {
        throw new TypeError('refused')
      },
    })
    expect(await crew.run(answer(1))).toEqual(failed('not-started'))
    expect(await crew.run(answer(1))).toEqual(failed('not-started'))
  })
})

describe('a job that gives no sign of life', () => {
  test('is given up, and does not hold up the others', async () => {
    const { crew, stations } = crewWith({ patience: 5, together: 1 })
    const run = crew.run(never)
    const next = crew.run(async (remote) => remote)
    await vi.advanceTimersByTimeAsync(5_000)
    expect(await run).toEqual(failed('slow'))
    expect(await next).toEqual({ ok: true, value: 1 })
    expect(stations[0]?.ended).toBe(true)
  })

  test('is not one that says now and then that it gets on', async () => {
    const { crew } = crewWith({ patience: 5 })
    const run = crew.run(async (_remote, alive) => {
      for (let part = 0; part < 10; part += 1) {
        await new Promise((resolve) => {
          setTimeout(resolve, 4_000)
        })
        alive()
      }
      return 'long'
    })
    await vi.advanceTimersByTimeAsync(40_000)
    expect(await run).toEqual({ ok: true, value: 'long' })
  })
})
