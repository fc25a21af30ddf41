import { isObject, type Json, type JsonObject } from '../model/json.ts'
import { identifierKey } from '../stack/keys.ts'
import { addressesOf, addressOf, type Stated, typesOf, valuesOf } from './ctdl.ts'
import { madeUpName } from './names.ts'

/** One thing of a document, under all its identifiers. */
export interface Described {
  /** By which it is found: `identifierKey` of its CTID, else of its address. */
  readonly key: string
  /** Its CTID, else its address; empty for one that only this document can name (a blank node). */
  readonly id: string
  readonly stated: Stated
  readonly types: readonly string[]
}

/** Everything that a document describes. It does not matter in which order. */
export interface Things {
  readonly things: ReadonlyMap<string, Described>
  /** The key of what a value names or is: an address, a reference, or the thing itself, embedded. Empty for nothing. */
  keyOf(value: Json): string
}

/**
 * Finds whatever a CTDL document describes: in an `@graph`, in a list, or embedded in one another. Registry addresses of one thing
 * (`/resources/`, `/graph/`, a bare CTID) are one; what has no identifier is named by the place where it is embedded.
 */
export function thingsIn(document: Json): Things {
  const found = foundIn(document)
  const aliases = aliasesOf(found.map(({ object }) => object))
  const named = new Map(found.map(({ object, place }) => [object, ownKey(object, aliases) || `id:_:${place}`]))
  const groups = new Map<string, JsonObject[]>()
  for (const [object, key] of named) {
    const group = groups.get(key)
    if (group) group.push(object)
    else groups.set(key, [object])
  }
  const keys = new Map<string, string>()
  const keyOf = (identifier: string): string => {
    const key = keys.get(identifier) ?? identifierKey(identifier)
    keys.set(identifier, key)
    return aliases.get(key) ?? key
  }
  return {
    things: new Map([...groups].map(([key, objects]) => [key, described(key, objects)])),
    keyOf: (value) =>
      (isObject(value) ? named.get(value) : undefined) ?? keyOf(isObject(value) ? identifierOf(value) : addressOf(value)),
  }
}

interface Found {
  readonly object: JsonObject
  /** Where it is embedded: nearest identifier above it, members and indexes from there. */
  readonly place: string
}

/** Every object that describes something, and is not a mere reference or value. */
function foundIn(document: Json): readonly Found[] {
  const found: Found[] = []
  const walk = (value: Json, place: string): void => {
    if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) walk(item, `${place}/${index}`)
    } else if (isObject(value)) {
      const here = shortened(identifierOf(value) || place)
      if (isDescription(value)) found.push({ object: value, place })
      for (const [member, inside] of Object.entries(value)) {
        if (inside !== undefined && typeof inside === 'object' && member !== '@context')
          walk(inside, `${here}/${shortened(member)}`)
      }
    }
  }
  walk(document, '')
  return found
}

/** Longest name of a place, in characters: thousands of things may lie in one with a name of a million. */
const longestPlace = 2_048

function shortened(place: string): string {
  return place.length > longestPlace ? madeUpName(place) : place
}

function isDescription(object: JsonObject): boolean {
  const members = Object.keys(object)
  if (Object.hasOwn(object, '@value')) return false
  return (Object.hasOwn(object, '@type') || Object.hasOwn(object, 'type') || identifierOf(object) !== '') && members.length > 1
}

/** Its CTID, else its address. */
function identifierOf(object: JsonObject): string {
  return ctidOf(object) ?? addressOf(withoutValue(object))
}

function withoutValue(object: JsonObject): JsonObject {
  return Object.hasOwn(object, '@value') ? {} : object
}

function ctidOf(object: JsonObject): string | undefined {
  return addressesOf([object], 'ctid').find((text) => identifierKey(text).startsWith('ctid:'))
}

/** Addresses under which things with a CTID of their own are known beside it. */
function aliasesOf(objects: readonly JsonObject[]): ReadonlyMap<string, string> {
  const pairs = objects.flatMap((object): (readonly [string, string])[] => {
    const ctid = ctidOf(object)
    const address = identifierKey(addressOf(object))
    return ctid === undefined || address === '' ? [] : [[address, identifierKey(ctid)]]
  })
  return new Map(pairs.toSorted(([, one], [, other]) => (one < other ? 1 : -1)))
}

function ownKey(object: JsonObject, aliases: ReadonlyMap<string, string>): string {
  const key = identifierKey(identifierOf(object))
  return aliases.get(key) ?? key
}

/** One thing from all objects that describe it, in an order that does not depend on theirs. */
function described(key: string, objects: readonly JsonObject[]): Described {
  const stated = objects.length === 1 ? objects : objects.toSorted(byText)
  const addresses = stated.map(addressOf).filter((address) => address !== '' && !address.startsWith('_:'))
  const id = key.startsWith('ctid:') ? key.slice('ctid:'.length) : (addresses.toSorted()[0] ?? '')
  return { key, id, stated, types: typesOf(stated) }
}

function byText(one: JsonObject, other: JsonObject): number {
  return JSON.stringify(one) < JSON.stringify(other) ? 1 : -1
}

/** Whether a thing is of a type, given without prefix. */
export function isA(thing: Described | undefined, type: string): boolean {
  return thing?.types.includes(type) ?? false
}

/** The keys of what a member names, in the order given, each once. */
export function keysIn({ keyOf }: Things, stated: Stated, ...members: readonly string[]): readonly string[] {
  const keys = members.flatMap((member) => valuesOf(stated, member).map(keyOf))
  return [...new Set(keys)].filter((key) => key !== '')
}
