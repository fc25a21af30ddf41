import { describe, expect, test } from 'vitest'
import { embeddedParts, readBadge } from '../../../src/core/formats/badge-parts.ts'
import type { JsonObject } from '../../../src/core/model/json.ts'
import { badgeAddresses, hashedRecipient, ISSUED_ON, issueBadge } from '../../issuer/badges.ts'
import { credentialOf, jwtOf, problemOf } from './support.ts'

const v2 = 'https://w3id.org/openbadges/v2'
const addresses = badgeAddresses('westbridge')
const assertion: JsonObject = {
  '@context': v2,
  type: 'Assertion',
  id: addresses.assertion,
  recipient: hashedRecipient,
  badge: addresses.badge,
  verification: { type: 'hosted' },
  issuedOn: ISSUED_ON,
}

describe('an Open Badges 2.0 assertion', () => {
  test('is hosted at its id', async () => {
    expect(await credentialOf(assertion)).toMatchObject({
      format: 'ob2',
      dataModel: null,
      securing: { kind: 'hosted', address: addresses.assertion },
      id: addresses.assertion,
      types: ['Assertion'],
      document: assertion,
      validFrom: ISSUED_ON,
      linked: [],
    })
  })

  test.for(['urn:uuid:1', 'ftp://example.org/a', '/assertion', 7, null])('has no address when its id is %j', async (id) => {
    expect((await credentialOf({ ...assertion, id })).securing).toEqual({ kind: 'hosted', address: '' })
  })

  test('is signed when it is a compact JWS', async () => {
    const token = jwtOf(assertion)
    expect(await credentialOf(token)).toMatchObject({
      format: 'ob2-jws',
      securing: { kind: 'badge-jws', jws: { text: token } },
      document: assertion,
    })
  })

  test.for([
    ['by its vocabulary, whatever it calls itself', { ...assertion, type: 'OtherAssertion' }],
    ['by its members, whatever its vocabulary', { ...assertion, '@context': 'https://w3id.org/openbadges/invalid' }],
    ['with its vocabulary spelled out', { ...assertion, '@context': { BadgeClass: 'obi:BadgeClass' } }],
    [
      'with an extension beside it',
      { ...assertion, type: ['Assertion', 'Extension'], '@context': [v2, 'https://example.org/x'] },
    ],
  ] as const)('is known %s', async ([, given]) => {
    expect((await credentialOf(given)).format).toBe('ob2')
  })

  test('alone knows its badge class and issuer by address at most', async () => {
    const { title, issuer, subjects } = await credentialOf(assertion)
    expect(title).toEqual([])
    expect(issuer).toEqual({ id: '', name: [], otherIdentifiers: [] })
    expect(subjects[0]?.achievement).toMatchObject({ id: addresses.badge, name: [], type: 'Badge' })
  })

  test('with everything inside is read as a whole', async () => {
    const issued = await issueBadge({ shape: 'embedded' })
    const credential = await credentialOf(issued.text)
    expect(credential).toMatchObject({
      title: [{ value: 'First aid at sea', language: 'en' }],
      image: { url: 'https://westbridge.example/badges/first-aid.png', caption: [{ value: 'A lifebuoy' }] },
      issuer: {
        id: addresses.issuer,
        name: [{ value: 'Westbridge College' }],
        url: 'https://westbridge.example',
        email: 'badges@westbridge.example',
        phone: '+1 555 0100',
        description: [{ value: 'A college by the water.' }],
      },
      validFrom: ISSUED_ON,
      validUntil: '2039-05-03T09:00:00Z',
      evidence: [
        { url: `${addresses.assertion}/evidence` },
        {
          url: `${addresses.assertion}/log`,
          name: [{ value: 'Log book', language: 'en' }],
          narrative: [{ value: 'Four *night* watches.', language: 'en' }],
          genre: 'Log',
        },
      ],
      subjects: [
        {
          identities: [{ type: 'emailAddress', hashed: true, salt: 'deadsea', value: hashedRecipient.identity }],
          narrative: [{ value: 'Led a *simulated* rescue off the coast.', language: 'en' }],
          achievement: {
            id: addresses.badge,
            type: 'Badge',
            description: [{ value: 'Keeps a crew member alive until help comes.', language: 'en' }],
            criteria: {
              url: `${addresses.badge}/criteria`,
              narrative: [{ value: 'Pass the **pool** test.', language: 'en' }],
            },
            tags: ['first aid', 'sea'],
            language: 'en',
            version: '2',
            alignments: [
              {
                name: [{ value: 'STCW A-VI/4', language: 'en' }],
                url: 'https://standards.example/stcw/a-vi-4',
                description: [{ value: 'Medical first aid', language: 'en' }],
                framework: 'STCW',
                code: 'A-VI/4',
              },
            ],
            related: [{ id: `${addresses.badge}/es`, language: 'es', version: '2' }],
          },
        },
      ],
    })
    expect(credential.extensions.map(({ name }) => name)).toEqual(['extensions:boat'])
  })

  test('shows the picture of its badge class where it has none of its own', async () => {
    const { text } = await issueBadge({ shape: 'embedded', sparse: true })
    expect((await credentialOf(text)).image).toEqual({ url: 'https://westbridge.example/badges/first-aid.png' })
    const plain = await credentialOf({ ...assertion, image: 'http://example.org/a.png' })
    expect(plain.image).toEqual({ url: 'https://example.org/a.png' })
  })

  test('carries the endorsements of each of its parts, with their place', async () => {
    const endorsement = 'https://example.org/endorsement'
    const { text } = await issueBadge({
      shape: 'embedded',
      change: (whole) => ({ ...whole, endorsement: [endorsement, { type: 'Endorsement' }] }),
      changeBadge: (badge) => ({ ...badge, endorsement: [endorsement] }),
      changeIssuer: (issuer) => ({ ...issuer, endorsement }),
    })
    expect((await credentialOf(text)).endorsements).toEqual([
      { at: '/endorsement/0', value: endorsement },
      { at: '/endorsement/1', value: { type: 'Endorsement' } },
      { at: '/badge/endorsement/0', value: endorsement },
      { at: '/badge/issuer/endorsement', value: endorsement },
    ])
  })

  test('keeps what no vocabulary defines, of each of its parts', async () => {
    const { text } = await issueBadge({
      shape: 'embedded',
      sparse: true,
      change: (whole) => ({ ...whole, seat: 7 }),
      changeBadge: (badge) => ({ ...badge, 'x:level': { type: 'Extension', value: [1] } }),
      changeIssuer: (issuer) => ({ ...issuer, motto: 'Semper paratus' }),
    })
    expect((await credentialOf(text)).extensions).toEqual([
      { name: 'seat', value: 7 },
      { name: 'x:level', value: { type: 'Extension', value: [1] } },
      { name: 'motto', value: 'Semper paratus' },
    ])
  })

  test('presents nobody, whatever it calls itself', () => {
    const parts = embeddedParts({ ...assertion, type: ['Assertion', 'VerifiablePresentation'] })
    const origin = { format: 'ob2', securing: { kind: 'hosted', address: '' }, notices: [] } as const
    expect(readBadge(parts, origin).types).toEqual(['Assertion'])
  })

  test('is not a record, an endorsement or a W3C credential', async () => {
    expect((await credentialOf({ ...assertion, type: ['VerifiableCredential'], credentialSubject: {} })).format).toBe('vc-other')
    for (const other of [
      { ...assertion, type: 'Endorsement' },
      { '@context': v2, type: 'Endorsement', claim: {} },
    ])
      expect(await formatOf(other)).not.toMatch(/^ob2(?:-jws)?$/)
  })
})

