import type { Json, JsonObject } from '../model/json.ts'
import { isObject, memberOf } from '../model/json.ts'
import type { ProblemCode } from '../problem.ts'

/** One rule that a document breaks: which, where (JSON pointer), and which member it is about. */
export interface Violation {
  readonly code: ProblemCode
  readonly at: string
  readonly member: string
  /** What had to stand there, in the words of the specification. */
  readonly expected?: string
  /** Set for a rule that genuine credentials often break and that costs a reader nothing: it is only said. */
  readonly outcome?: 'warning'
}

/** Looks at one value that stands at `at` and says what is wrong with it; an empty list is a clean bill. */
export type ValueRule = (value: Json, at: string) => readonly Violation[]

/** The JSON pointer of a member or an element (RFC 6901). */
export function pointer(at: string, member: string | number): string {
  return `${at}/${String(member).replaceAll('~', '~0').replaceAll('/', '~1')}`
}

/** One violation; the member is the last step of the pointer, unless it is the place in a list. */
export function violation(code: ProblemCode, at: string, expected?: string): Violation {
  const steps = at.split('/').filter((step) => !/^\d+$/.test(step))
  const member = (steps.at(-1) ?? '').replaceAll('~1', '/').replaceAll('~0', '~')
  return expected === undefined ? { code, at, member } : { code, at, member, expected }
}

/** True for an absolute URL or IRI: a scheme, a colon, and no character that no URL may hold. */
export function isUrl(value: unknown): value is string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not be there
  return typeof value === 'string' && /^[A-Za-z][A-Za-z0-9+.-]*:[^\s\u0000-\u001f\u007f<>"{}|\\^`]+$/.test(value)
}

/** A member that must be there: null and an empty list are as absent as nothing. */
export function required(object: JsonObject, member: string, at: string, rule: ValueRule): readonly Violation[] {
  const value = memberOf(object, member)
  const absent = value === undefined || value === null || (Array.isArray(value) && value.length === 0)
  return absent ? [violation('member_missing', pointer(at, member))] : rule(value, pointer(at, member))
}

/** A member that need not be there; null is not "not there". */
export function optional(object: JsonObject, member: string, at: string, rule: ValueRule): readonly Violation[] {
  const value = memberOf(object, member)
  return value === undefined ? [] : rule(value, pointer(at, member))
}

/** Applies a rule to one value or to each of many, as JSON-LD lets both stand for a set. */
export function each(rule: ValueRule): ValueRule {
  return (value, at) =>
    Array.isArray(value) ? value.flatMap((item: Json, index) => rule(item, pointer(at, index))) : rule(value, at)
}

/** Applies a rule to an object and refuses everything else. */
export function objectThat(rule: (object: JsonObject, at: string) => readonly Violation[]): ValueRule {
  return (value, at) => (isObject(value) ? rule(value, at) : [violation('member_invalid', at, 'object')])
}

/** A single URL. */
export const url: ValueRule = (value, at) => (isUrl(value) ? [] : [violation('id_invalid', at, 'url')])

/** The address of something, or an object whose `id` is that address. */
export const urlOrObjectWithUrl: ValueRule = (value, at) => (isObject(value) ? required(value, 'id', at, url) : url(value, at))

/** A `type` of one or many non-empty strings, among them `name` when one is given. */
export function typed(object: JsonObject, at: string, name?: string): readonly Violation[] {
  const value = memberOf(object, 'type')
  const place = pointer(at, 'type')
  const types: readonly Json[] = Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]
  if (types.length === 0) return [violation('type_missing', place, name)]
  if (types.some((type) => typeof type !== 'string' || type === '')) return [violation('member_invalid', place, name)]
  if (name !== undefined && !types.includes(name)) return [violation('type_unknown', place, name)]
  return []
}

const languageTag = /^[a-z]{2}(-[A-Z]{2})?$/

/**
 * Text in one or several languages: a string, a value object with nothing but `@value`, `@language` and `@direction`
 * (VC Data Model 2.0 §11.1), a map of language tags (Open Badges 3.0 schemas), or several of these.
 */
export const text: ValueRule = each((value, at) => {
  if (typeof value === 'string') return []
  const good = isObject(value) && (isValueObject(value) || isLanguageMap(value))
  return good ? [] : [violation('member_invalid', at, 'text')]
})

function isValueObject(object: JsonObject): boolean {
  const allowed = ['@value', '@language', '@direction']
  return (
    typeof object['@value'] === 'string' &&
    Object.entries(object).every(([name, value]) => allowed.includes(name) && typeof value === 'string')
  )
}

function isLanguageMap(object: JsonObject): boolean {
  const entries = Object.entries(object)
  return entries.length > 0 && entries.every(([name, value]) => languageTag.test(name) && typeof value === 'string')
}
