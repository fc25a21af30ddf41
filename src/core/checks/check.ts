import type { VerifyContext } from '../model/context.ts'
import type { Credential } from '../model/credential.ts'
import type { Endorsing } from '../model/inspection.ts'
import type { CheckId, FindingEvidence, Outcome, VerificationReport } from '../model/report.ts'
import type { Facts, ProblemCode } from '../problem.ts'
import type { ProofsOutcome } from '../proofs/proof.ts'

/** What a check says; `code` is null only when it passed plainly. */
export interface Answer {
  readonly status: Outcome
  readonly code: ProblemCode | null
  readonly facts?: Facts
  readonly evidence?: Omit<FindingEvidence, 'facts'>
}

/**
 * What checks about one credential share: each piece of work is done once, whoever asks first.
 * The members are functions so that a check that needs nothing costs nothing.
 */
export interface Session {
  readonly credential: Credential
  readonly context: VerifyContext
  /** The credential that this one lies inside, of a record or presentation; null for one that stands alone. */
  readonly outer: Session | null
  /** What a check says of this credential: each check is made once, whoever asks. */
  answer(id: CheckId): Promise<Answer | null>
  /** The outcome of the proofs (signature, coverage, the keys used). Memoized. */
  proofs(): Promise<ProofsOutcome>
  /** Reports of the credentials inside. Memoized. */
  nested(): Promise<readonly VerificationReport[]>
  /** The credentials inside, each place with those that it turned out to hold; none where it could not be read. Memoized. */
  nestedCredentials(): Promise<readonly (readonly Credential[])[]>
  /** The endorsements that it carries, verified; none for one that is itself an endorsement: they are followed one step. Memoized. */
  endorsements(): Promise<readonly Endorsing[]>
  readonly followsEndorsements: boolean
  /**
   * Verifies another document (a status list) that was fetched or embedded: all of its checks. One that leaves out who issued it
   * is taken for `issuer`'s, and has to be signed with a key of theirs.
   */
  verifyText(text: string, name: string, issuer?: string): Promise<VerificationReport>
}

/** One thing to look at. Returning null means that it does not apply to this credential. */
export interface Check {
  readonly id: CheckId
  run(session: Session): Answer | null | Promise<Answer | null>
}
