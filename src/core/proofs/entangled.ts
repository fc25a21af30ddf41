import { proofsIn } from '../formats/types.ts'
import { isObject, itemsIn, type Json, type JsonObject, listOf, memberOf, stringsOf } from '../model/json.ts'

/** What a record says of its own subject; anything else on it would be said of an award (CLR 2.0 `ClrSubject`). */
const ofRecordSubject: readonly string[] = ['id', 'type', 'identifier', 'verifiableCredential', 'achievement', 'association']
/** What only the subject of a record says. */
const onlyOfRecordSubject: readonly string[] = ['verifiableCredential', 'association']

const known = new WeakMap<JsonObject, boolean>()

/**
 * Whether the proof of a record leaves open what the credentials inside say that carry none of their own. A record that is
 * signed as RDF puts all that is inside into one graph, where a thing is known by its id and not by the credential that speaks
 * of it: of two awards to one learner the grade of one could stand in the other, and the signature would be the same. It is
 * open unless
 * - no other object says anything of the id of such a credential, of its subject or of one of its results (the subject of the
 *   record may, for it says nothing that an award says);
 * - whatever else has an id, an achievement or an issuer, nowhere contradicts what is said of it there.
 */
export function areEntangled(record: JsonObject): boolean {
  const answer = known.get(record) ?? judge(record)
  known.set(record, answer)
  return answer
}

function judge(record: JsonObject): boolean {
  const subjects = subjectsOf(record)
  const unsigned = unsignedIn(record)
  if (unsigned.length === 0) return false
  if (subjects.some(saysMoreThanARecord) || unsigned.flatMap(subjectsOf).some(saysWhatARecordSays)) return true
  const ofRecord = new Set(subjects)
  const wholes = new Set(unsigned.flatMap((credential) => [credential, ...subjectsOf(credential).flatMap(withResults)]))
  const objects = byId(record)
  const ids = new Set(unsigned.flatMap((credential) => [...byId(credential).keys()]))
  return [...ids].some((id) =>
    isOpen(
      (objects.get(id) ?? []).filter((object) => !ofRecord.has(object)),
      wholes,
    ),
  )
}

/** Whether what several objects of one id say could be shared out otherwise. */
function isOpen(objects: readonly JsonObject[], wholes: ReadonlySet<JsonObject>): boolean {
  if (objects.some((object) => wholes.has(object))) return new Set(objects.map((object) => JSON.stringify(object))).size > 1
  const said = new Map<string, string>()
  return objects.some((object) => Object.entries(object).some(([name, member]) => differs(said, name, JSON.stringify(member))))
}

function differs(said: Map<string, string>, name: string, text: string): boolean {
  const before = said.get(name)
  said.set(name, text)
  return before !== undefined && before !== text
}

/** Every object of a document that says something of an id. */
function byId(document: JsonObject): ReadonlyMap<string, readonly JsonObject[]> {
  const found = new Map<string, JsonObject[]>()
  const waiting: Json[] = [document]
  while (waiting.length > 0) {
    const next = waiting.pop()
    if (Array.isArray(next)) for (const item of next) waiting.push(item)
    if (!isObject(next)) continue
    const { id } = next
    if (typeof id === 'string' && Object.keys(next).length > 1) {
      const same = found.get(id)
      if (same) same.push(next)
      else found.set(id, [next])
    }
    for (const [name, member] of Object.entries(next)) if (name !== '@context' && member !== undefined) waiting.push(member)
  }
  return found
}

function subjectsOf(credential: JsonObject): readonly JsonObject[] {
  return listOf(memberOf(credential, 'credentialSubject')).filter(isObject)
}

function withResults(subject: JsonObject): readonly JsonObject[] {
  return [subject, ...listOf(memberOf(subject, 'result')).filter(isObject)]
}

/** The credentials without a proof in what a document and its subjects hold, also those inside one another. */
function unsignedIn(document: JsonObject): readonly JsonObject[] {
  return [document, ...subjectsOf(document)]
    .flatMap((carrier) => itemsIn(memberOf(carrier, 'verifiableCredential')))
    .filter(isObject)
    .filter((credential) => proofsIn(credential).length === 0)
    .flatMap((credential) => [credential, ...unsignedIn(credential)])
}

function saysMoreThanARecord(subject: JsonObject): boolean {
  return (
    stringsOf(memberOf(subject, 'type')).includes('AchievementSubject') ||
    Object.keys(subject).some((name) => !ofRecordSubject.includes(name))
  )
}

function saysWhatARecordSays(subject: JsonObject): boolean {
  return onlyOfRecordSubject.some((name) => Object.hasOwn(subject, name))
}
