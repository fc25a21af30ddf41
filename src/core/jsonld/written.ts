import { lazy } from '../lazy.ts'

/**
 * The contexts that no package ships, from the tables in `schemas/contexts`: each is built when it is first met. A test proves
 * every one equal to the published document that it stands for.
 */

/**
 * A term: its IRI; or its IRI with the type of its values, the container they come in and the terms that hold inside of it
 * (JSON-LD 1.1 §9.15.1), each null or left out where there is none. `@protected` and its like stand as they are.
 */
export type Row =
  | string
  | boolean
  | number
  | readonly [iri: string, type?: string | null, container?: string | null, scope?: Terms | null]
export type Terms = Readonly<Record<string, Row>>

/** One context, as compactly as it can be written. */
export interface Table {
  /** The published document: its addresses, what it is called, and the SHA-256 of its text. */
  readonly standsFor: {
    readonly url: string
    readonly also?: readonly string[]
    readonly version: string
    readonly sha256: string
  }
  /** Contexts that come before these terms. */
  readonly upon?: readonly string[]
  /** What addresses are shortened by in this table alone: no terms. */
  readonly short?: Readonly<Record<string, string>>
  readonly terms: Terms
}

const file = (load: () => Promise<{ readonly default: unknown }>) =>
  lazy(async () => (await load()).default as { readonly tables: readonly Table[] })

const files = {
  'clr-1.0': file(() => import('../../../schemas/contexts/clr-1.0.json')),
  'clr-2.0': file(() => import('../../../schemas/contexts/clr-2.0.json')),
  'open-badges-1.1': file(() => import('../../../schemas/contexts/open-badges-1.1.json')),
  'open-badges-2.0': file(() => import('../../../schemas/contexts/open-badges-2.0.json')),
  'open-badges-2.1': file(() => import('../../../schemas/contexts/open-badges-2.1.json')),
  'open-badges-extensions': file(() => import('../../../schemas/contexts/open-badges-extensions.json')),
  security: file(() => import('../../../schemas/contexts/security.json')),
  'w3c-examples': file(() => import('../../../schemas/contexts/w3c-examples.json')),
} as const

export type TableFile = keyof typeof files

/** Every table in a file. */
export async function tablesIn(name: TableFile): Promise<readonly Table[]> {
  return (await files[name]()).tables
}

/** The context of an address, built from the table that a file has for it; null when it has none. */
export async function loadWritten(name: TableFile, url: string): Promise<object | null> {
  const tables = await tablesIn(name)
  const table = tables.find(({ standsFor }) => standsFor.url === url || standsFor.also?.includes(url))
  return table ? contextOf(table) : null
}

/** A JSON-LD context document of a table. */
export function contextOf({ upon, short = {}, terms }: Table): object {
  const own = definitionsOf(terms, short)
  return { '@context': upon ? [...upon, own] : own }
}

/** JSON-LD term definitions of the rows of a table. */
export function definitionsOf(terms: Terms, short: Readonly<Record<string, string>> = {}): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(terms).map(([term, row]) => [term, definitionOf(row, short)]))
}

function definitionOf(row: Row, short: Readonly<Record<string, string>>): unknown {
  if (typeof row === 'string') return lengthened(row, short)
  if (typeof row !== 'object') return row
  const [iri, type, container, scope] = row
  return {
    '@id': lengthened(iri, short),
    ...(type && { '@type': lengthened(type, short) }),
    ...(container && { '@container': container }),
    ...(scope && { '@context': definitionsOf(scope, short) }),
  }
}

function lengthened(iri: string, short: Readonly<Record<string, string>>): string {
  const colon = iri.indexOf(':')
  const start = colon > 0 && Object.hasOwn(short, iri.slice(0, colon)) ? short[iri.slice(0, colon)] : undefined
  return start === undefined ? iri : start + iri.slice(colon + 1)
}
