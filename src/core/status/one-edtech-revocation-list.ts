import { limits } from '../limits.ts'
import type { Opened } from '../model/context.ts'
import type { Json, JsonObject } from '../model/json.ts'
import { idOf, isObject, listOf, memberOf } from '../model/json.ts'
import type { FindingDetail } from '../model/report.ts'
import type { Attempt, Facts } from '../problem.ts'
import { attemptNow, fail } from '../problem.ts'
import { isUrl } from '../structure/violation.ts'
import { hostOf, witnessOf } from '../witness.ts'
import { unavailable } from './list.ts'
import { remark, type StatusDeps, type StatusMethod } from './method.ts'

/** What a revocation list says of one credential. */
interface Revocation {
  readonly revoked: boolean
  readonly reason?: string
  readonly issuer?: string
}

/**
 * 1EdTech Verifiable Credential Revocation List 1.0: an unsigned JSON document that names the revoked credentials. Its
 * only authority is its address, which the credential's proof covers, so an answer from elsewhere is none.
 */
export const oneEdTechRevocationList: StatusMethod = {
  types: ['1EdTechRevocationList'],
  async read(entry, deps) {
    const url = memberOf(entry.members, 'id')
    if (!isUrl(url)) return { remarks: [remark('failed', 'status_entry_invalid', { member: 'id' })], witnesses: [] }
    const facts = { purpose: 'revocation', host: hostOf(url) }
    if (deps.credential.id === undefined) {
      return {
        remarks: [remark('unknown', 'status_entry_invalid', { ...facts, member: 'id', reason: 'credential' })],
        witnesses: [],
      }
    }
    const { signal } = deps.context
    const opened = await deps.context.open({ url, purpose: 'status', accept: 'application/json', ...(signal ? { signal } : {}) })
    if (!opened.ok) {
      const { problem } = unavailable(opened.problem)
      return { remarks: [remark('unknown', problem.code, { ...facts, ...problem.facts })], witnesses: [] }
    }
    const said = { ...facts, asOf: opened.value.fetchedAt }
    return { remarks: remarksOn(opened.value, deps.credential.id, said, deps), witnesses: [witnessOf(opened.value)] }
  },
}

function remarksOn(opened: Opened, id: string, facts: Facts, deps: StatusDeps): readonly FindingDetail[] {
  if (new URL(opened.finalUrl).origin !== new URL(opened.url).origin) return [remark('unknown', 'document_moved', facts)]
  const read = revocationOf(opened.bytes, id)
  if (!read.ok) return [remark('unknown', 'status_list_invalid', { ...facts, ...read.problem.facts })]
  const { revoked, reason, issuer } = read.value
  if (revoked) return [remark('failed', 'status_revoked', reason === undefined ? facts : { ...facts, reason })]
  if (issuer !== undefined && issuer !== deps.credential.issuer.id) {
    return [remark('unknown', 'status_list_foreign', { ...facts, keeper: issuer })]
  }
  const age = deps.context.now.getTime() - Date.parse(opened.fetchedAt)
  if (!(age <= limits.statusListAge)) return [remark('unknown', 'status_list_stale', facts)]
  return [remark('passed', opened.kept ? 'status_kept_copy' : null, facts)]
}

function revocationOf(bytes: Uint8Array, id: string): Attempt<Revocation> {
  return attemptNow(() => {
    const list: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    if (!isObject(list)) return fail('status_list_invalid', { facts: { reason: 'json' } })
    const revocations = memberOf(list, 'revokedCredential')
    if (revocations === undefined) return fail('status_list_invalid', { facts: { member: 'revokedCredential' } })
    const issuer = idOf(memberOf(list, 'issuer'))
    return { ...rowFor(listOf(revocations), id), ...(issuer === undefined ? {} : { issuer }) }
  }, 'status_list_invalid')
}

function rowFor(rows: readonly Json[], id: string): Revocation {
  // A row is an object; the plain address that some write means the same. `revoked: false` takes it back.
  const row = rows.find((each) => idOf(each) === id && !(isObject(each) && each.revoked === false))
  if (row === undefined) return { revoked: false }
  const reason = isObject(row) ? reasonOf(row) : undefined
  return reason === undefined ? { revoked: true } : { revoked: true, reason }
}

function reasonOf(row: JsonObject): string | undefined {
  const reason = memberOf(row, 'revocationReason')
  return typeof reason === 'string' ? reason.slice(0, 500) : undefined
}
