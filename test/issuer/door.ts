import type { Open } from '../../src/core/model/context.ts'
import { done, problem } from '../../src/core/problem.ts'
import type { Documents } from './issuers.ts'

/** When the documents of test hosts were fetched. */
export const FETCHED_AT = '2026-11-23T00:00:00.000Z'

/**
 * A door that answers from documents. What is not there does not answer (`fetch_failed`), or, with `blocked`, may not be
 * read by a page (`fetch_blocked`).
 */
export function doorTo(documents: Documents, hosts: 'silent' | 'blocked' = 'silent'): Open {
  return async ({ url }) => {
    const served = documents.get(url)
    if (served === undefined)
      return problem(hosts === 'blocked' ? 'fetch_blocked' : 'fetch_failed', { facts: { host: new URL(url).host } })
    return done({ url, finalUrl: url, bytes: served.bytes, mediaType: served.mediaType, fetchedAt: FETCHED_AT, kept: false })
  }
}
