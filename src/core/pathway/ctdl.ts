import { readNumber, readText } from '../formats/readers.ts'
import type { Text } from '../model/credential.ts'
import { isObject, itemsIn, type Json, type JsonObject, memberOf, stringsOf } from '../model/json.ts'
import { pathwayLimits } from './limits.ts'

/*
 * Members of CTDL by their plain name. Publishers write one member under several prefixes (trust.md §5: `ceterms:hasChild` in live
 * samples, `ceasn:hasChild` in the publishing model), without any, or as a full address: all of them count, and together.
 */

const namespaces = [
  '',
  'ceterms:',
  'ceasn:',
  'asn:',
  'skos:',
  'schema:',
  'https://purl.org/ctdl/terms/',
  'http://purl.org/ctdl/terms/',
  'https://purl.org/ctdlasn/terms/',
  'http://purl.org/ASN/schema/core/',
  'http://www.w3.org/2004/02/skos/core#',
  'https://schema.org/',
  'http://schema.org/',
]

/** One thing of a document: every object that describes it. */
export type Stated = readonly JsonObject[]

/** All values of a member, under any prefix, those of lists as well. */
export function valuesOf(stated: Stated, name: string): readonly Json[] {
  const members = spellings.get(name) ?? namespaces.map((namespace) => namespace + name)
  spellings.set(name, members)
  const found = stated.flatMap((object) =>
    members.filter((member) => Object.hasOwn(object, member)).map((member) => object[member]),
  )
  return found.flatMap(unwrapped)
}

/** Every way to write a member, by its plain name: made once, for documents have thousands of things. */
const spellings = new Map<string, readonly string[]>()

/** JSON-LD may wrap a list in an object. */
function unwrapped(value: Json | undefined): readonly Json[] {
  return itemsIn(value).flatMap((item) => {
    const list = isObject(item) ? (memberOf(item, '@list') ?? memberOf(item, '@set')) : undefined
    return list === undefined ? [item] : itemsIn(list)
  })
}

/** The types of a thing, without prefix. */
export function typesOf(stated: Stated): readonly string[] {
  return stated
    .flatMap((object) => stringsOf(memberOf(object, '@type') ?? memberOf(object, 'type')))
    .map((type) => localName(type).slice(0, pathwayLimits.name))
}

/** What stands after the prefix of a name: `logicalOperator:Or` and `https://…/Or` are `Or`. */
export function localName(name: string): string {
  return name.slice(Math.max(name.lastIndexOf(':'), name.lastIndexOf('/'), name.lastIndexOf('#')) + 1)
}

/** `@id` of an object, or the address that a text is; empty for none. */
export function addressOf(value: Json): string {
  const id = isObject(value) ? (memberOf(value, '@id') ?? memberOf(value, 'id') ?? memberOf(value, '@value')) : value
  return typeof id === 'string' ? id.trim() : ''
}

/** The addresses that a member holds. */
export function addressesOf(stated: Stated, name: string): readonly string[] {
  return valuesOf(stated, name)
    .map(addressOf)
    .filter((address) => address !== '')
}

/** The first https address that a member holds. */
export function pageOf(stated: Stated, name: string): string | undefined {
  return addressesOf(stated, name).find((address) => /^https:\/\//i.test(address) && URL.canParse(address))
}

/** The words of a member in all languages, cut to what can be shown; absent for none. */
export function wordsOf(stated: Stated, name: string, longest: number): Text | undefined {
  const text = readText([...valuesOf(stated, name)])?.slice(0, pathwayLimits.languages)
  return text?.map((each) => ({ ...each, value: each.value.slice(0, longest) }))
}

/** The number of a member that is one, or that has one as its `schema:value`; absent for what cannot be believed. */
export function worthOf(stated: Stated, name: string): number | undefined {
  const numbers = valuesOf(stated, name).map((value) => readNumber(isObject(value) ? [...valuesOf([value], 'value')] : value))
  return numbers.find((number) => number !== undefined && number >= 0 && number <= pathwayLimits.worth)
}
