import type { Open, OpenRequest } from '../../../src/core/model/context.ts'
import type { JsonObject } from '../../../src/core/model/json.ts'
import type { CheckId, Finding, VerificationReport } from '../../../src/core/model/report.ts'
import { done, type ProblemCode, problem } from '../../../src/core/problem.ts'
import { verifyInput } from '../../../src/core/verify.ts'
import { bakePng } from '../../issuer/bake.ts'
import { FETCHED_AT } from '../../issuer/door.ts'
import { type Documents, json, utf8 } from '../../issuer/issuers.ts'
import { badgePng } from '../../issuer/pictures.ts'

export const NOW = new Date(FETCHED_AT)

/** How a host answers for one address, where it does not plainly serve a document. */
export interface Manner {
  /** An HTTP status other than 200. */
  readonly status?: number
  /** What the door says instead. */
  readonly trouble?: ProblemCode
  /** Where a redirect led in the end. */
  readonly finalUrl?: string
  readonly kept?: boolean
  readonly fetchedAt?: string
}
export type Manners = Readonly<Record<string, Manner>>

/** Documents by address, some of them given as JSON. */
export function serving(...more: readonly (Documents | Readonly<Record<string, JsonObject | string>>)[]): Documents {
  return new Map(
    more.flatMap((some) =>
      some instanceof Map
        ? [...(some as Documents)]
        : Object.entries(some as Record<string, JsonObject | string>).map(
            ([address, body]) =>
              [address, typeof body === 'string' ? { bytes: utf8(body), mediaType: 'text/plain' } : json(body)] as const,
          ),
    ),
  )
}

/** A door that answers from documents, each in its manner. What is not there does not answer. */
export function doorWith(documents: Documents, manners: Manners = {}, asked: OpenRequest[] = []): Open {
  return async (request) => {
    asked.push(request)
    const url = request.url.replace(/^http:/, 'https:')
    const manner = manners[url] ?? manners[request.url] ?? {}
    const facts = { host: new URL(url).host }
    if (manner.status !== undefined) return problem('fetch_status', { facts: { ...facts, status: manner.status } })
    if (manner.trouble !== undefined) return problem(manner.trouble, { facts })
    const served = documents.get(request.url) ?? documents.get(url)
    if (served === undefined) return problem('fetch_failed', { facts })
    const { finalUrl = url, kept = false, fetchedAt = FETCHED_AT } = manner
    return done({ url, finalUrl, bytes: served.bytes, mediaType: served.mediaType, fetchedAt, kept })
  }
}

/** The report on what a learner has, with what the web serves. */
export function reportOn(text: string, documents: Documents, manners: Manners = {}): Promise<VerificationReport> {
  return reportThrough(text, doorWith(documents, manners))
}

export function reportThrough(text: string | Uint8Array, open: Open): Promise<VerificationReport> {
  const bytes = typeof text === 'string' ? utf8(text) : text
  return verifyInput({ bytes, name: 'badge' }, { now: NOW, open, audience: 'verifier', identities: [] })
}

/** A picture that holds only an address. */
export function pictureOf(address: string): Uint8Array {
  return bakePng(badgePng(), address, { keyword: 'openbadges', kind: 'tEXt' })
}

/** What one check found, as `status code`. */
export function said(report: VerificationReport, id: CheckId): string {
  const finding = findingIn(report, id)
  return finding ? `${finding.status} ${finding.code}` : 'nothing'
}

export function findingIn({ checks }: VerificationReport, id: CheckId): Finding | undefined {
  return checks.find((finding) => finding.id === id)
}

/** What is wrong with a report, in a form that a failing test shows at once. */
export function complaints({ verdict, error, checks }: VerificationReport) {
  const bad = checks.filter(({ question, status }) => question !== 'identity' && status !== 'passed' && status !== 'warning')
  return { verdict, error, bad: bad.map(({ id, status, code }) => `${id} ${status} ${code}`) }
}

export const clean = { verdict: 'verified', error: null, bad: [] }
