import { isObject, type Json, type JsonObject, listOf, memberOf, stringsOf } from '../model/json.ts'

/** What the types of a document name it as. */
const credentialTypes: readonly string[] = [
  'VerifiableCredential',
  'OpenBadgeCredential',
  'AchievementCredential',
  'EndorsementCredential',
  'ClrCredential',
]

export const contexts = {
  dataModel2: 'https://www.w3.org/ns/credentials/v2',
  dataModel1: 'https://www.w3.org/2018/credentials/v1',
} as const

/** The `type` of a document, one or many. */
export function typesOf(document: JsonObject): readonly string[] {
  return stringsOf(memberOf(document, 'type'))
}

/** The proofs that a document carries; whatever else stands in its `proof` is none. */
export function proofsIn(document: JsonObject): readonly JsonObject[] {
  return listOf(memberOf(document, 'proof')).filter(isObject)
}

/** Whether a document has one of some types. */
export function hasType(document: JsonObject, ...names: readonly string[]): boolean {
  return typesOf(document).some((type) => names.includes(type))
}

/** The contexts of a document that are addresses. */
export function contextsOf(document: JsonObject): readonly string[] {
  return stringsOf(memberOf(document, '@context'))
}

/** The version of the W3C data model that the first context names (VCDM §4.3, OB3 §8.2). */
export function dataModelOf(document: JsonObject): '1.1' | '2.0' | null {
  const context = memberOf(document, '@context')
  const first = Array.isArray(context) ? context[0] : context
  if (first === contexts.dataModel2) return '2.0'
  return first === contexts.dataModel1 ? '1.1' : null
}

/**
 * Whether a value is, or was meant to be, a W3C credential: by type, or by a subject together with a mark of the data
 * model. Generous, so that a broken one reaches the structure check, which says what is wrong.
 */
export function isCredential(value: Json | undefined): value is JsonObject {
  if (!isObject(value)) return false
  if (hasType(value, ...credentialTypes)) return true
  return has(value, 'credentialSubject') && (has(value, 'issuer') || has(value, 'proof') || usesDataModel(value))
}

/** Whether a value is a presentation, by type or by a list of credentials together with a mark of the data model. */
export function isPresentation(value: Json | undefined): value is JsonObject {
  if (!isObject(value)) return false
  if (hasType(value, 'VerifiablePresentation')) return true
  return has(value, 'verifiableCredential') && !isCredential(value) && !has(value, 'credentialSubject') && usesDataModel(value)
}

/** Whether a value is an enveloped credential or presentation (VCDM 2.0 §4.14). */
export function isEnveloped(value: Json | undefined): value is JsonObject {
  return isObject(value) && hasType(value, 'EnvelopedVerifiableCredential', 'EnvelopedVerifiablePresentation')
}

function usesDataModel(value: JsonObject): boolean {
  return contextsOf(value).some((context) => context === contexts.dataModel1 || context === contexts.dataModel2)
}

function has(value: JsonObject, name: string): boolean {
  return memberOf(value, name) !== undefined
}
