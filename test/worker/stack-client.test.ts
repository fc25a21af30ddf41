import { expose } from 'comlink'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Layout } from '../../src/core/stack/layout/types.ts'
import { createStacker } from '../../src/worker/stack-client.ts'
import type { StackHost } from '../../src/worker/stack-protocol.ts'
import type { Stacker, StackInput } from '../../src/worker/stack-types.ts'
import { asked, thing } from '../core/stack/layout/sample.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'setTimeout', 'clearTimeout'] })
})
let stacker: Stacker | undefined
afterEach(() => {
  stacker?.end()
  vi.useRealTimers()
})

const input: StackInput = { sources: [], pathways: [], own: [] }
const made: Layout = { view: 'ladder', width: 1, height: 1, nodes: [], edges: [], bands: [], bars: [] }
const stacked = { graph: { isCut: false }, analysis: {}, pathways: [] }

/** A stacker whose workers answer as `host` says. */
function stackerWith(host: Partial<Record<keyof StackHost, (...given: never[]) => unknown>>) {
  const workers: { ended: boolean; fail(): void }[] = []
  stacker = createStacker({
    start() {
      const { port1, port2 } = new MessageChannel()
      expose({ beat: () => undefined, stack: () => stacked, layout: () => made, ...host }, port2)
      port1.start()
      const fails: EventListener[] = []
      const worker = {
        ended: false,
        fail() {
          for (const listener of fails) listener(new Event('error'))
        },
      }
      workers.push(worker)
      return {
        postMessage: port1.postMessage.bind(port1),
        addEventListener: (type: string, listener: EventListener) =>
          type === 'error' ? void fails.push(listener) : port1.addEventListener(type, listener),
        removeEventListener: (type: string, listener: EventListener) => port1.removeEventListener(type, listener),
        terminate() {
          worker.ended = true
          port1.close()
        },
      }
    },
  })
  return { stacker, workers }
}

/** An answer that is in the test's hand. */
function held<T>() {
  const asked: unknown[] = []
  const answers: ((value: T) => void)[] = []
  const ask = (given: unknown) => {
    asked.push(given)
    return new Promise<T>((resolve) => {
      answers.push(resolve)
    })
  }
  return { ask, asked, answers }
}

const request = (id: string) => asked({ nodes: [thing(id)] })
const cancelled = { ok: false, problem: { code: 'cancelled' } }

describe('the page’s way to the stack worker', () => {
  test('asks one worker, which the first question starts', async () => {
    const { stacker, workers } = stackerWith({})
    expect(workers).toHaveLength(0)
    expect(await stacker.layout(request('a'))).toEqual({ ok: true, value: made })
    expect(await stacker.stack(input)).toEqual({ ok: true, value: stacked })
    expect(workers).toHaveLength(1)
  })

  test('lets the newest question of a kind take the place of those before it', async () => {
    const { ask, asked, answers } = held<Layout>()
    const { stacker } = stackerWith({ layout: ask })
    const [first, second, third] = ['a', 'b', 'c'].map((id) => stacker.layout(request(id)))
    expect(await first).toMatchObject(cancelled)
    expect(await second).toMatchObject(cancelled)
    await vi.waitFor(() => expect(answers).toHaveLength(1))
    answers[0]?.(made)
    await vi.waitFor(() => expect(answers).toHaveLength(2))
    answers[1]?.(made)
    expect(await third).toEqual({ ok: true, value: made })
    // The one in the middle was never begun.
    expect(asked).toEqual([request('a'), request('c')])
  })

  test('lets questions of different kinds wait for each other', async () => {
    const { stacker } = stackerWith({})
    expect((await Promise.all([stacker.stack(input), stacker.layout(request('a'))])).map(({ ok }) => ok)).toEqual([true, true])
  })

  test('waits half a minute for a worker that computes, then says that it failed and begins with a new one', async () => {
    const { stacker, workers } = stackerWith({ beat: () => new Promise(() => {}), layout: () => new Promise(() => {}) })
    const answer = stacker.layout(request('a'))
    let isSettled = false
    void answer.then(() => {
      isSettled = true
    })
    await vi.advanceTimersByTimeAsync(25_000)
    expect(isSettled).toBe(false)
    await vi.advanceTimersByTimeAsync(15_000)
    expect(await answer).toMatchObject({ ok: false, problem: { code: 'worker_failed', facts: { reason: 'stuck' } } })
    expect(workers.map(({ ended }) => ended)).toEqual([true])
    void stacker.stack(input)
    expect(workers).toHaveLength(2)
  })

  test('says that the worker failed when its code throws or does not load', async () => {
    const { stacker, workers } = stackerWith({
      stack: () => {
        throw new TypeError('a bug')
      },
      layout: () => new Promise(() => {}),
    })
    expect(await stacker.stack(input)).toMatchObject({
      ok: false,
      problem: { code: 'worker_failed', facts: { name: 'TypeError' } },
    })
    const answer = stacker.layout(request('a'))
    workers.at(-1)?.fail()
    expect(await answer).toMatchObject({ ok: false, problem: { code: 'worker_failed', facts: { reason: 'crashed' } } })
  })

  test('ends a worker that has nothing to do, and on demand with what is under way', async () => {
    const { ask } = held<Layout>()
    const { stacker, workers } = stackerWith({ layout: ask })
    await stacker.stack(input)
    await vi.advanceTimersByTimeAsync(31_000)
    expect(workers.map(({ ended }) => ended)).toEqual([true])
    const answer = stacker.layout(request('a'))
    stacker.end()
    expect(await answer).toMatchObject(cancelled)
    expect(workers.map(({ ended }) => ended)).toEqual([true, true])
  })
})
