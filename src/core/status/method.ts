import type { Session } from '../checks/check.ts'
import type { StatusEntry } from '../model/credential.ts'
import type { FindingDetail, Outcome, Witness } from '../model/report.ts'
import type { Attempt, Facts, Problem, ProblemCode } from '../problem.ts'

/** A list that was fetched: what may be said of where and when, and the list itself or why there is none. */
export interface StatusList {
  readonly witnesses: readonly Witness[]
  /** When the copy that was read was fetched; absent when nothing could be read. */
  readonly asOf?: string
  /** True when the host was silent and a kept copy answered. */
  readonly kept: boolean
  /** True when that copy is too old to count. */
  readonly stale: boolean
  readonly content: Attempt<ListContent>
  /** Why the list, though it can be read, does not count; null when it was verified. */
  readonly doubt: Problem | null
}

export interface ListContent {
  readonly issuer: string
  readonly purposes: readonly string[]
  readonly bits: Uint8Array
  /** Bits of one entry, where the list says it and not the entry. */
  readonly width?: number
}

/** What a status method may use: the credential, the network, and the verification of a list as a credential. */
export interface StatusDeps extends Pick<Session, 'credential' | 'context' | 'verifyText'> {
  /** Lists already read for this credential, by address: two entries often share one. */
  readonly lists: Map<string, Promise<StatusList>>
}

/** What was found out about one entry: everything to be said, of which the worst counts, and what was read for it. */
export interface StatusAnswer {
  readonly remarks: readonly FindingDetail[]
  readonly witnesses: readonly Witness[]
}

/** One thing to be said about an entry. */
export function remark(status: Outcome, code: ProblemCode | null, facts: Facts): FindingDetail {
  return { status, code, facts }
}

/** A way of publishing the status of credentials. Never throws: a list that cannot be had is an `unknown` remark. */
export interface StatusMethod {
  /** The `type`s of entry that it reads. */
  readonly types: readonly string[]
  read(entry: StatusEntry, deps: StatusDeps): Promise<StatusAnswer>
}
