import { isObject, type Json, type JsonObject, listOf } from '../model/json.ts'
import { fail } from '../problem.ts'
import { expand } from './canonize.ts'
import { bundledContexts, loadContext, roleOf } from './contexts.ts'
import { awarded, isAddress, isPlainName, judged } from './plain-names.ts'
import type { Texts } from './texts.ts'
import { variantTerms } from './variants.ts'

type Expanded = { readonly [iri: string]: unknown }

/**
 * Compares what a document means under its own contexts with what a plain reader of its member names would understand
 * under ours. Gives the first term of our vocabularies whose meaning or value differs, or null when none does.
 * Terms that no shipped vocabulary defines may be added freely; `@vocab` too. A term that one does define may not be given
 * another meaning, also where the document names no such vocabulary: whoever reads names would not know. Nor may what is added
 * hold what nobody signed, or hide what a reader looks for.
 * Fails as `expand` does, when the document's own contexts cannot be had or dropped a member.
 */
export async function differingTerm(document: JsonObject, texts: Texts): Promise<string | null> {
  const { iris, variantIris, names, prefixes, json } = await readVocabulary()
  const foreign = [...texts.fetched.values()].filter(isNode).map((context) => context['@context'])
  const redefined = redefinedTerm(document, names, prefixes) ?? firstOf(foreign, (one) => redefinedIn(one, names, prefixes))
  if (redefined !== null) return redefined
  const [signed, plain] = await Promise.all([expand(document, true, texts), expand(plainReading(document, json), false, texts)])
  const vocabulary = texts.variants.size > 0 ? new Set([...iris, ...variantIris]) : iris
  return (
    difference(signed, plain, vocabulary) ?? unsignedPart(signed) ?? movedMember(signed, vocabulary, seatsIn(document, names))
  )
}

/**
 * The first name that a context inside the document itself gives to what has another name of its own (`honours` for
 * `https://college.example/terms#applicant`), or null. Meanings are signed, such names are not, and a reader sees the names. A
 * context from elsewhere is its publisher's word, but may not cut a name in two either (`@vocab` of `https://college.example/#no`).
 */
export async function renamingTerm(document: JsonObject, { fetched }: Texts): Promise<string | null> {
  const { names } = await readVocabulary()
  return inContexts(document, (context) => renamedIn(context, names)) ?? firstOf([...fetched.values()], cuttingVocabulary)
}

function cuttingVocabulary(value: unknown): string | null {
  if (typeof value !== 'object' || value === null) return null
  return firstOf(Object.entries(value), ([name, member]) =>
    name === '@vocab' && cutsNames(member) ? name : cuttingVocabulary(member),
  )
}

