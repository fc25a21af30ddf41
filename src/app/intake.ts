import type { Accessor } from 'solid-js'
import type { Outcome, Question, Verdict } from '../core/model/report.ts'
import type { Problem } from '../core/problem.ts'
import type { RecordId } from '../store/types.ts'

/** One thing that a person gave us to add. */
export type Given =
  | { readonly kind: 'file'; readonly file: File }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'address'; readonly url: string }

/** What became of one credential (or of the whole input when it held none). */
export type Arrival =
  | {
      readonly kind: 'added' | 'there'
      readonly id: RecordId
      readonly title: string
      readonly issuer: string
      readonly issuerId: string
      readonly isIssuerKnown: boolean
      readonly verdict: Verdict
      readonly questions: Readonly<Record<Question, Outcome>>
    }
  /** Something that waits for what opens it: a backup, or a locked wallet of another program. */
  | { readonly kind: 'closed'; readonly what: 'backup' | 'wallet'; readonly file: File }
  /** A pathway (CTDL), which is no credential: it belongs to the stacks. */
  | { readonly kind: 'pathway'; readonly file: File }
  /** `name` is that of the file inside, when the input is an archive. */
  | { readonly kind: 'problem'; readonly problem: Problem; readonly name?: string }

/** A credential that is in the wallet now. */
export type Arrived = Extract<Arrival, { readonly kind: 'added' | 'there' }>

/** How far the check of a record of many parts has come. */
export interface PartsDone {
  readonly ready: number
  readonly total: number
}

/** One line of the batch. */
export interface IntakeItem {
  readonly key: number
  /** File name or host; empty for a pasted text. */
  readonly name: string
  /** The host asked; empty when nothing is fetched. */
  readonly host: string
  readonly state: 'waiting' | 'opening' | 'checking' | 'keeping' | 'done' | 'cancelled'
  /** How many of the credentials inside a record are done; null before that is known. */
  readonly parts: PartsDone | null
  /** Answers as they arrive, for the seal. */
  readonly questions: Readonly<Record<Question, Outcome | 'pending'>>
  readonly arrivals: readonly Arrival[]
}

/** Adds things to the wallet, a few at a time. */
export interface Intake {
  readonly items: Accessor<readonly IntakeItem[]>
  /** Starts on these; resolves when all of them are done, to what became of them. */
  take(given: readonly Given[]): Promise<readonly IntakeItem[]>
  /** Ends what is not done yet; what was added stays. */
  cancel(): void
  /** An address that was pasted or dropped and waits for a yes before it is fetched; empty when there is none. */
  readonly offered: Accessor<string>
  offer(url: string): void
  /** Forgets the lines that are done. */
  clear(): void
}
