import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { structureDataModel } from '../../../src/core/checks/structure.ts'
import { recognise } from '../../../src/core/formats/index.ts'
import type { Credential, LinkedDocument } from '../../../src/core/model/credential.ts'
import type { JsonObject } from '../../../src/core/model/json.ts'
import { email, hash } from '../../../src/core/structure/badges.ts'
import { type BadgeOptions, badgeAddresses, badgeGenerations, type IssuedBadge, issueBadge } from '../../issuer/badges.ts'
import { malformedBadges } from '../../issuer/badges-broken.ts'
import { describeVectors, jsonOf } from '../../vectors/vectors.ts'
import { credentialOf, jwtOf, type SessionOptions, sessionOf } from '../checks/support.ts'

const v2 = 'https://w3id.org/openbadges/v2'
const check = async (credential: Credential, options?: SessionOptions) => structureDataModel.run(sessionOf(credential, options))

/** A badge whose badge class and issuer were fetched. */
async function completed({ text, badge, issuer, addresses }: IssuedBadge): Promise<Credential> {
  const linked = (role: LinkedDocument['role'], address: string, document: JsonObject): LinkedDocument => ({
    role,
    address,
    document,
    problem: null,
  })
  const credential = await credentialOf(text)
  return { ...credential, linked: [linked('badge', addresses.badge, badge), linked('issuer', addresses.issuer, issuer)] }
}

const structureOf = async (options: BadgeOptions) => check(await completed(await issueBadge(options)))

describe('a badge that keeps the rules of its generation', () => {
  for (const generation of badgeGenerations.filter((one) => one !== '0.5'))
    for (const shape of ['linked', 'embedded'] as const)
      for (const sparse of [false, true])
        test(`${generation}, ${shape}, ${sparse ? 'sparse' : 'full'}`, async () => {
          expect(await structureOf({ generation, shape, sparse })).toEqual({
            status: 'passed',
            code: null,
            facts: { dataModel: '' },
          })
          expect(await structureOf({ generation, shape, sparse, signed: 'RSA' })).toMatchObject({ status: 'passed' })
        })

  test('0.5: is too old to establish anything', async () => {
    expect(await structureOf({ generation: '0.5' })).toMatchObject({ status: 'warning', code: 'badge_too_old' })
    expect(await structureOf({ generation: '0.5', sparse: true })).toMatchObject({ status: 'warning', code: 'badge_too_old' })
  })

  test('whose parts are not known is judged by its assertion', async () => {
    const { text } = await issueBadge()
    expect(await check(await credentialOf(text))).toMatchObject({ status: 'passed' })
  })
})

describe('a badge that breaks them', () => {
  test.for(malformedBadges)('$name', async ({ code, make }) => {
    expect(await check(await completed(await make()))).toMatchObject({ status: 'failed', code })
  })

  test('is told where', async () => {
    expect(await structureOf({ changeIssuer: (issuer) => ({ ...issuer, type: 'Criteria' }) })).toMatchObject({
      facts: { at: '/badge/issuer/type', member: 'type', expected: 'Profile', violations: 1 },
      evidence: { details: [{ status: 'failed', code: 'type_unknown', at: '/badge/issuer/type' }] },
    })
  })
})

describe('what costs a reader nothing is only said', () => {
  test.for([
    [
      'an alignment in older words',
      { changeBadge: add('alignment', [{ name: 'A', url: 'https://a.example' }]) },
      'member_missing',
    ],
    ['a badge class without picture', { changeBadge: add('image', null) }, 'member_missing'],
    ['an issuer without e-mail', { changeIssuer: add('email', null) }, 'member_missing'],
    ['a date without zone', { change: add('issuedOn', '2019-05-03T09:00:00') }, 'date_invalid'],
    ['an unknown vocabulary beside its own', { change: add('@context', [v2, 'https://example.org/x']) }, 'context_unfamiliar'],
    ['evidence that is no address', { change: add('evidence', 'a photograph') }, 'id_invalid'],
  ] as const)('%s', async ([, options, code]) => {
    expect(await structureOf(options)).toMatchObject({ status: 'warning', code })
  })

  test.for([
    ['an extension’s vocabulary', add('@context', [v2, 'https://w3id.org/openbadges/extensions/geo/context.json'])],
    ['its vocabulary spelled out', add('@context', [{ BadgeClass: 'obi:BadgeClass' }])],
    ['members that are null', (whole: JsonObject) => ({ ...whole, expires: null, evidence: null, image: null })],
    ['several types', add('type', ['Assertion', 'https://example.org/Award'])],
    ['evidence with an id of its own making', add('evidence', { id: '_:b1', narrative: 'Rocked the free world' })],
  ] as const)('and %s is allowed', async ([, change]) => {
    expect(await structureOf({ change })).toMatchObject({ status: 'passed' })
  })
})

function add(member: string, value: JsonObject[string]) {
  return (object: JsonObject): JsonObject => ({ ...object, [member]: value })
}

