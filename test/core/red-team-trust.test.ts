import { gzipSync } from 'node:zlib'
import { describe, expect, test, vi } from 'vitest'
import type { Session } from '../../src/core/checks/check.ts'
import type { Room } from '../../src/core/containers/container.ts'
import { gzip } from '../../src/core/containers/gzip.ts'
import { zip } from '../../src/core/containers/zip.ts'
import { type PublicKey, readJwk } from '../../src/core/dids/keys.ts'
import { matchRecipient } from '../../src/core/identity/match.ts'
import { limits } from '../../src/core/limits.ts'
import type { Credential, Identity } from '../../src/core/model/credential.ts'
import { dccLegacy } from '../../src/core/trust/dcc-legacy.ts'
import { listOfPins } from '../../src/core/trust/pins.ts'
import { standingOf } from '../../src/core/trust/standing.ts'
import { thumbprintOf } from '../../src/core/trust/thumbprint.ts'
import { isSameCredential } from '../../src/core/versions.ts'
import { credentialWith } from '../app/credential/credentials.ts'
import { doorTo, FETCHED_AT } from '../issuer/door.ts'
import { documents } from '../issuer/issue.ts'
import { issuerOf } from '../issuer/issuers.ts'
import { zipOf } from '../issuer/zip.ts'
import { sessionOf } from './checks/support.ts'
import { listIn } from './trust/support.ts'

/* What somebody may try who wants a stranger to look known, a key to count for another, or a good credential to look replaced. */

const pinned = 'A'.repeat(43)

describe('a list of somebody’s own', () => {
  test('pins the keys that it names, by either word for them', async () => {
    const entries = async (content: unknown) => [...(await listIn(content)).list.entries.values()]
    const one = { id: 'did:web:westbridge.example', name: 'Westbridge' }
    for (const content of [
      `issuer,name,keys\n${one.id},${one.name},${pinned}`,
      `issuer,name,key\n${one.id},${one.name},${pinned}`,
      { issuers: [{ ...one, key: pinned }] },
      { issuers: [{ ...one, keys: [pinned] }] },
    ])
      expect(await entries(content)).toEqual([{ name: one.name, thumbprints: [pinned] }])
  })

  test('with a very wide header is read in one pass over it', async () => {
    const look = vi.spyOn(Array.prototype, 'indexOf')
    try {
      const lines = Array.from({ length: 500 }, (_, index) => `did:key:z${index},College`)
      const { list } = await listIn(`issuer,name,"a\nb"${',x'.repeat(5_000)}\n${lines.join('\n')}`)
      expect(list.entries.size).toBe(500)
      expect(look.mock.contexts.filter((array) => Array.isArray(array) && array.length > 5_000).length).toBeLessThan(10)
    } finally {
      look.mockRestore()
    }
  })

  test('has no name that would bend the sentence round it', async () => {
    const { list } = await listIn({ issuers: [{ id: 'did:key:a', name: '\u202eegelloC\u2066 \u0007of\u200b Arts' }] })
    expect(list.entries.get('did:key:a')?.name).toBe('egelloC of Arts')
  })
})

test('a list for tests is one also where another address leads to it', async () => {
  const url = 'https://short.example/list'
  const finalUrl = 'https://digitalcredentials.github.io/issuer-registry/registry.json'
  const document = { kind: 'json', value: { registry: {} }, name: url, url, finalUrl, at: FETCHED_AT } as const
  const powers = { open: doorTo(documents()), now: new Date(FETCHED_AT), issuers: [], previous: null }
  expect((await dccLegacy.read(document, powers)).origin.kind).toBe('test')
})

