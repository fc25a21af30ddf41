import { describe, expect, test } from 'vitest'
import { validityDates } from '../../../src/core/checks/dates.ts'
import type { JsonObject } from '../../../src/core/model/json.ts'
import { credentialOf, jwtOf, sessionOf } from './support.ts'

const base: JsonObject = {
  '@context': ['https://www.w3.org/ns/credentials/v2'],
  type: ['VerifiableCredential'],
  issuer: 'did:example:issuer',
  credentialSubject: { id: 'did:example:subject' },
}
const from = '2026-01-01T00:00:00Z'
const until = '2026-12-31T00:00:00Z'

const check = async (input: JsonObject | string, now: string) => validityDates.run(sessionOf(await credentialOf(input), { now }))
const seconds = (text: string) => Date.parse(text) / 1000

describe('a credential with a period of validity', () => {
  const credential = { ...base, validFrom: from, validUntil: until }

  test('holds within it, both ends included', async () => {
    for (const now of [from, '2026-06-01T00:00:00Z', until]) {
      expect(await check(credential, now)).toMatchObject({ status: 'passed', code: null, facts: { from, until } })
    }
  })

  test('has not begun a moment before, and is over a moment after', async () => {
    expect(await check(credential, '2025-12-31T23:59:59.999Z')).toMatchObject({
      status: 'failed',
      code: 'not_yet_valid',
      facts: { date: from },
    })
    expect(await check(credential, '2026-12-31T00:00:00.001Z')).toMatchObject({
      status: 'failed',
      code: 'expired',
      facts: { date: until },
    })
  })

  test('whose end comes before its start never holds', async () => {
    expect(await check({ ...base, validFrom: until, validUntil: from }, '2026-06-01T00:00:00Z')).toMatchObject({
      status: 'failed',
      code: 'dates_reversed',
    })
  })

  test('whose zone is not stated is read as UTC, and that is said', async () => {
    expect(await check({ ...base, validUntil: '2026-12-31T00:00:00' }, '2026-12-30T23:00:00Z')).toMatchObject({
      status: 'passed',
      facts: { zone: 'unstated' },
    })
  })
})

test('no end is said, no dates at all pass plainly', async () => {
  expect(await check({ ...base, validFrom: from }, until)).toMatchObject({ status: 'passed', code: 'no_end_date' })
  expect(await check(base, until)).toMatchObject({ status: 'passed', code: null })
})

test('a date member of the other version counts as well', async () => {
  expect(await check({ ...base, expirationDate: from }, until)).toMatchObject({
    status: 'failed',
    code: 'expired',
    facts: { member: 'expirationDate' },
  })
  const old = { ...base, '@context': ['https://www.w3.org/2018/credentials/v1'], issuanceDate: from, validUntil: from }
  expect(await check(old, until)).toMatchObject({ status: 'failed', code: 'expired', facts: { member: 'validUntil' } })
  expect(await check({ ...base, validUntil: until, expirationDate: from }, '2026-06-01T00:00:00Z')).toMatchObject({
    code: 'expired',
  })
})

test.each([['soon'], [7], [null], [[until]], ['2026-02-30T00:00:00Z']])(
  'an end of %j is no date, and no date is no promise',
  async (validUntil) => {
    expect(await check({ ...base, validUntil }, from)).toMatchObject({
      status: 'failed',
      code: 'date_invalid',
      facts: { at: '/validUntil' },
    })
  },
)

describe('a JWT', () => {
  const flat = { ...base, nbf: seconds(from), exp: seconds(until) }

  test('is bound by its claims, give or take a minute of clock', async () => {
    expect(await check(jwtOf(flat), '2026-12-31T00:01:00Z')).toMatchObject({ status: 'passed' })
    expect(await check(jwtOf(flat), '2026-12-31T00:01:00.001Z')).toMatchObject({
      status: 'failed',
      code: 'expired',
      facts: { member: 'exp' },
    })
    expect(await check(jwtOf(flat), '2025-12-31T23:59:00Z')).toMatchObject({ status: 'passed' })
    expect(await check(jwtOf(flat), '2025-12-31T23:58:59Z')).toMatchObject({ status: 'failed', code: 'not_yet_valid' })
  })

  test('is bound by the credential inside as well', async () => {
    const inside = { ...base, validUntil: '2026-06-01T00:00:00Z' }
    expect(
      await check(jwtOf({ ...inside, exp: seconds(until) }, { alg: 'EdDSA', typ: 'vc+jwt' }), '2026-07-01T00:00:00Z'),
    ).toMatchObject({ code: 'expired', facts: { member: 'validUntil' } })
  })

  test('with a claim that is no number is refused', async () => {
    expect(await check(jwtOf({ ...base, exp: until }), from)).toMatchObject({
      status: 'failed',
      code: 'date_invalid',
      facts: { member: 'exp' },
    })
    expect(await check(jwtOf({ ...base, exp: 1e300 }), from)).toMatchObject({ status: 'failed', code: 'date_invalid' })
  })
})

describe('a badge from before Open Badges 3.0', () => {
  const hosted: JsonObject = {
    '@context': 'https://w3id.org/openbadges/v2',
    type: 'Assertion',
    badge: 'https://example.org/badge',
    verification: { type: 'hosted' },
  }

  test('holds from issuedOn until expires', async () => {
    const badge = { ...hosted, issuedOn: from, expires: until }
    expect(await check(badge, '2026-06-01T00:00:00Z')).toMatchObject({ status: 'passed', facts: { from, until } })
    expect(await check(badge, '2025-06-01T00:00:00Z')).toMatchObject({ status: 'failed', code: 'not_yet_valid' })
    expect(await check(badge, '2027-06-01T00:00:00Z')).toMatchObject({
      status: 'failed',
      code: 'expired',
      facts: { member: 'expires', date: until },
    })
    expect(await check(jwtOf(badge), '2027-06-01T00:00:00Z')).toMatchObject({ code: 'expired' })
  })

  test('may state seconds or a day, and null for no end', async () => {
    const badge = { uid: '1', badge: 'https://example.org/badge', verify: { type: 'hosted', url: 'https://example.org/a' } }
    expect(await check({ ...badge, issuedOn: seconds(from), expires: '2026-12-31' }, '2026-06-01T00:00:00Z')).toMatchObject({
      status: 'passed',
      facts: { from, until: '2026-12-31', zone: 'unstated' },
    })
    expect(await check({ ...badge, issuedOn: from, expires: null }, until)).toMatchObject({
      status: 'passed',
      code: 'no_end_date',
    })
    expect(await check({ ...badge, issuedOn: from, expires: 'never' }, until)).toMatchObject({
      status: 'failed',
      code: 'date_invalid',
      facts: { at: '/expires' },
    })
  })

  test('of Open Badges 0.5 says issued_on', async () => {
    const badge = { recipient: 'ana@example.org', badge: { version: '0.5.0' }, issued_on: '2027-01-01' }
    expect(await check(badge, from)).toMatchObject({ status: 'failed', code: 'not_yet_valid', facts: { member: 'issued_on' } })
  })

  test('is not judged by the words of today', async () => {
    expect(await check({ ...hosted, issuedOn: from, validUntil: from }, until)).toMatchObject({ code: 'no_end_date' })
  })

  test('of which only an address is known cannot be judged', async () => {
    expect(await check({ verify: { url: 'https://example.org/a' } }, until)).toMatchObject({
      status: 'unknown',
      code: 'badge_address_only',
    })
  })
})
