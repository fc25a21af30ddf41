import type { Session } from '../checks/check.ts'
import type { StatusEntry } from '../model/credential.ts'
import type { FindingDetail, Witness } from '../model/report.ts'
import type { StatusList } from './list.ts'

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

/** A way of publishing the status of credentials. Never throws: a list that cannot be had is an `unknown` remark. */
export interface StatusMethod {
  /** The `type`s of entry that it reads. */
  readonly types: readonly string[]
  read(entry: StatusEntry, deps: StatusDeps): Promise<StatusAnswer>
}
