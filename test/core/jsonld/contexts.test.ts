import { describe, expect, test } from 'vitest'
import { bundledContexts, loadContext, roleOf } from '../../../src/core/jsonld/contexts.ts'
import { isPlainName } from '../../../src/core/jsonld/plain-names.ts'
import { variantTerms } from '../../../src/core/jsonld/variants.ts'

type Definitions = Record<string, unknown>

/** Every name that a context gives to an address, scoped contexts included. */
function namesIn(context: unknown, prefixes: Definitions, into: Map<string, Set<string>>): void {
  for (const part of [context].flat()) {
    if (typeof part !== 'object' || part === null) continue
    const known: Definitions = { ...prefixes, ...part }
    for (const [name, definition] of Object.entries(part as Definitions)) {
      const inner = (definition as { '@id'?: unknown; '@context'?: unknown } | null) ?? {}
      const id = typeof definition === 'string' ? definition : inner['@id']
      if (typeof id === 'string' && !name.startsWith('@')) {
        const [prefix = '', local] = /^https?:/.test(id) ? ['', undefined] : id.split(':')
        const iri = local !== undefined && typeof known[prefix] === 'string' ? `${known[prefix]}${local}` : id
        into.set(iri, (into.get(iri) ?? new Set()).add(name))
      }
      if (typeof inner === 'object' && '@context' in inner) namesIn(inner['@context'], known, into)
    }
  }
}

describe('the contexts that we ship', () => {
  test('are all there, each an object with a context', async () => {
    for (const url of bundledContexts) expect(await loadContext(url), url).toHaveProperty('@context')
  })

  test('an address that is not shipped has none', async () => {
    expect(await loadContext('https://elsewhere.example/context')).toBeNull()
    expect(await loadContext('__proto__')).toBeNull()
    expect(roleOf('constructor')).toBeNull()
  })

  test('never call one thing by two plain names, so that replacing one by another cannot rename what is read', async () => {
    const names = new Map<string, Set<string>>()
    for (const url of bundledContexts.filter((url) => !['other', 'earlier'].includes(String(roleOf(url)))))
      namesIn(((await loadContext(url)) as Definitions)['@context'], {}, names)
    namesIn(await variantTerms(), {}, names)
    // `tags` is what the vocabulary of before 2022 called `tag`; everything else about it has addresses of its own.
    expect(doubledIn(names)).toEqual([['https://schema.org/keywords', ['tag', 'tags']]])
  })

  test('tell which vocabularies of earlier generations do call several things by one name', async () => {
    for (const url of ['https://w3id.org/openbadges/v2', 'https://purl.imsglobal.org/spec/clr/v1p0/context/clr_v1p0.jsonld']) {
      expect(roleOf(url)).toBe('earlier')
      const names = new Map<string, Set<string>>()
      namesIn(((await loadContext(url)) as Definitions)['@context'], {}, names)
      expect(doubledIn(names).length).toBeGreaterThan(0)
    }
  })

  test('of records and of achievements have no term in common but id and type, so that their order changes nothing', async () => {
    const withRole = (role: string) => bundledContexts.filter((url) => roleOf(url) === role)
    const termsOf = async (url: string): Promise<Definitions> =>
      Object.assign({}, ...[((await loadContext(url)) as Definitions)['@context']].flat())
    expect(withRole('record').length).toBeGreaterThan(0)
    for (const record of withRole('record'))
      for (const vocabulary of withRole('vocabulary')) {
        const [one, other] = [await termsOf(record), await termsOf(vocabulary)]
        const common = Object.keys(one).filter((name) => name in other)
        expect([record, vocabulary, common.filter((name) => one[name] !== other[name])]).toEqual([record, vocabulary, []])
        expect(common.filter((name) => !['id', 'type'].includes(name))).toEqual([])
      }
  })
})

/** The addresses that have more than one plain name. */
function doubledIn(names: ReadonlyMap<string, ReadonlySet<string>>): readonly (readonly [string, readonly string[]])[] {
  return [...names]
    .map(([iri, found]) => [iri, [...found].filter(isPlainName).toSorted()] as const)
    .filter(([, found]) => found.length > 1)
}
