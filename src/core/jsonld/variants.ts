import { lazy } from '../lazy.ts'
import { isObject, type Json, type JsonObject } from '../model/json.ts'
import { loadContext } from './contexts.ts'
import { definitionsOf, type Terms } from './written.ts'

/** One published text of a context that changed in place, told by how it differs from the one that is shipped. */
interface Row {
  readonly name: string
  readonly with?: Terms
  readonly without?: readonly string[]
}

/** Texts to try in place of the shipped ones, by address. */
export interface Variant {
  /** When these texts were published, one for each address. */
  readonly name: string
  readonly texts: ReadonlyMap<string, object>
}

const rows = lazy(async () => {
  const { about: _, ...byAddress } = (await import('../../../schemas/contexts/variants.json')).default
  return new Map(Object.entries(byAddress as unknown as Readonly<Record<string, readonly Row[]>>))
})

/** Every term that only some text has, with those definitions. */
export async function variantTerms(): Promise<Readonly<Record<string, unknown>>> {
  const all = [...(await rows()).values()].flat()
  return Object.assign({}, ...all.map((row) => definitionsOf(row.with ?? {})))
}

/**
 * The texts that a document may have been signed under: for the contexts it names that changed in place, each combination of
 * their known texts that defines other ones of its members than the shipped texts do. Empty for most documents.
 */
export async function variantsFor(document: JsonObject): Promise<readonly Variant[]> {
  const { addresses, members } = lookThrough(document)
  let variants: readonly Variant[] = [shipped]
  for (const [url, known] of await rows()) {
    if (!addresses.has(url)) continue
    const telling = distinct(known, members)
    const texts = await Promise.all(telling.map(async (row) => ({ url, row, text: await textOf(url, row) })))
    variants = variants.flatMap((variant) => [variant, ...texts.map((one) => withText(variant, one))])
  }
  return variants.filter((variant) => variant !== shipped)
}

const shipped: Variant = { name: '', texts: new Map() }

function withText({ name, texts }: Variant, { url, row, text }: { url: string; row: Row; text: object }): Variant {
  return { name: name === '' ? row.name : `${name}, ${row.name}`, texts: new Map([...texts, [url, text]]) }
}

/** Of the texts, those that differ in a member that is there, and from one another. */
function distinct(known: readonly Row[], members: ReadonlySet<string>): readonly Row[] {
  const told = new Set([''])
  return known.filter((row) => {
    const difference = [...Object.keys(row.with ?? {}), ...(row.without ?? [])].filter((term) => members.has(term)).join(' ')
    const isNew = !told.has(difference)
    told.add(difference)
    return isNew
  })
}

const built = new Map<string, Promise<object>>()

/** A text is built once, so that it is known again by its identity. */
function textOf(url: string, row: Row): Promise<object> {
  const key = `${url} ${row.name}`
  const text = built.get(key) ?? build(url, row)
  built.set(key, text)
  return text
}

async function build(url: string, { with: more = {}, without = [] }: Row): Promise<object> {
  const { '@context': context } = (await loadContext(url)) as { '@context': JsonObject }
  return { '@context': { ...lacking(context, new Set(without)), ...definitionsOf(more) } }
}

/** A context without some terms, at every depth. A definition that lacks none stays the same object. */
function lacking(context: JsonObject, terms: ReadonlySet<string>): JsonObject {
  return Object.fromEntries(
    Object.entries(context)
      .filter(([term]) => !terms.has(term))
      .map(([term, definition]) => [term, withoutTerms(definition, terms)]),
  )
}

function withoutTerms(definition: Json | undefined, terms: ReadonlySet<string>): Json | undefined {
  const scope = isObject(definition) ? definition['@context'] : undefined
  if (!isObject(definition) || !isObject(scope)) return definition
  const less = lacking(scope, terms)
  return Object.keys(less).length === Object.keys(scope).length ? definition : { ...definition, '@context': less }
}

/** The addresses that a document names as contexts, and the names of its members. */
function lookThrough(document: JsonObject): { readonly addresses: ReadonlySet<Json>; readonly members: ReadonlySet<string> } {
  const addresses = new Set<Json>()
  const members = new Set<string>()
  const waiting: Json[] = [document]
  while (waiting.length > 0) {
    const next = waiting.pop()
    if (Array.isArray(next)) for (const item of next) waiting.push(item)
    else if (isObject(next))
      for (const [name, member] of Object.entries(next)) {
        if (member === undefined) continue
        if (name === '@context') for (const item of [member].flat()) addresses.add(item)
        else {
          members.add(name)
          waiting.push(member)
        }
      }
  }
  return { addresses, members }
}
