import type { Source } from '../core/model/credential.ts'
import type { Inspection } from '../core/model/inspection.ts'
import type { Problem } from '../core/problem.ts'
import { errorReport } from '../core/report.ts'

/** The inspection of a source that could not be inspected: a report with an error, and nothing claimed. */
export async function failedInspection(source: Source, problem: Problem, at: Date): Promise<Inspection> {
  // A copy, since what the caller gave may lie in memory that WebCrypto does not take.
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(source.bytes)))
  const hex = [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return { source, credential: null, report: errorReport({ input: source.name, digest: hex, at: at.toISOString() }, problem) }
}
