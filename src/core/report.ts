import { hexOf } from './encoding/bytes.ts'
import { pickText } from './formats/text.ts'
import type { Credential } from './model/credential.ts'
import type { Outcome, Question, Summary, VerificationReport } from './model/report.ts'
import type { Problem } from './problem.ts'
import { worstOutcome, worstVerdict } from './verdict.ts'

/** SHA-256 of bytes in lower-case hexadecimal. */
export async function digestOf(bytes: Uint8Array): Promise<string> {
  return hexOf(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as BufferSource)))
}

const nothing: Summary = { title: '', issuer: '', recipient: '', issued: '', expires: '' }
const unanswered: Readonly<Record<Question, Outcome>> = {
  integrity: 'unknown',
  validity: 'unknown',
  authority: 'unknown',
  identity: 'unknown',
}

/** What a report is about, before anything is known of it. */
export interface ReportOn {
  readonly input: string
  readonly digest: string
  /** ISO 8601, UTC. */
  readonly at: string
}

/** The report of an input that is no credential at all. */
export function errorReport(on: ReportOn, problem: Problem): VerificationReport {
  const facts = problem.facts ? { facts: problem.facts } : {}
  return {
    ...on,
    format: null,
    summary: nothing,
    verdict: 'not-verified',
    questions: unanswered,
    checks: [],
    credentials: [],
    error: { code: problem.code, ...facts },
  }
}

/**
 * The report of a file or list that carries several credentials: the worst of what is inside; nothing inside is not verified. What
 * only lies beside them is listed after them, and counts for nothing.
 */
export function carrierReport(
  on: ReportOn,
  inside: readonly VerificationReport[],
  beside: readonly VerificationReport[] = [],
): VerificationReport {
  if (inside.length === 0) return errorReport(on, { code: 'nothing_inside' })
  const answer = (question: Question) => worstOutcome(inside.map((report) => report.questions[question]))
  return {
    ...on,
    format: 'array',
    summary: nothing,
    verdict: worstVerdict(inside.map(({ verdict }) => verdict)),
    questions: {
      integrity: answer('integrity'),
      validity: answer('validity'),
      authority: answer('authority'),
      identity: answer('identity'),
    },
    checks: [],
    credentials: [...inside, ...beside],
    error: null,
  }
}

/** What a list says of a credential, in the language that comes first. Hashed recipients are not spelled out. */
export function summaryOf(credential: Credential): Summary {
  const [subject] = credential.subjects
  const named = subject?.identities.find(({ hashed }) => !hashed)
  return {
    title: pickText(credential.title, []),
    issuer: pickText(credential.issuer.name, []) || credential.issuer.id,
    recipient: named?.value ?? subject?.id ?? '',
    issued: credential.awardedDate ?? credential.validFrom ?? '',
    expires: credential.validUntil ?? '',
  }
}
