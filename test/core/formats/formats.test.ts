import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readPayload } from '../../../src/core/formats/index.ts'
import { limits } from '../../../src/core/limits.ts'
import { credentialOf, jwtOf, ob3, problemOf, reading, v1, v2 } from './support.ts'

const plain = {
  '@context': [v2],
  type: ['VerifiableCredential'],
  issuer: 'did:example:1',
  credentialSubject: { id: 'did:example:2', degree: 'BSc' },
}

describe('a credential of any type', () => {
  test('is read, its claims kept as stated', async () => {
    expect(await credentialOf(plain)).toMatchObject({
      format: 'vc-other',
      title: [],
      issuer: { id: 'did:example:1', name: [] },
      subjects: [{ id: 'did:example:2', otherMembers: { degree: 'BSc' } }],
      securing: { kind: 'none' },
    })
    expect((await credentialOf(jwtOf({ vc: plain }))).format).toBe('vc-other-jwt')
  })

  test.for([
    ['no type', { ...plain, type: undefined }],
    ['no context', { ...plain, '@context': undefined }],
    ['no issuer', { ...plain, issuer: undefined }],
    ['no subject', { ...plain, credentialSubject: undefined }],
    ['another type and no issuer', { ...plain, type: 'Thing', issuer: undefined }],
    ['a subject that is no object', { ...plain, credentialSubject: 'did:example:2' }],
  ] as const)('reaches the structure check with %s', async ([, broken]) => {
    expect((await credentialOf(broken)).format).toBe('vc-other')
  })

  test.for([
    ['BitstringStatusListCredential', 'status-list', 'status-list-jwt'],
    ['StatusList2021Credential', 'status-list', 'status-list-jwt'],
    ['EndorsementCredential', 'ob3-endorsement', 'ob3-endorsement-jwt'],
    ['ClrCredential', 'clr2', 'clr2-jwt'],
    ['OpenBadgeCredential', 'ob3', 'ob3-jwt'],
  ] as const)('is known by its type: %s', async ([type, embedded, jose]) => {
    const typed = { ...plain, type: ['VerifiableCredential', type] }
    expect((await credentialOf(typed)).format).toBe(embedded)
    expect((await credentialOf(jwtOf(typed))).format).toBe(jose)
  })
})

describe('a record', () => {
  const record = {
    '@context': [v2, 'https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json', ob3],
    type: ['VerifiableCredential', 'ClrCredential'],
    issuer: 'did:example:1',
    credentialSubject: {
      type: ['ClrSubject'],
      verifiableCredential: [
        plain,
        jwtOf({ vc: plain }),
        { type: 'EnvelopedVerifiableCredential', id: `data:application/vc+jwt,${jwtOf(plain)}` },
      ],
      achievement: [{ id: 'urn:uuid:unearned', name: 'Unearned' }],
      association: [{ sourceId: 'a', targetId: 'b' }],
    },
  }

  test('holds its credentials verbatim, each a payload of its own', async () => {
    expect((await credentialOf(record)).nested.map(({ text }) => text)).toEqual([
      JSON.stringify(plain),
      jwtOf({ vc: plain }),
      jwtOf(plain),
    ])
  })

  test('does not take for an award what it only describes', async () => {
    const { subjects, definitions } = await credentialOf(record)
    expect(subjects[0]?.achievement).toBeUndefined()
    expect(definitions.map(({ id }) => id)).toEqual(['urn:uuid:unearned'])
  })

  test('is refused when it holds more credentials than anyone has', async () => {
    const many = Array(limits.credentialsPerInput + 1).fill('a.b.c')
    expect((await problemOf({ ...record, credentialSubject: { verifiableCredential: many } })).code).toBe('too_many_credentials')
  })
})

