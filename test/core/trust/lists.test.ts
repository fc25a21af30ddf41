import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { limits } from '../../../src/core/limits.ts'
import { readTable } from '../../../src/core/trust/csv.ts'
import { kindByName } from '../../../src/core/trust/entries.ts'
import { FETCHED_AT } from '../../issuer/door.ts'
import { json, utf8 } from '../../issuer/issuers.ts'
import { found, listIn, readingOf, refusalOf, served } from './support.ts'

const legacy = (registry: unknown) => ({ meta: { created: '2021-01-01', updated: '2026-01-01' }, registry })

describe('a registry of the DCC as one file', () => {
  const address = 'https://digitalcredentials.github.io/dcc-registry/registry.json'
  const did = 'did:web:westbridge.example'

  test('is read by identifier, as of when it was fetched', async () => {
    const registry = legacy({ [did]: { name: 'Westbridge College', location: 'Here', url: 'https://westbridge.example' } })
    const { origin, list } = readingOf(await found({ url: address }, served({ [address]: json(registry) })))
    expect(origin).toEqual({ source: 'dcc-legacy', name: 'DCC Registry', kind: 'production', url: address })
    expect(list).toMatchObject({ name: 'DCC Registry', kind: 'production', asOf: FETCHED_AT, complete: true })
    expect([...list.entries]).toEqual([[did, { name: 'Westbridge College', url: 'https://westbridge.example/' }]])
  })

  test.for(['sandbox', 'community', 'issuer'])('of the %s kind is for tests', async (name) => {
    const url = `https://digitalcredentials.github.io/${name}-registry/registry.json`
    const { list } = readingOf(await found({ url }, served({ [url]: json(legacy({})) })))
    expect(list.kind).toBe('test')
  })

  test('passes over what says nothing, and takes nothing from a prototype', async () => {
    const { list } = await listIn(
      `{"registry": {"did:key:a": {"name": ""}, "did:key:b": null, "did:key:c": "x", "no id": {"name": "X"}, "__proto__": {"name": "Y"},
        "did:key:d": {"name": "  Real\\n College ", "url": "javascript:alert(1)"}}}`,
    )
    expect([...list.entries]).toEqual([['did:key:d', { name: 'Real College' }]])
    expect(list.entries.get('constructor')).toBeUndefined()
  })

  test('of more institutions than we take is refused', async () => {
    const many = Object.fromEntries(Array.from({ length: limits.listedIssuers + 1 }, (_, index) => [`did:key:${index}`, 1]))
    expect(await refusalOf(legacy(many))).toEqual({ code: 'list_too_long', facts: { limit: limits.listedIssuers } })
  })

  test('has names no longer than we show', async () => {
    const { list } = await listIn(legacy({ 'did:key:a': { name: 'x'.repeat(10_000) } }))
    expect(list.entries.get('did:key:a')?.name).toHaveLength(limits.issuerName)
  })
})

describe('names of lists for tests', () => {
  test.for(['DCC Sandbox Registry', 'DCC Community Registry', 'Test registry', 'DCC Pilot', 'test.registry.dcconsortium.org'])(
    '%s is one',
    (name) => expect(kindByName(name)).toBe('test'),
  )
  test.for([
    'DCC Member Registry',
    'California Community Colleges',
    'Community-College Network',
    'Attestation Board',
    'Contestants',
  ])('%s is none', (name) => expect(kindByName(name)).toBe('production'))
})

