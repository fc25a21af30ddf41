import type { Credential } from '../model/credential.ts'
import type { Endorsing } from '../model/inspection.ts'
import { idOf, isObject, type Json, memberOf } from '../model/json.ts'
import type { FindingDetail, VerificationReport } from '../model/report.ts'
import type { Check } from './check.ts'

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
    const details = (await session.endorsements()).map((endorsing) => judge(endorsing, session.credential))
    const verified = details.filter(({ status }) => status === 'passed').length
    const said = { ...facts, verified }
    if (verified === endorsements.length) return { status: 'passed', code: null, facts: said, evidence: { details } }
    return { status: 'warning', code: 'endorsement_unverified', facts: said, evidence: { details } }
  },
}

function judge({ at, credential, report }: Endorsing, endorsed: Credential): FindingDetail {
  const facts = { endorser: report.summary.issuer.slice(0, 200) }
  const about = credential?.subjects[0]?.id
  if (!counts(report) || about === undefined || about !== idAt(endorsed, at))
    return { status: 'warning', code: 'endorsement_unverified', at, facts }
  return { status: 'passed', code: null, at, facts }
}

function counts(report: VerificationReport): boolean {
  return report.verdict === 'verified' && /^ob[23]-endorsement/.test(report.format ?? '')
}

/** The id of the object that carries the endorsement found at a JSON pointer. */
function idAt({ document, issuer }: Credential, pointer: string): string | undefined {
  // the issuer of an older badge is named by its badge class, which may lie elsewhere
  if (pointer.startsWith('/badge/issuer/')) return issuer.id
  let holder: Json | undefined = document
  const path = pointer.split('/').slice(1)
  const end = path.findIndex((name) => /^(?:endorsement(?:s|Jwt)?|signedEndorsements)$/.test(name))
  for (const name of path.slice(0, end)) {
    if (Array.isArray(holder)) holder = holder[Number(name)]
    else holder = isObject(holder) ? memberOf(holder, name) : undefined
  }
  return idOf(holder)
}
