import type { Text } from '../model/credential.ts'

/** A published or stated way to something: which steps there are, and what each asks for. CTDL `ceterms:Pathway` (trust.md §5). */
export interface Pathway {
  /** Names it among all pathways: its CTID or address; for a record's own `record:NODE`. */
  readonly id: string
  readonly origin: 'ctdl' | 'record'
  readonly name: Text
  readonly description?: Text
  /** Ids (addresses, CTIDs) of those who own or offer it. */
  readonly owners: readonly string[]
  /** https address of a page about it. */
  readonly url?: string
  readonly steps: readonly PathwayStep[]
  /** Ids of the steps that it leads to; at least one unless there are no steps. */
  readonly destinations: readonly string[]
  /** Columns, from the first to the last, where it has a progression model. */
  readonly levels: readonly { readonly id: string; readonly name: Text }[]
  /** What could not be read or made sense of: missing targets, circles that were cut, more than the ceilings allow. Codes, for the page to say. */
  readonly notices: readonly PathwayNotice[]
}

export interface PathwayNotice {
  readonly code: 'target_missing' | 'circle_cut' | 'too_many' | 'constraint_unread'
  /** The step it is about. */
  readonly step: string
  readonly name?: string
}

/** One step (CTDL `ceterms:…Component`). */
export interface PathwayStep {
  readonly id: string
  /** `Credential`, `Course`, `Job`...: the type without `Component`. */
  readonly kind: string
  readonly name: Text
  readonly description?: Text
  readonly url?: string
  /** `ceterms:credentialType`, without its prefix. */
  readonly credentialType?: string
  /** Normalised keys (`keysOf` in core/stack/keys.ts) of the real things it stands for. */
  readonly keys: readonly string[]
  readonly points?: number
  readonly credits?: number
  /** Id of its level. */
  readonly level?: string
  /** What must come before it; null when nothing. */
  readonly requires: Requirement | null
  /** Steps that merely come before it in time (`precedes`), not required. Where that is all that is said, they are in `requires`. */
  readonly after: readonly string[]
}

/** A condition: one step, or some of several (`ceterms:ComponentCondition`). */
export type Requirement =
  | { readonly kind: 'step'; readonly id: string }
  | {
      readonly kind: 'some'
      /** How many of `of`; all of them when they are as many. */
      readonly count: number
      readonly of: readonly Requirement[]
      readonly name?: Text
      readonly description?: Text
      /** True when it also has constraints that we cannot judge: it is never called met on our word. */
      readonly isUnread: boolean
    }

/** How one step stands for this person. Only `counts` fills it; nothing else is ever counted. */
export type StepState =
  /** Earned, verified, and by an issuer that is known; of a step that only stands for a choice: enough of what it is between is. */
  | 'counts'
  /** Something held may be it, or is it by a key that anyone could have made: for the school to say. */
  | 'possible'
  /** Held, but not verified now: withdrawn, out of date, changed or open. */
  | 'weak'
  | 'missing'

export interface StepProgress {
  readonly id: string
  readonly state: StepState
  /** Refs of the awards behind it. */
  readonly awards: readonly string[]
  /** Why it is `possible`: the same name and owner; or the same identifier by an issuer that is unknown or does not own the pathway. */
  readonly because?: 'name' | 'issuer'
  /** Whether what it requires is met by what counts; `unknown` where a condition cannot be judged. */
  readonly isOpen: 'yes' | 'no' | 'unknown'
}

export interface PathwayProgress {
  readonly steps: readonly StepProgress[]
  /** Steps that count, of the fewest that lead to the destination, itself one of them: `done` of `of`. Of a record's own: its parts. */
  readonly done: number
  readonly of: number
  /** Whether a destination counts; `unknown` where one may be held, or only some of several are. */
  readonly isComplete: 'yes' | 'no' | 'unknown'
  /** Points and credits as stated: of what counts, and of the whole way; absent where none are stated. */
  readonly points?: { readonly done: number; readonly of: number }
  readonly credits?: { readonly done: number; readonly of: number }
  /** Steps still missing on the shortest way that we see, in an order in which they can be done. Empty when complete. */
  readonly soonest: readonly string[]
}
