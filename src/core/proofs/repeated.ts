import { isObject, itemsIn, type Json, type JsonObject, memberOf } from '../model/json.ts'

/**
 * Whether a record that is signed as RDF holds a credential twice. What a subject holds is a set there: the same token once or
 * three times, in the record or in one inside it about the same subject, has the same signature, so that nobody can tell how
 * often it was awarded.
 */
export function holdsTwice(record: JsonObject): boolean {
  const held = new Map<Json, Set<string>>()
  const waiting: Json[] = [...itemsIn(memberOf(record, 'credentialSubject'))]
  while (waiting.length > 0) {
    const next = waiting.pop()
    if (Array.isArray(next)) for (const item of next) waiting.push(item)
    if (!isObject(next)) continue
    if (addsAgain(held, next)) return true
    for (const [name, member] of Object.entries(next)) if (name !== '@context' && member !== undefined) waiting.push(member)
  }
  return false
}

/** Adds what an object holds to what is held under its id, and tells whether any of it was there. */
function addsAgain(held: Map<Json, Set<string>>, carrier: JsonObject): boolean {
  const parts = itemsIn(memberOf(carrier, 'verifiableCredential'))
  if (parts.length === 0) return false
  const name = memberOf(carrier, 'id') ?? carrier
  const known = held.get(name) ?? new Set<string>()
  held.set(name, known)
  return parts.some((part) => {
    const text = JSON.stringify(part)
    const again = known.has(text)
    known.add(text)
    return again
  })
}
