import type { Credential, LinkedDocument } from '../model/credential.ts'
import type { JsonObject } from '../model/json.ts'
import type { FindingDetail } from '../model/report.ts'
import type { Facts, Problem } from '../problem.ts'
import { problems } from '../problems.ts'
import type { ProofOutcome } from '../proofs/proof.ts'
import { hostOf } from '../witness.ts'
import { differences } from './differences.ts'
import { linkedAs } from './linked.ts'
import { liesAt, revokedIn, saysSigned } from './named.ts'
import { partsCoverage } from './parts-coverage.ts'

/**
 * A hosted badge is what its own address serves (Open Badges 2.0 "Hosted verification"): the address must answer with an
 * assertion that says it lies there, and what came in must be that assertion, member by member.
 */
export function verifyHosted(credential: Credential, address: string): ProofOutcome {
  const facts: Facts = { host: hostOf(address) }
  if (saysSigned(credential.document)) return failed('proof_missing', facts)
  const assertion = linkedAs(credential, 'assertion')
  if (address === '' || assertion === undefined) return unknown({ code: 'hosted_no_address' }, facts)
  if (assertion.document === null) return unserved(assertion.problem ?? { code: 'fetch_failed' }, facts)
  if (!liesAt(assertion.document, address)) return failed('hosted_other_id', facts)
  return served(credential, assertion, assertion.document, facts)
}

function served(credential: Credential, { witness }: LinkedDocument, document: JsonObject, facts: Facts): ProofOutcome {
  const coverage = coverageBy(document, credential, facts)
  const said = { ...facts, ...(witness && { asOf: witness.fetchedAt }) }
  if (witness?.kept) return { status: 'warning', code: 'hosted_kept_copy', facts: said, coverage }
  return { status: 'passed', code: 'hosted_confirmed', facts: said, coverage }
}

/** Whether everything shown is what is served. A withdrawn badge may be cut down to that word, which is no forgery. */
function coverageBy(document: JsonObject, credential: Credential, facts: Facts): FindingDetail {
  const documentOf = (role: LinkedDocument['role']) => linkedAs(credential, role)?.document
  const fetched = { badge: documentOf('badge'), issuer: documentOf('issuer') }
  const members = differences(credential.document, document, fetched)
  if (members.length === 0) return partsCoverage(credential)
  if (revokedIn(document) === true) return { status: 'unknown', code: 'hosted_withdrawn', facts }
  const named = { members: members.join(', ').slice(0, 200), count: members.length }
  return { status: 'failed', code: 'hosted_differs', at: members[0] ?? '', facts: { ...facts, ...named } }
}

/** Nothing was served that could be compared: only an answer that is something else counts against the badge. */
function unserved(problem: Problem, facts: Facts): ProofOutcome {
  if (problems[problem.code].type === 'PARSING_ERROR') return failed('hosted_not_badge', facts)
  const status = problem.code === 'fetch_status' ? problem.facts?.status : undefined
  if (status === 410) return unknown({ code: 'hosted_withdrawn' }, facts)
  if (status === 404) return unknown({ code: 'hosted_gone' }, facts)
  return unknown(problem, facts)
}

function failed(code: Problem['code'], facts: Facts): ProofOutcome {
  return { status: 'failed', code, facts, coverage: { status: 'unknown', code: 'coverage_unknown', facts } }
}

function unknown({ code, facts: more }: Problem, facts: Facts): ProofOutcome {
  const said = { ...facts, ...more }
  return { status: 'unknown', code, facts: said, coverage: { status: 'unknown', code, facts: said } }
}
