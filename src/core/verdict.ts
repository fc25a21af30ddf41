import type { CheckId, Finding, Outcome, Question, Verdict } from './model/report.ts'
import { questions } from './model/report.ts'
import type { ProblemCode } from './problem.ts'

/** Never left out of a credential's report: one that is missing counts as unknown, and unknown never counts as passed. */
const mandatoryOfCredential: readonly CheckId[] = [
  'structure.data-model',
  'proof.signature',
  'proof.coverage',
  'validity.dates',
  'issuer.key',
]
/** A signed presentation is nobody's statement about a subject: it has no issuer and needs no dates. */
const mandatoryOfPresentation: readonly CheckId[] = ['structure.data-model', 'proof.signature', 'proof.coverage']

/** What kind of thing a verdict is about, which decides the checks that may not be missing. */
export type Kind = 'credential' | 'presentation' | 'carrier'
const mandatory: Readonly<Record<Kind, readonly CheckId[]>> = {
  credential: mandatoryOfCredential,
  presentation: mandatoryOfPresentation,
  carrier: [],
}

/** Findings about identity that leave a genuine credential genuine, but not shown to be this person's. */
const notThisPerson: readonly (ProblemCode | null)[] = ['recipient_differs', 'holder_not_subject']

/**
 * The one rule (product.md, "The trust report"). Not verified: an integrity or validity check or `issuer.key` failed, or a
 * holder's own proof did. Cannot tell: none failed, but one of those is unknown or missing, or it is not shown to be this
 * person's. Verified: otherwise.
 */
export function verdictOf(findings: readonly Finding[], kind: Kind): Verdict {
  const decisive = findings.filter((finding) => isDecisive(finding))
  if (decisive.some(({ status }) => status === 'failed')) return 'not-verified'
  if (
    findings.some(
      (finding) => finding.question === 'identity' && finding.status === 'failed' && !notThisPerson.includes(finding.code),
    )
  )
    return 'not-verified'
  const present = new Set(findings.map(({ id }) => id))
  if (mandatory[kind].some((id) => !present.has(id))) return 'cannot-tell'
  if (decisive.some(({ status }) => status === 'unknown')) return 'cannot-tell'
  if (findings.some(({ question, status }) => question === 'identity' && status === 'failed')) return 'cannot-tell'
  return 'verified'
}

function isDecisive({ id, question }: Finding): boolean {
  return question === 'integrity' || question === 'validity' || id === 'issuer.key'
}

const severity: readonly Outcome[] = ['failed', 'unknown', 'warning', 'passed']

/** The worst of several outcomes; unknown when there are none, since silence is not a yes. */
export function worstOutcome(outcomes: readonly Outcome[]): Outcome {
  return severity.find((outcome) => outcomes.includes(outcome)) ?? 'unknown'
}

/** The worst of several verdicts; not verified when there are none. */
export function worstVerdict(verdicts: readonly Verdict[]): Verdict {
  const order: readonly Verdict[] = ['not-verified', 'cannot-tell', 'verified']
  return order.find((verdict) => verdicts.includes(verdict)) ?? 'not-verified'
}

/**
 * The answer to each of the four questions: the worst of its checks. Whose it is can be shown in more than one way, so there
 * what could not be checked does not count beside what passed.
 */
export function questionsOf(findings: readonly Finding[]): Readonly<Record<Question, Outcome>> {
  const answers = questions.map((question) => {
    const outcomes = findings.filter((finding) => finding.question === question).map(({ status }) => status)
    const either = question === 'identity' && outcomes.includes('passed')
    return [question, worstOutcome(either ? outcomes.filter((outcome) => outcome !== 'unknown') : outcomes)] as const
  })
  return Object.fromEntries(answers) as Record<Question, Outcome>
}
