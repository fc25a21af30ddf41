import { isPresentation, isUnsignedCarrier } from './checks/carrier.ts'
import type { Answer } from './checks/check.ts'
import { recipientAnswer } from './checks/identity-recipient.ts'
import { refreshAnswer } from './checks/refresh.ts'
import type { VerifyContext } from './model/context.ts'
import type { Part } from './model/inspection.ts'
import { type CheckId, type Finding, questionOf, questions, type VerificationReport } from './model/report.ts'
import { type Kind, questionsOf, verdictOf } from './verdict.ts'

/** What the learner's own wallet knows of a credential without looking at the credential: whom they claim to be, and what replaced it. */
export type Known = Pick<VerifyContext, 'identities' | 'newer'>

/** What can be said anew of a credential from what was read before. */
type Read = Pick<Part, 'credential' | 'parts'> & { readonly report: VerificationReport }

/**
 * The report of a credential in its learner's wallet, with the answers that hang on nothing but what the wallet knows given anew:
 * no host is asked, no proof looked at, and everything else stays as it was found on the report's date. The verdict follows by
 * the one rule.
 */
export async function answerAgain({ credential, report, parts }: Read, known: Known): Promise<VerificationReport> {
  const { newer: _, ...inside } = known
  const credentials = await Promise.all(
    report.credentials.map(async (each, index) => {
      const part = parts[index]
      return part ? answerAgain({ ...part, report: each }, inside) : each
    }),
  )
  if (credential === null || report.error !== null) return { ...report, credentials }
  const context = { ...known, audience: 'holder' as const }
  const fresh = [
    findingOf('validity.refresh', refreshAnswer(credential, context)),
    findingOf('identity.recipient', await recipientAnswer(credential, context)),
  ].flatMap((finding) => finding ?? [])
  const kept = report.checks.filter(({ id }) => id !== 'validity.refresh' && id !== 'identity.recipient')
  // Both come last under their question.
  const checks = [...kept, ...fresh].toSorted((one, other) => questions.indexOf(one.question) - questions.indexOf(other.question))
  const kind: Kind = isUnsignedCarrier(credential) ? 'carrier' : isPresentation(credential) ? 'presentation' : 'credential'
  return { ...report, checks, credentials, questions: questionsOf(checks), verdict: verdictOf(checks, kind) }
}

function findingOf(id: CheckId, answer: Answer | null): Finding | null {
  if (answer === null) return null
  const { status, code, facts, evidence } = answer
  return { id, question: questionOf[id], status, code, evidence: { ...(facts && { facts }), ...evidence } }
}
