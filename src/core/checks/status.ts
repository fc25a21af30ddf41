import { lazy } from '../lazy.ts'
import { limits } from '../limits.ts'
import type { Credential, StatusEntry } from '../model/credential.ts'
import { isObject, memberOf, stringsOf } from '../model/json.ts'
import type { FindingDetail, Outcome, Witness } from '../model/report.ts'
import type { StatusAnswer, StatusDeps } from '../status/method.ts'
import type { Answer, Check } from './check.ts'

const loadMethods = lazy(() => import('../status/index.ts'))

/** Worst first. */
const severity: readonly Outcome[] = ['failed', 'unknown', 'warning', 'passed']

/** A list answers for others and is not asked for its own status: lists that name each other would never end. */
const listTypes = ['BitstringStatusListCredential', 'StatusList2021Credential']

/** `validity.status`: every status entry of the credential is read, and the worst counts. VC Data Model 2.0 §4.10. */
export const validityStatus: Check = {
  id: 'validity.status',
  async run(session) {
    const { credential, context } = session
    const { entries, unread } = entriesOf(credential)
    if (entries.length === 0 && unread.length === 0) return null
    const deps: StatusDeps = { credential, context, verifyText: (text, name) => session.verifyText(text, name), lists: new Map() }
    const isList = credential.types.some((type) => listTypes.includes(type))
    const answers = await Promise.all(entries.map((entry) => (isList ? Promise.resolve(unsupported(entry)) : read(entry, deps))))
    const remarks = answers.flatMap((answer, index) =>
      answer.remarks.map((remark) => ({ at: `/credentialStatus/${index}`, ...remark })),
    )
    return answerOf(
      [...remarks, ...unread],
      answers.flatMap(({ witnesses }) => witnesses),
    )
  },
}

/** The entries to read, and what must be said of those that cannot be. */
function entriesOf({ document, securing, statusEntries }: Credential): {
  entries: readonly StatusEntry[]
  unread: readonly FindingDetail[]
} {
  const tokens = [document, ...(securing.kind === 'jose' ? [securing.jws.payload] : [])].map((claims) =>
    memberOf(claims, 'status'),
  )
  const unread: FindingDetail[] = []
  if (statusEntries.length > limits.statusEntries) {
    unread.push({ status: 'unknown', code: 'status_too_many', facts: { entries: statusEntries.length } })
  }
  if (tokens.some((token) => isObject(token) && memberOf(token, 'status_list') !== undefined)) {
    unread.push({ status: 'unknown', code: 'status_type_unsupported', facts: { type: 'status_list' } })
  }
  return { entries: statusEntries.slice(0, limits.statusEntries), unread }
}

async function read(entry: StatusEntry, deps: StatusDeps): Promise<StatusAnswer> {
  const { statusMethodFor } = await loadMethods()
  const method = [entry.type, ...stringsOf(memberOf(entry.members, 'type'))].map(statusMethodFor).find(Boolean)
  return method === undefined ? unsupported(entry) : method.read(entry, deps)
}

function unsupported({ type }: StatusEntry): StatusAnswer {
  return { remarks: [{ status: 'unknown', code: 'status_type_unsupported', facts: { type } }], witnesses: [] }
}

function answerOf(remarks: readonly FindingDetail[], witnesses: readonly Witness[]): Answer {
  const ranked = [...remarks].sort((one, other) => rank(one) - rank(other))
  const worst = ranked[0]
  return {
    status: worst?.status ?? 'unknown',
    code: worst?.code ?? null,
    ...(worst?.facts ? { facts: worst.facts } : {}),
    evidence: { details: remarks, witnesses: distinct(witnesses) },
  }
}

/** By outcome, and of equals the one that says something. */
function rank({ status, code }: FindingDetail): number {
  return severity.indexOf(status) * 2 + (code === null ? 1 : 0)
}

function distinct(witnesses: readonly Witness[]): readonly Witness[] {
  return witnesses.filter((witness, index) => witnesses.findIndex(({ url }) => url === witness.url) === index)
}
