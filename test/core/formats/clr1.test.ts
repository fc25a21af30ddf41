import { describe, expect, test } from 'vitest'
import { readPayload } from '../../../src/core/formats/index.ts'
import type { Credential } from '../../../src/core/model/credential.ts'
import { issueClr1, LEARNER_ID } from '../../issuer/clr1.ts'
import { LEARNER } from '../../issuer/content.ts'
import { describeVectors, entriesOf, textOf } from '../../vectors/vectors.ts'
import { credentialOf, jwtOf, reading, v1, v2 } from './support.ts'

async function partOf(record: Credential, name: string): Promise<Credential> {
  const parts = await Promise.all(record.nested.map(({ text }) => credentialOf(text)))
  return parts.find(({ title }) => title[0]?.value === name) ?? expect.unreachable(name)
}

describe('a record of CLR 1.0', () => {
  test('is hosted at its id, its publisher the issuer and its learner the subject', async () => {
    const { text, address } = await issueClr1({ form: 'hosted' })
    expect(await credentialOf(text)).toMatchObject({
      format: 'clr1',
      id: address,
      dataModel: null,
      types: ['Clr'],
      securing: { kind: 'hosted', address },
      title: [{ value: 'Official transcript' }],
      validFrom: '2021-06-18T10:00:00Z',
      partial: false,
      issuer: {
        id: 'https://kestrel.example/clr/profile',
        name: [{ value: 'Kestrel University' }],
        phone: '+1 555 0100',
        official: 'Rosa Lind, Registrar',
        otherIdentifiers: [
          { type: 'ext:OPEID', value: '001234' },
          { type: 'sourcedId', value: 'kestrel-01' },
        ],
      },
      extensions: [],
    })
  })

  test('names its learner in every way that it states, in clear', async () => {
    const [learner] = (await credentialOf((await issueClr1()).text)).subjects
    expect(learner?.id).toBe(LEARNER_ID)
    expect(learner?.identities).toEqual([
      { type: 'name', hashed: false, value: LEARNER.name },
      { type: 'emailAddress', hashed: false, value: LEARNER.email },
      { type: 'studentId', hashed: false, value: 'K-20417' },
      { type: 'sourcedId', hashed: false, value: 'kestrel-20417' },
      { type: 'telephone', hashed: false, value: '+1 555 0177' },
    ])
    expect(learner?.otherMembers).toEqual({ givenName: 'Ana', familyName: 'Rivera', birthDate: '1999-04-02' })
  })

  test('may be a compact JWS, and its types may be written as in the data model', async () => {
    for (const longTypes of [false, true]) {
      const read = await credentialOf((await issueClr1({ form: 'signed', longTypes })).text)
      expect(read).toMatchObject({
        format: 'clr1-jws',
        types: ['Clr'],
        securing: { kind: 'badge-jws', jws: { header: { alg: 'RS256' } } },
      })
      expect(read.nested).toHaveLength(7)
    }
  })

  test('can be asked for only at a web address', async () => {
    for (const id of ['urn:uuid:1', 'javascript:alert(1)', 7, undefined])
      expect((await credentialOf({ type: 'Clr', id, learner: {}, publisher: {} })).securing).toEqual({
        kind: 'hosted',
        address: '',
      })
  })

  test('is partial also where that is written as text', async () => {
    const partial = async (value: unknown) => (await credentialOf({ type: 'Clr', partial: value })).partial
    expect([await partial('True'), await partial('false'), await partial(true), await partial('some')]).toEqual([
      true,
      false,
      true,
      undefined,
    ])
  })

  test('describes achievements that are not awarded, and ties those that are by what they say themselves', async () => {
    const read = await credentialOf((await issueClr1()).text)
    expect(read.definitions).toMatchObject([{ name: [{ value: 'Minor in Maps' }], type: 'ext:Minor', creditsAvailable: 18 }])
    const degree = 'https://kestrel.example/clr/achievements/bsc'
    expect(read.associations).toContainEqual({
      type: 'isPartOf',
      sourceId: 'https://kestrel.example/clr/achievements/cs-201',
      targetId: degree,
      title: [{ value: 'Bachelor of Science' }],
    })
    expect(read.associations).toContainEqual(
      expect.objectContaining({ sourceId: 'https://westbridge.example/clr/achievements/writing', targetId: degree }),
    )
  })

  test('keeps members that nobody defines as they are stated', async () => {
    const { text } = await issueClr1({
      form: 'hosted',
      change: (record) => ({
        ...record,
        'ndt:Note': { of: 'ours' },
        publisher: { ...(record.publisher as object), motto: 'Lux' },
      }),
    })
    expect((await credentialOf(text)).extensions).toEqual([
      { name: 'ndt:Note', value: { of: 'ours' } },
      { name: 'motto', value: 'Lux' },
    ])
  })

  test('is known without its type', async () => {
    const bare = {
      id: 'urn:uuid:1',
      learner: { id: 'urn:uuid:2' },
      publisher: { id: 'urn:uuid:3' },
      issuedOn: '2020-01-01T00:00:00Z',
    }
    expect((await credentialOf(bare)).format).toBe('clr1')
    expect((await credentialOf(jwtOf(bare))).format).toBe('clr1-jws')
  })
})