describe('a pinned key', () => {
  const issuer = issuerOf('westbridge', { identity: 'did:web' })

  test('is that of the record, not the address, for a badge inside a record that somebody signed', async () => {
    const hosted = { kind: 'hosted', address: `https://westbridge.example/badges/1` } as const
    const credential: Credential = { ...credentialWith({}), format: 'clr1', securing: hosted }
    const record: Credential = { ...credential, securing: { kind: 'jose' } as Credential['securing'] }
    const context = { now: new Date(FETCHED_AT) }
    const signer = readJwk(issuer.key.publicJwk)
    const outer = {
      credential: record,
      outer: null,
      context,
      proofs: async () => ({ proofs: [{ status: 'passed', code: null, key: { key: signer } }] }),
    } as unknown as Session
    const session = {
      credential,
      outer,
      context,
      answer: async () => ({ status: 'passed', code: null }),
      proofs: async () => ({ proofs: [] }),
    } as unknown as Session
    const list = (thumbprint: string) =>
      listOfPins([{ issuer: credential.issuer.id, name: 'X', thumbprints: [thumbprint], since: '' }], '')
    const byItself = { status: 'warning', code: 'issuer_by_web_address', facts: { host: 'westbridge.example' } } as const
    const code = async (thumbprint: string) =>
      (await standingOf(session, { lists: [list(thumbprint)], unread: [] }, byItself)).code
    expect(await code('')).toBe('issuer_other_key')
    expect(await code(await thumbprintOf(signer))).toBeNull()
  })

  test('is not that of a stranger whose modulus begins like it', async () => {
    const e = 'AQAB'
    const keyOf = (end: number): PublicKey => {
      const n = Uint8Array.from({ length: 256 }, (_, index) => (index < 250 ? 0xc1 : end))
      return readJwk({ kty: 'RSA', e, n: Buffer.from(n).toString('base64url') })
    }
    const [own, posing] = [keyOf(3), keyOf(5)]
    const credential = credentialWith({})
    const session = {
      ...sessionOf(credential),
      answer: async () => ({
        status: 'passed',
        code: null,
        facts: { key: `RSA ${(own as { jwk: { n: string } }).jwk.n.slice(0, 16)}` },
      }),
      proofs: async () => ({
        proofs: [posing, own].map((key) => ({ status: 'passed', code: null, key: { key } })),
      }),
    } as unknown as Session
    const keyless = listOfPins([{ issuer: credential.issuer.id, name: '', thumbprints: [], since: '' }], '')
    const { facts } = await standingOf(session, { lists: [keyless], unread: [] }, { status: 'warning', code: 'issuer_unbound' })
    expect(facts?.['thumbprint']).toBeUndefined()
  })
})

describe('an identity', () => {
  const subject = (identity: Identity) => [{ identities: [identity], results: [], otherMembers: {} }]
  const clear = (type: string, value: string) => subject({ type, hashed: false, value })

  test('of a kind named like a member that every object has is a kind like any other', async () => {
    expect(await matchRecipient(clear('constructor', 'A1'), ['A1'])).toMatchObject({ result: 'match', kind: 'constructor' })
    for (const claim of ['valueOf:A1', 'constructor:A1', 'hasOwnProperty:A1', '__proto__:A1'])
      expect(await matchRecipient(clear('studentId', 'A1'), [claim])).toMatchObject({ result: 'incomparable' })
  })

  test('that says nothing is nobody’s', async () => {
    for (const claim of ['', ' ', 'mailto:', 'mailto: ', 'tel:()', 'identifier:'])
      for (const type of ['emailAddress', 'telephone', 'identifier'])
        expect((await matchRecipient(clear(type, ''), [claim])).result).not.toBe('match')
  })

  test('is never shown by a name, also where the badge does not say what it names', async () => {
    expect((await matchRecipient(clear('identifier', 'Ana Rivera'), ['name:Ana Rivera'])).result).not.toBe('match')
  })
})

describe('of an archive', () => {
  const room = (): Room => ({ files: 100, bytes: limits.archiveBytes })

  test('a file that turns out damaged has taken the room that it said it needs', async () => {
    const data = new Uint8Array(500_000)
    const files = Array.from({ length: 20 }, (_, index) => ({ name: `${index}.json`, data, size: data.length + 1 }))
    const left = room()
    await zip.unpack({ name: 'bomb.zip', bytes: zipOf(files) }, left)
    expect(left.bytes).toBeLessThanOrEqual(limits.archiveBytes - 20 * data.length)
  })

  test('a file has no name that reads as another', async () => {
    const [member] = await zip.unpack(
      { name: 'a.zip', bytes: zipOf([{ name: 'me\u202enosj.exe', data: new Uint8Array(1) }]) },
      room(),
    )
    expect(member?.name).toBe('a.zip/menosj.exe')
  })

  test('a gzip that breaks off or is too large has taken the room that it may have filled', async () => {
    const whole = gzipSync(new Uint8Array(4_000_000))
    const left = room()
    const broken = whole.slice(0, -8)
    await expect(gzip.unpack({ name: 'a.gz', bytes: broken }, left)).rejects.toThrow()
    expect(left.bytes).toBeLessThanOrEqual(limits.archiveBytes - 4_000_000)
    const large = room()
    await expect(gzip.unpack({ name: 'b.gz', bytes: gzipSync(new Uint8Array(limits.inputBytes + 1)) }, large)).rejects.toThrow()
    expect(large.bytes).toBeLessThanOrEqual(limits.archiveBytes - limits.inputBytes)
  })
})

test('credentials whose id is blank are never versions of one another', () => {
  const one = (id: string) => ({ ...credentialWith({}), id })
  for (const [a, b] of [
    ['', ''],
    [' ', '\t'],
    ['', ' '],
  ] as const)
    expect(isSameCredential(one(a), one(b))).toBe(false)
  expect(isSameCredential(one('urn:a'), one('urn:a'))).toBe(true)
})
