import { linkedAs } from '../badges/linked.ts'
import { revokedIn } from '../badges/named.ts'
import type { Credential, LinkedDocument } from '../model/credential.ts'
import { type JsonObject, memberOf } from '../model/json.ts'
import type { FindingDetail } from '../model/report.ts'
import type { Facts } from '../problem.ts'
import { hostOf } from '../witness.ts'
import type { StatusMethod } from './method.ts'

/**
 * An assertion of Open Badges 1 and 2 says itself whether it was withdrawn: by `revoked` in what its address serves (or in what
 * came in), or by answering 410 (Open Badges 2.0 "Hosted verification"). It was asked for when the badge was completed.
 */
export const openBadgesAssertion: StatusMethod = {
  types: ['OpenBadgesAssertion'],
  async read(_entry, { credential }) {
    const assertion = linkedAs(credential, 'assertion')
    return { remarks: [remarkOn(credential, assertion)], witnesses: assertion?.witness ? [assertion.witness] : [] }
  },
}

function remarkOn(credential: Credential, assertion: LinkedDocument | undefined): FindingDetail {
  const host = { host: hostOf(assertion?.address ?? '') }
  const words = [assertion?.document ?? {}, credential.document]
  const withdrawn = words.find((one) => revokedIn(one) === true)
  if (withdrawn) return { status: 'failed', code: 'status_revoked', facts: { ...host, ...reasonIn(withdrawn) } }
  if (words.some((one) => revokedIn(one) === null))
    return { status: 'unknown', code: 'status_entry_invalid', facts: { ...host, member: 'revoked' } }
  if (assertion === undefined) return unasked(credential)
  const { document, problem, witness } = assertion
  if (problem?.code === 'fetch_status' && problem.facts?.status === 410)
    return { status: 'failed', code: 'status_revoked', facts: host }
  if (document === null)
    return { status: 'unknown', code: problem?.code ?? 'fetch_failed', facts: { ...host, ...problem?.facts } }
  const facts = { ...host, ...(witness && { asOf: witness.fetchedAt }) }
  return { status: 'passed', code: witness?.kept ? 'status_kept_copy' : null, facts }
}

/** A signed badge is not asked for: it has said that it is not withdrawn. */
function unasked({ securing }: Credential): FindingDetail {
  return securing.kind === 'hosted' ? { status: 'unknown', code: 'hosted_no_address' } : { status: 'passed', code: null }
}

function reasonIn(document: JsonObject): Facts {
  const reason = memberOf(document, 'revocationReason')
  return typeof reason === 'string' ? { reason: reason.slice(0, 500) } : {}
}
