import { textOf } from '../encoding/utf8.ts'
import { limits } from '../limits.ts'
import type { Opened } from '../model/context.ts'
import type { VerificationReport } from '../model/report.ts'
import type { Attempt, Problem } from '../problem.ts'
import { attempt } from '../problem.ts'
import { witnessOf } from '../witness.ts'
import type { ListContent, StatusDeps, StatusList } from './method.ts'

/** How a kind of list is written. */
export interface ListForm {
  /** Tells lists of different kinds at one address apart. */
  readonly name: string
  /** Value of the `Accept` header. */
  readonly accept: string
  /** Refuses by name a document that is of a kind which is not read. */
  refuse?(opened: Opened): void
  /** What the text of a list says. Fails with `status_list_invalid`. */
  read(text: string, url: string): Promise<ListReading>
}

/** What a list says, and how long it lets a copy of it count, in milliseconds. */
export interface ListReading {
  readonly content: ListContent
  readonly ttl?: number
}

/** Fetches, reads and verifies the list at an address, once for all entries of a credential. Bitstring Status List §3.2. */
export function listAt(url: string, form: ListForm, deps: StatusDeps): Promise<StatusList> {
  const key = `${form.name} ${url}`
  const known = deps.lists.get(key)
  if (known) return known
  const fresh = fetchList(url, form, deps)
  deps.lists.set(key, fresh)
  return fresh
}

async function fetchList(url: string, form: ListForm, deps: StatusDeps): Promise<StatusList> {
  const opened = await openWithin(url, form, undefined, deps)
  if (!opened.ok) return { witnesses: [], kept: false, stale: false, content: unavailable(opened.problem), doubt: null }
  const copy = await copyOf(url, opened.value, form)
  if (opened.value.kept || isWithin(copy.ttl, opened.value, deps)) return judge(url, copy, deps)
  // HTTP calls the copy fresh, the list itself does not.
  const again = await openWithin(url, form, copy.ttl, deps)
  return judge(url, again.ok ? await copyOf(url, again.value, form) : copy, deps)
}

function openWithin(
  url: string,
  { accept }: ListForm,
  maxAge: number | undefined,
  { context }: StatusDeps,
): Promise<Attempt<Opened>> {
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

async function copyOf(url: string, opened: Opened, form: ListForm): Promise<Copy> {
  let text = ''
  let ttl: number = limits.statusListAge
  const content = await attempt(async () => {
    form.refuse?.(opened)
    text = textOf(opened.bytes)
    const reading = await form.read(text, url)
    ttl = Math.min(reading.ttl ?? ttl, ttl)
    return reading.content
  }, 'status_list_invalid')
  return { opened, text, content, ttl }
}

async function judge(url: string, { opened, text, content, ttl }: Copy, deps: StatusDeps): Promise<StatusList> {
  const base = { witnesses: [witnessOf(opened)], asOf: opened.fetchedAt, kept: opened.kept }
  if (!content.ok) return { ...base, stale: false, content: invalid(content.problem), doubt: null }
  // Only a document that is a list is verified: one that is none could name itself as its own status list for ever.
  return {
    ...base,
    stale: !isWithin(ttl, opened, deps),
    content,
    doubt: doubtOf(await deps.verifyText(text, url, deps.credential.issuer.id)),
  }
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
  if (problem.code === 'status_list_invalid' || problem.code === 'status_type_unsupported') return { ok: false, problem }
  return { ok: false, problem: { code: 'status_list_invalid', facts: { ...problem.facts, reason: problem.code } } }
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
