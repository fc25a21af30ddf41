import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readClaim } from '../../../src/core/identity/claim.ts'
import { matchRecipient, namesOnly } from '../../../src/core/identity/match.ts'
import type { Identity, Subject } from '../../../src/core/model/credential.ts'

function about(subject: Partial<Subject>): readonly Subject[] {
  return [{ identities: [], results: [], otherMembers: {}, ...subject }]
}

function hashed(type: string, identifier: string, salt?: string, algorithm: 'sha256' | 'md5' | 'sha1' = 'sha256'): Identity {
  const hex = createHash(algorithm)
    .update(`${identifier}${salt ?? ''}`)
    .digest('hex')
  return { type, hashed: true, value: `${algorithm}$${hex}`, ...(salt !== undefined && { salt }) }
}

const clear = (type: string, value: string): Identity => ({ type, hashed: false, value })

describe('an identity is claimed as', () => {
  test.each([
    ['mailto:ana@example.org', 'email', 'ana@example.org'],
    ['ana@example.org', 'email', 'ana@example.org'],
    ['tel:+34 600 000 000', 'telephone', '+34 600 000 000'],
    ['https://ana.example/me', 'url', 'https://ana.example/me'],
    ['did:key:z6Mk', 'id', 'did:key:z6Mk'],
    ['studentId:A 123', 'studentId', 'A 123'],
    ['name:Ana Rivera', 'name', 'Ana Rivera'],
    ['A123', null, 'A123'],
  ] as const)('%s', (given, kind, value) => {
    expect(readClaim(given)).toEqual({ kind, value })
  })
})

describe('a recipient matches', () => {
  test.each<[string, Identity, string]>([
    // The vector of the specification desk: identifier first, then the salt, nothing between.
    [
      'an e-mail hashed with a salt',
      {
        type: 'emailAddress',
        hashed: true,
        value: 'sha256$b5809d8a92f8858436d7e6b87c12ebc0ae1eac4baecc2c0b913aee2c922ef399',
        salt: 'Kosher',
      },
      'mailto:a@example.com',
    ],
    [
      'a hash in capitals',
      {
        ...hashed('email', 'a@example.com'),
        value: hashed('email', 'a@example.com').value.toUpperCase().replace('SHA256', 'sha256'),
      },
      'a@example.com',
    ],
    ['an e-mail in clear', clear('emailAddress', 'a@example.com'), 'mailto:a@example.com'],
    ['a telephone number however it is spaced', hashed('telephone', '+34600000000', 'x'), 'tel:+34 600-000 000'],
    ['a web address', hashed('url', 'https://ana.example/me'), 'https://ANA.example/me'],
    ['a student number', hashed('ext:studentId', 'A123', 's'), 'studentId:A123'],
    ['a school’s own id', clear('sisSourcedId', 'A123'), 'studentId:A123'],
    ['a DID', hashed('id', 'did:key:z6Mk'), 'did:key:z6Mk'],
    ['an identifier that does not tell its kind', clear('identifier', 'A123'), 'studentId:A123'],
    ['a claim that does not tell its kind', clear('userName', 'ana'), 'ana'],
  ])('%s', async (_, identity, claim) => {
    expect(await matchRecipient(about({ identities: [identity] }), ['mailto:other@example.org', claim])).toMatchObject({
      result: 'match',
    })
  })

  test('in lower case when it did not as given, and that is said', async () => {
    const subjects = about({ identities: [hashed('email', 'ana@example.org')] })
    expect(await matchRecipient(subjects, ['mailto:Ana@Example.org'])).toMatchObject({ result: 'match', tidied: true })
    expect(await matchRecipient(subjects, ['mailto:ana@example.org'])).toMatchObject({ result: 'match', tidied: false })
  })

  test.each(['md5', 'sha1'] as const)('by %s, and that is said to be weak', async (algorithm) => {
    const subjects = about({ identities: [hashed('email', 'ana@example.org', 'salt', algorithm)] })
    expect(await matchRecipient(subjects, ['ana@example.org'])).toMatchObject({ result: 'match', weak: true })
  })

  test('by its id when that is an e-mail address', async () => {
    expect(await matchRecipient(about({ id: 'mailto:ana@example.org' }), ['mailto:ana@example.org'])).toMatchObject({
      result: 'match',
    })
  })
})

describe('a recipient differs', () => {
  test('when something of the same kind was claimed and is another', async () => {
    const subjects = about({ identities: [hashed('email', 'ana@example.org')] })
    expect(await matchRecipient(subjects, ['mailto:ben@example.org'])).toEqual({ result: 'differs', kind: 'email' })
  })

  test('when the salt is another', async () => {
    const subjects = about({ identities: [{ ...hashed('email', 'ana@example.org', 'a'), salt: 'b' }] })
    expect(await matchRecipient(subjects, ['mailto:ana@example.org'])).toMatchObject({ result: 'differs' })
  })

  test.each(['sha256$', 'sha512$00', 'sha256$zz', '$', 'sha256'])('when its hash is no hash: %s', async (value) => {
    const subjects = about({ identities: [{ type: 'email', hashed: true, value }] })
    expect((await matchRecipient(subjects, ['mailto:ana@example.org'])).result).toBe('differs')
  })

  test('never from any other identifier', async () => {
    const subjects = about({ identities: [hashed('email', 'ana@example.org', 'pepper')] })
    await fc.assert(
      fc.asyncProperty(fc.emailAddress(), async (email) => {
        fc.pre(email.trim().toLowerCase() !== 'ana@example.org')
        expect((await matchRecipient(subjects, [`mailto:${email}`])).result).toBe('differs')
      }),
      { numRuns: 100 },
    )
  })
})

describe('a recipient cannot be compared', () => {
  test('with something of another kind', async () => {
    const subjects = about({ identities: [hashed('studentId', 'A123')] })
    expect(await matchRecipient(subjects, ['mailto:ana@example.org'])).toEqual({ result: 'incomparable', kinds: ['studentId'] })
  })

  test('by a name, which many may share', async () => {
    const subjects = about({ identities: [clear('name', 'Ana Rivera')] })
    expect(namesOnly(subjects)).toBe(true)
    expect(await matchRecipient(subjects, ['name:Ana Rivera'])).toEqual({ result: 'incomparable', kinds: [] })
  })

  test('by a DID with an e-mail address', async () => {
    expect(await matchRecipient(about({ id: 'did:key:z6Mk' }), ['mailto:a@example.org'])).toMatchObject({
      result: 'incomparable',
    })
  })
})
