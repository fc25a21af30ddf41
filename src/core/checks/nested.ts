import { memberOf } from '../model/json.ts'
import type { Outcome, Question, VerificationReport } from '../model/report.ts'
import { isPresentation, isUnsignedCarrier } from './carrier.ts'
import type { Answer, Check, Session } from './check.ts'

/** `nested.integrity`: the worst answer to "unchanged?" of the credentials inside. */
export const nestedIntegrity: Check = { id: 'nested.integrity', run: (session) => worstOf(session, 'integrity') }

/** `nested.validity`: the worst answer to "still valid?" of the credentials inside. */
export const nestedValidity: Check = { id: 'nested.validity', run: (session) => worstOf(session, 'validity') }

/**
 * An outer with a member that is not `verified` is never `verified`: what keeps a member from it, an unknown key included,
 * counts here under integrity, unless it is a matter of validity.
 */
async function worstOf(session: Session, question: 'integrity' | 'validity'): Promise<Answer | null> {
  if (session.credential.nested.length === 0) return emptyCarrier(session, question)
  const reports = await session.nested()
  const outcomes = reports.map((report) => ({ report, outcome: outcomeOf(report, question) }))
  const failed = outcomes.filter(({ outcome }) => outcome === 'failed')
  const unknown = outcomes.filter(({ outcome }) => outcome === 'unknown')
  const facts = { count: reports.length }
  const name = (found: typeof outcomes) => ({ ...facts, bad: found.length, first: found[0]?.report.summary.title ?? '' })
  if (failed.length > 0) return { status: 'failed', code: 'nested_not_verified', facts: name(failed) }
  if (unknown.length > 0) return { status: 'unknown', code: 'nested_unknown', facts: name(unknown) }
  return { status: 'passed', code: null, facts }
}

/** A presentation or list that carries nothing says nothing, unless it is signed and only shows that its holder is there. */
function emptyCarrier(session: Session, question: 'integrity' | 'validity'): Answer | null {
  const { credential } = session
  const poses = isPresentation(credential) && memberOf(credential.document, 'credentialSubject') !== undefined
  return question === 'integrity' && (poses || isUnsignedCarrier(credential))
    ? { status: 'failed', code: 'nothing_inside' }
    : null
}

function outcomeOf(report: VerificationReport, question: Question): Outcome {
  if (report.error) return question === 'integrity' ? 'failed' : 'passed'
  const own = report.questions[question]
  if (own === 'failed' || own === 'unknown') return own
  if (question !== 'integrity' || report.verdict === 'verified') return 'passed'
  const byValidity = report.questions.validity === 'failed' || report.questions.validity === 'unknown'
  if (byValidity) return 'passed'
  return report.verdict === 'not-verified' ? 'failed' : 'unknown'
}
