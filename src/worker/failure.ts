import type { Source } from '../core/model/credential.ts'
import type { Inspection } from '../core/model/inspection.ts'
import type { Problem } from '../core/problem.ts'
import { digestOf, errorReport } from '../core/report.ts'

/** The inspection of a source that could not be inspected: a report with an error, and nothing claimed. */
export async function failedInspection(source: Source, problem: Problem, at: Date): Promise<Inspection> {
  // A copy, since what the caller gave may lie in memory that WebCrypto does not take.
  const digest = await digestOf(new Uint8Array(source.bytes))
  const report = errorReport({ input: source.name, digest, at: at.toISOString() }, problem)
  return { source, credential: null, report, parts: [], endorsements: [] }
}
