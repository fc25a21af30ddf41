import { isWebAddress, sameDocument } from '../badges/addresses.ts'
import { acceptJson, openText } from '../badges/linked.ts'
import { isOfOriginAge } from '../badges/named.ts'
import { parseJson } from '../encoding/json.ts'
import type { Credential } from '../model/credential.ts'
import { idOf, isObject, type Json, type JsonObject, listOf, memberOf } from '../model/json.ts'
import type { FindingDetail, Outcome } from '../model/report.ts'
import { type Attempt, attemptNow, type Facts, fail, type Problem, type ProblemCode } from '../problem.ts'
import { hostOf } from '../witness.ts'
import { unavailable } from './list.ts'
import type { StatusMethod } from './method.ts'

/** What a revocation list says of one badge. */
interface Revocation {
  readonly revoked: boolean
  readonly reason?: string
  /** Whose list it says it is. */
  readonly issuer?: string
}

/**
 * The revocation list that an issuer's profile names for its signed badges (Open Badges 2.0 `RevocationList`, 1.x "Revoking"; CLR 1.0).
 * It is not signed: its only authority is the address that the profile states.
 */
export const openBadgesRevocationList: StatusMethod = {
  types: ['OpenBadgesRevocationList'],
  async read({ id: url }, { credential, context }) {
    if (!isWebAddress(url)) return said('unknown', 'status_entry_invalid', { member: 'revocationList' })
    const facts = { purpose: 'revocation', host: hostOf(url) }
    const served = await openText(url, { purpose: 'status', accept: acceptJson }, context)
    if (!served.ok) return silent(served.problem, facts)
    const { text, witness } = served.value
    const remark = remarkOn(text, credential, { ...facts, asOf: witness.fetchedAt }, witness.kept)
    return { remarks: [remark], witnesses: [witness] }
  },
}

function silent(problem: Problem, facts: Facts) {
  if (problem.code === 'hosted_copy_old') return said('unknown', 'status_list_stale', { ...facts, ...problem.facts })
  const { code, facts: more } = unavailable(problem).problem
  return said('unknown', code, { ...facts, ...more })
}

function said(status: Outcome, code: ProblemCode, facts: Facts) {
  return { remarks: [{ status, code, facts }], witnesses: [] }
}

function remarkOn(text: string, credential: Credential, facts: Facts, kept: boolean): FindingDetail {
  const read = revocationIn(text, credential)
  if (!read.ok) return { status: 'unknown', code: 'status_list_invalid', facts: { ...facts, ...read.problem.facts } }
  const { revoked, reason, issuer } = read.value
  if (revoked) return { status: 'failed', code: 'status_revoked', facts: reason === undefined ? facts : { ...facts, reason } }
  if (issuer !== undefined && !sameDocument(issuer, credential.issuer.id))
    return { status: 'unknown', code: 'status_list_foreign', facts: { ...facts, keeper: issuer.slice(0, 200) } }
  return { status: 'passed', code: kept ? 'status_kept_copy' : null, facts }
}

/** The names by which a list may revoke a badge: `id`, in Open Badges 1.0 `uid`. */
function namesOf({ document }: Credential): readonly string[] {
  return ['id', 'uid'].map((name) => memberOf(document, name)).filter((name) => typeof name === 'string')
}

function revocationIn(text: string, credential: Credential): Attempt<Revocation> {
  return attemptNow(() => {
    const names = namesOf(credential)
    if (names.length === 0) fail('status_list_invalid', { facts: { reason: 'id' } })
    const list = parseJson(text)
    if (Array.isArray(list)) return inRows(list, names)
    if (!isObject(list)) return fail('status_list_invalid', { facts: { reason: 'json' } })
    const rows = memberOf(list, 'revokedAssertions') ?? null
    if (rows === null && isOfOriginAge(credential.format)) return inMap(list, names)
    if (rows === null) return noList()
    const issuer = idOf(memberOf(list, 'issuer'))
    return { ...inRows(listOf(rows), names), ...(issuer !== undefined && { issuer }) }
  }, 'status_list_invalid')
}

/**
 * Open Badges 2.0: addresses, or objects with `id` or `uid`; `revoked: false` takes one back. A row that names nothing we can read
 * may be about any badge: then a list that does not name this one says nothing.
 */
function inRows(rows: readonly Json[], names: readonly string[]): Revocation {
  const row = rows.find((one) => namesIn(one).some((name) => names.some((own) => sameDocument(own, name))) && !isTakenBack(one))
  if (row !== undefined) return withReason(isObject(row) ? memberOf(row, 'revocationReason') : undefined)
  return rows.some((one) => one !== null && namesIn(one).length === 0) ? noList() : { revoked: false }
}

/** `@id` is what JSON-LD calls `id`. */
function namesIn(row: Json): readonly string[] {
  if (!isObject(row)) return typeof row === 'string' ? [row] : []
  return ['id', '@id', 'uid'].map((name) => memberOf(row, name)).filter((name) => typeof name === 'string')
}

function isTakenBack(row: Json): boolean {
  return isObject(row) && memberOf(row, 'revoked') === false
}

/** Open Badges 1.x: each `uid` with the reason why. What has no shape of the two is no list. */
function inMap(list: JsonObject, names: readonly string[]): Revocation {
  if (['@context', 'type'].some((name) => memberOf(list, name) !== undefined)) return noList()
  const name = names.find((own) => memberOf(list, own) !== undefined)
  if (name !== undefined) return withReason(memberOf(list, name))
  const isMap = Object.values(list).every((reason) => typeof reason === 'string' || reason === null)
  return isMap ? { revoked: false } : noList()
}

function noList(): never {
  fail('status_list_invalid', { facts: { member: 'revokedAssertions' } })
}

function withReason(reason: Json | undefined): Revocation {
  return typeof reason === 'string' ? { revoked: true, reason: reason.slice(0, 500) } : { revoked: true }
}
