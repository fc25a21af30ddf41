import type { Purpose } from '../core/model/context.ts'
import type { DoorPowers } from './types.ts'

/** Whether a host that we may not read is there at all. */
export type Presence = 'answers' | 'silent'
export type Probe = (url: URL, purpose: Purpose, signal: AbortSignal) => Promise<Presence>

/**
 * Tells a host that refuses to be read from another origin from one that cannot be reached: the same address is asked
 * once more without the wish to read it. Once per origin and session; each probe is a line of the log.
 * The caller ends `signal` when it has its answer, and with it whatever the host still sends.
 */
export function createProbe({ fetch, keeper, now }: DoorPowers): Probe {
  const known = new Map<string, Promise<Presence>>()

  async function ask(url: URL, purpose: Purpose, signal: AbortSignal): Promise<Presence> {
    const started = performance.now()
    const presence = await fetch(url.href, {
      mode: 'no-cors',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      signal,
    }).then(
      (): Presence => 'answers',
      (): Presence => 'silent',
    )
    // An asker who left has learned nothing.
    if (signal.aborted) known.delete(url.origin)
    keeper
      .log({
        at: now().toISOString(),
        host: url.hostname,
        purpose,
        outcome: presence === 'answers' ? 'fetch_blocked' : 'fetch_failed',
        bytes: 0,
        milliseconds: Math.round(performance.now() - started),
      })
      .catch(() => undefined)
    return presence
  }

  return (url, purpose, signal) => {
    const before = known.get(url.origin)
    if (before !== undefined) return before
    const asked = ask(url, purpose, signal)
    known.set(url.origin, asked)
    return asked
  }
}
