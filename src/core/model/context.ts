import type { Attempt } from '../problem.ts'
import type { KnownIssuers } from './issuers.ts'
import type { Json } from './json.ts'

/** Why a document is asked for; the log shows it to the learner in words. */
export type Purpose = 'issuer' | 'status' | 'context' | 'schema' | 'credential' | 'picture' | 'refresh' | 'registry' | 'pathway'

export interface OpenRequest {
  /** Absolute address. `http:` is asked as `https:`. */
  readonly url: string
  readonly purpose: Purpose
  /** Value of the `Accept` header. */
  readonly accept: string
  readonly maxBytes?: number
  /** Oldest copy that may answer without asking, in milliseconds; by default as long as HTTP calls it fresh. */
  readonly maxAge?: number
  readonly signal?: AbortSignal
}

/** A document that a host served with status 200. */
export interface Opened {
  /** The address that was asked (as https). */
  readonly url: string
  /** The address that answered in the end, after redirects. */
  readonly finalUrl: string
  readonly bytes: Uint8Array
  /** Media type without parameters, lower case; empty when not stated. */
  readonly mediaType: string
  /** When this copy was fetched (ISO 8601, UTC). */
  readonly fetchedAt: string
  /** True when the host could not be asked now and this is the last good copy. */
  readonly kept: boolean
}

/**
 * The door to the network. Never throws: what goes wrong is a problem (`fetch_*`). A status other than 200 is
 * `fetch_status` with the fact `status`.
 */
export type Open = (request: OpenRequest) => Promise<Attempt<Opened>>

/** Who is looking: the learner at their own wallet, or someone to whom it was presented. */
export type Audience = 'holder' | 'verifier'

/** A JSON-LD context from elsewhere that the person allowed: the text that was fetched then, and no other. */
export interface AllowedContext {
  readonly url: string
  /** SHA-256 of the text, lower-case hex: what it was pinned by. */
  readonly digest: string
  readonly text: string
  /** When it was fetched (ISO 8601, UTC). */
  readonly fetchedAt: string
}

/** How far a verification of many parts has come. */
export type Progress = (done: number, total: number) => void

/** All the powers that verification has. A function takes the `Pick` it uses. */
export interface VerifyContext {
  /** The clock. */
  readonly now: Date
  readonly open: Open
  /** Answers for DIDs that the caller vouches for (a map given on the command line); null when it has none. */
  readonly dids?: (did: string) => Promise<Json | null>
  readonly audience: Audience
  /** Identities that the learner or the reviewer claims: `mailto:` addresses, other URIs or plain identifiers. */
  readonly identities: readonly string[]
  /** What a presentation must answer, when it was asked. */
  readonly challenge?: string
  readonly domain?: string
  /** The lists of institutions in use, as last read: none is fetched while verifying. */
  readonly issuers?: KnownIssuers
  /** Contexts from elsewhere that the person allowed. */
  readonly contexts?: readonly AllowedContext[]
  /** When the version that replaces this credential is from (ISO 8601), if the caller has one that is verified. */
  readonly newer?: string
  /** Hears how many of the credentials inside a record are done. */
  readonly progress?: Progress
  readonly signal?: AbortSignal
}
