import { calculateJwkThumbprint, type JWK } from 'jose'
import { describe, expect, test } from 'vitest'
import { FETCHED_AT } from '../../issuer/door.ts'
import {
  anchorKey,
  configuration,
  federation,
  otherKey,
  type StatementOptions,
  statementAbout,
  statementAddress,
  token,
} from '../../issuer/federation.ts'
import { utf8 } from '../../issuer/issuers.ts'
import { keyPair } from '../../issuer/keys.ts'
import { found, listOf, readingOf, served } from './support.ts'

const westbridge = 'did:web:westbridge.example'
const seconds = Math.floor(Date.parse(FETCHED_AT) / 1000)

/** What is read of the registry with this configuration and these statements. */
async function read(config: string, statements: Readonly<Record<string, string>> = {}, more: Parameters<typeof found>[2] = {}) {
  const documents = Object.entries(statements).map(([sub, text]) => [statementAddress(sub), token(text)] as const)
  const all = served({ [federation.address]: token(config), ...Object.fromEntries(documents) })
  return found({ url: federation.address }, all, { issuers: [westbridge], ...more })
}

describe('a registry under OpenID Federation', () => {
  test('says of an issuer what it signed, until that ends', async () => {
    const reading = readingOf(
      await read(await configuration(), { [westbridge]: await statementAbout(westbridge, 'Westbridge College') }),
    )
    expect(reading).toMatchObject({
      origin: { source: 'openid-federation', name: federation.name, kind: 'production', url: federation.address },
      list: { name: federation.name, asOf: FETCHED_AT, complete: false },
      trouble: null,
    })
    expect([...reading.list.entries]).toEqual([
      [
        westbridge,
        {
          name: 'Westbridge College',
          legalName: 'Westbridge College, Inc.',
          url: 'https://westbridge.example/',
          ctid: 'ce-3f9295b8-9c7d-4314-a06d-235ab8d0bfaf',
          ror: 'https://ror.org/000000000',
          until: '2026-11-24T00:00:00.000Z',
        },
      ],
    ])
    expect(reading.anchor).toBe(await calculateJwkThumbprint(anchorKey.publicJwk as JWK))
  })

  test('that answers 404 does not list the issuer', async () => {
    const { list, trouble } = readingOf(await read(await configuration()))
    expect([...list.entries]).toEqual([[westbridge, null]])
    expect(trouble).toBeNull()
  })

  test('that is silent about an issuer leaves open whether it is listed, and a former "not listed" does not stand', async () => {
    const documents = served({ 'silent:': token(''), [federation.address]: token(await configuration()) })
    const kept = { name: 'Kestrel University', until: '2026-11-24T00:00:00.000Z' }
    const previous = listOf({
      entries: new Map([
        [westbridge, null],
        ['did:key:kestrel', kept],
      ]),
      complete: false,
    })
    const request = { issuers: [westbridge, 'did:key:kestrel'], previous }
    const { list, trouble } = readingOf(await found({ url: federation.address }, documents, request))
    expect([...list.entries]).toEqual([['did:key:kestrel', kept]])
    expect(trouble).toMatchObject({ code: 'fetch_failed' })
  })

  test('for tests is one by its name', async () => {
    const metadata = {
      federation_entity: { organization_name: 'DCC Test Registry', federation_fetch_endpoint: federation.fetch },
    }
    expect(readingOf(await read(await configuration({ claims: { metadata } }))).list.kind).toBe('test')
  })

  test('may sign statements with any key of its configuration, by the kid', async () => {
    const keys = [
      { ...anchorKey.publicJwk, kid: federation.kid },
      { ...otherKey.publicJwk, kid: 'anchor-2' },
    ]
    const config = await configuration({ claims: { jwks: { keys } } })
    const statement = await statementAbout(westbridge, 'Westbridge College', { key: otherKey, header: { kid: 'anchor-2' } })
    expect(readingOf(await read(config, { [westbridge]: statement })).list.entries.get(westbridge)?.name).toBe(
      'Westbridge College',
    )
  })

  test('is asked about each issuer once, and about nothing that is no identifier', async () => {
    const { list } = readingOf(
      await read(await configuration(), {}, { issuers: [westbridge, westbridge, '', 'no id', 'x'.repeat(5000)] }),
    )
    expect([...list.entries.keys()]).toEqual([westbridge])
  })
})