describe('an assertion inside', () => {
  test('is a credential of the issuer of its achievement, about whom it names', async () => {
    const record = await credentialOf((await issueClr1()).text)
    expect(await partOf(record, 'Data Structures')).toMatchObject({
      format: 'clr1',
      types: ['Assertion'],
      securing: { kind: 'none' },
      issuer: { id: 'https://kestrel.example/clr/profile' },
      statusEntries: [{ type: 'OpenBadgesRevocationList', id: 'https://kestrel.example/clr/revocations' }],
      validFrom: '2020-06-01T00:00:00Z',
      subjects: [
        {
          id: LEARNER_ID,
          creditsEarned: 3,
          term: 'Fall 2019',
          activityStart: '2019-09-02T00:00:00Z',
          results: [{ name: [{ value: 'Final grade' }], type: 'LetterGrade', value: 'B+', status: 'Completed' }],
          achievement: {
            type: 'Course',
            humanCode: 'CS-201',
            criteria: { narrative: [{ value: 'Weekly exercises and a written examination.' }] },
            tags: ['computing'],
            alignments: [{ framework: 'Open Skills of the Valley', code: 'C-7' }],
            otherIdentifiers: [{ type: 'ext:CourseNumber', value: 'CS-201' }],
          },
        },
      ],
      extensions: [{ name: 'level', value: 'Undergraduate' }],
    })
  })

  test('has results joined with their rubric, and an evidence for each artifact', async () => {
    const part = await partOf(await credentialOf((await issueClr1()).text), 'Capstone project')
    const levels = 'https://kestrel.example/clr/achievements/capstone/levels'
    expect(part.subjects).toMatchObject([
      {
        role: 'Team lead',
        source: { name: [{ value: 'Kestrel University' }] },
        achievement: { type: 'Assessment' },
        results: [
          {
            achievedLevel: `${levels}/3`,
            requiredLevel: `${levels}/2`,
            levels: [{ level: '1' }, { level: '2' }, { name: [{ value: 'Distinguished' }], points: '30' }],
          },
        ],
      },
    ])
    const common = { narrative: [{ value: 'Defended in public.' }], genre: 'Project', audience: 'City council' }
    expect(part.evidence).toEqual([
      {
        ...common,
        name: [{ value: 'Report' }],
        description: [{ value: 'Forty pages.' }],
        url: 'https://kestrel.example/theses/41.pdf',
      },
      {
        ...common,
        name: [{ value: 'Source' }],
        description: [{ value: 'What was handed in.' }],
        url: 'https://kestrel.example/theses/41.zip',
      },
    ])
  })

  test('may be signed by an issuer of its own', async () => {
    expect(await partOf(await credentialOf((await issueClr1()).text), 'Technical Writing')).toMatchObject({
      format: 'clr1-jws',
      securing: { kind: 'badge-jws' },
      issuer: { id: 'https://westbridge.example/clr/profile' },
    })
  })

  test('says itself that it was revoked', async () => {
    const part = await partOf(await credentialOf((await issueClr1({ broken: 'assertion-revoked' })).text), 'Probability')
    expect(part.statusEntries.map(({ type }) => type)).toEqual(['OpenBadgesAssertion', 'OpenBadgesRevocationList'])
  })

  test('may name its learner by a hash, and use the dates of older samples', async () => {
    const read = await credentialOf({
      type: 'Assertion',
      achievement: { id: 'urn:a', name: 'A', issuer: { id: 'urn:i', name: 'I' } },
      recipient: { type: 'email', identity: 'sha256$00', hashed: true, salt: 's' },
      startDate: '2019-01-01T00:00:00Z',
      endDate: '2019-02-01T00:00:00Z',
    })
    expect(read.subjects).toMatchObject([
      {
        identities: [{ type: 'emailAddress', hashed: true, value: 'sha256$00', salt: 's' }],
        activityStart: '2019-01-01T00:00:00Z',
        activityEnd: '2019-02-01T00:00:00Z',
      },
    ])
    expect(read.subjects[0]).not.toHaveProperty('id')
  })

  test('carries its endorsements, each with where it stands', async () => {
    const endorsement = { type: 'Endorsement', claim: { id: 'urn:a' } }
    const read = await credentialOf({
      type: 'Assertion',
      achievement: { id: 'urn:a', issuer: { id: 'urn:i', endorsements: [endorsement] }, signedEndorsements: ['a.b.c'] },
      endorsements: [endorsement],
    })
    expect(read.endorsements).toEqual([
      { at: '/endorsements/0', value: endorsement },
      { at: '/achievement/signedEndorsements/0', value: 'a.b.c' },
      { at: '/achievement/issuer/endorsements/0', value: endorsement },
    ])
  })
})