function cutsNames(vocabulary: unknown): boolean {
  return typeof vocabulary === 'string' && !/[#/:?=]$/.test(vocabulary)
}

function renamedIn(context: unknown, names: Names): string | null {
  return firstOf(nodesOf(context).filter(isNode), (part) =>
    firstOf(Object.entries(part), ([term, definition]) => {
      if (term === '@vocab') return cutsNames(definition) ? term : null
      const inside = isNode(definition) ? renamedIn(definition['@context'], names) : null
      if (inside !== null || term.startsWith('@') || names.has(term)) return inside
      const id = isNode(definition) ? definition['@id'] : definition
      const isName = typeof id === 'string' && !/[#/:]$/.test(id)
      return isName && spelled(tailOf(id)) !== spelled(term) ? term : null
    }),
  )
}

function spelled(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
}

function tailOf(iri: string): string {
  return iri.slice(Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/'), iri.lastIndexOf(':')) + 1)
}

/**
 * The document as a reader of names sees it: our contexts only, no member or type that is not called by a plain name, and no list
 * inside a list. What stands under a term that is `@json` is one value.
 */
function plainReading(value: Json | undefined, json: ReadonlySet<string>, depth = 0): unknown {
  if (Array.isArray(value))
    return value.filter((item) => !Array.isArray(item)).map((item: Json) => plainReading(item, json, depth + 1))
  if (!isObject(value)) return value
  const isValue = Object.hasOwn(value, '@value')
  const plain: Record<string, unknown> = {}
  for (const [name, member] of Object.entries(value)) {
    if (name === '@context') {
      const contexts = readingContexts(member)
      if (contexts.length > 0 || depth === 0) plain['@context'] = contexts
    } else if (isValue || isPlainName(name)) {
      plain[name] =
        name === 'type' && !isValue
          ? listOf(member).filter((type) => !isAddress(type))
          : json.has(name)
            ? member
            : plainReading(member, json, depth + 1)
    }
  }
  return plain
}

/** Of the contexts stated, those that reading relies on: the data model, the first vocabulary of achievements and of records, support. */
function readingContexts(context: Json | undefined): string[] {
  const stated = listOf(context).filter((item) => typeof item === 'string')
  const firsts = (['credentials', 'vocabulary', 'record'] as const).map((role) => stated.find((url) => roleOf(url) === role))
  const kept = stated.filter((url) => roleOf(url) === 'support' || firsts.includes(url))
  return [...new Set(kept)]
}

function difference(signed: unknown, plain: unknown, vocabulary: ReadonlySet<string>): string | null {
  const [these, those] = [nodesOf(signed), nodesOf(plain)]
  if (these.length !== those.length) return 'order'
  for (const [index, node] of these.entries()) {
    const term = differenceOfNodes(node, those[index], vocabulary)
    if (term !== null) return term
  }
  return null
}

function nodesOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : value === undefined ? [] : [value]
}

function differenceOfNodes(signed: unknown, plain: unknown, vocabulary: ReadonlySet<string>): string | null {
  if (!isNode(signed) || !isNode(plain)) return signed === plain ? null : 'value'
  if ('@value' in signed || '@value' in plain)
    return JSON.stringify(sorted(signed)) === JSON.stringify(sorted(plain)) ? null : 'value'
  for (const keyword of ['@list', '@graph', '@set', '@included', '@reverse', '@index', '@nest']) {
    if (keyword in signed || keyword in plain) {
      const term = difference(signed[keyword], plain[keyword], vocabulary)
      if (term !== null) return keyword
    }
  }
  if (signed['@id'] !== plain['@id']) return 'id'
  if (!sameTypes(signed['@type'], plain['@type'], vocabulary)) return 'type'
  for (const iri of new Set([...Object.keys(signed), ...Object.keys(plain)])) {
    if (iri.startsWith('@') || !vocabulary.has(iri)) continue
    const term = difference(signed[iri], plain[iri], vocabulary)
    if (term !== null) return term === 'order' || term === 'value' ? nameOf(iri) : term
  }
  return null
}

function isNode(value: unknown): value is Expanded {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function sorted(node: Expanded): unknown {
  return Object.entries(node).sort(([a], [b]) => (a < b ? -1 : 1))
}

function sameTypes(signed: unknown, plain: unknown, vocabulary: ReadonlySet<string>): boolean {
  const known = (types: unknown) => new Set(nodesOf(types).filter((type) => typeof type === 'string' && vocabulary.has(type)))
  const [these, those] = [known(signed), known(plain)]
  return these.size === those.size && [...these].every((type) => those.has(type))
}

/** The last part of an IRI: what people call the term. */
function nameOf(iri: string): string {
  return iri.slice(Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/')) + 1)
}

/** What stands in an expanded document without being part of what RDF signs of it: keys of an index, text after a number. */
function unsignedPart(value: unknown): string | null {
  return firstOf(nodesOf(value).filter(isNode), (node) => {
    if ('@index' in node) return '@index'
    const text = node['@value']
    if (typeof text === 'string') return node['@type'] === DOUBLE && Number(text) !== Number.parseFloat(text) ? 'value' : null
    return firstOf(Object.entries(node), ([name, member]) => (name === '@value' ? null : unsignedPart(member)))
  })
}

const DOUBLE = 'http://www.w3.org/2001/XMLSchema#double'

/** What is said of which things in one place only, by address: the credential is judged by it, or the subject was awarded it. */
type Seats = ReadonlyMap<unknown, ReadonlySet<string>>

function seatsIn(document: JsonObject, names: Names): Seats {
  const iris = (terms: readonly string[]) => new Set(terms.flatMap((term) => [...(names.get(term) ?? [])]))
  const subjects = listOf(document.credentialSubject).filter(isObject)
  const seats = new Map<unknown, ReadonlySet<string>>(subjects.map(({ id }) => [id, iris(awarded)]))
  return seats.set(document.id, iris([...judged, ...(seats.has(document.id) ? awarded : [])]))
}

/** The first such member that stands inside something that no vocabulary of ours has: said of the same thing, and seen by nobody. */
function movedMember(value: unknown, vocabulary: ReadonlySet<string>, seats: Seats): string | null {
  return firstOf(nodesOf(value).filter(isNode), (node) =>
    firstOf(Object.entries(node), ([iri, member]) =>
      iri.startsWith('@') || vocabulary.has(iri) ? movedMember(member, vocabulary, seats) : memberInside(member, seats),
    ),
  )
}

function memberInside(value: unknown, seats: Seats): string | null {
  return firstOf(nodesOf(value).filter(isNode), (node) => {
    const seated = node['@id'] === undefined ? undefined : seats.get(node['@id'])
    const moved = Object.keys(node).find((iri) => seated?.has(iri))
    return moved === undefined ? firstOf(Object.values(node), (member) => memberInside(member, seats)) : nameOf(moved)
  })
}

/** The first term that a context of the document's own gives a meaning which no vocabulary of ours gives it; null for none. */
function redefinedTerm(document: JsonObject, names: Names, prefixes: Prefixes): string | null {
  return inContexts(document, (context) => redefinedIn(context, names, prefixes))
}

/** What is found first in the contexts of a document, at any depth. */
function inContexts(value: unknown, find: (context: unknown) => string | null): string | null {
  if (typeof value !== 'object' || value === null) return null
  return firstOf(Object.entries(value), ([name, member]) => (name === '@context' ? find(member) : inContexts(member, find)))
}

function redefinedIn(context: unknown, names: Names, outer: Prefixes): string | null {
  for (const part of nodesOf(context).filter(isNode)) {
    const prefixes = withPrefixes(outer, part)
    for (const [term, definition] of Object.entries(part)) {
      const meanings = term.startsWith('@') ? undefined : names.get(term)
      if (meanings && !meanings.has(meaningOf(definition, prefixes) ?? '')) return term
      const inside = isNode(definition) ? redefinedIn(definition['@context'], names, prefixes) : null
      if (inside !== null) return inside
    }
  }
  return null
}

function firstOf<T>(items: readonly T[], find: (item: T) => string | null): string | null {
  for (const item of items) {
    const found = find(item)
    if (found !== null) return found
  }
  return null
}

type Names = ReadonlyMap<string, ReadonlySet<string>>
type Prefixes = ReadonlyMap<string, string>

/** What the vocabularies that we read by name define. */
interface Vocabulary {
  /** Every IRI that is given to a term or type. */
  readonly iris: Set<string>
  /** Those that only another published text of a context has. */
  readonly variantIris: Set<string>
  /** The meanings of each term and type: IRIs and keywords. Terms that only shorten IRIs are none. */
  readonly names: Map<string, Set<string>>
  readonly prefixes: Map<string, string>
  /** The terms whose value is JSON that JSON-LD does not look into. */
  readonly json: Set<string>
}

let vocabularyOnce: Promise<Vocabulary> | undefined

function readVocabulary(): Promise<Vocabulary> {
  vocabularyOnce ??= collectVocabulary()
  return vocabularyOnce
}

async function collectVocabulary(): Promise<Vocabulary> {
  const vocabulary: Vocabulary = {
    iris: new Set(),
    variantIris: new Set(),
    names: new Map(),
    prefixes: new Map(),
    json: new Set(),
  }
  for (const url of bundledContexts.filter(isReadByName)) {
    const document = await loadContext(url)
    if (!document) fail('context_unavailable', { facts: { context: url } })
    collect((document as { '@context': unknown })['@context'], new Map(), vocabulary)
  }
  collect(await variantTerms(), new Map(), { ...vocabulary, iris: vocabulary.variantIris })
  return vocabulary
}

function isReadByName(url: string): boolean {
  const role = roleOf(url)
  return role !== 'other' && role !== 'earlier'
}

/** Walks a context document: its terms, those of scoped contexts inside, and prefixes such as `cred:`. */
function collect(context: unknown, outer: Prefixes, into: Vocabulary): void {
  for (const part of nodesOf(context).filter(isNode)) {
    const prefixes = withPrefixes(outer, part)
    for (const [term, definition] of Object.entries(part)) {
      const meaning = term.startsWith('@') ? null : meaningOf(definition, prefixes)
      if (meaning !== null) note(term, meaning, into)
      if (!isNode(definition)) continue
      if (definition['@type'] === '@json') into.json.add(term)
      collect(definition['@context'], prefixes, into)
    }
  }
}

function note(term: string, meaning: string, { iris, names, prefixes }: Vocabulary): void {
  if (!meaning.startsWith('@')) iris.add(meaning)
  if (/[#/:]$/.test(meaning)) prefixes.set(term, meaning)
  else names.set(term, (names.get(term) ?? new Set()).add(meaning))
}

function withPrefixes(outer: Prefixes, context: Expanded): Prefixes {
  const prefixes = new Map(outer)
  for (const [term, definition] of Object.entries(context)) if (typeof definition === 'string') prefixes.set(term, definition)
  return prefixes
}

/** The IRI or keyword that a definition gives to its term; null when it is not stated as such. */
function meaningOf(definition: unknown, prefixes: Prefixes): string | null {
  const id = isNode(definition) ? definition['@id'] : definition
  if (typeof id !== 'string') return null
  return id.startsWith('@') ? id : absoluteIri(id, prefixes)
}

function absoluteIri(id: string, prefixes: Prefixes): string | null {
  if (/^(https?|urn|did):/.test(id)) return id
  const colon = id.indexOf(':')
  const prefix = colon > 0 ? prefixes.get(id.slice(0, colon)) : undefined
  return prefix === undefined ? null : prefix + id.slice(colon + 1)
}
