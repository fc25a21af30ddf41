import { parseJws } from '../encoding/jws.ts'
import type { Credential } from '../model/credential.ts'
import { idOf, isObject, type Json, listOf, memberOf } from '../model/json.ts'
import type { FindingDetail, VerificationReport } from '../model/report.ts'
import { attemptNow } from '../problem.ts'
import type { Check, Session } from './check.ts'

/** Most endorsements verified on one credential; what is beyond is counted as not verified. */
const mostVerified = 16

/**
 * Endorsements, each verified like any credential and about the very thing that it is attached to (verification.md §9).
 * One that does not hold is a warning and never counts against the credential. An endorser's own endorsements are not
 * followed.
 */
export const issuerEndorsements: Check = {
  id: 'issuer.endorsements',
  async run(session) {
    const { endorsements } = session.credential
    if (endorsements.length === 0) return null
    const facts = { count: endorsements.length }
    if (!session.followsEndorsements) return { status: 'warning', code: 'endorsements_not_checked', facts }
    const details = await Promise.all(endorsements.slice(0, mostVerified).map((endorsement) => judge(endorsement, session)))
    const verified = details.filter(({ status }) => status === 'passed').length
    const said = { ...facts, verified }
    if (verified === endorsements.length) return { status: 'passed', code: null, facts: said, evidence: { details } }
    return { status: 'warning', code: 'endorsement_unverified', facts: said, evidence: { details } }
  },
}

async function judge({ at, value }: Credential['endorsements'][number], session: Session): Promise<FindingDetail> {
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  const report = await session.verifyText(text, at)
  const about = endorsedId(value)
  const target = idAt(session.credential.document, at)
  const facts = { endorser: report.summary.issuer.slice(0, 200) }
  if (!counts(report) || about === undefined || about !== target)
    return { status: 'warning', code: 'endorsement_unverified', at, facts }
  return { status: 'passed', code: null, at, facts }
}

function counts(report: VerificationReport): boolean {
  return report.verdict === 'verified' && (report.format?.startsWith('ob3-endorsement') ?? false)
}

/** The id of what an endorsement speaks of: its subject's. */
function endorsedId(value: Json): string | undefined {
  const document = typeof value === 'string' ? attemptNow(() => parseJws(value).payload) : { ok: true as const, value }
  if (!document.ok || !isObject(document.value)) return undefined
  const inner = memberOf(document.value, 'vc')
  const subject = memberOf(isObject(inner) ? inner : document.value, 'credentialSubject')
  return idOf(listOf(subject)[0])
}

/** The id of the object that carries the endorsement found at a JSON pointer. */
function idAt(document: Json, pointer: string): string | undefined {
  let holder: Json | undefined = document
  const path = pointer.split('/').slice(1)
  const end = path.findIndex((name) => name === 'endorsement' || name === 'endorsementJwt')
  for (const name of path.slice(0, end)) {
    if (Array.isArray(holder)) holder = holder[Number(name)]
    else holder = isObject(holder) ? memberOf(holder, name) : undefined
  }
  return idOf(holder)
}
