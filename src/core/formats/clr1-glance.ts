import { looksLikeJws } from '../encoding/jws.ts'
import { isObject, type Json, type JsonObject, listOf, memberOf } from '../model/json.ts'
import { glance } from './credential.ts'
import type { ParsedPayload } from './format.ts'
import { statedIn } from './glances.ts'
import { contextsOf, hasType, isCredential } from './types.ts'

/** A record of CLR 1.0, one of its assertions, or a W3C credential around records. */
export function isClr1(payload: ParsedPayload): boolean {
  const stated = statedIn(payload)
  return (stated !== null && (isRecord(stated) || isAssertion(stated))) || recordsInCredential(payload).length > 0
}

/** Whether a value is a `Clr`. */
export function isRecord(value: Json | undefined): value is JsonObject {
  if (!isObject(value) || isCredential(value)) return false
  if (hasType(value, 'Clr', 'dtClr')) return true
  return has(value, 'learner') && (has(value, 'publisher') || contextsOf(value).some((context) => /\/clr\/v1p0\//.test(context)))
}

/** Whether a value is an `Assertion` of CLR 1.0: those of Open Badges award a `badge`, these an `achievement`. */
export function isAssertion(value: Json | undefined): value is JsonObject {
  if (!isObject(value) || isCredential(value) || !has(value, 'achievement')) return false
  return hasType(value, 'Assertion', 'dtAssertion') || (isObject(memberOf(value, 'achievement')) && has(value, 'recipient'))
}

/** The records that the subjects of a W3C credential hold; none for what is no such credential. */
function recordsInCredential(payload: ParsedPayload): readonly Json[] {
  const document = glance(payload)
  if (document === null) return []
  return listOf(memberOf(document, 'credentialSubject')).filter(isObject).flatMap(recordsIn)
}

/** The records in one subject: itself, or whatever its members hold, one by one, in sets or signed. */
export function recordsIn(subject: JsonObject): readonly Json[] {
  if (isRecord(subject)) return [subject]
  return Object.keys(subject).flatMap((name) => listOf(memberOf(subject, name)).filter((item) => isCarried(name, item)))
}

/** Whether what a member of a subject holds is a record, signed or not, or a set of them. */
export function isCarried(name: string, item: Json): boolean {
  if (typeof item === 'string') return /^signedClrs?$/.test(name) && looksLikeJws(item)
  return isRecord(item) || (isObject(item) && hasType(item, 'ClrSet', 'dtClrSet'))
}

function has(value: JsonObject, name: string): boolean {
  return memberOf(value, name) !== undefined
}
