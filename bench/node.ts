import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { many, oneOfEach, records } from './fixtures.ts'
import type { Realm, Row, Sizes } from './match.ts'
import type { Answer } from './protocol.ts'
import { type Fixtures, runAll } from './run.ts'

/** Signs what is verified later: one credential of each suite, records, and `count` distinct ones. */
export async function makeFixtures(count: number): Promise<Fixtures> {
  return { each: [...(await oneOfEach()), ...(await records())], many: await many(count) }
}

/** Runs the benchmark in this Node, each contender in a thread of its own. */
export function runInNode(fixtures: Fixtures, sizes: Sizes): Promise<readonly Row[]> {
  return runAll(fixtures, startThread, sizes)
}

function startThread(): Realm {
  const thread = new Worker(new URL('./node-thread.js', import.meta.url))
  return {
    ask: async (ask) => {
      thread.postMessage(ask)
      // rejects when the thread fails instead
      const [answer]: Answer[] = await once(thread, 'message')
      if (!answer) throw new Error('the thread said nothing')
      return answer
    },
    end: () => void thread.terminate(),
  }
}
