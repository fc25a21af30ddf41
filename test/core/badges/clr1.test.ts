import { describe, expect, test } from 'vitest'
import type { JsonObject } from '../../../src/core/model/json.ts'
import { badgeAddresses, pemOf } from '../../issuer/badges.ts'
import { issuerOf } from '../../issuer/issuers.ts'
import { jws } from '../../issuer/sign.ts'
import { clean, complaints, reportOn, said, serving } from './support.ts'

const college = issuerOf('westbridge', { identity: 'https', key: 'RSA' })
const stranger = issuerOf('stranger', { identity: 'https', key: 'RSA' })
const { issuer: PROFILE, key: KEY, revocationList: LIST } = badgeAddresses('westbridge')
const EVIL_KEY = 'https://evil.example/key'
const ID = 'urn:uuid:7a0f5a52-6f2e-4c58-9b44-5d0b2f3c1b01'

const publisher: JsonObject = {
  id: PROFILE,
  type: 'Profile',
  name: 'Westbridge College',
  url: 'https://westbridge.example',
  publicKey: { id: KEY, type: 'CryptographicKey', owner: PROFILE },
  revocationList: LIST,
}
const learner: JsonObject = { id: 'urn:uuid:11111111-2222-4333-8444-555555555556', type: 'Profile', name: 'Ana Ortiz' }
const record = (more: JsonObject = {}): JsonObject => ({
  '@context': 'https://purl.imsglobal.org/spec/clr/v1p0/context/clr_v1p0.jsonld',
  id: ID,
  type: 'Clr',
  name: 'Transcript',
  issuedOn: '2021-06-01T00:00:00Z',
  learner,
  publisher,
  assertions: [],
  verification: { type: 'Signed', creator: KEY },
  ...more,
})

const keyDocument = async (id: string, owner: string, of = college): Promise<JsonObject> => ({
  id,
  type: 'CryptographicKey',
  owner,
  publicKeyPem: await pemOf(of),
})
const served = async (more: Readonly<Record<string, JsonObject>> = {}) =>
  serving({
    [PROFILE]: publisher,
    [KEY]: await keyDocument(KEY, PROFILE),
    [EVIL_KEY]: await keyDocument(EVIL_KEY, PROFILE, stranger),
    [LIST]: { type: 'RevocationList', id: LIST, issuer: PROFILE, revokedAssertions: [] },
    ...more,
  })

describe('a signed record of CLR 1.0 is its publisher’s', () => {
  test('by the key that the publisher’s own profile lists', async () => {
    const report = await reportOn(await jws(record(), {}, college), await served())
    expect(report.format).toBe('clr1-jws')
    expect(complaints(report)).toEqual(clean)
  })

  test('and not by one that the record says it lists', async () => {
    const more = {
      publisher: { ...publisher, publicKey: await keyDocument(EVIL_KEY, PROFILE, stranger) },
      verification: { type: 'Signed', creator: EVIL_KEY },
    }
    const report = await reportOn(await jws(record(more), {}, stranger), await served())
    expect(report.verdict).toBe('not-verified')
    expect(said(report, 'issuer.key')).toBe('failed key_not_listed')
  })

  test('and is withdrawn by the list that the profile names', async () => {
    const list = { type: 'RevocationList', id: LIST, issuer: PROFILE, revokedAssertions: [{ id: ID, revocationReason: 'Error' }] }
    const report = await reportOn(await jws(record(), {}, college), await served({ [LIST]: list }))
    expect(said(report, 'validity.status')).toBe('failed status_revoked')
  })

  test('or by its own word', async () => {
    const report = await reportOn(await jws(record({ revoked: true, revocationReason: 'Error' }), {}, college), await served())
    expect(said(report, 'validity.status')).toBe('failed status_revoked')
  })
})

describe('an assertion that is signed by itself', () => {
  const assertion = (more: JsonObject = {}): JsonObject => ({
    '@context': 'https://purl.imsglobal.org/spec/clr/v1p0/context/clr_v1p0.jsonld',
    id: 'urn:uuid:22222222-2222-4333-8444-555555555601',
    type: 'Assertion',
    issuedOn: '2021-05-20T00:00:00Z',
    recipient: { type: 'id', identity: learner.id as string, hashed: false },
    achievement: { id: 'urn:uuid:3', type: 'Achievement', achievementType: 'Course', name: 'Rope work', issuer: publisher },
    verification: { type: 'Signed', creator: KEY },
    ...more,
  })

  test('is the issuer’s of its achievement', async () => {
    expect(complaints(await reportOn(await jws(assertion(), {}, college), await served()))).toEqual(clean)
  })

  test('whoever else it names beside: the one who is shown is the one who is asked about', async () => {
    const profile = { ...publisher, id: 'https://evil.example/issuer', publicKey: EVIL_KEY }
    const documents = await served({
      [profile.id]: profile,
      [EVIL_KEY]: await keyDocument(EVIL_KEY, profile.id, stranger),
    })
    for (const name of ['publisher', 'issuer']) {
      const more = { [name]: profile, verification: { type: 'Signed', creator: EVIL_KEY } }
      const report = await reportOn(await jws(assertion(more), {}, stranger), documents)
      expect(report.verdict).not.toBe('verified')
    }
  })
})

describe('a hosted record of CLR 1.0', () => {
  const hosted = (id: string) => record({ id, verification: { type: 'Hosted' } })
  const address = 'https://westbridge.example/clrs/1'

  test('is what its address serves, where anybody may ask', async () => {
    const one = hosted(address)
    expect(complaints(await reportOn(JSON.stringify(one), await served({ [address]: one })))).toEqual(clean)
    const better = { ...one, name: 'Better' }
    expect(said(await reportOn(JSON.stringify(better), await served({ [address]: one })), 'proof.coverage')).toBe(
      'failed hosted_differs',
    )
  })

  test('cannot be told where only its learner may', async () => {
    const report = await reportOn(JSON.stringify(hosted(address)), await served(), { [address]: { status: 401 } })
    expect(report.verdict).toBe('cannot-tell')
  })

  test('at no address cannot be told', async () => {
    const report = await reportOn(JSON.stringify(hosted(ID)), await served())
    expect(said(report, 'proof.signature')).toBe('unknown hosted_no_address')
  })

  test('on another host is not its publisher’s', async () => {
    const one = hosted('https://evil.example/clrs/1')
    const report = await reportOn(JSON.stringify(one), await served({ 'https://evil.example/clrs/1': one }))
    expect(said(report, 'issuer.key')).toBe('failed hosted_out_of_scope')
  })
})
