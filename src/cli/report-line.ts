import type { Finding, VerificationReport } from '../core/model/report.ts'
import type { Problem } from '../core/problem.ts'

/** The sentences of a report. */
export interface Sentences {
  /** What one check found, in words. */
  messageOf(finding: Finding): string
  /** Why an input is no credential, in words. */
  errorOf(problem: Problem): string
}

/** One line of output: the stable part of a report as JSON, with a sentence beside every code. Ends with a line break. */
export function reportLine(report: VerificationReport, sentences: Sentences): string {
  return `${JSON.stringify(spoken(report, sentences))}\n`
}

/** The stable part of a report; members that a later version adds are left out until they are promised. */
function spoken(report: VerificationReport, sentences: Sentences): object {
  const { input, digest, at, format, summary, verdict, questions, checks, credentials, error } = report
  return {
    input,
    digest,
    at,
    format,
    summary,
    verdict,
    questions,
    checks: checks.map((finding) => {
      const { id, question, status, code, evidence } = finding
      return { id, question, status, code, message: sentences.messageOf(finding), evidence }
    }),
    credentials: credentials.map((inner) => spoken(inner, sentences)),
    error: error && { code: error.code, message: sentences.errorOf(error), ...(error.facts && { facts: error.facts }) },
  }
}