async function formatOf(given: unknown): Promise<string> {
  try {
    return (await credentialOf(given)).format
  } catch {
    return (await problemOf(given)).code
  }
}

describe('the recipient', () => {
  const recipientOf = async (recipient: JsonObject) => (await credentialOf({ ...assertion, recipient })).subjects[0]

  test.for([
    ['email', 'emailAddress', 'ana@example.org'],
    ['telephone', 'telephone', '+1 555 0100'],
    ['url', 'url', 'https://ana.example'],
  ] as const)('may be given by %s', async ([type, kind, identity]) => {
    expect(await recipientOf({ type, hashed: false, identity })).toMatchObject({
      identities: [{ type: kind, hashed: false, value: identity }],
    })
  })

  test('given by id is the subject', async () => {
    const subject = await recipientOf({ type: 'id', hashed: false, identity: 'did:example:ana' })
    expect(subject).toMatchObject({ id: 'did:example:ana', identities: [{ type: 'identifier', value: 'did:example:ana' }] })
  })

  test('given by a hashed id is known by its hash alone', async () => {
    const subject = await recipientOf({ type: 'id', hashed: true, identity: `sha256$${'0'.repeat(64)}` })
    expect(subject?.id).toBeUndefined()
    expect(subject?.identities).toMatchObject([{ type: 'identifier', hashed: true }])
  })

  test('may have several types, and one of the issuer’s own', async () => {
    expect(await recipientOf({ type: ['IdentityObject', 'url'], hashed: false, identity: 'https://a.example' })).toMatchObject({
      identities: [{ type: 'url' }],
    })
    expect(await recipientOf({ type: 'constructor', hashed: false, identity: 'x' })).toMatchObject({
      identities: [{ type: 'constructor' }],
    })
  })
})