describe('a presentation', () => {
  const badgeLike = {
    ...plain,
    issuer: { id: 'did:example:1', name: 'Famous University' },
    image: 'https://example.org/a.png',
    evidence: [{ name: 'E' }],
  }
  const vp = { '@context': [v2], type: ['VerifiablePresentation'], holder: { id: 'did:example:2' }, verifiableCredential: plain }

  test('names its holder and holds its credentials', async () => {
    expect(await credentialOf(vp)).toMatchObject({
      format: 'vp',
      holder: 'did:example:2',
      nested: [{ text: JSON.stringify(plain) }],
      issuer: { id: '' },
    })
  })

  test('may be empty', async () => {
    expect(await credentialOf({ type: 'VerifiablePresentation' })).toMatchObject({ format: 'vp', nested: [] })
  })

  test('may be a JWT, its holder the issuer of the JWT', async () => {
    const { holder: _, ...unheld } = vp
    const read = await credentialOf(jwtOf({ iss: 'did:example:2', jti: 'urn:uuid:p', nonce: 'n', vp: unheld }))
    expect(read).toMatchObject({ format: 'vp-jwt', holder: 'did:example:2', id: 'urn:uuid:p', securing: { form: 'vc-claim' } })
    expect(read.nested).toHaveLength(1)
    expect(await credentialOf(jwtOf(vp, { typ: 'vp+jwt' }))).toMatchObject({ format: 'vp-jwt', securing: { form: 'vc+jwt' } })
  })

  test('states nothing itself, whatever else it claims to be', async () => {
    const both = { ...badgeLike, ...vp, type: ['VerifiablePresentation', 'VerifiableCredential', 'OpenBadgeCredential'] }
    expect(await credentialOf(both)).toMatchObject({ format: 'vp', issuer: { id: '', name: [] }, subjects: [], evidence: [] })
    expect(await credentialOf(both)).not.toHaveProperty('image')
  })

  test('may come in an envelope', async () => {
    const enveloped = { type: 'EnvelopedVerifiablePresentation', id: `data:application/vp+jwt,${jwtOf(vp, { typ: 'vp+jwt' })}` }
    expect((await credentialOf(enveloped)).format).toBe('vp-jwt')
  })
})

describe('an envelope', () => {
  const jwt = jwtOf({ vc: plain })

  test.for([
    ['a list', [plain, jwt]],
    ['an Open Badges API response', { credential: [plain], compactJwsString: [jwt] }],
    ['the response of the specification text', { credential: [plain], compactJwsStrings: [jwt] }],
    ['an OID4VCI response', { credentials: [{ credential: plain }, { credential: jwt }] }],
    ['a VC-API exchange', { verifiableCredential: [plain, jwt] }],
    ['JWT in JSON in a list', [plain, { jwt }]],
    [
      'a wallet export',
      {
        '@context': ['https://w3id.org/wallet/v1'],
        type: 'UniversalWallet2020',
        contents: [{ type: 'Key' }, plain, { ...plain, type: 'VerifiableCredential' }],
      },
    ],
  ] as const)('is opened: %s', async ([, envelope]) => {
    expect(await reading(envelope)).toHaveLength(2)
  })

  test('hands its notices to what is inside', async () => {
    const notices = [{ code: 'png_crc_wrong' }] as const
    const [first] = await readPayload({ text: JSON.stringify({ jwt }), container: 'png', notices })
    expect(first?.result).toMatchObject({ value: { notices } })
    expect(first?.payload).toEqual({ text: jwt, container: 'png', notices })
  })

  test('costs the good ones nothing when one inside is broken', async () => {
    const readings = await readPayload({
      text: JSON.stringify([plain, { a: 1 }, 'nonsense', plain]),
      container: 'text',
      notices: [],
    })
    expect(readings.map(({ result }) => (result.ok ? 'read' : result.problem.code))).toEqual([
      'read',
      'input_not_credential',
      'input_unrecognized',
      'read',
    ])
    expect((await problemOf([plain, { a: 1 }])).code).toBe('input_not_credential')
  })

  test.for([
    ['empty', [], 'nothing_inside'],
    ['of keys alone', { contents: [{ kty: 'EC' }] }, 'nothing_inside'],
    ['without its content', { type: 'EnvelopedVerifiableCredential', id: 'https://example.org' }, 'member_invalid'],
    [
      'around a presentation as SD-JWT',
      {
        type: 'EnvelopedVerifiablePresentation',
        id: `data:application/vp+sd-jwt,${jwtOf({ vp: { type: 'VerifiablePresentation' } })}~`,
      },
      'format_not_yet',
    ],
    ['with too much in it', Array.from({ length: limits.credentialsPerInput + 1 }, () => plain), 'too_many_credentials'],
    [
      'with too much in its parts',
      Array.from({ length: 3 }, () => Array.from({ length: limits.credentialsPerInput / 2 }, () => plain)),
      'too_many_credentials',
    ],
    [
      'in envelopes without end',
      JSON.parse(`${'[['.repeat(limits.nestingDepth)}1${']]'.repeat(limits.nestingDepth)}`),
      'json_too_deep',
    ],
  ] as const)('is refused: %s', async ([, envelope, code]) => {
    expect((await problemOf(envelope)).code).toBe(code)
  })
})

