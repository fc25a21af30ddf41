import { isObject, type Json, type JsonObject, listOf } from '../model/json.ts'
import { fail } from '../problem.ts'
import { expand } from './canonize.ts'
import { bundledContexts, loadContext, roleOf } from './contexts.ts'
import { isPlainName } from './plain-names.ts'

type Expanded = { readonly [iri: string]: unknown }

/**
 * Compares what a document means under its own contexts with what a plain reader of its member names would understand
 * under ours. Gives the first term of our vocabularies whose meaning or value differs, or null when none does.
 * Terms that no shipped vocabulary defines may be added freely; `@vocab` too. A term that one does define may not be given
 * another meaning, also where the document names no such vocabulary: whoever reads names would not know.
 * Fails as `expand` does, when the document's own contexts cannot be had or dropped a member.
 */
export async function differingTerm(document: JsonObject): Promise<string | null> {
  const { iris: vocabulary, names, prefixes } = await readVocabulary()
  const redefined = redefinedTerm(document, names, prefixes)
  if (redefined !== null) return redefined
  const [signed, plain] = await Promise.all([expand(document), expand(plainReading(document, 0), false)])
  return difference(signed, plain, vocabulary)
}

/** The document as a reader of names sees it: our contexts only, and no member that is not a plain name. */
function plainReading(value: Json | undefined, depth: number): unknown {
  if (Array.isArray(value)) return value.map((item) => plainReading(item, depth + 1))
  if (!isObject(value)) return value
  const isValue = Object.hasOwn(value, '@value')
  const plain: Record<string, unknown> = {}
  for (const [name, member] of Object.entries(value)) {
    if (name === '@context') {
      const contexts = readingContexts(member)
      if (contexts.length > 0 || depth === 0) plain['@context'] = contexts
    } else if (isValue || isPlainName(name)) {
      plain[name] = plainReading(member, depth + 1)
    }
  }
  return plain
}

/** Of the contexts stated, those that reading relies on: the data model, the first vocabulary of achievements, support. */
function readingContexts(context: Json | undefined): string[] {
  const stated = listOf(context).filter((item) => typeof item === 'string')
  const vocabulary = stated.find((url) => roleOf(url) === 'vocabulary')
  const base = stated.find((url) => roleOf(url) === 'credentials')
  const kept = stated.filter((url) => roleOf(url) === 'support' || url === vocabulary || url === base)
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

/** The first term that a context of the document's own gives a meaning which no vocabulary of ours gives it; null for none. */
function redefinedTerm(value: unknown, names: Names, prefixes: Prefixes): string | null {
  if (typeof value !== 'object' || value === null) return null
  for (const [name, member] of Object.entries(value)) {
    const found = name === '@context' ? redefinedIn(member, names, prefixes) : redefinedTerm(member, names, prefixes)
    if (found !== null) return found
  }
  return null
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

type Names = ReadonlyMap<string, ReadonlySet<string>>
type Prefixes = ReadonlyMap<string, string>

/** What the vocabularies that we read by name define. */
interface Vocabulary {
  /** Every IRI that is given to a term or type. */
  readonly iris: Set<string>
  /** The meanings of each term and type: IRIs and keywords. Terms that only shorten IRIs are none. */
  readonly names: Map<string, Set<string>>
  readonly prefixes: Map<string, string>
}

let vocabularyOnce: Promise<Vocabulary> | undefined

function readVocabulary(): Promise<Vocabulary> {
  vocabularyOnce ??= collectVocabulary()
  return vocabularyOnce
}

async function collectVocabulary(): Promise<Vocabulary> {
  const vocabulary: Vocabulary = { iris: new Set(), names: new Map(), prefixes: new Map() }
  for (const url of bundledContexts.filter((url) => roleOf(url) !== 'other')) {
    const document = await loadContext(url)
    if (!document) fail('context_unavailable', { facts: { context: url } })
    collect((document as { '@context': unknown })['@context'], new Map(), vocabulary)
  }
  return vocabulary
}

/** Walks a context document: its terms, those of scoped contexts inside, and prefixes such as `cred:`. */
function collect(context: unknown, outer: Prefixes, into: Vocabulary): void {
  for (const part of nodesOf(context).filter(isNode)) {
    const prefixes = withPrefixes(outer, part)
    for (const [term, definition] of Object.entries(part)) {
      const meaning = term.startsWith('@') ? null : meaningOf(definition, prefixes)
      if (meaning !== null) note(term, meaning, into)
      if (isNode(definition)) collect(definition['@context'], prefixes, into)
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
