import type { StatusEntry } from '../model/credential.ts'
import type { JsonObject } from '../model/json.ts'
import { isObject, listOf, memberOf } from '../model/json.ts'
import type { FindingDetail, Outcome } from '../model/report.ts'
import type { Attempt, Facts } from '../problem.ts'
import { done, problem } from '../problem.ts'
import { isUrl } from '../structure/violation.ts'
import { hostOf } from '../witness.ts'
import { entriesIn, valueAt } from './bits.ts'
import type { ListForm } from './list.ts'
import { listAt } from './list.ts'
import { remark, type StatusAnswer, type StatusDeps, type StatusList } from './method.ts'

/** Most characters of a status message that are passed on. */
const longestMessage = 500

/** What sets one kind of bit list apart from another. */
export interface BitListRules {
  readonly list: ListForm
  /** Least number of entries in a list. */
  readonly shortest: number
  /** What it means that somebody other than the credential's issuer keeps the list. */
  readonly foreign: Outcome
  /** Whether an entry may take more than one bit. */
  readonly wide: boolean
  /** What an entry calls its index and its list; other names for the same are taken where these are not there. */
  readonly names?: { readonly index: string; readonly list: string }
  /** The purpose of an entry that states none. */
  readonly purpose?: string
}

/** An entry with its members read. */
interface Entry {
  readonly purpose: string
  readonly index: number
  readonly size: number
  readonly url: string
  readonly messages: readonly JsonObject[]
}

/**
 * Reads one entry of a bit list. Bitstring Status List §3.2 "Validate Algorithm"; StatusList2021 §3.2 is the same but for
 * `rules`.
 */
export async function readBitEntry(entry: StatusEntry, rules: BitListRules, deps: StatusDeps): Promise<StatusAnswer> {
  const read = entryOf(entry.members, rules)
  if (!read.ok) return { remarks: [remark('failed', read.problem.code, read.problem.facts ?? {})], witnesses: [] }
  const list = await listAt(read.value.url, rules.list, deps)
  return { remarks: remarksOn(read.value, list, rules, deps.credential.issuer.id), witnesses: list.witnesses }
}

function entryOf(members: JsonObject, rules: BitListRules): Attempt<Entry> {
  const { names } = rules
  const index = wholeNumber((names && memberOf(members, names.index)) ?? memberOf(members, 'statusListIndex'))
  const size = rules.wide ? wholeNumber(memberOf(members, 'statusSize') ?? 1) : 1
  const url = (names && memberOf(members, names.list)) ?? memberOf(members, 'statusListCredential')
  const purpose = memberOf(members, 'statusPurpose') ?? rules.purpose
  const wrong = (member: string) => problem('status_entry_invalid', { facts: { member } })
  if (index === null) return wrong('statusListIndex')
  // A value of more than 32 bits fits no message and no number that can be compared safely.
  if (size === null || size < 1 || size > 32) return wrong('statusSize')
  if (!isUrl(url)) return wrong('statusListCredential')
  if (typeof purpose !== 'string' || purpose === '') return wrong('statusPurpose')
  return done({ purpose, index, size, url, messages: listOf(memberOf(members, 'statusMessage')).filter(isObject) })
}

/** A non-negative integer as a string (as specified) or as a number (as some write it). */
function wholeNumber(value: unknown): number | null {
  const text = typeof value === 'number' ? String(value) : value
  if (typeof text !== 'string' || !/^\d{1,15}$/.test(text)) return null
  return Number(text)
}

function remarksOn(entry: Entry, list: StatusList, rules: BitListRules, issuer: string): readonly FindingDetail[] {
  const facts: Facts = {
    purpose: entry.purpose,
    index: entry.index,
    host: hostOf(entry.url),
    ...(list.asOf === undefined ? {} : { asOf: list.asOf }),
  }
  if (!list.content.ok) return [remark('unknown', list.content.problem.code, { ...facts, ...list.content.problem.facts })]
  const { bits, purposes, issuer: keeper } = list.content.value
  const value = valueAt(bits, entry.index, entry.size)
  const known = value === null ? facts : { ...facts, value }
  if (list.doubt) return [remark('unknown', list.doubt.code, { ...known, ...list.doubt.facts })]
  if (!purposes.includes(entry.purpose)) {
    return [remark('failed', 'status_purpose_mismatch', { ...facts, listPurpose: purposes.join(' ') })]
  }
  if (value === null) return [remark('failed', 'status_index_outside', { ...facts, entries: entriesIn(bits, entry.size) })]
  // What is revoked stays revoked, however old the list that says so; anything else may have changed since.
  if (list.stale && !(entry.purpose === 'revocation' && value !== 0)) return [remark('unknown', 'status_list_stale', known)]
  return [
    meaningOf(entry, value, known),
    ...(keeper === issuer ? [] : [remark(rules.foreign, 'status_list_foreign', { ...facts, keeper })]),
    ...(entriesIn(bits, entry.size) < rules.shortest
      ? [remark('warning', 'status_list_short', { ...facts, entries: entriesIn(bits, entry.size), shortest: rules.shortest })]
      : []),
    ...(list.kept ? [remark('passed', 'status_kept_copy', facts)] : []),
  ]
}

/** What a value means for its purpose: 0 is nothing; anything else depends. Bitstring Status List §2.2. */
function meaningOf(entry: Entry, value: number, facts: Facts): FindingDetail {
  const message = messageFor(entry.messages, value)
  const said = message === undefined ? facts : { ...facts, message }
  if (entry.purpose === 'message') {
    return message === undefined && value === 0
      ? remark('passed', null, said)
      : remark(value === 0 ? 'passed' : 'warning', 'status_message', said)
  }
  if (value === 0) return remark('passed', null, said)
  if (entry.purpose === 'revocation') return remark('failed', 'status_revoked', said)
  if (entry.purpose === 'suspension') return remark('failed', 'status_suspended', said)
  if (entry.purpose === 'refresh') return remark('warning', 'status_refresh', said)
  // A purpose of the issuer's own: without a message nobody but the issuer knows how bad it is.
  return remark(message === undefined ? 'unknown' : 'warning', 'status_message', said)
}

function messageFor(messages: readonly JsonObject[], value: number): string | undefined {
  const match = messages.find(
    ({ status }) => typeof status === 'string' && /^0x[0-9a-f]+$/i.test(status) && Number(status) === value,
  )
  const message = match === undefined ? undefined : memberOf(match, 'message')
  return typeof message === 'string' ? message.slice(0, longestMessage) : undefined
}
