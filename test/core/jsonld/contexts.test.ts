import { describe, expect, test } from 'vitest'
import { bundledContexts, loadContext, roleOf } from '../../../src/core/jsonld/contexts.ts'
import { isPlainName } from '../../../src/core/jsonld/plain-names.ts'

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
    for (const url of bundledContexts.filter((url) => roleOf(url) !== 'other'))
      namesIn(((await loadContext(url)) as Definitions)['@context'], {}, names)
    const doubled = [...names]
      .map(([iri, found]) => [iri, [...found].filter(isPlainName).sort()] as const)
      .filter(([, found]) => found.length > 1)
    // `tags` is what the vocabulary of before 2022 called `tag`; everything else about it has addresses of its own.
    expect(doubled).toEqual([['https://schema.org/keywords', ['tag', 'tags']]])
  })
})
