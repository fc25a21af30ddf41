import type { Remote } from 'comlink'
import { wrap } from 'comlink'
import type { Pathway } from '../core/pathway/types.ts'
import type { Attempt } from '../core/problem.ts'
import { createCrew } from './crew.ts'
import { scriptUrl } from './policy.ts'
// oxlint-disable-next-line import/default -- the build makes the address of the built worker the default export
import hostUrl from './stack-host.ts?worker&url'
import type { StackHost } from './stack-protocol.ts'
import type { Stacker } from './stack-types.ts'

export interface StackerPowers {
  /** Starts the worker; our own host by default. */
  readonly start?: () => Pick<Worker, 'postMessage' | 'addEventListener' | 'removeEventListener' | 'terminate'>
}

/**
 * Thousands of things take seconds in one go, on a slow phone some ten of them, and meanwhile the worker answers nothing: it is stuck
 * after half a minute. Unused, it is ended after as long.
 */
const times = { together: 1, beatTime: 2_500, beats: 12, patience: 16, idle: 30_000 }

/** The page's way to the stack worker, which is started by the first question. */
export function createStacker({ start = startHost }: StackerPowers = {}): Stacker {
  const crew = createCrew<Remote<StackHost>>({ ...times, start: () => stationOf(start()), beat: (host) => host.beat() })
  const [stacking, layingOut] = [newestOnly(), newestOnly()]
  return {
    stack: (input) => crew.run((host) => host.stack(input), stacking()),
    layout: (request) => crew.run((host) => host.layout(request), layingOut()),
    async readPathways(text) {
      const read = await crew.run<Attempt<readonly Pathway[]>>(async (host) => host.readPathways(text))
      return read.ok ? read.value : read
    },
    end: crew.end,
  }
}

/** A signal for each question of a kind, which the next one aborts. */
function newestOnly(): () => AbortSignal {
  let newest = new AbortController()
  return () => {
    newest.abort()
    newest = new AbortController()
    return newest.signal
  }
}

function stationOf(worker: ReturnType<NonNullable<StackerPowers['start']>>) {
  return {
    remote: wrap<StackHost>(worker),
    onFailure(listener: () => void) {
      worker.addEventListener('error', listener)
      worker.addEventListener('messageerror', listener)
    },
    end: () => worker.terminate(),
  }
}

function startHost(): Worker {
  return new Worker(scriptUrl(hostUrl), { type: 'module', name: 'stack' })
}