describe('a list that somebody wrote', () => {
  const key = 'NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs'
  const issuers = [
    { id: 'did:web:westbridge.example', name: 'Westbridge College', url: 'https://westbridge.example/', keys: [key] },
    { domain: 'Kestrel.Example', name: 'Kestrel University' },
  ]

  test('in JSON names identifiers and hosts', async () => {
    const { origin, list } = await listIn({ name: 'Our partners', issuers }, 'partners.json')
    expect(origin).toEqual({ source: 'own-list', name: 'Our partners', kind: 'production', url: '' })
    expect([...list.entries]).toEqual([
      ['did:web:westbridge.example', { name: 'Westbridge College', url: 'https://westbridge.example/', thumbprints: [key] }],
    ])
    expect([...(list.hosts ?? [])]).toEqual([['kestrel.example', { name: 'Kestrel University' }]])
    expect(list.complete).toBe(true)
  })

  test('may be a bare array, called by its file', async () => {
    expect((await listIn(issuers, 'partners.json')).origin.name).toBe('partners')
  })

  test('may say that it is for tests, and is not so for its name', async () => {
    expect((await listIn({ name: 'X', kind: 'test', issuers })).list.kind).toBe('test')
    expect((await listIn({ name: 'Community test list', issuers })).list.kind).toBe('production')
  })

  test.for([
    [
      'commas',
      'issuer,name,url\r\ndid:web:westbridge.example,"Westbridge, ""The"" College",\r\n\r\nkestrel.example,Kestrel,\r\n',
    ],
    ['semicolons', 'name;id\nWestbridge, "The" College;did:web:westbridge.example\nKestrel;kestrel.example'],
    ['tabs', 'Domain\tName\tKey\ndid:web:westbridge.example\tWestbridge, "The" College\t\nkestrel.example\tKestrel'],
  ])('as a table with %s', async ([, table]) => {
    const { list, origin } = await listIn(table, 'office.csv')
    expect(list.entries.get('did:web:westbridge.example')?.name).toBe('Westbridge, "The" College')
    expect(list.hosts?.get('kestrel.example')?.name).toBe('Kestrel')
    expect(origin).toMatchObject({ source: 'own-list', name: 'office' })
  })

  test('starting with a byte order mark is read as well', async () => {
    expect((await listIn('\uFEFFissuer,name\nkestrel.example,Kestrel')).list.hosts?.size).toBe(1)
  })

  test('is called by its host when it was read from one', async () => {
    const url = 'https://office.example/partners.csv'
    const document = { bytes: utf8('issuer,name\nkestrel.example,Kestrel'), mediaType: 'text/csv' }
    expect(readingOf(await found({ url }, served({ [url]: document }))).origin).toMatchObject({ name: 'office.example', url })
  })

  test('counts the first of two lines about one issuer', async () => {
    const { list } = await listIn('issuer,name\nkestrel.example,First\nKESTREL.example,Second')
    expect(list.hosts?.get('kestrel.example')?.name).toBe('First')
  })

  test.for([
    ['no name', 'issuer,name\nkestrel.example,Kestrel\ndid:web:westbridge.example,', 3],
    ['a host with a path', 'issuer,name\nkestrel.example/issuer,Kestrel', 2],
    ['a whole top-level domain', 'issuer,name\nexample,Everyone', 2],
    ['a wildcard of no host', 'issuer,name\n*,Everyone', 2],
    ['an identifier with a blank', 'issuer,name\n"did:web:westbridge example",X', 2],
    ['a key that is no thumbprint', 'issuer,name,key\nkestrel.example,Kestrel,z6Mk', 2],
  ] as const)('with %s is refused as a whole, and the line is told', async ([, table, line]) => {
    expect(await refusalOf(table)).toMatchObject({ code: 'list_entry_invalid', facts: { line } })
  })

  test('of more institutions than we take is refused', async () => {
    const rows = Array.from({ length: limits.listedIssuers + 1 }, (_, index) => `did:key:z${index},X`)
    expect(await refusalOf(`issuer,name\n${rows.join('\n')}`)).toMatchObject({ code: 'list_too_long' })
  })

  test.for([
    '{}',
    '[]',
    '[{}]',
    '[1]',
    '{"issuers": []}',
    '{"issuers": {}}',
    'hello',
    'a,b\nc,d',
    'issuer,name\n',
    '',
    '<html></html>',
  ])('%s is none', async (text) => expect((await refusalOf(text)).code).toMatch(/^list_unrecognized$/))

  test('any text is a list or a coded problem, never worse', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'binary', maxLength: 300 }),
        fc.constantFrom('', 'issuer,name\n', '{"issuers":'),
        async (tail, head) => {
          const read = await found({ bytes: utf8(head + tail), name: 'x' })
          expect('kind' in read || read.code).toBeTruthy()
        },
      ),
      { numRuns: 300 },
    )
  })

  test('a table gives back what was written into it', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.string(), { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 8 }), (rows) => {
        const table = [['a', 'b'], ...rows]
        const text = table.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\r\n')
        expect(readTable(text, 100)).toEqual(table)
      }),
    )
  })
})

describe('the master list of the DCC', () => {
  const address = 'https://digitalcredentials.github.io/dcc-known-registries/known-did-registries.json'
  const rows = [
    { type: 'oidf', name: 'DCC Member Registry', trustAnchorEC: 'https://registry.example/.well-known/openid-federation' },
    { type: 'oidf', name: 'Older', fetchEndpoint: 'https://older.example/fetch?sub=' },
    {
      type: 'dcc-legacy',
      name: 'DCC Sandbox Registry',
      url: 'https://digitalcredentials.github.io/sandbox-registry/registry.json',
    },
    { type: 'something-new', name: 'X', url: 'https://x.example/' },
    { type: 'dcc-legacy', name: 'Y', url: 'javascript:alert(1)' },
  ]

  test('names registries of both kinds, those for tests as such', async () => {
    expect(await found({ url: address }, served({ [address]: json(rows) }))).toEqual({
      kind: 'directory',
      origins: [
        {
          source: 'openid-federation',
          name: 'DCC Member Registry',
          kind: 'production',
          url: 'https://registry.example/.well-known/openid-federation',
        },
        {
          source: 'openid-federation',
          name: 'Older',
          kind: 'production',
          url: 'https://older.example/.well-known/openid-federation',
        },
        {
          source: 'dcc-legacy',
          name: 'DCC Sandbox Registry',
          kind: 'test',
          url: 'https://digitalcredentials.github.io/sandbox-registry/registry.json',
        },
      ],
    })
  })
})

test('a host that is silent or has a page instead is a problem, not an empty list', async () => {
  expect(await found({ url: 'https://gone.example/list.json' })).toMatchObject({ code: 'fetch_status' })
  const url = 'https://page.example/list.json'
  expect(await found({ url }, served({ [url]: { bytes: utf8('<html>,\n</html>'), mediaType: 'text/html' } }))).toEqual({
    code: 'list_unrecognized',
  })
})
