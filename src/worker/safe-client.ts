import type { Remote } from 'comlink'
import { wrap } from 'comlink'
import { type Attempt, done, problem } from '../core/problem.ts'
import { scriptUrl } from './policy.ts'
// oxlint-disable-next-line import/default -- the build makes the address of the built worker the default export
import hostUrl from './safe-host.ts?worker&url'
import type { BackupId, SafeHost } from './safe-protocol.ts'
import type { BackupWriting, OpenedBackup, Safe } from './safe-types.ts'

export interface SafePowers {
  /** Starts the worker; our own host by default. */
  readonly start?: () => Pick<Worker, 'postMessage' | 'addEventListener' | 'removeEventListener' | 'terminate'>
  /** After how many milliseconds without any work it is ended, so that no secret stays in its memory. */
  readonly idle?: number
}

/** One worker, from its start to its end. */
interface Station {
  readonly host: Remote<SafeHost>
  /** Why it is no more, once it is no more. */
  readonly over: Promise<Attempt<never>>
  end(outcome: Attempt<never>): void
  /** Calls under way and backups at hand. While there are any it is not ended for idleness. */
  holds: number
}

type Ask<T> = (host: Remote<SafeHost>) => Promise<Attempt<T>>

/** The page's way to the safe worker, which the first call starts and which ends 20 seconds after its last work. */
export function createSafe({ start = startHost, idle = 20_000 }: SafePowers = {}): Safe {
  let station: Station | null = null
  let rest: ReturnType<typeof setTimeout> | undefined
  let backups = 0

  function begin(): Station {
    const worker = start()
    const [over, resolve] = later<Attempt<never>>()
    const begun: Station = {
      host: wrap<SafeHost>(worker),
      over,
      end(outcome) {
        if (station === begun) station = null
        worker.terminate()
        resolve(outcome)
      },
      holds: 0,
    }
    for (const trouble of ['error', 'messageerror']) worker.addEventListener(trouble, () => begun.end(problem('safe_failed')))
    return begun
  }

  function hold(): Station | null {
    clearTimeout(rest)
    try {
      station ??= begin()
    } catch {
      return null
    }
    station.holds += 1
    return station
  }

  function release(held: Station): void {
    held.holds -= 1
    if (held.holds > 0 || station !== held) return
    clearTimeout(rest)
    rest = setTimeout(() => held.end(problem('cancelled')), idle)
  }

  /** One question to a worker: its answer, or what became of the worker instead. */
  async function ask<T>(held: Station, question: Ask<T>): Promise<Attempt<T>> {
    const answer = question(held.host).catch(() => problem('safe_failed'))
    return Promise.race([answer, held.over])
  }

  async function once<T>(question: Ask<T>): Promise<Attempt<T>> {
    const held = hold()
    if (held === null) return problem('safe_failed')
    const answer = await ask(held, question)
    release(held)
    return answer
  }

  /** A backup in the worker, from its first call until it is let go of; then everything about it answers `cancelled`. */
  function session() {
    const held = hold()
    if (held === null) return null
    const id: BackupId = ++backups
    const [left, resolve] = later<Attempt<never>>()
    let isLeft = false
    return {
      ask: <T>(question: (host: Remote<SafeHost>, id: BackupId) => Promise<Attempt<T>>): Promise<Attempt<T>> =>
        isLeft ? left : Promise.race([ask(held, (host) => question(host, id)), left]),
      leave() {
        if (isLeft) return
        isLeft = true
        resolve(problem('cancelled'))
        // Nothing else is in it: gone at once, with all that it holds, even while it computes.
        if (held.holds === 1) held.end(problem('cancelled'))
        else void held.host.drop(id).catch(() => undefined)
        release(held)
      },
    }
  }

  return {
    stretch: (passphrase, salt, stretching) => once((host) => host.stretch(passphrase, salt, stretching)),
    moveKey: () => once((host) => host.moveKey()),
    openLockedWallet: (bytes, passphrase) => once((host) => host.openLockedWallet(bytes, passphrase)),
    writeWallet: (credentials, passphrase) => once((host) => host.writeWallet(credentials, passphrase)),

    async writeBackup(lock, about) {
      const backup = session()
      if (backup === null) return problem('safe_failed')
      const begun = await backup.ask((host, id) => host.beginBackup(id, lock, about))
      if (!begun.ok) {
        backup.leave()
        return begun
      }
      return done<BackupWriting>({
        add: (credentials) => backup.ask((host, id) => host.addToBackup(id, credentials)),
        async finish(rest) {
          const file = await backup.ask((host, id) => host.finishBackup(id, rest))
          backup.leave()
          return file
        },
        cancel: backup.leave,
      })
    },

    async openBackup(file, key, signal) {
      if (signal?.aborted === true) return problem('cancelled')
      const backup = session()
      if (backup === null) return problem('safe_failed')
      signal?.addEventListener('abort', backup.leave, { once: true })
      const opened = await backup.ask((host, id) => host.openBackup(id, file, key))
      signal?.removeEventListener('abort', backup.leave)
      if (!opened.ok) {
        backup.leave()
        return opened
      }
      return done<OpenedBackup>({
        ...opened.value,
        credentials: (from, count) => backup.ask((host, id) => host.credentialsOf(id, from, count)),
        close: backup.leave,
      })
    },

    end() {
      clearTimeout(rest)
      station?.end(problem('cancelled'))
    },
  }
}

/** A promise, and what resolves it. */
function later<T>(): readonly [Promise<T>, (value: T) => void] {
  let settle: (value: T) => void = () => undefined
  const promise = new Promise<T>((resolve) => {
    settle = resolve
  })
  return [promise, settle]
}

function startHost(): Worker {
  return new Worker(scriptUrl(hostUrl), { type: 'module', name: 'safe' })
}
