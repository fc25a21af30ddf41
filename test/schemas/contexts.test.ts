import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import jsonld from 'jsonld'
import { expect, test } from 'vitest'
import { bundledContexts, loadContext } from '../../src/core/jsonld/contexts.ts'
import { variantsFor } from '../../src/core/jsonld/variants.ts'
import { contextOf, type Table, type TableFile, tablesIn } from '../../src/core/jsonld/written.ts'
import { isObject, type Json, type JsonObject } from '../../src/core/model/json.ts'
import { describeVectors, pathOf } from '../vectors/vectors.ts'

const files: readonly TableFile[] = [
  'clr-1.0',
  'clr-2.0',
  'open-badges-1.1',
  'open-badges-2.0',
  'open-badges-2.1',
  'open-badges-extensions',
  'security',
  'w3c-examples',
]
const tables: readonly Table[] = (await Promise.all(files.map(tablesIn))).flat()

interface Published {
  readonly sha256: string
  readonly document: JsonObject
}

function filesUnder(folder: string): readonly string[] {
  return readdirSync(pathOf(folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}

function publishedOnes(): ReadonlyMap<string, Published> {
  return new Map(
    filesUnder('contexts').map((path) => {
      const text = readFileSync(path, 'utf8')
      const sha256 = createHash('sha256').update(text).digest('hex')
      return [sha256, { sha256, document: JSON.parse(text) as JsonObject }]
    }),
  )
}

/** Everything of one address in a context: what it builds upon, and its terms. */
function partsOf(context: unknown): { readonly upon: readonly unknown[]; readonly terms: object } {
  const parts = [context].flat()
  return { upon: parts.filter((part) => typeof part === 'string'), terms: Object.assign({}, ...parts.filter(isObject)) }
}

interface Term {
  readonly name: string
  /** The types that its scope belongs to. */
  readonly within: readonly string[]
}

function termsOf(context: unknown, within: readonly string[] = []): readonly Term[] {
  return Object.entries(partsOf(context).terms).flatMap(([name, definition]): readonly Term[] => {
    if (name.startsWith('@')) return []
    const scope = isObject(definition) ? termsOf(definition['@context'], [...within, name]) : []
    return [{ name, within }, ...scope]
  })
}

/** A value of every kind that a member may have, right or wrong. */
function valuesFor({ name }: Term): readonly Json[] {
  return [
    'plain text',
    'https://thing.example/1',
    7,
    1.5,
    true,
    null,
    [],
    ['one', 'two'],
    '2024-05-03T09:00:00Z',
    { id: 'https://thing.example/2' },
    { type: name, id: 'https://thing.example/3', name: 'Named' },
    { '@value': 'text', '@language': 'fr' },
    { '@list': ['one', 'two'] },
    { en: 'text', fr: 'texte' },
    [{ type: 'Association', sourceId: 'urn:x:1', targetId: 'urn:x:2' }],
  ]
}

/** A node inside one node of each type, the outermost first. */
function inScopes([outermost, ...inner]: readonly string[], node: JsonObject): JsonObject {
  return outermost === undefined ? node : { type: outermost, [outermost]: inScopes(inner, node), ...node }
}

/** Nodes that use a term with a value of every kind, in the scopes where it belongs and outside of them. */
function nodesUsing(term: Term): readonly JsonObject[] {
  const last = term.within.at(-1)
  return valuesFor(term).flatMap((value) => [
    { [term.name]: value },
    inScopes(term.within, { [term.name]: value }),
    ...(last ? [{ type: last, [term.name]: value }] : []),
  ])
}

/** As few documents as hold all nodes, so that none whose node is refused hides what becomes of another. */
async function documentsOf(url: string, nodes: readonly JsonObject[], loader: Loader): Promise<readonly JsonObject[]> {
  const document = { '@context': url, '@graph': nodes }
  if (nodes.length < 2 || typeof (await expanded(document, loader)) !== 'string') return [document]
  const half = Math.ceil(nodes.length / 2)
  return [...(await documentsOf(url, nodes.slice(0, half), loader)), ...(await documentsOf(url, nodes.slice(half), loader))]
}

/** The JSON documents among the vectors that name an address as a context, each object that does so. */
function vectorsNaming(urls: readonly string[]): readonly JsonObject[] {
  return everyVector.filter((document) => [document['@context']].flat().some((one) => urls.includes(String(one))))
}

function objectsWithContext(value: unknown): readonly JsonObject[] {
  if (Array.isArray(value)) return value.flatMap(objectsWithContext)
  if (!isObject(value)) return []
  return [...('@context' in value ? [value] : []), ...Object.values(value).flatMap(objectsWithContext)]
}

const families = ['ob1', 'ob2', 'ob3', 'clr1', 'clr2', 'jose', 'status-list', 'vc-data-model']
let everyVector: readonly JsonObject[] = []

function readVectors(): readonly JsonObject[] {
  return families.flatMap(filesUnder).flatMap((path) => {
    const text = readFileSync(path, 'utf8').trim()
    const payload = /^[\w-]+\.([\w-]+)\.[\w-]*$/.exec(text)?.[1]
    try {
      return objectsWithContext(JSON.parse(payload ? Buffer.from(payload, 'base64url').toString() : text))
    } catch {
      return []
    }
  })
}

type Loader = (url: string) => Promise<{ contextUrl: null; documentUrl: string; document: object }>

const stock = jsonld as unknown as Record<'expand' | 'canonize', (document: unknown, options: object) => Promise<unknown>>
const codeOf = (error: unknown) => String((error as { details?: { code?: unknown } }).details?.code ?? error)

/** What the library makes of a document, with nothing of ours but the contexts: an error is an answer too. */
function expanded(document: JsonObject, documentLoader: Loader): Promise<unknown> {
  return stock.expand(document, { documentLoader, base: null }).catch(codeOf)
}

function canonical(document: JsonObject, documentLoader: Loader): Promise<unknown> {
  const form = { algorithm: 'RDFC-1.0', format: 'application/n-quads', rdfDirection: 'i18n-datatype', safe: false }
  return stock.canonize(document, { ...form, documentLoader, base: null }).catch(codeOf)
}

function loaderOf(texts: ReadonlyMap<string, object>): Loader {
  return async (url) => {
    const document = texts.get(url) ?? (await loadContext(url))
    if (!document) throw new Error(`no context at ${url}`)
    return { contextUrl: null, documentUrl: url, document }
  }
}

test('each address of a table is one that is shipped, and each table names the document it stands for', () => {
  for (const { standsFor } of tables) {
    expect(standsFor.sha256).toMatch(/^[0-9a-f]{64}$/)
    for (const url of [standsFor.url, ...(standsFor.also ?? [])]) expect(bundledContexts).toContain(url)
  }
})

describeVectors('the contexts that are written here, beside the published ones', () => {
  const published = publishedOnes()
  everyVector = readVectors()
  const textsOf = (of: (table: Table) => object) =>
    new Map(tables.flatMap((table) => [table.standsFor.url, ...(table.standsFor.also ?? [])].map((url) => [url, of(table)])))
  const ours = loaderOf(textsOf(contextOf))
  const theirs = loaderOf(textsOf((table) => published.get(table.standsFor.sha256)?.document ?? {}))

  test.for(tables.map((table) => [table.standsFor.url, table] as const))('%s has the same terms', ([, table]) => {
    const document = published.get(table.standsFor.sha256)?.document
    expect(partsOf((contextOf(table) as JsonObject)['@context'])).toEqual(partsOf(document?.['@context']))
  })

  test.for(tables.map((table) => [table.standsFor.url, table] as const))(
    '%s means the same, in every vector that names it and with every term',
    { timeout: 120_000 },
    async ([url, table]) => {
      const context = published.get(table.standsFor.sha256)?.document['@context']
      const vectors = vectorsNaming([url, ...(table.standsFor.also ?? [])])
      for (const document of vectors) expect(await canonical(document, ours)).toEqual(await canonical(document, theirs))
      // N-Quads are made from the expanded form and nothing else: where that is the same, they are.
      const synthetic = await documentsOf(url, termsOf(context).flatMap(nodesUsing), theirs)
      expect(synthetic.length).toBeGreaterThan(0)
      for (const document of [...vectors, ...synthetic])
        expect(await expanded(document, ours)).toEqual(await expanded(document, theirs))
    },
  )

  test('the text of Open Badges 3.0.3 with endorsementJwt is the published one', async () => {
    const url = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'
    const document = { '@context': url, endorsementJwt: ['a.b.c'], jti: 'urn:x:1' }
    const [variant] = await variantsFor(document)
    const sha256 = '3d34f4d4ef1bce691106e63798beb5e7b862ba841423f5ee1e53ab7ddf3bca84'
    expect(variant?.texts.get(url)).toEqual({ '@context': published.get(sha256)?.document['@context'] })
  })
})
