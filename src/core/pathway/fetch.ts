import { textOf } from '../encoding/utf8.ts'
import type { VerifyContext } from '../model/context.ts'
import { type Attempt, attempt, fail } from '../problem.ts'
import { registryAddress } from './address.ts'
import { pathwayLimits } from './limits.ts'
import { readPathways } from './read.ts'
import type { Pathway } from './types.ts'

/** Where a pathway is to be read: an address or CTID as a person gives it, or the bytes of a file. */
export type PathwayPlace = { readonly url: string } | { readonly bytes: Uint8Array; readonly name: string }

/** What was read there. */
export interface PathwaysFound {
  /** There is at least one. */
  readonly pathways: readonly Pathway[]
  /** The document, to be kept. */
  readonly text: string
  /** The address that answered in the end; absent for a file. */
  readonly finalUrl?: string
  /** When it answered (ISO 8601, UTC); absent for a file. */
  readonly at?: string
}

/**
 * Reads the pathways at a place. When a host is silent, its last good copy answers, and says when it is from. Problems: those of the
 * door (`fetch_address_refused` also for what is no address), `text_not_utf8`, and those of `readPathways`.
 */
export function readPathwayAt(
  place: PathwayPlace,
  powers: Pick<VerifyContext, 'open' | 'signal'>,
): Promise<Attempt<PathwaysFound>> {
  return attempt(async () => {
    const { bytes, ...source } = 'url' in place ? await fetched(place.url, powers) : { bytes: place.bytes }
    if (bytes.byteLength > pathwayLimits.bytes) fail('json_too_large', { facts: { limit: pathwayLimits.bytes } })
    const text = textOf(bytes)
    const read = readPathways(text)
    return read.ok ? { pathways: read.value, text, ...source } : fail(read.problem.code, read.problem)
  }, 'pathway_missing')
}

async function fetched(address: string, { open, signal }: Pick<VerifyContext, 'open' | 'signal'>) {
  const url = registryAddress(address) ?? fail('fetch_address_refused')
  const opened = await open({
    url,
    purpose: 'pathway',
    accept: 'application/ld+json, application/json;q=0.9, */*;q=0.5',
    maxBytes: pathwayLimits.bytes,
    maxAge: 0,
    ...(signal && { signal }),
  })
  if (!opened.ok) fail(opened.problem.code, opened.problem)
  const { finalUrl, bytes, fetchedAt } = opened.value
  return { bytes, finalUrl, at: fetchedAt }
}
