import type { Purpose } from '../core/model/context.ts'
import type { ProblemCode } from '../core/problem.ts'

/** A fetched document as kept: the last good copy of an address. */
export interface KeptCopy {
  /** The address asked (https, without fragment). */
  readonly url: string
  readonly finalUrl: string
  readonly bytes: Uint8Array
  readonly mediaType: string
  readonly fetchedAt: string
  /** Fresh until (ISO 8601), from the HTTP cache headers; absent when it must be asked again each time. */
  readonly freshUntil?: string
}

/** One line of the log that the learner can read. */
export interface LogEntry {
  readonly at: string
  /** Host only: paths may say which credential it was. */
  readonly host: string
  readonly purpose: Purpose
  /**
   * 'fetched'; 'not-modified' (asked, and the same as the kept copy); 'kept' (a kept copy answered without asking);
   * or the problem that came instead.
   */
  readonly outcome: 'fetched' | 'not-modified' | 'kept' | ProblemCode
  readonly bytes: number
  readonly milliseconds: number
}

/** Where the door keeps copies and writes its log: the vault in the app, memory in Node. */
export interface DoorKeeper {
  recall(url: string): Promise<KeptCopy | null>
  keep(copy: KeptCopy): Promise<void>
  /** Drops the copy of an address that its host says is gone. */
  forget(url: string): Promise<void>
  log(entry: LogEntry): Promise<void>
}

/** What the door works with. */
export interface DoorPowers {
  /** `fetch` itself, the only one in the house. */
  readonly fetch: typeof fetch
  /** Where copies and the log are kept. Its failures never become failures of the door. */
  readonly keeper: DoorKeeper
  /** The clock. */
  readonly now: () => Date
  /** True to ask nobody and answer from kept copies only. */
  readonly offline?: boolean
  /** Whether the device has a network at all; by default what the browser says. */
  readonly online?: () => boolean
  /** Longest wait for a document in milliseconds; `limits.fetchTime` by default. */
  readonly fetchTime?: number
}
