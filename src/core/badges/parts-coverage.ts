import type { Credential } from '../model/credential.ts'
import { idOf } from '../model/json.ts'
import type { FindingDetail } from '../model/report.ts'
import { hostOf } from '../witness.ts'
import { isWebAddress, sameResource } from './addresses.ts'
import { linkedAs } from './linked.ts'

/**
 * Whether what is shown beside the assertion is known: a badge class that is only named is what its own address serves, one
 * inside is the assertion's word. Something that readers of JSON drop could be shown otherwise than it was signed.
 */
export function partsCoverage(credential: Credential): FindingDetail {
  if (JSON.stringify(credential.document).includes('"__proto__"'))
    return { status: 'failed', code: 'member_hidden', facts: { term: '__proto__' } }
  const badge = linkedAs(credential, 'badge')
  if (badge === undefined) return { status: 'passed', code: null }
  const facts = { host: hostOf(badge.address) }
  if (badge.problem) return { status: 'unknown', code: badge.problem.code, facts: { ...facts, ...badge.problem.facts } }
  if (badge.witness === undefined)
    return { status: 'passed', code: isWebAddress(badge.address) ? 'badge_class_inside' : null, facts }
  const id = idOf(badge.document ?? {})
  // Open Badges 1.0 gives a badge class no id
  const foreign = id !== undefined && !sameResource(id, badge.address)
  return foreign ? { status: 'unknown', code: 'linked_invalid', facts } : { status: 'passed', code: null }
}
