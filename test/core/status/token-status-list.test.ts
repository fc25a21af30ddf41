import { describe, expect, test } from 'vitest'
import { validityStatus } from '../../../src/core/checks/status.ts'
import { limits } from '../../../src/core/limits.ts'
import type { OpenRequest } from '../../../src/core/model/context.ts'
import type { JsonObject } from '../../../src/core/model/json.ts'
import type { VerificationReport } from '../../../src/core/model/report.ts'
import { statusAt } from '../../../src/core/status/bits.ts'
import { verifyInput } from '../../../src/core/verify.ts'
import { credentialOf as badgeOf } from '../../issuer/content.ts'
import { doorTo, FETCHED_AT } from '../../issuer/door.ts'
import { documents } from '../../issuer/issue.ts'
import { type Documents, issuerOf, json, type Served, utf8 } from '../../issuer/issuers.ts'
import {
  badgeClaims,
  kestrel,
  metadata,
  packed,
  sdJwt,
  servedList,
  TOKEN_LIST,
  type TokenListOptions,
  tokenList,
  tokenStatus,
} from '../../issuer/sd-jwt.ts'
import { signedJwt } from '../../issuer/sign.ts'
import { bytesOf, describeVectors } from '../../vectors/vectors.ts'
import { credentialOf, sessionOf, vectorJson } from '../checks/support.ts'

const INDEX = 5

function report(text: string, served: Documents): Promise<VerificationReport> {
  const context = { now: new Date(FETCHED_AT), open: doorTo(served), audience: 'verifier', identities: [] } as const
  return verifyInput({ bytes: utf8(text), name: 'shown' }, context)
}

/** The verdict on a badge whose status stands in this list, and what `validity.status` says. */
async function told(
  list: TokenListOptions | string | null,
  status: JsonObject = tokenStatus(INDEX),
  more: Documents = new Map(),
) {
  const text = list === null || typeof list === 'string' ? list : await tokenList(list)
  const served = new Map([...metadata(), ...(text === null ? [] : servedList(text)), ...more])
  const { verdict, checks } = await report(await sdJwt({ ...badgeClaims(), status }), served)
  const found = checks.find(({ id }) => id === 'validity.status')
  return { verdict, status: `${found?.status} ${found?.code}`, facts: found?.evidence.facts }
}

describe('statuses are read from the right of each byte (TSL §4.1)', () => {
  test('of one bit', () => {
    const bytes = Uint8Array.of(0xb9, 0xa3)
    expect(Array.from({ length: 17 }, (_, index) => statusAt(bytes, index, 1))).toEqual([
      1,
      0,
      0,
      1,
      1,
      1,
      0,
      1,
      1,
      1,
      0,
      0,
      0,
      1,
      0,
      1,
      null,
    ])
  })

  test('of two bits', () => {
    const bytes = Uint8Array.of(0xc9, 0x44, 0xf9)
    expect(Array.from({ length: 12 }, (_, index) => statusAt(bytes, index, 2))).toEqual([1, 2, 0, 3, 0, 1, 0, 1, 1, 2, 3, 3])
  })

  test('of four and eight', () => {
    const bytes = Uint8Array.of(0x21, 0xf0)
    expect([0, 1, 2, 3, 4].map((index) => statusAt(bytes, index, 4))).toEqual([1, 2, 0, 15, null])
    expect([0, 1, 2].map((index) => statusAt(bytes, index, 8))).toEqual([0x21, 0xf0, null])
  })
})

