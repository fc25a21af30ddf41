import { limits } from '../core/limits.ts'
import type { Open, Opened, OpenRequest, Purpose } from '../core/model/context.ts'
import type { Attempt, Problem } from '../core/problem.ts'
import { done, problem } from '../core/problem.ts'
import { ask } from './ask.ts'
import type { Landing } from './flights.ts'
import { createFlights } from './flights.ts'
import { checkAddress } from './policy.ts'
import { createProbe } from './probe.ts'
import type { DoorPowers, KeptCopy, LogEntry } from './types.ts'

/** One request as it goes through the door. */
interface Passage {
  readonly request: OpenRequest
  readonly url: URL
  readonly signal: AbortSignal
}

/**
 * The one door to the network. What it asks, it asks over https, without credentials and without a referrer, within
 * a size and a time, and writes one line in the log. Requests for the same document share one answer.
 *
 * A copy of every good answer is kept: while fresh it answers by itself; when the host cannot be reached it answers
 * with `kept: true`; when the host says that the document is gone (404, 410) it is dropped.
 */
export function createDoor(powers: DoorPowers): Open {
  const probe = createProbe(powers)
  const flights = createFlights(powers.now)

  async function pass(passage: Passage): Promise<Landing> {
    const { request, url } = passage
    const copy = keepsCopies(request.purpose) ? await recall(request, url) : null
    const fresh = copy !== null && isFresh(copy, powers.now(), request.maxAge)
    if (!fresh && powers.offline !== true) return askHost(passage, copy)
    log(request.purpose, url.hostname, copy === null ? 'fetch_offline' : 'kept', copy?.bytes.byteLength ?? 0, 0)
    const answer = copy === null ? problem('fetch_offline', { facts: { host: url.hostname } }) : done(openedFrom(copy, !fresh))
    return { answer, lingers: false }
  }

  async function askHost({ request, url, signal }: Passage, copy: KeptCopy | null): Promise<Landing> {
    const started = performance.now()
    const answer = await ask({ request, url, signal }, powers, probe)
    const milliseconds = Math.round(performance.now() - started)
    const lingers = canLinger(request.purpose, answer)
    if (answer.ok) {
      const same = copy !== null && equal(copy.bytes, answer.value.bytes)
      if (isWorthKeeping(request.purpose, answer.value)) await quietly(() => powers.keeper.keep(answer.value))
      log(request.purpose, url.hostname, same ? 'not-modified' : 'fetched', answer.value.bytes.byteLength, milliseconds)
      return { answer: done(openedFrom(answer.value, false)), lingers }
    }
    log(request.purpose, url.hostname, answer.problem.code, 0, milliseconds)
    if (isGone(answer.problem)) await quietly(() => powers.keeper.forget(url.href))
    return { answer: copy !== null && isSilence(answer.problem) ? done(openedFrom(copy, true)) : answer, lingers }
  }

  async function recall({ maxBytes }: OpenRequest, url: URL): Promise<KeptCopy | null> {
    const copy = await quietly(() => powers.keeper.recall(url.href))
    return copy === undefined || copy === null || copy.bytes.byteLength > (maxBytes ?? limits.fetchBytes) ? null : copy
  }

  function log(purpose: Purpose, host: string, outcome: LogEntry['outcome'], bytes: number, milliseconds: number): void {
    const entry = { at: powers.now().toISOString(), host, purpose, outcome, bytes, milliseconds }
    void quietly(() => powers.keeper.log(entry))
  }

  return async (request) => {
    const address = checkAddress(request.url)
    if (!address.ok) {
      log(request.purpose, String(address.problem.facts?.host ?? ''), address.problem.code, 0, 0)
      return address
    }
    const url = address.value
    const key = `${request.maxBytes ?? limits.fetchBytes} ${request.maxAge ?? ''} ${request.accept} ${url.href}`
    const shared = await flights.join(key, request.signal, (signal) => pass({ request, url, signal }))
    return shared ?? problem('fetch_cancelled', { facts: { host: url.hostname } })
  }
}

/** A picture is kept by whoever asked for it to be shown, not here. */
function keepsCopies(purpose: Purpose): boolean {
  return purpose !== 'picture'
}

/** A page in place of a document (a login, "be right back") must not take the place of the last good copy. */
function isWorthKeeping(purpose: Purpose, { mediaType }: KeptCopy): boolean {
  return keepsCopies(purpose) && (purpose === 'credential' || mediaType !== 'text/html')
}

/** What is asked for only when a person presses for it. */
const byHand = new Set<Purpose>(['credential', 'picture', 'refresh', 'context', 'pathway'])

/**
 * What a batch needs a thousand times is asked once, also when the host is silent. Not so what a person asks for by
 * hand, being offline (which may be over the next moment), or one asker's own giving up.
 */
function canLinger(purpose: Purpose, answer: Attempt<KeptCopy>): boolean {
  if (byHand.has(purpose)) return false
  return answer.ok || (answer.problem.code !== 'fetch_offline' && answer.problem.code !== 'fetch_cancelled')
}

function isFresh({ fetchedAt, freshUntil }: KeptCopy, now: Date, maxAge = Number.POSITIVE_INFINITY): boolean {
  const age = now.getTime() - Date.parse(fetchedAt)
  // A copy from the future means that the clock was wrong then or is now: ask.
  return freshUntil !== undefined && age >= 0 && age <= maxAge && now.getTime() < Date.parse(freshUntil)
}

function openedFrom(copy: KeptCopy, kept: boolean): Opened {
  const { url, finalUrl, bytes, mediaType, fetchedAt } = copy
  return { url, finalUrl, bytes, mediaType, fetchedAt, kept }
}

/** The host did not get to answer about the document: the last good copy is still the last word. */
function isSilence({ code, facts }: Problem): boolean {
  if (code === 'fetch_status') return Number(facts?.status) >= 500 || facts?.status === 408 || facts?.status === 429
  return code === 'fetch_offline' || code === 'fetch_failed' || code === 'fetch_blocked' || code === 'fetch_timeout'
}

function isGone({ code, facts }: Problem): boolean {
  return code === 'fetch_status' && (facts?.status === 404 || facts?.status === 410)
}

function equal(a: Uint8Array, b: Uint8Array): boolean {
  return a.byteLength === b.byteLength && a.every((byte, index) => byte === b[index])
}

/** A keeper that fails costs a copy or a line of the log, never the answer. */
async function quietly<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work()
  } catch {
    return undefined
  }
}
