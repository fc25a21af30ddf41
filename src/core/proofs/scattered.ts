import { awarded, judged } from '../jsonld/plain-names.ts'
import { isObject, type Json, type JsonObject, listOf, memberOf, stringsOf } from '../model/json.ts'

/** Lists whose things must each be whole: a result without its grade, or a second subject, would say something else. */
const whole = ['credentialSubject', 'credentialStatus', 'achievement', 'result', 'resultDescription']

/**
 * Canonical RDF knows things by id, not by their place in the document: what is said of one id in two places is signed as
 * one, so its members can be moved from the place where they are read to one where nobody looks, or a thing can be torn in
 * two. Gives the member that stands where it cannot be read so, or null when everything is in its place:
 * - no thing has a label of its own making (`_:`), which would let anything be torn;
 * - no two different subjects, achievements or results of one list have the same id;
 * - what a credential is judged by stands on the credential itself, and what was awarded on its subject.
 * Credentials inside a presentation are graphs of their own and speak for themselves. Those inside a record are not: CLR 2.0
 * puts them into the graph of the record, so what it is judged by must not stand there either. Their subject is the record's
 * own and was awarded something in each, though never in its own place; what that means for those without a proof is asked by
 * `areEntangled`.
 */
export function scatteredMember(document: JsonObject): string | null {
  const subjects = listOf(memberOf(document, 'credentialSubject')).filter(isObject)
  const mixed = firstOf(subjects, awardOnRecord)
  if (mixed !== null) return mixed
  const apart = stringsOf(memberOf(document, 'type')).includes('VerifiablePresentation') ? document : null
  return scattered(document, { judged: seatOf([document], judged), awarded: seatOf(subjects, awarded), apart })
}

/** The subject of a record holds awards; one of its own would be borrowed from what it holds. */
function awardOnRecord(subject: JsonObject): string | null {
  if (memberOf(subject, 'verifiableCredential') === undefined) return null
  if (stringsOf(memberOf(subject, 'type')).includes('AchievementSubject')) return 'type'
  return ['result', 'creditsEarned'].find((name) => Object.hasOwn(subject, name)) ?? null
}

/** What has its place in a document. */
interface Seats {
  readonly judged: Seat
  /** Null inside a credential of the record. */
  readonly awarded: Seat | null
  /** The object whose credentials are graphs of their own. */
  readonly apart: JsonObject | null
}

/** Where members belong: on these objects, and on no other with the id of one of them. */
interface Seat {
  readonly objects: ReadonlySet<JsonObject>
  readonly ids: ReadonlySet<Json | undefined>
  readonly members: readonly string[]
}

function seatOf(objects: readonly JsonObject[], members: readonly string[]): Seat {
  return { objects: new Set(objects), ids: new Set(objects.map(({ id }) => id)), members }
}

function scattered(value: Json | undefined, seats: Seats): string | null {
  if (Array.isArray(value)) return firstOf(value, (item) => scattered(item, seats))
  if (!isObject(value)) return null
  if (typeof value.id === 'string' && value.id.startsWith('_:')) return 'id'
  const out = outOfPlace(value, seats.judged) ?? (seats.awarded && outOfPlace(value, seats.awarded))
  if (out !== null) return out
  return firstOf(Object.entries(value), ([name, member]) => {
    if (name === '@context') return null
    if (name === 'verifiableCredential') return value === seats.apart ? null : scattered(member, { ...seats, awarded: null })
    return whole.includes(name) && hasTwins(listOf(member)) ? name : scattered(member, seats)
  })
}

function outOfPlace(value: JsonObject, { objects, ids, members }: Seat): string | null {
  if (typeof value.id !== 'string' || objects.has(value) || !ids.has(value.id)) return null
  return members.find((name) => Object.hasOwn(value, name)) ?? null
}

function hasTwins(items: readonly Json[]): boolean {
  const known = new Map<string, string>()
  for (const item of items) {
    if (!isObject(item) || typeof item.id !== 'string') continue
    const text = JSON.stringify(item)
    if ((known.get(item.id) ?? text) !== text) return true
    known.set(item.id, text)
  }
  return false
}

function firstOf<T>(items: readonly T[], find: (item: T) => string | null): string | null {
  for (const item of items) {
    const found = find(item)
    if (found !== null) return found
  }
  return null
}
