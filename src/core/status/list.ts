import { inflate } from '../encoding/inflate.ts'
import { textOf } from '../encoding/utf8.ts'
import { recognise } from '../formats/index.ts'
import { limits } from '../limits.ts'
import type { Opened } from '../model/context.ts'
import type { Credential } from '../model/credential.ts'
import type { JsonObject } from '../model/json.ts'
import { isObject, memberOf, stringsOf } from '../model/json.ts'
import type { VerificationReport } from '../model/report.ts'
import type { Attempt, Problem } from '../problem.ts'
import { attempt, fail } from '../problem.ts'
import { witnessOf } from '../witness.ts'
import type { ListContent, StatusDeps, StatusList } from './method.ts'

/** How a kind of list is written; the two kinds we read differ in nothing else. */
export interface ListForm {
  /** The type that the list credential must have. */
  readonly credentialType: string
  /** The type that its subject must have. */
  readonly subjectType: string
  /** The compressed bits inside `encodedList`, or null when it is not written as it must be. */
  decode(encodedList: string): Uint8Array | null
}

const accept = 'application/vc, application/vc+jwt, application/json;q=0.9, */*;q=0.1'

/** Fetches, reads and verifies the list at an address, once for all entries of a credential. Bitstring Status List §3.2. */
export function listAt(url: string, form: ListForm, deps: StatusDeps): Promise<StatusList> {
  const key = `${form.credentialType} ${url}`
  const known = deps.lists.get(key)
  if (known) return known
  const fresh = fetchList(url, form, deps)
  deps.lists.set(key, fresh)
  return fresh
}

async function fetchList(url: string, form: ListForm, deps: StatusDeps): Promise<StatusList> {
  const opened = await openWithin(url, undefined, deps)
  if (!opened.ok) return { witnesses: [], kept: false, stale: false, content: unavailable(opened.problem), doubt: null }
  const copy = await copyOf(opened.value, form)
  if (opened.value.kept || isWithin(copy.ttl, opened.value, deps)) return judge(url, copy, deps)
  // HTTP calls the copy fresh, the list itself does not.
  const again = await openWithin(url, copy.ttl, deps)
  return judge(url, again.ok ? await copyOf(again.value, form) : copy, deps)
}

function openWithin(url: string, maxAge: number | undefined, { context }: StatusDeps): Promise<Attempt<Opened>> {
  const { open, signal } = context
  return open({ url, purpose: 'status', accept, ...(maxAge !== undefined && { maxAge }), ...(signal && { signal }) })
}

/** A list document as a host served it, read. */
interface Copy {
  readonly opened: Opened
  readonly text: string
  readonly content: Attempt<ListContent>
  /** How long it counts, in milliseconds: its own `ttl`, and no longer than `limits.statusListAge`. */
  readonly ttl: number
}

async function copyOf(opened: Opened, form: ListForm): Promise<Copy> {
  let text = ''
  let ttl: number = limits.statusListAge
  const content = await attempt(async () => {
    text = textOf(opened.bytes)
    const subject = subjectOf(credentialIn(text), form)
    const stated = memberOf(subject.members, 'ttl')
    if (typeof stated === 'number' && stated >= 0) ttl = Math.min(stated, ttl)
    return contentOf(subject, form)
  }, 'status_list_invalid')
  return { opened, text, content, ttl }
}

async function judge(url: string, { opened, text, content, ttl }: Copy, deps: StatusDeps): Promise<StatusList> {
  const base = { witnesses: [witnessOf(opened)], asOf: opened.fetchedAt, kept: opened.kept }
  if (!content.ok) return { ...base, stale: false, content: invalid(content.problem), doubt: null }
  // Only a document that is a list is verified: one that is none could name itself as its own status list for ever.
  return { ...base, stale: !isWithin(ttl, opened, deps), content, doubt: doubtOf(await deps.verifyText(text, url)) }
}

/** Whether a copy is young enough. An unreadable date makes the age no number, and that is too old. */
function isWithin(age: number, { fetchedAt }: Opened, { context }: StatusDeps): boolean {
  return context.now.getTime() - Date.parse(fetchedAt) <= age
}

/** `status_list_unavailable` with the reason that the door gave. */
export function unavailable(problem: Problem): { ok: false; problem: Problem } {
  return { ok: false, problem: { code: 'status_list_unavailable', facts: { ...problem.facts, reason: problem.code } } }
}

function invalid(problem: Problem): { ok: false; problem: Problem } {
  if (problem.code === 'status_list_invalid') return { ok: false, problem }
  return { ok: false, problem: { code: 'status_list_invalid', facts: { ...problem.facts, reason: problem.code } } }
}

/** The one credential that a text holds, read as any other: JSON, a compact JWS, or an envelope around either. */
function credentialIn(text: string): Credential {
  const read = recognise({ text, container: 'text', notices: [] })
  if (!read.ok) return fail('status_list_invalid', { facts: { reason: read.problem.code } })
  const [credential, ...others] = read.value
  if (credential === undefined || others.length > 0)
    return fail('status_list_invalid', { facts: { credentials: read.value.length } })
  // Credentials inside a list would have lists of their own, which would have credentials inside.
  if (credential.nested.length > 0) return fail('status_list_invalid', { facts: { credentials: credential.nested.length } })
  return credential
}

/** The subject of a list credential, and who keeps the list. */
interface ListSubject {
  readonly issuer: string
  readonly members: JsonObject
}

function subjectOf({ types, document, issuer }: Credential, form: ListForm): ListSubject {
  if (!types.includes(form.credentialType)) {
    return fail('status_list_invalid', { facts: { member: 'type', expected: form.credentialType } })
  }
  const members = memberOf(document, 'credentialSubject')
  if (!isObject(members) || !stringsOf(memberOf(members, 'type')).includes(form.subjectType)) {
    return fail('status_list_invalid', { facts: { member: 'credentialSubject.type', expected: form.subjectType } })
  }
  return { issuer: issuer.id, members }
}

async function contentOf({ issuer, members }: ListSubject, form: ListForm): Promise<ListContent> {
  const encoded = memberOf(members, 'encodedList')
  const compressed = typeof encoded === 'string' ? form.decode(encoded) : null
  if (compressed === null) return fail('status_list_invalid', { facts: { member: 'encodedList', reason: 'encoding' } })
  const bits = await inflate(compressed, 'gzip', limits.statusListBytes)
  if (bits === null || bits === 'too-large') {
    return fail('status_list_invalid', { facts: { member: 'encodedList', reason: bits ?? 'gzip' } })
  }
  return { issuer, purposes: stringsOf(memberOf(members, 'statusPurpose')), bits }
}

/** A list is a credential like any other: it counts when all its checks do. */
function doubtOf(report: VerificationReport): Problem | null {
  if (report.verdict === 'verified') return null
  const blame =
    report.checks.find((check) => check.status === 'failed') ?? report.checks.find((check) => check.status === 'unknown')
  const dated = blame?.id === 'validity.dates' && blame.code === 'expired'
  const reason = report.error?.code ?? blame?.code ?? report.verdict
  return { code: dated ? 'status_list_expired' : 'status_list_unverified', facts: { verdict: report.verdict, reason } }
}