const forgeries: readonly (readonly [string, StatementOptions, object])[] = [
  ['signed with a key that is not its own', { key: otherKey }, { code: 'list_signature_wrong' }],
  [
    'that names a key it does not have',
    { header: { kid: 'anchor-2' } },
    { code: 'list_statement_invalid', facts: { claim: 'kid' } },
  ],
  ['that names no key', { header: { kid: null } }, { code: 'list_statement_invalid', facts: { claim: 'kid' } }],
  ['that has ended', { claims: { exp: seconds } }, { code: 'list_statement_invalid', facts: { claim: 'exp' } }],
  ['without an end', { claims: { exp: null } }, { code: 'list_statement_invalid', facts: { claim: 'exp' } }],
  ['from the future', { claims: { iat: seconds + 3600 } }, { code: 'list_statement_invalid', facts: { claim: 'iat' } }],
  ['of another type', { header: { typ: 'JWT' } }, { code: 'list_statement_invalid', facts: { claim: 'typ' } }],
  [
    'with claims that we must understand and do not',
    { claims: { crit: ['x'] } },
    { code: 'list_statement_invalid', facts: { claim: 'crit' } },
  ],
  ['with alg none', { unsigned: true }, { code: 'list_signature_wrong', facts: { reason: 'alg_none' } }],
  ['in the name of another', { claims: { iss: 'https://elsewhere.example' } }, { code: 'list_statement_invalid' }],
  ['about another', { claims: { sub: 'did:web:kestrel.example' } }, { code: 'list_statement_invalid', facts: { claim: 'sub' } }],
]

describe('is not believed', () => {
  test.for(forgeries)('a statement %s', async ([, options, problem]) => {
    const forged = await statementAbout(westbridge, 'Westbridge College', options)
    const { list, trouble } = readingOf(await read(await configuration(), { [westbridge]: forged }))
    expect([...list.entries]).toEqual([])
    expect(trouble).toMatchObject(problem)
  })

  test.for(forgeries)(
    'a configuration %s',
    async ([, options, { code }]: readonly [string, StatementOptions, { code?: string }]) => {
      expect(await read(await configuration(options))).toMatchObject({ code })
    },
  )

  test('a statement whose content was exchanged under a good signature', async () => {
    const [header, , signature] = (await statementAbout(westbridge, 'Westbridge College')).split('.')
    const [, payload] = (await statementAbout(westbridge, 'Another Name')).split('.')
    const { list, trouble } = readingOf(await read(await configuration(), { [westbridge]: `${header}.${payload}.${signature}` }))
    expect(list.entries.size).toBe(0)
    expect(trouble).toMatchObject({ code: 'list_signature_wrong' })
  })

  test('an HMAC over the public key', async () => {
    const forged = (await statementAbout(westbridge, 'Westbridge College')).split('.')
    const header = Buffer.from(JSON.stringify({ typ: 'entity-statement+jwt', alg: 'HS256', kid: federation.kid })).toString(
      'base64url',
    )
    const { list, trouble } = readingOf(
      await read(await configuration(), { [westbridge]: [header, forged[1], forged[2]].join('.') }),
    )
    expect(list.entries.size).toBe(0)
    expect(trouble).toMatchObject({ code: 'list_signature_wrong', facts: { reason: 'alg_symmetric' } })
  })

  test('a statement whose key is named twice', async () => {
    const keys = [anchorKey, otherKey].map(({ publicJwk }) => ({ ...publicJwk, kid: federation.kid }))
    expect(await read(await configuration({ claims: { jwks: { keys } } }))).toMatchObject({ code: 'list_statement_invalid' })
  })

  test('a configuration of a registry that lives elsewhere', async () => {
    const address = 'https://stranger.example/.well-known/openid-federation'
    expect(await found({ url: address }, served({ [address]: token(await configuration()) }))).toMatchObject({
      code: 'list_statement_invalid',
      facts: { claim: 'iss' },
    })
  })

  test('a configuration from a file: nothing says whose it is', async () => {
    expect(await found({ bytes: utf8(await configuration()), name: 'x.jwt' })).toMatchObject({ code: 'list_statement_invalid' })
  })

  test('a configuration that would have somebody else asked', async () => {
    for (const endpoint of ['https://spy.example/fetch', 'http://registry.example/fetch', 'nowhere']) {
      const metadata = { federation_entity: { federation_fetch_endpoint: endpoint } }
      expect(await read(await configuration({ claims: { metadata } }))).toMatchObject({ code: 'list_statement_invalid' })
    }
  })
})

describe('the key of a registry', () => {
  test('is held against it once it is known', async () => {
    const first = readingOf(await read(await configuration()))
    expect(readingOf(await read(await configuration(), {}, { anchor: first.anchor ?? '' })).anchor).toBe(first.anchor)
    const renewed = await configuration({
      key: otherKey,
      claims: { jwks: { keys: [{ ...otherKey.publicJwk, kid: federation.kid }] } },
    })
    expect(await read(renewed, {}, { anchor: first.anchor ?? '' })).toMatchObject({
      code: 'list_key_changed',
      facts: { host: 'registry.example' },
    })
  })

  test('of another kind than its algorithm verifies nothing', async () => {
    const jwks = { keys: [{ ...keyPair('westbridge', 'Ed25519').publicJwk, kid: federation.kid }] }
    expect(await read(await configuration({ claims: { jwks } }))).toMatchObject({ code: 'list_signature_wrong' })
  })
})