describe('what is no credential', () => {
  test.for([
    ['a DID document', { '@context': 'https://www.w3.org/ns/did/v1', id: 'did:example:1' }, 'did-document'],
    ['a key set', { keys: [] }, 'jwks'],
    ['a key', { kty: 'EC' }, 'jwk'],
    ['a badge class', { type: 'BadgeClass' }, 'badge-class'],
    ['a profile', { type: 'Profile', id: 'https://example.org' }, 'issuer-profile'],
    ['a context', { '@context': { a: 'urn:a' } }, 'json-ld-context'],
    ['a schema', { $schema: 'https://json-schema.org/draft/2019-09/schema' }, 'json-schema'],
    ['anything else', { a: 1 }, 'json'],
    ['some JWT', jwtOf({ sub: 'x' }), 'jwt'],
  ] as const)('is named: %s', async ([, given, found]) => {
    expect(await problemOf(given)).toEqual({ code: 'input_not_credential', facts: { found } })
  })
})

describe('any JSON', () => {
  test('is read or refused by name, never thrown at', async () => {
    const name = fc.constantFrom(
      '@context',
      'type',
      'id',
      'issuer',
      'credentialSubject',
      'verifiableCredential',
      'achievement',
      'result',
      'resultDescription',
      'alignment',
      'evidence',
      'image',
      'name',
      'proof',
      'credentialStatus',
      'vc',
      'vp',
      'jwt',
      'credential',
      'contents',
      'holder',
      'endorsement',
      'creator',
      'vct',
      'iss',
      'cnf',
      'status',
      'status_list',
      '_sd',
      '...',
      '__proto__',
      'constructor',
      'toString',
    )
    const leaf = fc.oneof(
      fc.constantFrom(
        v1,
        v2,
        ob3,
        'VerifiableCredential',
        'OpenBadgeCredential',
        'VerifiablePresentation',
        'EnvelopedVerifiableCredential',
        'data:,',
        'https://example.org',
        jwtOf({ vc: {} }),
      ),
      fc.jsonValue({ maxDepth: 1 }),
    )
    const { value } = fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 5 },
        leaf,
        fc.array(tie('value'), { maxLength: 3 }),
        fc.dictionary(name, tie('value'), { maxKeys: 6 }),
      ),
    }))
    const document = fc.dictionary(name, value, { maxKeys: 8 })
    await fc.assert(
      fc.asyncProperty(document, fc.boolean(), fc.nat(2), async (given, signed, tildes) => {
        for (const { result } of await readPayload({
          text: signed ? jwtOf(given) + '~'.repeat(tildes) : JSON.stringify(given),
          container: 'text',
          notices: [],
        })) {
          if (!result.ok) expect(['unexpected', 'input_unreadable']).not.toContain(result.problem.code)
        }
      }),
      { numRuns: 2_000 },
    )
  })
})