describe('with its parts fetched', () => {
  const origin = { format: 'ob2', securing: { kind: 'hosted', address: addresses.assertion }, notices: [] } as const
  const other = 'https://other.example/issuer'

  test('a part is known by the address under which it is named, not by what it calls itself', () => {
    const badge = { id: 'https://other.example/badge', name: 'First aid', issuer: addresses.issuer }
    const credential = readBadge({ assertion, badge, issuer: { id: other, name: 'Other' } }, origin)
    expect(credential.issuer).toMatchObject({ id: addresses.issuer, name: [{ value: 'Other' }] })
    expect(credential.subjects[0]?.achievement?.id).toBe(addresses.badge)
  })

  test('a part without a name for it is known by its own id', () => {
    const credential = readBadge({ assertion: {}, badge: { id: addresses.badge }, issuer: { id: other } }, origin)
    expect(credential.issuer.id).toBe(other)
  })
})

describe('a part that stands alone', () => {
  test.for([
    ['BadgeClass', { name: 'First aid', issuer: addresses.issuer }, { issuer: { id: addresses.issuer } }],
    ['Issuer', { name: 'Westbridge', url: 'https://westbridge.example' }, { issuer: { id: 'https://example.org/1' } }],
    ['Profile', { name: 'Westbridge' }, { issuer: { name: [{ value: 'Westbridge' }] } }],
    ['AlignmentObject', { targetName: 'STCW', targetUrl: 'https://stcw.example' }, { title: [{ value: 'STCW' }] }],
  ] as const)('is read as what it is, and secured by nothing: %s', async ([type, members, read]) => {
    expect(await credentialOf({ '@context': v2, id: 'https://example.org/1', type, ...members })).toMatchObject({
      format: 'ob2',
      types: [type],
      securing: { kind: 'none' },
      subjects: [],
      ...read,
    })
  })

  test('is no credential when it is signed, or of another vocabulary', async () => {
    expect(await problemOf(jwtOf({ '@context': v2, type: 'BadgeClass' }))).toMatchObject({ code: 'input_not_credential' })
    expect(await problemOf({ type: 'BadgeClass' })).toMatchObject({ code: 'input_not_credential' })
  })
})
