import { joined } from '../core/encoding/bytes.ts'
import { limits } from '../core/limits.ts'
import type { OpenRequest, Purpose } from '../core/model/context.ts'
import type { Attempt, Facts, ProblemCode } from '../core/problem.ts'
import { done, problem } from '../core/problem.ts'
import { deadlineFor } from './deadline.ts'
import { freshUntil, mediaTypeOf } from './headers.ts'
import { checkFinalAddress } from './policy.ts'
import type { Probe } from './probe.ts'
import type { DoorPowers, KeptCopy } from './types.ts'

interface Question {
  readonly request: OpenRequest
  readonly url: URL
  readonly signal: AbortSignal
}

/**
 * Asks a host for one document.
 * @returns the document as it may be kept, or a `fetch_*` problem with the fact `host`
 */
export async function ask(question: Question, powers: DoorPowers, probe: Probe): Promise<Attempt<KeptCopy>> {
  const { request, url, signal } = question
  const facts: Facts = { host: url.hostname }
  // Called on its own: the platform's `fetch` refuses to be a method of something else.
  const { fetch } = powers
  const deadline = deadlineFor(signal, powers.fetchTime ?? limits.fetchTime)
  let answered = false
  try {
    const response = await fetch(url.href, optionsFor(request, deadline.signal))
    answered = true
    return await read(response, question, powers.now, facts)
  } catch {
    if (signal.aborted) return problem('fetch_cancelled', { facts })
    if (deadline.isOver()) return problem('fetch_timeout', { facts })
    // An answer that broke off was not refused.
    const code = answered ? 'fetch_failed' : await reasonOf(url, request, powers, probe, deadline.signal)
    return problem(code, { facts })
  } finally {
    // Whatever of the answer was not read is not wanted any more.
    deadline.end()
  }
}

/** What says something about the learner. */
const aboutTheLearner = new Set<Purpose>(['credential', 'picture', 'refresh', 'pathway'])

/**
 * Only what needs no preflight, so that a plain web server can answer. The browser's own cache must revalidate what it
 * has; what is about the learner rather than about an issuer is not left in it at all, since it is not sealed there.
 */
function optionsFor({ accept, purpose }: OpenRequest, signal: AbortSignal): RequestInit {
  return {
    method: 'GET',
    headers: { accept },
    mode: 'cors',
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    redirect: 'follow',
    cache: aboutTheLearner.has(purpose) ? 'no-store' : 'no-cache',
    signal,
  }
}

async function read(response: Response, { request, url }: Question, now: () => Date, facts: Facts): Promise<Attempt<KeptCopy>> {
  const final = checkFinalAddress(response.url === '' ? url.href : response.url)
  if (!final.ok) return final
  if (response.status !== 200) return problem('fetch_status', { facts: { ...facts, status: response.status } })
  const limit = request.maxBytes ?? limits.fetchBytes
  const bytes = await bytesOf(response, limit)
  if (bytes === null) return problem('fetch_too_large', { facts: { ...facts, limit } })
  const received = now()
  const until = freshUntil(response.headers, received)
  return done({
    url: url.href,
    finalUrl: final.value.href,
    bytes,
    mediaType: mediaTypeOf(response.headers),
    fetchedAt: received.toISOString(),
    ...(until === undefined ? {} : { freshUntil: until }),
  })
}

/** The body, or null as soon as it proves larger than `limit`. */
async function bytesOf(response: Response, limit: number): Promise<Uint8Array | null> {
  if (Number(response.headers.get('content-length') ?? 0) > limit) return null
  if (response.body === null) return new Uint8Array()
  const reader = response.body.getReader()
  const chunks: Uint8Array[] = []
  let length = 0
  for (let step = await reader.read(); !step.done; step = await reader.read()) {
    length += step.value.byteLength
    if (length > limit) return null
    chunks.push(step.value)
  }
  return joined(chunks)
}

/** `fetch` says nothing about why it failed (Fetch §4.1): what can be told is found out here. */
async function reasonOf(
  url: URL,
  request: OpenRequest,
  powers: DoorPowers,
  probe: Probe,
  within: AbortSignal,
): Promise<ProblemCode> {
  if (!isOnline(powers)) return 'fetch_offline'
  return (await probe(url, request.purpose, within)) === 'answers' ? 'fetch_blocked' : 'fetch_failed'
}

function isOnline({ online }: DoorPowers): boolean {
  if (online !== undefined) return online()
  return (globalThis.navigator as Partial<Navigator> | undefined)?.onLine !== false
}
