/** Plain JSON, as parsed. Objects are read-only: a source document is never edited. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject
export interface JsonObject {
  readonly [member: string]: Json | undefined
}

/** True for a JSON object: not null, not an array. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** One value or many, as JSON-LD allows everywhere: always as a list; absent is the empty list. */
export function listOf(value: Json | undefined): readonly Json[] {
  if (value === undefined || value === null) return []
  return Array.isArray(value) ? value : [value]
}

/** The items of one value or many, those of lists inside lists too: to JSON-LD a list of lists is one list. */
export function itemsIn(value: Json | undefined): readonly Json[] {
  return listOf(value).flatMap((item) => (Array.isArray(item) ? itemsIn(item) : [item]))
}

/** The string members of one value or many. */
export function stringsOf(value: Json | undefined): readonly string[] {
  return listOf(value).filter((item) => typeof item === 'string')
}

/** An own member of an object: never one inherited from a prototype. */
export function memberOf(object: JsonObject, name: string): Json | undefined {
  return Object.hasOwn(object, name) ? object[name] : undefined
}

/** A value as text when it is one, cut to what a sentence can hold; else `otherwise`. For facts, never for comparing. */
export function wordOf(value: unknown, otherwise = 'unknown', longest = 200): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value).slice(0, longest) : otherwise
}

/** The `id` of a value that is either an address or an object with one. */
export function idOf(value: Json | undefined): string | undefined {
  if (typeof value === 'string') return value
  if (!isObject(value)) return undefined
  const id = memberOf(value, 'id')
  return typeof id === 'string' ? id : undefined
}
