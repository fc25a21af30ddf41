import type { VerificationReport } from '../../../core/model/report.ts'
import type { Facts, ProblemCode } from '../../../core/problem.ts'

/** Most that are offered at a time; allowing these shows which others there are. */
const mostOffered = 8
/** An address as long as what a finding holds may have been cut, and would be another. */
const longest = 199

/** The addresses of the vocabularies that a check lacked, of a credential or of those inside it. */
export function vocabulariesLacking(report: VerificationReport): readonly string[] {
  return [...new Set(lackingIn(report))].slice(0, mostOffered)
}

function lackingIn({ checks, credentials }: VerificationReport): readonly string[] {
  const own = checks.flatMap(({ code, evidence }) => [
    ...addressIn(code, evidence.facts),
    ...(evidence.details ?? []).flatMap((detail) => addressIn(detail.code, detail.facts)),
  ])
  return [...own, ...credentials.flatMap(lackingIn)]
}

function addressIn(code: ProblemCode | null, facts: Facts | undefined): readonly string[] {
  const address = code === 'context_unavailable' ? facts?.['context'] : undefined
  if (typeof address !== 'string' || address.length > longest) return []
  return /^https?:\/\//i.test(address) && URL.canParse(address) ? [address] : []
}
