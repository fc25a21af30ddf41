import type { IssuerLevel } from '../core/issuer-level.ts'
import type { CheckId, Outcome, Question } from '../core/model/report.ts'
import type { ProblemCode } from '../core/problem.ts'
import type { page } from './en/credential.ts'

/** The facts of a problem made ready to be said: text cleaned and shortened, dates in words. Any may be missing. */
export type Said = Readonly<Partial<Record<string, string>>>

/** One or two sentences of plain text, never markup. They read well whichever facts are missing. */
export type Sentence = (said: Said) => string

/** What the words for how far an issuer is known may be made of; any may be empty. */
export interface LevelFacts {
  readonly host: string
  readonly list: string
  /** What the credential calls its issuer, where the list calls it otherwise. */
  readonly stated: string
}

/** What a verdict sentence may be made of. `issuer` is what the credential (or the list) calls its issuer; may be empty. */
export interface VerdictFacts {
  readonly issuer: string
  /** The list that knows it, and what the credential calls its issuer where that differs; may be empty. */
  readonly list: string
  readonly stated: string
  /** Web host that the issuer is bound to, or that did not answer; may be empty. */
  readonly host: string
  /** A date in words; may be empty. */
  readonly date: string
  /** How many parts a record has, how many of them are meant, and the title of the first of those. */
  readonly parts: number
  readonly bad: number
  readonly part: string
}

type VerdictSentence = (facts: VerdictFacts) => string

/** The one sentence over a report, for each situation of the look's table and those beside it. */
export interface VerdictText {
  readonly genuineListed: VerdictSentence
  readonly genuineByAddress: VerdictSentence
  readonly testListed: VerdictSentence
  readonly keyOnly: VerdictSentence
  readonly expiredGenuine: VerdictSentence
  readonly expiredUnchanged: VerdictSentence
  readonly earlyGenuine: VerdictSentence
  readonly earlyUnchanged: VerdictSentence
  readonly outsideDates: VerdictSentence
  readonly revokedByName: VerdictSentence
  readonly revoked: VerdictSentence
  readonly suspendedByName: VerdictSentence
  readonly suspended: VerdictSentence
  readonly unsigned: VerdictSentence
  readonly altered: VerdictSentence
  readonly uncovered: VerdictSentence
  readonly signedByOther: VerdictSentence
  readonly unreachable: VerdictSentence
  readonly unreachableAlone: VerdictSentence
  readonly blocked: VerdictSentence
  readonly offline: VerdictSentence
  readonly unsupported: VerdictSentence
  readonly keyNotTied: VerdictSentence
  readonly otherPersonGenuine: VerdictSentence
  readonly otherPersonUnchanged: VerdictSentence
  readonly partBadGenuine: VerdictSentence
  readonly partBadUnchanged: VerdictSentence
  readonly partUnknown: VerdictSentence
  readonly carrierVerified: VerdictSentence
  readonly carrierBad: VerdictSentence
  readonly carrierUnknown: VerdictSentence
  readonly nothingInside: VerdictSentence
  /** Joined to the sentence of a check that failed, when no other sentence fits better. */
  readonly doNotRely: string
  /** Joined to the sentence of a check that could not be made. */
  readonly cannotTell: string
}

/** The sentences of the trust report in one language. English is the shape; the others must match it. */
export interface FindingsText {
  readonly language: 'en' | 'es' | 'fr'
  readonly problems: Readonly<Record<ProblemCode, Sentence>>
  readonly checks: Readonly<Record<CheckId, { readonly name: string; readonly passed: Sentence }>>
  readonly questions: Readonly<Record<Question, string>>
  readonly answers: Readonly<Record<Outcome | 'pending', string>>
  readonly levels: Readonly<Record<IssuerLevel, (facts: LevelFacts) => string>>
  readonly verdicts: VerdictText
  /** The words of the page of a credential. */
  readonly page: PageText
}

/** The words of the page of a credential; English is the shape. */
export type PageText = typeof page
