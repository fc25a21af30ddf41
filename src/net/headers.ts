/** The two headers about freshness that a host shows to readers from another origin (Fetch, CORS-safelisted). */
export type ResponseHeaders = Pick<Headers, 'get'>

/** Longest that a copy counts as fresh, whatever its host says: a key that was withdrawn must be noticed. */
const longestFreshness = 24 * 60 * 60 * 1000

/**
 * Until when a document need not be asked for again (RFC 9111 §4.2), at most a day.
 * `Age` and `Date` cannot be read from another origin, so time is counted from when it was received; the door makes
 * the browser revalidate its own cache, so that it was indeed just received.
 * @returns ISO 8601, or undefined when it must be asked for each time
 */
export function freshUntil(headers: ResponseHeaders, receivedAt: Date): string | undefined {
  const directives = directivesOf(headers.get('cache-control') ?? '')
  if (directives.has('no-store') || directives.has('no-cache')) return undefined
  const received = receivedAt.getTime()
  const lifetime = Math.min(lifetimeOf(directives, headers.get('expires'), received), longestFreshness)
  return lifetime > 0 ? new Date(received + lifetime).toISOString() : undefined
}

/** The media type without its parameters, lower case; empty when not stated. */
export function mediaTypeOf(headers: ResponseHeaders): string {
  return (headers.get('content-type') ?? '').split(';', 1).join('').trim().toLowerCase()
}

function lifetimeOf(directives: ReadonlyMap<string, string>, expires: string | null, received: number): number {
  const maxAge = directives.get('max-age')
  if (maxAge !== undefined) return /^\d+$/.test(maxAge) ? Number(maxAge) * 1000 : 0
  const end = Date.parse(expires ?? '')
  return Number.isNaN(end) ? 0 : end - received
}

function directivesOf(header: string): ReadonlyMap<string, string> {
  const directives = new Map<string, string>()
  for (const part of header.split(',')) {
    const [name = '', value = ''] = part.split('=', 2)
    directives.set(name.trim().toLowerCase(), value.trim().replaceAll('"', ''))
  }
  return directives
}
