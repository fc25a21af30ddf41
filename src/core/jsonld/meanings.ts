import { isObject, type Json, type JsonObject, listOf } from '../model/json.ts'
import { fail } from '../problem.ts'
import { expand } from './canonize.ts'
import { bundledContexts, loadContext, roleOf } from './contexts.ts'
import { isPlainName } from './plain-names.ts'

type Expanded = { readonly [iri: string]: unknown }

/**
 * Compares what a document means under its own contexts with what a plain reader of its member names would understand
 * under ours. Gives the first term of our vocabularies whose meaning or value differs, or null when none does.
 * Terms that no shipped vocabulary defines may be added freely; `@vocab` too.
 * Fails as `expand` does, when the document's own contexts cannot be had or dropped a member.
 */
export async function differingTerm(document: JsonObject): Promise<string | null> {
  const vocabulary = await readVocabulary()
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

let vocabularyOnce: Promise<ReadonlySet<string>> | undefined

/** Every IRI that a vocabulary which we read by name gives to a term or type. */
function readVocabulary(): Promise<ReadonlySet<string>> {
  vocabularyOnce ??= collectVocabulary()
  return vocabularyOnce
}

async function collectVocabulary(): Promise<ReadonlySet<string>> {
  const iris = new Set<string>()
  for (const url of bundledContexts.filter((url) => roleOf(url) !== 'other')) {
    const document = await loadContext(url)
    if (!document) fail('context_unavailable', { facts: { context: url } })
    collect((document as { '@context': unknown })['@context'], new Map(), iris)
  }
  return iris
}

/** Walks a context document: its terms, those of scoped contexts inside, and prefixes such as `cred:`. */
function collect(context: unknown, prefixes: ReadonlyMap<string, string>, iris: Set<string>): void {
  for (const part of nodesOf(context)) {
    if (!isNode(part)) continue
    const known = new Map(prefixes)
    for (const [term, definition] of Object.entries(part)) if (typeof definition === 'string') known.set(term, definition)
    for (const [term, definition] of Object.entries(part)) {
      if (term.startsWith('@')) continue
      const id = typeof definition === 'string' ? definition : isNode(definition) ? definition['@id'] : undefined
      const iri = typeof id === 'string' ? absoluteIri(id, known) : null
      if (iri !== null) iris.add(iri)
      if (isNode(definition) && '@context' in definition) collect(definition['@context'], known, iris)
    }
  }
}

function absoluteIri(id: string, prefixes: ReadonlyMap<string, string>): string | null {
  if (/^(https?|urn|did):/.test(id)) return id
  const colon = id.indexOf(':')
  const prefix = colon > 0 ? prefixes.get(id.slice(0, colon)) : undefined
  return prefix === undefined ? null : prefix + id.slice(colon + 1)
}
