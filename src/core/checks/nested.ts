import type { Credential } from '../model/credential.ts'
import { memberOf } from '../model/json.ts'
import type { FindingDetail, Outcome, VerificationReport } from '../model/report.ts'
import type { ProblemCode } from '../problem.ts'
import { problems } from '../problems.ts'
import { isPresentation, isUnsignedCarrier } from './carrier.ts'
import type { Answer, Check, Session } from './check.ts'
import { samePerson } from './same-person.ts'

/**
 * `nested.integrity`: the worst answer to "unchanged?" of the credentials inside. Those of a record are about one person, so one
 * about somebody else fails here too, however genuine it is (verification.md §10).
 */
export const nestedIntegrity: Check = { id: 'nested.integrity', run: (session) => worstOf(session, 'integrity') }

/** `nested.validity`: the worst answer to "still valid?" of the credentials inside. */
export const nestedValidity: Check = { id: 'nested.validity', run: (session) => worstOf(session, 'validity') }

/** Most parts told apart in one finding; how many there are is said all the same. */
const mostTold = 200

/** What is wrong with one credential inside. */
interface Remark {
  readonly status: 'failed' | 'unknown'
  readonly code: ProblemCode
  /** Its place among the credentials inside, from 1. */
  readonly place: number
  readonly title: string
}

/**
 * An outer with a member that is not `verified` is never `verified`: what keeps a member from it, a key that is not its issuer's
 * included, counts here under validity, unless it is a matter of integrity.
 */
async function worstOf(session: Session, question: 'integrity' | 'validity'): Promise<Answer | null> {
  if (session.credential.nested.length === 0) return emptyCarrier(session, question)
  const reports = await session.nested()
  const remarks = [
    ...reports.flatMap((report, index) => remarkOn(report, index + 1, question)),
    ...(question === 'integrity' ? await remarksOnPersons(session, reports) : []),
  ].toSorted((one, other) => one.place - other.place)
  const facts = { count: reports.length }
  const worst = remarks.find(({ status }) => status === 'failed') ?? remarks[0]
  if (!worst) return { status: 'passed', code: null, facts }
  const alike = remarks.filter(({ status }) => status === worst.status)
  const said = { ...facts, bad: new Set(alike.map(({ place }) => place)).size, place: worst.place, first: worst.title }
  return { status: worst.status, code: worst.code, facts: said, evidence: { details: remarks.slice(0, mostTold).map(detailOf) } }
}

function detailOf({ status, code, place, title }: Remark): FindingDetail {
  return { status, code, facts: { place, first: title } }
}

/** A presentation or list that carries nothing says nothing, unless it is signed and only shows that its holder is there. */
function emptyCarrier(session: Session, question: 'integrity' | 'validity'): Answer | null {
  const { credential } = session
  const poses = isPresentation(credential) && memberOf(credential.document, 'credentialSubject') !== undefined
  return question === 'integrity' && (poses || isUnsignedCarrier(credential))
    ? { status: 'failed', code: 'nothing_inside' }
    : null
}

function remarkOn(report: VerificationReport, place: number, question: 'integrity' | 'validity'): readonly Remark[] {
  const outcome = outcomeOf(report, question)
  const { title } = report.summary
  if (outcome === 'failed') return [{ status: 'failed', code: 'nested_not_verified', place, title }]
  return outcome === 'unknown' ? [{ status: 'unknown', code: 'nested_unknown', place, title }] : []
}

function outcomeOf(report: VerificationReport, question: 'integrity' | 'validity'): Outcome {
  if (report.error) return question === 'integrity' ? outcomeOfError(report.error.code) : 'passed'
  const own = report.questions[question]
  if (own === 'failed' || own === 'unknown' || question === 'integrity') return own
  return report.verdict === 'verified' ? own : otherwise(report)
}

/** What keeps a member from being verified that is neither its integrity nor its validity (a key that is not its issuer's) counts too. */
function otherwise({ verdict, questions }: VerificationReport): Outcome {
  const outcome = verdict === 'not-verified' ? 'failed' : 'unknown'
  return questions.integrity === outcome || questions.integrity === 'failed' ? 'passed' : outcome
}

/** What is garbled is not intact; a kind that we cannot read may be. */
function outcomeOfError(code: ProblemCode): Outcome {
  return problems[code].type === 'UNSUPPORTED' ? 'unknown' : 'failed'
}

/** Each credential of a record is about the person that the record is about. A presentation may carry anybody's. */
async function remarksOnPersons(session: Session, reports: readonly VerificationReport[]): Promise<readonly Remark[]> {
  const { credential } = session
  if (isPresentation(credential) || credential.format === 'array') return []
  const inside = await session.nestedCredentials()
  const remarks = await Promise.all(
    inside.map(async (credentials, index): Promise<readonly Remark[]> => {
      const about = await Promise.all(credentials.filter(isAward).map((one) => samePerson(credential, one)))
      const common = { place: index + 1, title: reports[index]?.summary.title ?? '' }
      if (about.includes('other')) return [{ status: 'failed', code: 'nested_other_person', ...common }]
      return about.includes('unknown') ? [{ status: 'unknown', code: 'nested_person_unknown', ...common }] : []
    }),
  )
  return remarks.flat()
}

/** An endorsement is about what it endorses, whoever that belongs to; one that awards something is an award all the same. */
function isAward({ format, subjects }: Credential): boolean {
  return !/endorsement/.test(format) || subjects.some(({ achievement }) => achievement !== undefined)
}
