import { lazy } from '../lazy.ts'
import { limits } from '../limits.ts'
import type { StatusEntry } from '../model/credential.ts'
import { memberOf, stringsOf } from '../model/json.ts'
import type { FindingDetail, Outcome, Witness } from '../model/report.ts'
import type { StatusAnswer, StatusDeps } from '../status/method.ts'
import { listsByRecord } from './by-record.ts'
import type { Answer, Check, Session } from './check.ts'
import { isPartial } from './partial.ts'

const loadMethods = lazy(() => import('../status/index.ts'))

/** Worst first. */
const severity: readonly Outcome[] = ['failed', 'unknown', 'warning', 'passed']

/** A list answers for others and is not asked for its own status: lists that name each other would never end. */
const listTypes = ['BitstringStatusListCredential', 'StatusList2021Credential', 'RevocationList2020Credential']

/** `validity.status`: every status entry of the credential is read, and the worst counts. VC Data Model 2.0 §4.10. */
export const validityStatus: Check = {
  id: 'validity.status',
  async run(session) {
    const { credential, context } = session
    const { entries, unread } = entriesOf(session)
    if (entries.length === 0 && unread.length === 0)
      return (await isPartial(session)) ? { status: 'warning', code: 'status_not_shown' } : null
    const deps: StatusDeps = { credential, context, verifyText: (...given) => session.verifyText(...given), lists: new Map() }
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

/** The entries to read, and what must be said of those that are too many. */
function entriesOf(session: Session): { entries: readonly StatusEntry[]; unread: readonly FindingDetail[] } {
  const own = session.credential.statusEntries
  const further = listsByRecord(session).filter(({ id }) => own.every((entry) => entry.id !== id))
  const all = [...own, ...further]
  const unread: FindingDetail = { status: 'unknown', code: 'status_too_many', facts: { entries: all.length } }
  return { entries: all.slice(0, limits.statusEntries), unread: all.length > limits.statusEntries ? [unread] : [] }
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
