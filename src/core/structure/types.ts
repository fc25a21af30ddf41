import { limits } from '../limits.ts'
import type { Json, JsonObject } from '../model/json.ts'
import { isObject, listOf, memberOf } from '../model/json.ts'
import { isUrl } from './violation.ts'

/**
 * Says whether the contexts of a document give a type name a meaning: true when it becomes an absolute address, false
 * when it becomes none or the contexts contradict each other, null when it cannot be told.
 */
export type MapsType = (context: Json | undefined, type: string) => Promise<boolean | null>

/** Types that the published Open Badges 3.0 contexts define, all versions alike. */
const openBadgeTypes = [
  'OpenBadgeCredential',
  'Achievement',
  'AchievementCredential',
  'AchievementSubject',
  'Address',
  'Alignment',
  'Criteria',
  'EndorsementCredential',
  'EndorsementSubject',
  'Evidence',
  'GeoCoordinates',
  'IdentityObject',
  'Image',
  'Profile',
  'Result',
  'ResultDescription',
  'RubricCriterionLevel',
  'IdentifierEntry',
  'Related',
]

/** What the published contexts that credentials name most define as types; none of them has a `@vocab`. */
export const publishedTypes: Readonly<Record<string, readonly string[]>> = {
  'https://www.w3.org/2018/credentials/v1': ['VerifiableCredential', 'VerifiablePresentation'],
  'https://www.w3.org/ns/credentials/v2': [
    'VerifiableCredential',
    'VerifiablePresentation',
    'EnvelopedVerifiableCredential',
    'EnvelopedVerifiablePresentation',
    'JsonSchemaCredential',
    'JsonSchema',
    'BitstringStatusListCredential',
    'BitstringStatusList',
    'BitstringStatusListEntry',
    'DataIntegrityProof',
  ],
  'https://purl.imsglobal.org/spec/ob/v3p0/context.json': openBadgeTypes,
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json': openBadgeTypes,
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json': openBadgeTypes,
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json': openBadgeTypes,
  'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json': [
    '1EdTechJsonSchemaValidator2019',
    '1EdTechRevocationList',
    '1EdTechCredentialRefresh',
  ],
  'https://w3id.org/security/data-integrity/v1': ['DataIntegrityProof'],
  'https://w3id.org/security/data-integrity/v2': ['DataIntegrityProof'],
}

/** The two types that both W3C contexts define for good, and the address that they have there. */
const protectedAddresses: Readonly<Record<string, string>> = {
  VerifiableCredential: 'https://www.w3.org/2018/credentials#VerifiableCredential',
  VerifiablePresentation: 'https://www.w3.org/2018/credentials#VerifiablePresentation',
}

/** Whether something gives the name a meaning: surely not, surely, or perhaps (a context that is not known here). */
type Meaning = 'none' | 'some' | 'open'

/** What reading the contexts in order has found so far about one type name. */
interface Reading {
  readonly term: Meaning
  readonly vocabulary: Meaning
  /** The address of a term that a context protects; no later context may give it another. */
  readonly guarded?: string
  /** Set once contexts contradict each other, or give the name an address that is none. */
  readonly broken: boolean
}

/**
 * Answers what `MapsType` asks from the document alone: its inline contexts and the types that well-known contexts
 * define. JSON-LD 1.1 §4.1: a term, else an absolute address, else `@vocab`, else no meaning.
 */
export function mapsTypeHere(context: Json | undefined, type: string): boolean | null {
  const start: Reading = { term: 'none', vocabulary: 'none', broken: false }
  const end = listOf(context)
    .slice(0, limits.contexts)
    .reduce<Reading>((reading, item) => read(reading, item, type), start)
  if (end.broken) return false
  if (end.term === 'some' || (type.includes(':') && isUrl(type))) return true
  const last = end.term === 'open' ? 'open' : end.vocabulary
  return last === 'open' ? null : last === 'some'
}

function read(before: Reading, context: Json, type: string): Reading {
  if (isObject(context)) return readTerm(readVocabulary(before, context), context, type)
  const types = typeof context === 'string' && Object.hasOwn(publishedTypes, context) ? publishedTypes[context] : undefined
  if (types === undefined) return { ...before, term: before.term === 'none' ? 'open' : before.term, vocabulary: 'open' }
  if (!types.includes(type)) return before
  const guarded = Object.hasOwn(protectedAddresses, type) ? protectedAddresses[type] : before.guarded
  return { ...before, term: 'some', ...(guarded === undefined ? {} : { guarded }) }
}

function readVocabulary(before: Reading, context: JsonObject): Reading {
  const vocabulary = memberOf(context, '@vocab')
  if (vocabulary === undefined) return before
  return { ...before, vocabulary: vocabulary === null ? 'none' : 'some' }
}

function readTerm(before: Reading, context: JsonObject, type: string): Reading {
  const definition = memberOf(context, type)
  if (definition === undefined) return before
  const address = addressOf(definition, context)
  if (before.guarded !== undefined && address !== before.guarded) return { ...before, broken: true }
  if (address === undefined) return { ...before, term: 'open' }
  if (address === null) return { ...before, term: 'none' }
  const own = isObject(definition) ? memberOf(definition, '@protected') : undefined
  const guards = (own ?? memberOf(context, '@protected')) === true
  return { ...before, term: 'some', broken: before.broken || !isUrl(address), ...(guards ? { guarded: address } : {}) }
}

/** The address a term definition gives: its own, one by a prefix of the same context, or undefined when others decide. */
function addressOf(definition: Json, context: JsonObject): string | null | undefined {
  const id = isObject(definition) ? memberOf(definition, '@id') : definition
  if (id === null) return null
  if (typeof id !== 'string' || !id.includes(':')) return undefined
  const colon = id.indexOf(':')
  const prefix = memberOf(context, id.slice(0, colon))
  const base = isObject(prefix) ? memberOf(prefix, '@id') : prefix
  return typeof base === 'string' && !id.startsWith('//', colon + 1) ? base + id.slice(colon + 1) : id
}