describe('a status in a Token Status List', () => {
  test.for([1, 2, 4, 8] as const)('of %d bits is valid or invalid', async (bits) => {
    expect(await told({ bits, statuses: { [INDEX - 1]: 1, [INDEX + 1]: 1 } })).toMatchObject({
      verdict: 'verified',
      status: 'passed null',
      facts: { index: INDEX, value: 0, host: 'kestrel.example' },
    })
    expect(await told({ bits, statuses: { [INDEX]: 1 } })).toMatchObject({
      verdict: 'not-verified',
      status: 'failed status_revoked',
    })
  })

  test('may be suspended, or what only its issuer knows', async () => {
    const list = (status: number) => told({ bits: 4, statuses: { [INDEX]: status } })
    expect(await list(2)).toMatchObject({ verdict: 'not-verified', status: 'failed status_suspended' })
    expect(await list(3)).toMatchObject({ verdict: 'cannot-tell', status: 'unknown status_value_unknown', facts: { value: 3 } })
    expect(await list(15)).toMatchObject({ status: 'unknown status_value_unknown' })
  })

  test('is read from a list that is fetched whole', async () => {
    const requests: OpenRequest[] = []
    const status = tokenStatus(94_567)
    await validityStatus.run(sessionOf(await credentialOf(await sdJwt({ ...badgeClaims(), status })), { requests }))
    expect(requests).toMatchObject([{ url: TOKEN_LIST, purpose: 'status', accept: 'application/statuslist+jwt' }])
    expect(JSON.stringify(requests)).not.toContain('94567')
  })

  test('past the end of its list is refused', async () => {
    expect(await told({ entries: 16 }, tokenStatus(16))).toMatchObject({
      status: 'failed status_index_outside',
      facts: { entries: 16 },
    })
  })

  test.for([
    ['no index', { status_list: { uri: TOKEN_LIST } }],
    ['an index that is text', { status_list: { idx: '5', uri: TOKEN_LIST } }],
    ['a negative index', { status_list: { idx: -1, uri: TOKEN_LIST } }],
    ['half an index', { status_list: { idx: 0.5, uri: TOKEN_LIST } }],
    ['no address', { status_list: { idx: 5 } }],
    ['an address that is none', { status_list: { idx: 5, uri: 'list' } }],
  ] as const)('with %s is refused', async ([, status]) => {
    expect(await told({}, status as JsonObject)).toMatchObject({ verdict: 'not-verified', status: 'failed status_entry_invalid' })
  })

  test('of a W3C credential in a JWT counts as well', async () => {
    const issuer = issuerOf('kestrel', { identity: 'did:web', key: 'P-256' })
    const badge = badgeOf(issuer, { content: 'minimal' })
    const text = await signedJwt(badge, issuer, { claims: { status: tokenStatus(INDEX) } })
    const list = (statuses: TokenListOptions['statuses'] = {}) => tokenList({ by: issuer, statuses })
    expect((await report(text, new Map([...documents(), ...servedList(await list())]))).verdict).toBe('verified')
    expect((await report(text, new Map([...documents(), ...servedList(await list({ [INDEX]: 1 }))]))).verdict).toBe(
      'not-verified',
    )
    expect((await report(text, documents())).verdict).toBe('cannot-tell')
  })
})

describe('a list counts only when all about it holds', () => {
  const unverified = { verdict: 'cannot-tell', status: 'unknown status_list_unverified' }
  const invalid = { verdict: 'cannot-tell', status: 'unknown status_list_invalid' }

  test('it is there', async () => {
    expect(await told(null)).toMatchObject({ verdict: 'cannot-tell', status: 'unknown status_list_unavailable' })
  })

  test('it was not changed', async () => {
    const [header, , signature] = (await tokenList({ statuses: { [INDEX]: 1 } })).split('.')
    const [, payload] = (await tokenList()).split('.')
    expect(await told(`${header}.${payload}.${signature}`)).toMatchObject(unverified)
  })

  test('it is signed by whoever keeps it', async () => {
    const { key } = issuerOf('stranger', { key: 'P-256' })
    expect(await told({ by: { ...kestrel, key } })).toMatchObject(unverified)
    expect(await told({ by: { ...kestrel, key }, header: { kid: undefined, jwk: key.publicJwk } })).toMatchObject(unverified)
  })

  test('it may be kept by another, and that is said', async () => {
    const by = issuerOf('westbridge', { identity: 'did:web', key: 'P-256' })
    expect(await told({ by }, undefined, documents())).toMatchObject({
      verdict: 'verified',
      status: 'warning status_list_foreign',
    })
  })

  test('one that does not say who keeps it is the issuer’s own, with a key of the issuer', async () => {
    const nobody = { claims: { iss: undefined } }
    expect(await told(nobody)).toMatchObject({ verdict: 'verified', status: 'passed null' })
    const stranger = { ...kestrel, key: issuerOf('stranger', { key: 'P-256' }).key }
    expect(await told({ ...nobody, by: stranger })).toMatchObject(unverified)
    expect(await told({ ...nobody, by: { ...stranger, methodId: 'other' } })).toMatchObject(unverified)
  })

  test('it is for the address at which it lies', async () => {
    expect(await told({ claims: { sub: `${TOKEN_LIST}/2` } })).toMatchObject(invalid)
    expect(await told({ claims: { sub: undefined } })).toMatchObject(invalid)
  })

  test('it is not out of date', async () => {
    expect(await told({ claims: { exp: 1_780_000_000 } })).toMatchObject({ status: 'unknown status_list_expired' })
    expect(await told({ claims: { exp: 'never' } })).toMatchObject(unverified)
  })

  test.for([
    ['of another type', { header: { typ: 'JWT' } }],
    ['without statuses', { claims: { status_list: undefined } }],
    ['of three bits', { claims: { status_list: { bits: 3, lst: packed({}, 1, 16) } } }],
    ['whose statuses are no text', { claims: { status_list: { bits: 1, lst: 7 } } }],
    ['in plain base64', { claims: { status_list: { bits: 1, lst: 'eNrbuRgAAhcBXQ==' } } }],
    ['that is not compressed', { claims: { status_list: { bits: 1, lst: 'AAAA' } } }],
    ['without a time', { claims: { iat: undefined } }],
    ['that counts for no time', { claims: { ttl: 0 } }],
  ] as const)('it is none %s', async ([, list]) => {
    const { verdict, status } = await told(list)
    expect(verdict).toBe('cannot-tell')
    expect(status).toMatch(/^unknown status_list_(invalid|unverified)$/)
  })

  test('it is not larger than any list need be', async () => {
    const lst = packed({}, 8, limits.statusListBytes + 1)
    expect(await told({ claims: { status_list: { bits: 8, lst } } })).toMatchObject({
      ...invalid,
      facts: { reason: 'too-large' },
    })
  })

  test('one in CBOR is of a kind that we do not read', async () => {
    const cbor: Served = { bytes: Uint8Array.of(0xd2, 0x84, 0xff), mediaType: 'application/statuslist+cwt' }
    expect(await told(null, undefined, new Map([[TOKEN_LIST, cbor]]))).toMatchObject({
      status: 'unknown status_type_unsupported',
    })
    expect(await told(null, undefined, new Map([[TOKEN_LIST, json({ sub: TOKEN_LIST })]]))).toMatchObject(invalid)
  })

  test('an older copy of it is too old for what may have changed since', async () => {
    const credential = await credentialOf(await sdJwt({ ...badgeClaims(), status: tokenStatus(INDEX) }))
    const kept = async (statuses: TokenListOptions['statuses'] = {}, ttl = 43_200) => {
      const body = await tokenList({ statuses, claims: { ttl } })
      const served = { [TOKEN_LIST]: { body, fetchedAt: '2026-11-22T22:00:00Z', kept: true } }
      return validityStatus.run(sessionOf(credential, { served, now: FETCHED_AT }))
    }
    expect(await kept()).toMatchObject({ status: 'passed', code: 'status_kept_copy' })
    expect(await kept({}, 60)).toMatchObject({ status: 'unknown', code: 'status_list_stale' })
    expect(await kept({ [INDEX]: 2 }, 60)).toMatchObject({ status: 'unknown', code: 'status_list_stale' })
    expect(await kept({ [INDEX]: 1 }, 60)).toMatchObject({ status: 'failed', code: 'status_revoked' })
  })
})

