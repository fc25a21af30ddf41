import type { VerifyContext } from '../model/context.ts'
import type { Credential } from '../model/credential.ts'
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
  /** The outcome of the proofs (signature, coverage, the keys used). Memoized. */
  proofs(): Promise<ProofsOutcome>
  /** Reports of the credentials inside. Memoized. */
  nested(): Promise<readonly VerificationReport[]>
  /** The subject ids of each credential inside. Memoized. */
  nestedSubjects(): Promise<readonly (readonly string[])[]>
  /** False for a credential that is itself an endorsement of another: endorsements are followed one step. */
  readonly followsEndorsements: boolean
  /** Verifies another document (a status list, an endorsement) that was fetched or embedded: all of its checks. */
  verifyText(text: string, name: string): Promise<VerificationReport>
}

/** One thing to look at. Returning null means that it does not apply to this credential. */
export interface Check {
  readonly id: CheckId
  run(session: Session): Answer | null | Promise<Answer | null>
}
