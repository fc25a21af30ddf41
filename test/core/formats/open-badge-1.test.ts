import { describe, expect, test } from 'vitest'
import type { JsonObject } from '../../../src/core/model/json.ts'
import { badgeAddresses, hashedRecipient, ISSUED_ON, issueBadge, SALT } from '../../issuer/badges.ts'
import { credentialOf, jwtOf } from './support.ts'

const addresses = badgeAddresses('westbridge')
const assertion10: JsonObject = {
  uid: '1',
  recipient: hashedRecipient,
  badge: addresses.badge,
  verify: { type: 'hosted', url: addresses.assertion },
  issuedOn: '2014-05-03',
}

describe('Open Badges 1.0', () => {
  test('is hosted at verify.url, which is its id', async () => {
    expect(await credentialOf(assertion10)).toMatchObject({
      format: 'ob1',
      securing: { kind: 'hosted', address: addresses.assertion },
      id: addresses.assertion,
      types: [],
      validFrom: '2014-05-03',
      subjects: [{ identities: [{ type: 'emailAddress', hashed: true, salt: SALT }], achievement: { id: addresses.badge } }],
    })
  })

  test('signed is known by its uid, for verify.url is where its key lies', async () => {
    const signed = { ...assertion10, verify: { type: 'signed', url: addresses.key } }
    expect(await credentialOf(jwtOf(signed))).toMatchObject({ format: 'ob1-jws', securing: { kind: 'badge-jws' }, id: '1' })
    expect(await credentialOf(signed)).toMatchObject({ format: 'ob1', securing: { kind: 'hosted', address: '' } })
  })

  test('may state seconds since 1970', async () => {
    const { text } = await issueBadge({ generation: '1.0' })
    expect(await credentialOf(text)).toMatchObject({ validFrom: '2014-05-03T09:00:00Z', validUntil: '2034-05-03' })
    expect((await credentialOf({ ...assertion10, expires: '1399107600' })).validUntil).toBe('2014-05-03T09:00:00Z')
  })

  test('has alignments in words of its own', async () => {
    const { text } = await issueBadge({ generation: '1.0', shape: 'embedded' })
    const { subjects, issuer } = await credentialOf(text)
    expect(subjects[0]?.achievement).toMatchObject({
      name: [{ value: 'First aid at sea' }],
      tags: ['first aid', 'sea'],
      criteria: { url: `${addresses.badge}/criteria` },
      alignments: [{ name: [{ value: 'STCW A-VI/4' }], url: 'https://standards.example/stcw/a-vi-4' }],
    })
    expect(issuer).toMatchObject({ id: '', name: [{ value: 'Westbridge College' }], email: 'badges@westbridge.example' })
  })
})

describe('Open Badges 1.1', () => {
  test('is known by its vocabulary', async () => {
    const { text } = await issueBadge({ generation: '1.1' })
    const credential = await credentialOf(text)
    expect(credential).toMatchObject({
      format: 'ob1.1',
      securing: { kind: 'hosted', address: addresses.assertion },
      id: addresses.assertion,
      types: ['Assertion'],
      validFrom: ISSUED_ON,
    })
    expect(credential.extensions.map(({ name }) => name)).toEqual(['extensions:boat'])
  })

  test('may say verification, as 2.0 does, and leave its address to its id', async () => {
    const { verify: _, ...rest } = (await issueBadge({ generation: '1.1' })).assertion
    expect(await credentialOf({ ...rest, verification: { type: 'hosted' } })).toMatchObject({
      format: 'ob1.1',
      securing: { kind: 'hosted', address: addresses.assertion },
    })
  })

  test('may be signed', async () => {
    expect(await credentialOf((await issueBadge({ generation: '1.1', signed: 'RSA' })).text)).toMatchObject({
      format: 'ob1-jws',
      securing: { kind: 'badge-jws' },
    })
  })
})

describe('Open Badges 0.5', () => {
  test('has everything inside, an issuer by origin, and states no address', async () => {
    const { text } = await issueBadge({ generation: '0.5' })
    expect(await credentialOf(text)).toMatchObject({
      format: 'ob05',
      securing: { kind: 'hosted', address: '' },
      title: [{ value: 'First aid at sea' }],
      issuer: {
        id: 'https://westbridge.example',
        name: [{ value: 'Westbridge College' }],
        email: 'badges@westbridge.example',
        parentOrg: { name: [{ value: 'School of Navigation' }] },
      },
      validFrom: '2012-03-04',
      validUntil: '2032-03-04',
      subjects: [{ identities: [{ type: 'emailAddress', hashed: true, value: hashedRecipient.identity, salt: SALT }] }],
    })
  })

  test('has addresses relative to that origin', async () => {
    const issued = await issueBadge({ generation: '0.5' })
    const credential = await credentialOf(issued.text)
    expect(credential.image).toEqual({ url: 'https://westbridge.example/badges/first-aid.png' })
    expect(credential.evidence).toEqual([{ url: 'https://westbridge.example/badges/first-aid/evidence/1' }])
    expect(credential.subjects[0]?.achievement?.criteria.url).toBe('https://westbridge.example/badges/first-aid/criteria')
    expect(credential.document).toEqual(issued.assertion)
  })

  test('may name its recipient by a plain e-mail address', async () => {
    expect(await credentialOf({ recipient: 'ana@example.org', badge: { version: '0.5.0' } })).toMatchObject({
      format: 'ob05',
      subjects: [{ identities: [{ type: 'emailAddress', hashed: false, value: 'ana@example.org' }] }],
    })
  })
})

describe('an address alone', () => {
  test.for([
    ['as text', addresses.assertion],
    ['in an assertion that says nothing else', { verify: { url: addresses.assertion } }],
  ] as const)('is a badge that states nothing yet: %s', async ([, given]) => {
    expect(await credentialOf(given)).toMatchObject({
      format: 'ob1',
      document: {},
      types: [],
      title: [],
      subjects: [],
      id: addresses.assertion,
      securing: { kind: 'hosted', address: addresses.assertion },
    })
  })

  test('is none when anything is said beside it', async () => {
    const { document } = await credentialOf({ uid: '1', verify: { url: addresses.assertion } })
    expect(document).toMatchObject({ uid: '1' })
  })
})