describe('a list that is looked at by itself', () => {
  test('is verified like anything that is signed', async () => {
    const text = await tokenList()
    expect(await report(text, metadata())).toMatchObject({ verdict: 'verified', format: 'status-list-jwt' })
    expect((await report(text, new Map())).verdict).toBe('cannot-tell')
  })

  test('is held to the rules of its format', async () => {
    const list = (claims: JsonObject) => tokenList({ claims }).then((text) => report(text, metadata()))
    for (const claims of [
      { sub: undefined },
      { sub: 'list' },
      { iat: undefined },
      { ttl: -1 },
      { status_list: undefined },
      { status_list: { bits: 3, lst: '' } },
      { status_list: { bits: 1 } },
      { status_list: [] },
    ] as JsonObject[]) {
      const { verdict, checks } = await list(claims)
      expect(verdict).toBe('not-verified')
      expect(checks.find(({ id }) => id === 'structure.data-model')?.status).toBe('failed')
    }
  })
})

describeVectors('the published lists', () => {
  const bundle = (file: string) => vectorJson(`status-list/walt-id/tokenstatuslist/${file}.json`)
  const lists = [
    ['revoked', 'failed', 1],
    ['unrevoked', 'passed', 0],
  ] as const

  // A bundle says which status is fine; that its list is signed is not what it is about.
  test.each(lists)('walt.id: %s', async (file, status, value) => {
    const { 'status-credential': list, 'holder-credential': claims } = bundle(file)
    const text = String(list)
    const { sub } = JSON.parse(Buffer.from(text.split('.')[1] ?? '', 'base64url').toString()) as { sub: string }
    const { status_list } = (claims as { status: { status_list: JsonObject } }).status
    const credential = await credentialOf(
      await sdJwt({ ...(claims as JsonObject), status: { status_list: { ...status_list, uri: sub } } }),
    )
    const answer = await validityStatus.run(sessionOf(credential, { served: { [sub]: text } }))
    expect(answer).toMatchObject({ status, facts: { value } })
  })

  test('the list of the draft, with a key that nobody publishes', async () => {
    const text = new TextDecoder().decode(bytesOf('status-list/ietf/status-list-token.jwt'))
    const key = vectorJson('status-list/ietf/status-list-key.jwk.json')
    const address = 'https://example.com/.well-known/jwt-vc-issuer'
    const served = new Map([[address, json({ issuer: 'https://example.com', jwks: { keys: [key] } })]])
    expect((await report(text, served)).verdict).toBe('verified')
    expect((await report(text, new Map())).verdict).toBe('cannot-tell')
    const credential = await credentialOf(
      await sdJwt({ ...badgeClaims(), status: tokenStatus(0, 'https://example.com/statuslists/1') }),
    )
    const answer = await validityStatus.run(
      sessionOf(credential, { served: { 'https://example.com/statuslists/1': text }, now: FETCHED_AT }),
    )
    expect(answer).toMatchObject({ status: 'failed', code: 'status_revoked', facts: { value: 1 } })
  })
})
