import { fromBase64url } from '../encoding/base64url.ts'
import { inflate } from '../encoding/inflate.ts'
import { looksLikeJws } from '../encoding/jws.ts'
import { recognise } from '../formats/index.ts'
import { limits } from '../limits.ts'
import type { Opened } from '../model/context.ts'
import type { Credential } from '../model/credential.ts'
import { isObject, type JsonObject, memberOf } from '../model/json.ts'
import type { FindingDetail } from '../model/report.ts'
import { type Facts, fail } from '../problem.ts'
import { isUrl } from '../structure/violation.ts'
import { hostOf } from '../witness.ts'
import { entriesIn, statusAt } from './bits.ts'
import { type ListForm, listAt } from './list.ts'
import { type ListContent, remark, type StatusList, type StatusMethod } from './method.ts'

/** IETF Token Status List, as a JWT (TSL §5.1). The list is fetched whole: the address does not say which entry is meant. */
export const tokenStatusList: StatusMethod = {
  types: ['TokenStatusList'],
  async read({ members }, deps) {
    const index = memberOf(members, 'idx')
    const url = memberOf(members, 'uri')
    if (typeof index !== 'number' || !Number.isSafeInteger(index) || index < 0) return invalidEntry('idx')
    if (!isUrl(url)) return invalidEntry('uri')
    const list = await listAt(url, form, deps)
    const facts: Facts = { purpose: 'status', index, host: hostOf(url), ...(list.asOf !== undefined && { asOf: list.asOf }) }
    return { remarks: remarksOn(index, list, facts, deps.credential), witnesses: list.witnesses }
  },
}

function invalidEntry(member: string) {
  return { remarks: [remark('failed', 'status_entry_invalid', { member })], witnesses: [] }
}

function remarksOn(index: number, list: StatusList, facts: Facts, { issuer }: Credential): readonly FindingDetail[] {
  if (!list.content.ok) return [remark('unknown', list.content.problem.code, { ...facts, ...list.content.problem.facts })]
  const { bits, width = 1, issuer: keeper } = list.content.value
  const value = statusAt(bits, index, width)
  const known = value === null ? facts : { ...facts, value }
  if (list.doubt) return [remark('unknown', list.doubt.code, { ...known, ...list.doubt.facts })]
  if (value === null) return [remark('failed', 'status_index_outside', { ...facts, entries: entriesIn(bits, width) })]
  // What is invalid stays so, however old the list that says it; anything else may have changed since.
  if (list.stale && value !== 1) return [remark('unknown', 'status_list_stale', known)]
  return [
    meaningOf(value, known),
    ...(keeper === '' || keeper === issuer.id ? [] : [remark('warning', 'status_list_foreign', { ...facts, keeper })]),
    ...(list.kept ? [remark('passed', 'status_kept_copy', facts)] : []),
  ]
}

/** TSL §7.1: valid, invalid, suspended; every other value is the issuer's own. */
function meaningOf(value: number, facts: Facts): FindingDetail {
  if (value === 0) return remark('passed', null, facts)
  if (value === 1) return remark('failed', 'status_revoked', facts)
  return value === 2 ? remark('failed', 'status_suspended', facts) : remark('unknown', 'status_value_unknown', facts)
}

const form: ListForm = {
  name: 'TokenStatusList',
  accept: 'application/statuslist+jwt',
  refuse({ mediaType }: Opened) {
    if (mediaType === 'application/statuslist+cwt') fail('status_type_unsupported', { facts: { type: 'statuslist+cwt' } })
  },
  async read(text, url) {
    const { issuer, document } = await listIn(text.trim())
    // A list for another address would say whatever its host pleases (TSL §8.3).
    if (memberOf(document, 'sub') !== url) fail('status_list_invalid', { facts: { member: 'sub' } })
    const ttl = memberOf(document, 'ttl')
    const content = await contentOf(document, issuer.id)
    return { content, ...(typeof ttl === 'number' && ttl >= 0 && { ttl: ttl * 1000 }) }
  },
}

async function listIn(text: string): Promise<Credential> {
  const read = looksLikeJws(text) ? await recognise({ text, container: 'text', notices: [] }) : null
  const [list] = read?.ok ? read.value : []
  return list?.types.includes('TokenStatusList') ? list : fail('status_list_invalid', { facts: { member: 'typ' } })
}

/** The statuses in `status_list`: base64url of zlib (TSL §4.2). */
async function contentOf(claims: JsonObject, issuer: string): Promise<ListContent> {
  const list = memberOf(claims, 'status_list')
  const width = isObject(list) ? memberOf(list, 'bits') : undefined
  const packed = isObject(list) ? memberOf(list, 'lst') : undefined
  if (width !== 1 && width !== 2 && width !== 4 && width !== 8) fail('status_list_invalid', { facts: { member: 'bits' } })
  const compressed = typeof packed === 'string' ? fromBase64url(packed) : null
  const bits = compressed && (await inflate(compressed, 'deflate', limits.statusListBytes))
  if (bits === null || bits === 'too-large') fail('status_list_invalid', { facts: { member: 'lst', reason: bits ?? 'deflate' } })
  return { issuer, purposes: [], bits, width }
}
