import type { Credential, Source } from './credential.ts'
import type { VerificationReport } from './report.ts'

/** What became of one credential that a person gave us: read and verified, or a coded error in its report. */
export interface Inspection {
  /** The bytes to keep: the whole file when it holds one credential, else this credential's own text. */
  readonly source: Source
  /** Null when the input is no credential: `report.error` says why. */
  readonly credential: Credential | null
  readonly report: VerificationReport
}
