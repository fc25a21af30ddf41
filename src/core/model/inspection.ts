import type { Credential, Source } from './credential.ts'
import type { VerificationReport } from './report.ts'

/** One credential inside another, read. Its report is the one in the same place of the outer report's `credentials`. */
export interface Part extends Contents {
  /** Null when it is no credential: its report says why. */
  readonly credential: Credential | null
}

/** An endorsement that a credential carries, read and verified. */
export interface Endorsing {
  /** Where it stands in the credential (JSON pointer), which tells what it endorses. */
  readonly at: string
  readonly credential: Credential | null
  readonly report: VerificationReport
}

/** What was found inside a credential. */
export interface Contents {
  /** In the order of `report.credentials`. */
  readonly parts: readonly Part[]
  /** In the order of `credential.endorsements`; those beyond the ceiling are missing. */
  readonly endorsements: readonly Endorsing[]
}

/** What became of one credential that a person gave us: read and verified, or a coded error in its report. */
export interface Inspection extends Contents {
  /** The bytes to keep: the whole file when it holds one credential, else this credential's own text. */
  readonly source: Source
  /** Null when the input is no credential: `report.error` says why. */
  readonly credential: Credential | null
  readonly report: VerificationReport
  /** Set for a file of an archive that is no credential and lies beside some: it is said, and counts for nothing. */
  readonly beside?: true
}
