import { describe, expect, test } from 'vitest'
import { limits } from '../../../src/core/limits.ts'
import type { OpenRequest } from '../../../src/core/model/context.ts'
import type { Json, JsonObject } from '../../../src/core/model/json.ts'
import { problem } from '../../../src/core/problem.ts'
import { rationed } from '../../../src/core/rationed.ts'
import { badgeAddresses, issueBadge, pemOf } from '../../issuer/badges.ts'
import { issueClr1 } from '../../issuer/clr1.ts'
import { VC2 } from '../../issuer/contexts.ts'
import { issuerOf } from '../../issuer/issuers.ts'
import { jws } from '../../issuer/sign.ts'
import { doorWith, NOW, pictureOf, reportOn, reportThrough, said, serving } from './support.ts'

/*
 * What somebody tried who wanted a badge of Open Badges 0.5 to 2.1 or a record of CLR 1.0 to say more than its issuer did, or a
 * verifier to work without end.
 */

const EVIL = 'https://evil.example'
const college = issuerOf('westbridge', { identity: 'https', key: 'RSA' })
const tenant = issuerOf('stranger', { identity: 'https', key: 'RSA' })
const addresses = badgeAddresses('westbridge')

describe('an address inside a credential', () => {
  const address = `${EVIL}/1`
  const carrier = (inside: Json): JsonObject => ({
    '@context': [VC2],
    type: ['VerifiablePresentation'],
    verifiableCredential: inside,
  })
  const asked: OpenRequest[] = []
  const open = (document: JsonObject) => doorWith(serving({ [address]: document }), {}, asked)

  test('is not followed: it leads to itself, and on without end', async () => {
    asked.length = 0
    const carriers = carrier([address, address, address])
    const report = await reportThrough(pictureOf(address), open(carriers))
    expect(asked).toHaveLength(1)
    expect(report.verdict).not.toBe('verified')
    const [first] = (await reportThrough(JSON.stringify(carriers), open(carriers))).credentials
    expect(asked).toHaveLength(1)
    expect(first && said(first, 'proof.signature')).toBe('unknown hosted_address_inside')
  })

  test('asked for once by each of thousands is asked for no more often than a verification may ask', async () => {
    let count = 0
    const { open: ask } = rationed({
      now: NOW,
      audience: 'verifier',
      identities: [],
      open: async () => {
        count += 1
        return problem('fetch_failed')
      },
    })
    for (let at = 0; at < limits.requests + 9; at += 1) await ask({ url: address, purpose: 'credential', accept: '*/*' })
    expect(count).toBe(limits.requests)
  })

  test('of an endorsement leads to an endorsement, which carries nothing', async () => {
    asked.length = 0
    const badge = await issueBadge({ change: (one) => ({ ...one, endorsement: [address, address] }) })
    const inside = Array.from({ length: 3 }, () => carrier(address))
    const documents = serving(badge.documents, { [address]: carrier(inside) })
    const report = await reportThrough(badge.text, doorWith(documents, {}, asked))
    expect(report.verdict).toBe('verified')
    expect(said(report, 'issuer.endorsements')).toBe('warning endorsement_unverified')
    expect(asked.filter(({ url }) => url === address)).toHaveLength(2)
  })
})

describe('the revocation list of an issuer (Open Badges 2.0 "RevocationList")', () => {
  const ID = 'urn:uuid:1b2f7b6e-6d5c-4a0e-9f3d-2c5a7e6b1f20'
  const status = async (list: JsonObject | string, more: JsonObject = {}) => {
    const badge = await issueBadge({ signed: 'P-256', changeIssuer: (issuer) => ({ ...issuer, ...more }) })
    return said(await reportOn(badge.text, serving(badge.documents, { [addresses.revocationList]: list })), 'validity.status')
  }
  const listing = (...revokedAssertions: readonly Json[]): JsonObject => ({ type: 'RevocationList', revokedAssertions })

  test('revokes by `@id`, which is what `id` stands for', async () => {
    expect(await status(listing({ '@id': ID, revocationReason: 'Error' }))).toBe('failed status_revoked')
  })

  test.for([{ '@value': ID }, {}, 7, [ID], { '@set': [ID] }, { revoked: true }] as Json[])(
    'with a row that names nothing readable (%j) cannot be told',
    async (row) => {
      expect(await status(listing(row))).toBe('unknown status_list_invalid')
      expect(await status(listing(row, ID))).toBe('failed status_revoked')
    },
  )

  test.for([{ message: 'Not found' }, {}, { revokedAssertions: null }] as JsonObject[])(
    'is none without `revokedAssertions`: %j',
    async (list) => {
      expect(await status(list)).toBe('unknown status_list_invalid')
    },
  )

  test('of which there are too many to be read is not passed over', async () => {
    const lists = Array.from({ length: limits.statusEntries + 1 }, (_, at) => `https://westbridge.example/revoked/${at}`)
    const badge = await issueBadge({ signed: 'P-256', changeIssuer: (issuer) => ({ ...issuer, revocationList: lists }) })
    const documents = serving(badge.documents, Object.fromEntries(lists.map((list) => [list, listing()])))
    expect(said(await reportOn(badge.text, documents), 'validity.status')).toBe('unknown status_too_many')
  })
})

