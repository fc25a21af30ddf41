import { parseJson } from '../encoding/json.ts'
import { looksLikeJws, parseJws } from '../encoding/jws.ts'
import { textOf } from '../encoding/utf8.ts'
import { limits } from '../limits.ts'
import { type Attempt, attempt, fail } from '../problem.ts'
import { hostOf } from '../witness.ts'
import { dccLegacy } from './dcc-legacy.ts'
import { readKnownRegistries } from './known-registries.ts'
import { openIdFederation, statementType } from './openid-federation.ts'
import { ownList } from './own-list.ts'
import type { Asking, ListDocument, ListOrigin, ListReading, TrustSource } from './source.ts'

/** Every kind of list of institutions, in order of precedence. */
const sources: readonly TrustSource[] = [openIdFederation, dccLegacy, ownList]

/** Where a list is to be read: an address, or the bytes of a file. */
export type ListPlace = { readonly url: string } | { readonly bytes: Uint8Array; readonly name: string }

/** What is asked for: a list, and what one that answers about single issuers needs to know. Plain data. */
export interface ListRequest extends Pick<Asking, 'issuers' | 'previous' | 'anchor'> {
  readonly place: ListPlace
}

/** What was found there: a list, or a directory that only names lists. */
export type Found =
  | { readonly kind: 'list'; readonly reading: ListReading }
  | { readonly kind: 'directory'; readonly origins: readonly ListOrigin[] }

type Powers = Pick<Asking, 'open' | 'now' | 'signal'>

/**
 * Reads a list of institutions. Every byte of it is a stranger's, and bounded (`limits`). Problems: those of the door, of JSON and
 * JWS, `list_*`. A host that is silent is a problem also when the door has a copy: whoever asks has the list as it was.
 */
export function readList(request: ListRequest, powers: Powers): Promise<Attempt<Found>> {
  const { place, ...asked } = request
  return attempt(async () => {
    const document = 'url' in place ? await fetched(place.url, powers) : given(place.bytes, place.name, powers.now)
    const origins = document.kind === 'json' ? readKnownRegistries(document.value) : null
    if (origins !== null) return { kind: 'directory', origins }
    const source = sources.find(({ recognizes }) => recognizes(document)) ?? fail('list_unrecognized')
    return { kind: 'list', reading: await source.read(document, { ...powers, ...asked }) }
  }, 'list_unrecognized')
}

async function fetched(address: string, { open, signal }: Powers): Promise<ListDocument> {
  const accept = `application/json, ${statementType}, text/csv, */*;q=0.5`
  const opened = await open({ url: address, purpose: 'registry', accept, maxAge: 0, ...(signal && { signal }) })
  if (!opened.ok) fail(opened.problem.code, { facts: { ...opened.problem.facts } })
  const { url, finalUrl, bytes, fetchedAt, kept } = opened.value
  if (kept) fail('fetch_failed', { facts: { host: hostOf(url) } })
  return { ...parsed(bytes), name: url, url, finalUrl, at: fetchedAt }
}

function given(bytes: Uint8Array, name: string, now: Date): ListDocument {
  return { ...parsed(bytes), name, url: '', finalUrl: '', at: now.toISOString() }
}

type Parsed =
  | { kind: 'json'; value: ReturnType<typeof parseJson> }
  | { kind: 'jws'; jws: ReturnType<typeof parseJws> }
  | { kind: 'text'; text: string }

function parsed(bytes: Uint8Array): Parsed {
  if (bytes.byteLength > limits.fetchBytes) fail('list_too_long', { facts: { limit: limits.listedIssuers } })
  const text = textOf(bytes).trim()
  if (looksLikeJws(text)) return { kind: 'jws', jws: parseJws(text) }
  return /^[{[]/.test(text) ? { kind: 'json', value: parseJson(text) } : { kind: 'text', text: `${text}\n` }
}