describe('a part that stands alone', () => {
  const badge = {
    '@context': v2,
    id: 'https://example.org/badge',
    type: 'BadgeClass',
    name: 'First aid',
    description: 'At sea',
    criteria: 'https://example.org/criteria',
    image: 'https://example.org/badge.png',
    issuer: 'https://example.org/issuer',
  }
  const profile = { '@context': v2, id: 'https://example.org/issuer', type: 'Profile', name: 'A', url: 'https://example.org' }
  const served = (issuer: unknown) => ({ 'https://example.org/issuer': JSON.stringify(issuer) })

  test('is said to be no badge of anybody’s', async () => {
    expect(await check(await credentialOf(badge))).toMatchObject({ status: 'warning', code: 'badge_part_only' })
  })

  test('is held to its rules', async () => {
    expect(await check(await credentialOf({ ...badge, name: 7 }))).toMatchObject({ status: 'failed', code: 'member_invalid' })
    const { url: _, ...bare } = profile
    expect(await check(await credentialOf(bare))).toMatchObject({
      code: 'badge_part_only',
      evidence: { details: [{}, { status: 'warning', code: 'member_missing', at: '/url' }, { at: '/email' }] },
    })
  })

  test('and to what its issuer is, where that can be had', async () => {
    const credential = await credentialOf(badge)
    const email = 'a@example.org'
    expect(await check(credential, { served: served({ ...profile, email }) })).toMatchObject({ code: 'badge_part_only' })
    expect(await check(credential, { served: served({ ...profile, type: 'Criteria' }) })).toMatchObject({
      status: 'failed',
      code: 'type_unknown',
      facts: { at: '/issuer/type' },
    })
    for (const nonsense of [[], 'text', 7])
      expect(await check(credential, { served: served(nonsense) })).toMatchObject({ status: 'warning' })
  })
})

test('an address alone cannot be judged', async () => {
  expect(await check(await credentialOf({ verify: { url: 'https://example.org/a' } }))).toEqual({
    status: 'unknown',
    code: 'badge_address_only',
    facts: { host: 'example.org' },
  })
})

test('an Open Badges 2.0 endorsement has rules of its own', async () => {
  const credential = await credentialOf((await issueBadge()).text)
  const document = {
    '@context': v2,
    id: 'https://example.org/endorsement',
    type: 'Endorsement',
    claim: { id: badgeAddresses('westbridge').badge, endorsementComment: 'Good' },
    issuer: 'https://example.org/issuer',
    issuedOn: '2017-10-01T00:00Z',
    verification: { type: 'HostedBadge' },
  }
  const endorsement: Credential = { ...credential, format: 'ob2-endorsement', document, types: ['Endorsement'] }
  expect(await check(endorsement)).toMatchObject({ status: 'passed' })
  const { claim: _, ...without } = document
  expect(await check({ ...endorsement, document: without })).toMatchObject({ status: 'failed', code: 'member_missing' })
})

describe('any JSON', () => {
  const names = [
    '@context',
    '@language',
    'type',
    'id',
    'uid',
    'recipient',
    'identity',
    'hashed',
    'salt',
    'badge',
    'issuer',
    'verify',
    'verification',
    'url',
    'issuedOn',
    'issued_on',
    'expires',
    'image',
    'evidence',
    'narrative',
    'criteria',
    'alignment',
    'tags',
    'related',
    'endorsement',
    'origin',
    'name',
    '__proto__',
    'constructor',
    'toString',
  ]
  const leaf = fc.oneof(
    fc.constantFrom(
      v2,
      'https://w3id.org/openbadges/v1',
      'Assertion',
      'BadgeClass',
      'Issuer',
      'hosted',
      'https://example.org',
      '/a',
    ),
    fc.jsonValue({ maxDepth: 1 }),
  )
  const { value } = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      leaf,
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom(...names), tie('value'), { maxKeys: 8 }),
    ),
  }))
  const document = fc.dictionary(fc.constantFrom(...names), value, { maxKeys: 10 })

  test('is read or refused by name and judged, never thrown at', async () => {
    await fc.assert(
      fc.asyncProperty(document, fc.boolean(), fc.boolean(), async (given, signed, likely) => {
        const whole = likely ? { '@context': v2, type: 'Assertion', ...given } : given
        const text = signed ? jwtOf(whole as JsonObject) : JSON.stringify(whole)
        const read = await recognise({ text, container: 'text', notices: [] })
        if (!read.ok) {
          expect(['unexpected', 'input_unreadable']).not.toContain(read.problem.code)
          return
        }
        for (const credential of read.value) expect(await check(credential)).toHaveProperty('status')
      }),
      { numRuns: 500 },
    )
  })
})

describeVectors('published values of Open Badges 1', () => {
  test('are told from what is none', () => {
    const data = jsonOf('ob1/mozilla/test-data.json') as Record<'EMAILS' | 'HASHES', { good: string[]; bad: string[] }>
    for (const [rule, { good, bad }] of [[email, data.EMAILS] as const, [hash, data.HASHES] as const]) {
      for (const value of good) expect(rule(value, ''), value).toEqual([])
      for (const value of bad) expect(rule(value, ''), value).not.toEqual([])
    }
  })
})
