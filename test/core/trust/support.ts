import type { IssuerList } from '../../../src/core/model/issuers.ts'
import type { Problem } from '../../../src/core/problem.ts'
import { type Found, type ListPlace, type ListRequest, readList } from '../../../src/core/trust/index.ts'
import type { ListReading } from '../../../src/core/trust/source.ts'
import { doorTo, FETCHED_AT } from '../../issuer/door.ts'
import { type Documents, type Served, utf8 } from '../../issuer/issuers.ts'

const now = new Date(FETCHED_AT)

/** Reads a list from documents that hosts serve; whatever they do not have answers 404. */
export async function found(
  place: ListPlace,
  documents: Documents = new Map(),
  asked: Partial<ListRequest> = {},
): Promise<Found | Problem> {
  const open = doorTo(documents)
  const read = await readList(
    { place, issuers: [], previous: null, ...asked },
    {
      now,
      open: async (request) => {
        const answer = await open(request)
        if (answer.ok || documents.has('silent:')) return answer
        return { ok: false, problem: { code: 'fetch_status', facts: { status: 404, host: new URL(request.url).host } } }
      },
    },
  )
  return read.ok ? read.value : read.problem
}

/** The list that a file holds; throws the problem when there is none. */
export async function listIn(content: unknown, name = 'list.json'): Promise<ListReading> {
  return readingOf(await found({ bytes: utf8(typeof content === 'string' ? content : JSON.stringify(content)), name }))
}

/** The code of the problem that a file is refused with. */
export async function refusalOf(content: unknown, name = 'list.json'): Promise<Problem> {
  const read = await found({ bytes: utf8(typeof content === 'string' ? content : JSON.stringify(content)), name })
  if ('kind' in read) throw new Error('read')
  return read
}

export function readingOf(read: Found | Problem): ListReading {
  if ('kind' in read && read.kind === 'list') return read.reading
  throw new Error(JSON.stringify(read))
}

export function served(entries: Readonly<Record<string, Served>>): Documents {
  return new Map(Object.entries(entries))
}

/** A list as it might have been read. */
export function listOf(more: Partial<IssuerList> = {}): IssuerList {
  return { name: 'Open Learning Registry', kind: 'production', asOf: FETCHED_AT, entries: new Map(), complete: true, ...more }
}
