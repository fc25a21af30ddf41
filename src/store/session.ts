import type { VaultKeys } from './crypto.ts'
import type { Keyring } from './keys.ts'
import { databaseName } from './schema.ts'

/** How the keys of an unlocked wallet reach a tab that is opened beside it. They lie in the memory of open tabs and nowhere else. */
export interface Session {
  /** The keys, from another tab that has the wallet open; null when there is none. */
  ask(generation: number): Promise<VaultKeys | null>
  /** Hands these to tabs that ask, until withdrawn. */
  offer(keyring: Keyring): void
  /** For good: what was still under way when the wallet was locked offers nothing any more. */
  withdraw(): void
}

interface Asking {
  readonly ask: string
  readonly generation: number
}
interface Answer {
  readonly answer: string
  readonly keys: VaultKeys
}

const name = `${databaseName} keys`
/** Longest wait for an answer of a tab that may be busy, in milliseconds. */
const patience = 1_000

/** The session of this tab. */
export function createSession(): Session {
  let offered: { readonly channel: BroadcastChannel; release(): void } | null = null
  let isOver = false

  function stop(): void {
    offered?.channel.close()
    offered?.release()
    offered = null
  }

  return {
    async ask(generation) {
      if (!(await isOfferedElsewhere())) return null
      const channel = new BroadcastChannel(name)
      const ask = crypto.randomUUID()
      try {
        return await new Promise<VaultKeys | null>((resolve) => {
          channel.addEventListener('message', ({ data }: MessageEvent<Partial<Answer>>) => {
            if (data.answer === ask && data.keys !== undefined) resolve(data.keys)
          })
          setTimeout(() => resolve(null), patience)
          channel.postMessage({ ask, generation } satisfies Asking)
        })
      } finally {
        channel.close()
      }
    },
    offer({ keys, generation }) {
      stop()
      if (isOver || !isPossible()) return
      const channel = new BroadcastChannel(name)
      channel.addEventListener('message', ({ data }: MessageEvent<Partial<Asking>>) => {
        if (data.ask !== undefined && data.generation === generation) {
          channel.postMessage({ answer: data.ask, keys } satisfies Answer)
        }
      })
      offered = { channel, release: holdPresence() }
    },
    withdraw() {
      isOver = true
      stop()
    },
  }
}

/** Node and old browsers: every tab is then unlocked by itself. */
function isPossible(): boolean {
  return typeof BroadcastChannel !== 'undefined' && lockManager() !== undefined
}

/** Asked first, so that nobody waits for an answer that cannot come. The browser lets go of it when the tab closes, however that happens. */
async function isOfferedElsewhere(): Promise<boolean> {
  if (!isPossible()) return false
  const state = await lockManager()?.query()
  return state?.held?.some((lock) => lock.name === name) ?? false
}

function holdPresence(): () => void {
  let release: () => void = () => undefined
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  void lockManager()?.request(name, { mode: 'shared' }, () => held)
  return release
}

function lockManager(): LockManager | undefined {
  return (globalThis.navigator as Partial<Navigator> | undefined)?.locks
}
