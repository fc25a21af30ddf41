import type { Answer, Ask, Contender, Prepare, Verification } from './protocol.ts'

/** Each is loaded only where it competes: a realm of its own, since ours and stock change the same library differently. */
const modules: Readonly<Record<Contender, () => Promise<{ prepare: Prepare }>>> = {
  ours: () => import('./ours.ts'),
  stock: () => import('./stock.ts'),
  jose: () => import('./jose.ts'),
  core: () => import('./verifier-core.ts'),
  floor: () => import('./floor.ts'),
}

/** Answers what the match asks; the state is what was prepared. */
export function createContender(): (ask: Ask) => Promise<Answer> {
  let ready: readonly Verification[] = []
  return async (ask) => {
    try {
      switch (ask.do) {
        case 'first':
          return { durations: [await timed(async () => (await (await modules[ask.contender]()).prepare(ask.fixture))())] }
        case 'prepare': {
          const { prepare } = await modules[ask.contender]()
          ready = await Promise.all(ask.fixtures.map(prepare))
          return { durations: [] }
        }
        case 'run': {
          const durations: number[] = []
          for (const index of ask.indexes) durations.push(await timed(verificationAt(ready, index)))
          return { durations }
        }
      }
    } catch (error) {
      return { durations: [], error: error instanceof Error ? (error.stack ?? error.message) : String(error) }
    }
  }
}

function verificationAt(ready: readonly Verification[], index: number): Verification {
  const verification = ready[index]
  if (!verification) throw new Error(`nothing prepared at ${index}`)
  return verification
}

async function timed(work: () => Promise<void>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}
