import type { Facts, ProblemCode } from '../problem.ts'

/** The four questions of every report, in the order in which they are answered. */
export const questions = ['integrity', 'validity', 'authority', 'identity'] as const
export type Question = (typeof questions)[number]

/** The answer of one check. A check that does not apply gives no finding; one that could not be made is `unknown`. */
export type Outcome = 'passed' | 'failed' | 'warning' | 'unknown'
export type Verdict = 'verified' | 'not-verified' | 'cannot-tell'

/** Stable ids of the checks, grouped by prefix. */
export const checkIds = [
  'structure.data-model',
  'structure.schema',
  'proof.signature',
  'proof.coverage',
  'nested.integrity',
  'nested.validity',
  'validity.dates',
  'validity.status',
  'validity.refresh',
  'issuer.key',
  'issuer.registry',
  'issuer.endorsements',
  'identity.holder',
  'identity.recipient',
] as const
export type CheckId = (typeof checkIds)[number]

/** Which question each check answers. */
export const questionOf: Readonly<Record<CheckId, Question>> = {
  'structure.data-model': 'validity',
  'structure.schema': 'validity',
  'proof.signature': 'integrity',
  'proof.coverage': 'integrity',
  'nested.integrity': 'integrity',
  'nested.validity': 'validity',
  'validity.dates': 'validity',
  'validity.status': 'validity',
  'validity.refresh': 'validity',
  'issuer.key': 'authority',
  'issuer.registry': 'authority',
  'issuer.endorsements': 'authority',
  'identity.holder': 'identity',
  'identity.recipient': 'identity',
}

/** Where a fact came from: which document, from which host, fetched when. */
export interface Witness {
  /** The address asked, without its query. */
  readonly url: string
  /** When the copy that was used was fetched (ISO 8601, UTC). */
  readonly fetchedAt: string
  /** True when the host could not be asked now and a kept copy answered. */
  readonly kept: boolean
}

/** The evidence behind a finding: small scalars (`facts`) and the documents that were read (`witnesses`). */
export interface FindingEvidence {
  readonly facts?: Facts
  readonly witnesses?: readonly Witness[]
  /** Every further thing said beside `code`, for instance one line per proof or per status entry. */
  readonly details?: readonly FindingDetail[]
}
export interface FindingDetail {
  readonly status: Outcome
  readonly code: ProblemCode | null
  readonly at?: string
  readonly facts?: Facts
}

/** The answer of one check about one credential. `code` is null only when the check passed plainly. */
export interface Finding {
  readonly id: CheckId
  readonly question: Question
  readonly status: Outcome
  readonly code: ProblemCode | null
  readonly evidence: FindingEvidence
}

/** What a list, a log or a table row says of a credential. Empty strings where nothing is stated. */
export interface Summary {
  readonly title: string
  readonly issuer: string
  readonly recipient: string
  /** ISO 8601 as stated. */
  readonly issued: string
  /** ISO 8601 as stated. */
  readonly expires: string
}

/** Everything that was found out about one credential, or why nothing could be. */
export interface VerificationReport {
  /** Name of the input: a file name, an address, `-:LINE`. */
  readonly input: string
  /** SHA-256 of the source bytes, lower-case hex. */
  readonly digest: string
  /** The clock of this verification (ISO 8601, UTC). */
  readonly at: string
  readonly format: string | null
  readonly summary: Summary
  readonly verdict: Verdict
  readonly questions: Readonly<Record<Question, Outcome>>
  readonly checks: readonly Finding[]
  /** One report for each credential inside this one. */
  readonly credentials: readonly VerificationReport[]
  /** Set when the input is no credential at all. */
  readonly error: { readonly code: ProblemCode; readonly facts?: Facts } | null
}
