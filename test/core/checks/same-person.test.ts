import { describe, expect, test } from 'vitest'
import { samePerson } from '../../../src/core/checks/same-person.ts'
import type { Credential, Identity, Subject } from '../../../src/core/model/credential.ts'

function about(...subjects: readonly Partial<Subject>[]): Credential {
  const whole = subjects.map((subject) => ({ identities: [], results: [], otherMembers: {}, ...subject }))
  return { issuer: { id: 'https://college.example' }, subjects: whole } as unknown as Credential
}

const by = (issuer: string, credential: Credential) => ({ ...credential, issuer: { ...credential.issuer, id: issuer } })
const known = (type: string, value: string) => about({ identities: [{ type, hashed: false, value }] })

const email = (value: string): Identity => ({ type: 'emailAddress', hashed: false, value })
/** SHA-256 of `a@example.com` followed by the salt `Kosher` (verification.md §5). */
const hashed: Identity = {
  type: 'emailAddress',
  hashed: true,
  value: 'sha256$b5809d8a92f8858436d7e6b87c12ebc0ae1eac4baecc2c0b913aee2c922ef399',
  salt: 'Kosher',
}

describe('a record and a credential inside it are about', () => {
  test.each([
    ['the same id', about({ id: 'did:key:a' }), about({ id: 'did:key:a' }), 'same'],
    ['a DID and a UUID', about({ id: 'did:key:a' }), about({ id: 'urn:uuid:b' }), 'unknown'],
    ['two ids', about({ id: 'did:key:a' }), about({ id: 'did:key:b' }), 'other'],
    [
      'one e-mail, whatever its case',
      about({ identities: [email('A@example.com')] }),
      about({ identities: [email('a@example.com')] }),
      'same',
    ],
    ['an e-mail and its hash', about({ identities: [email('a@example.com')] }), about({ identities: [hashed] }), 'same'],
    [
      'an e-mail and the hash of another',
      about({ identities: [hashed] }),
      about({ identities: [email('b@example.com')] }),
      'other',
    ],
    ['the same hash with the same salt', about({ identities: [hashed] }), about({ identities: [hashed] }), 'same'],
    [
      'two hashes with two salts',
      about({ identities: [hashed] }),
      about({ identities: [{ ...hashed, salt: 'other' }] }),
      'unknown',
    ],
    ['an id and an e-mail', about({ id: 'did:key:a' }), about({ identities: [email('a@example.com')] }), 'unknown'],
    [
      'two ids but one e-mail',
      about({ id: 'did:key:a', identities: [email('a@example.com')] }),
      about({ id: 'did:key:b', identities: [email('a@example.com')] }),
      'same',
    ],
    [
      'a name that many share',
      about({ identities: [{ type: 'name', hashed: false, value: 'Ada' }] }),
      about({ identities: [{ type: 'name', hashed: false, value: 'Ada' }] }),
      'unknown',
    ],
    ['nobody', about({}), about({ id: 'did:key:a' }), 'unknown'],
    ['no subject at all', about(), about({ id: 'did:key:a' }), 'unknown'],
    ['an e-mail by two names for it', known('emailAddress', 'a@example.com'), known('email', 'a@example.com'), 'same'],
    ['one student number of one college', known('sisSourcedId', '12'), known('studentId', '12'), 'same'],
    ['two student numbers of one college', known('studentId', '12'), known('studentId', '13'), 'other'],
    [
      'one student number of two colleges',
      known('studentId', '12'),
      by('https://other.example', known('studentId', '12')),
      'unknown',
    ],
    [
      'two student numbers of two colleges',
      known('studentId', '12'),
      by('https://other.example', known('studentId', '13')),
      'unknown',
    ],
    ['a course that both took', known('ltiContextId', 'course-1'), known('ltiContextId', 'course-1'), 'unknown'],
    [
      'one person, and somebody else besides',
      about({ id: 'did:key:a' }),
      about({ id: 'did:key:a' }, { id: 'did:key:b' }),
      'other',
    ],
    ['one person, and nobody besides', about({ id: 'did:key:a' }), about({ id: 'did:key:a' }, {}), 'unknown'],
    ['one person twice', about({ id: 'did:key:a' }), about({ id: 'did:key:a' }, { id: 'did:key:a' }), 'same'],
    [
      'more subjects than any credential has',
      about({ id: 'did:key:a' }),
      about(...Array.from({ length: 100 }, () => ({ id: 'did:key:a' }))),
      'unknown',
    ],
  ] as const)('%s', async (_, record, inside, expected) => {
    expect(await samePerson(record, inside)).toBe(expected)
    expect(await samePerson(inside, record)).toBe(expected)
  })
})