describe('a badge that is signed in the way of 1.x, on a host that others use too', () => {
  const older = async (change: { owner?: string; issuer?: JsonObject }) => {
    const badge = await issueBadge({
      generation: '1.0',
      ...(change.issuer && { changeIssuer: () => change.issuer as JsonObject }),
    })
    const url = 'https://westbridge.example/keys/tenant'
    const text = await jws({ ...badge.assertion, verify: { type: 'signed', url } }, {}, tenant)
    const pem = await pemOf(tenant)
    const key = change.owner === undefined ? pem : { id: url, type: 'CryptographicKey', owner: change.owner, publicKeyPem: pem }
    const report = await reportOn(text, serving(badge.documents, { [url]: key }))
    return { verdict: report.verdict, key: said(report, 'issuer.key') }
  }

  test('with a key that names another owner is not the issuer’s', async () => {
    expect(await older({ owner: 'https://westbridge.example/issuers/tenant' })).toEqual({
      verdict: 'not-verified',
      key: 'failed key_owner_wrong',
    })
    expect((await older({ owner: addresses.issuer })).verdict).toBe('verified')
  })

  test('with a key whose owners cannot be told is not the issuer’s', async () => {
    for (const owner of [['https://westbridge.example/issuers/tenant'], {}, 7])
      expect((await older({ owner: owner as unknown as string })).verdict).toBe('not-verified')
  })

  test('is not the issuer’s by its origin alone where the profile is one of 2.0, which would list its keys', async () => {
    const { issuer } = await issueBadge({ generation: '2.0' })
    expect(await older({ issuer })).toEqual({ verdict: 'cannot-tell', key: 'unknown key_not_tied' })
    expect((await older({})).verdict).toBe('verified')
  })
})

describe('an issuer that has its origin for a name (0.5, 1.x)', () => {
  test.for([
    'https://westbridge.example/',
    ['https://westbridge.example/'],
    { id: 'https://westbridge.example/', name: 'Westbridge' },
  ] as Json[])('is not shown with the address of another: %j', async (url) => {
    const badge = await issueBadge({ generation: '0.5', changeIssuer: (issuer) => ({ ...issuer, origin: EVIL, url }) })
    const report = await reportThrough(pictureOf(`${EVIL}/1`), doorWith(serving({ [`${EVIL}/1`]: badge.text })))
    expect(report.verdict).toBe('not-verified')
    expect(said(report, 'issuer.key')).toBe('failed origins_differ')
    const older = await issueBadge({ generation: '1.0', institution: 'kestrel', changeIssuer: (issuer) => ({ ...issuer, url }) })
    expect(said(await reportOn(older.text, older.documents), 'issuer.key')).toBe('failed origins_differ')
  })
})

describe('keys', () => {
  test('of a profile that lists more of them than are tried: the right one may be among the others', async () => {
    const strangers = await pemOf(tenant)
    const key = (at: number, publicKeyPem: string): JsonObject => ({
      id: `${addresses.key}/${at}`,
      type: 'CryptographicKey',
      owner: addresses.issuer,
      publicKeyPem,
    })
    const publicKey = Array.from({ length: limits.badgeKeys }, (_, at) => key(at, strangers))
    const badge = await issueBadge({
      signed: 'RSA',
      change: (one) => ({ ...one, verification: { type: 'SignedBadge' } }),
      changeIssuer: (issuer) => ({ ...issuer, publicKey: [...publicKey, key(99, '')] }),
    })
    const profile = { ...badge.issuer, publicKey: [...publicKey, key(99, await pemOf(college))] }
    const report = await reportOn(badge.text, serving(badge.documents, { [addresses.issuer]: profile }))
    expect(report.verdict).toBe('cannot-tell')
    const few = { ...badge.issuer, publicKey: [...publicKey.slice(1), key(99, await pemOf(college))] }
    expect((await reportOn(badge.text, serving(badge.documents, { [addresses.issuer]: few }))).verdict).toBe('verified')
    const wrong = { ...badge.issuer, publicKey }
    expect((await reportOn(badge.text, serving(badge.documents, { [addresses.issuer]: wrong }))).verdict).toBe('not-verified')
  })
})

describe('a hosted record of CLR 1.0', () => {
  test.for(['badge', 'issuer'])('has no part `%s` that could be written out in one copy and named in the other', async (name) => {
    const at = 'https://kestrel.example/clr/profile'
    const { record, address, documents } = await issueClr1({ form: 'hosted', change: (one) => ({ ...one, [name]: at }) })
    expect((await reportOn(JSON.stringify(record), documents)).verdict).toBe('verified')
    const better = { ...record, [name]: { id: at, name: 'Doctor of Medicine' } }
    const report = await reportOn(JSON.stringify(better), documents)
    expect(address).toBe(record.id)
    expect(said(report, 'proof.coverage')).toBe('failed hosted_differs')
  })
})

describe('an assertion under the signature of a record', () => {
  test('is withdrawn by the list that the profile of its publisher names', async () => {
    const { text, record, documents } = await issueClr1({
      change: (one) => ({ ...one, assertions: (one.assertions as JsonObject[]).map(withoutLists) }),
    })
    expect((await reportOn(text, documents)).verdict).toBe('verified')
    const [first] = record.assertions as JsonObject[]
    const list = { type: 'RevocationList', revokedAssertions: [String(first?.id)] }
    const report = await reportOn(text, serving(documents, { 'https://kestrel.example/clr/revocations': list }))
    expect(report.verdict).toBe('not-verified')
    expect(report.credentials.map((one) => said(one, 'validity.status'))).toContain('failed status_revoked')
  })

  function withoutLists(assertion: JsonObject): JsonObject {
    const achievement = assertion.achievement as JsonObject
    const { revocationList: _, ...issuer } = achievement.issuer as JsonObject
    return { ...assertion, achievement: { ...achievement, issuer } }
  }
})