describe('what carries records of CLR 1.0', () => {
  const clr = { type: 'Clr', id: 'urn:uuid:1', learner: { id: 'urn:uuid:2' }, publisher: { id: 'urn:uuid:3' } }

  test.for([
    ['a set', { type: 'ClrSet', clrs: [clr], signedClrs: [jwtOf(clr)] }],
    ['a response with several', { clrs: [clr], signedClrs: [jwtOf(clr)] }],
    ['a response with one of each', { clr, signedClr: jwtOf(clr) }],
  ] as const)('is opened: %s', async ([, envelope]) => {
    expect((await reading(envelope)) as readonly Credential[]).toMatchObject([{ format: 'clr1' }, { format: 'clr1-jws' }])
  })

  test('is said to be empty when it is', async () => {
    expect(await reading({ type: 'ClrSet', clrs: [], signedClrs: [] })).toEqual({ code: 'nothing_inside' })
  })

  test.for([
    ['as one member', { clr }, 1],
    ['as several', { clrs: [clr, clr] }, 2],
    ['as a signed one', { signedClr: jwtOf(clr) }, 1],
    ['as a set', { clrSet: { type: 'ClrSet', clrs: [clr] } }, 1],
    ['as itself', { ...clr, type: 'ClrSubject' }, 1],
  ] as const)('may be a W3C credential that holds them %s', async ([, subject, count]) => {
    const wrapped = {
      '@context': [v1],
      type: ['VerifiableCredential'],
      issuer: 'did:example:1',
      credentialSubject: { id: 'did:example:2', ...subject },
    }
    const read = await credentialOf(wrapped)
    expect(read).toMatchObject({ format: 'vc-other', issuer: { id: 'did:example:1' } })
    expect(read.nested).toHaveLength(count)
    const inside = await Promise.all(read.nested.map(({ text }) => reading(text)))
    expect(inside.flat().map((one) => 'types' in one && one.types)).toEqual(Array.from({ length: count }, () => ['Clr']))
    expect((await credentialOf(jwtOf({ iss: 'did:example:1', vc: wrapped }))).format).toBe('vc-other-jwt')
  })

  test('has for its subject the learner of the record, by either id', async () => {
    const wrapped = {
      '@context': [v2],
      type: ['VerifiableCredential'],
      issuer: 'did:example:1',
      credentialSubject: { id: 'did:example:2', clr },
    }
    expect((await credentialOf(wrapped)).subjects).toMatchObject([
      { id: 'did:example:2', identities: [{ type: 'id', hashed: false, value: 'urn:uuid:2' }], otherMembers: {} },
    ])
  })
})

describe('what is no record of CLR 1.0', () => {
  test.for([
    [
      'an Open Badges 2.0 assertion',
      {
        '@context': 'https://w3id.org/openbadges/v2',
        type: 'Assertion',
        badge: 'https://b.example',
        verification: { type: 'hosted' },
      },
      'ob2',
    ],
    [
      'a W3C credential that has a learner',
      {
        '@context': [v2],
        type: ['VerifiableCredential'],
        issuer: 'did:example:1',
        learner: {},
        publisher: {},
        credentialSubject: { id: 'did:example:2' },
      },
      'vc-other',
    ],
    [
      'a record of CLR 2.0',
      {
        '@context': [v2],
        type: ['VerifiableCredential', 'ClrCredential'],
        issuer: 'did:example:1',
        credentialSubject: { achievement: [] },
      },
      'clr2',
    ],
    [
      'a presentation that calls itself one',
      { '@context': [v2], type: ['VerifiablePresentation', 'Clr'], learner: {}, publisher: {} },
      'vp',
    ],
  ] as const)('is read as what it is: %s', async ([, given, format]) => {
    expect((await credentialOf(given)).format).toBe(format)
  })
})

describeVectors('published records of CLR 1.0', () => {
  test.for(entriesOf('clr1').filter(({ file }) => /\/randa\/|\.jws$/.test(file)))('$file is read whole', async ({ file }) => {
    const readings = await readPayload({ text: textOf(file), container: 'text', notices: [] })
    const [record] = readings.map(({ result }) => (result.ok ? result.value : expect.unreachable(result.problem.code)))
    expect(record?.types).toEqual(['Clr'])
    expect(record?.nested.length).toBeGreaterThan(0)
    for (const { text } of record?.nested ?? []) {
      const part = await credentialOf(text)
      expect(part.title).not.toEqual([])
      expect(part.subjects[0]?.id).toBe(record?.subjects[0]?.id)
    }
  })
})
