import { describe, expect, test } from 'vitest'
import { credentialOf, jwtOf, ob3, v1, v2 } from './support.ts'

const achievement = {
  id: 'urn:uuid:a',
  type: ['Achievement'],
  achievementType: 'Course',
  name: 'Data Literacy',
  description: { en: 'Reads charts', 'es-MX': 'Lee gráficas' },
  criteria: { id: 'https://example.org/criteria', narrative: '**Do it**' },
  image: { id: 'https://example.org/a.png', type: 'Image', caption: 'A' },
  creator: { id: 'https://example.org/c', type: ['Profile'], name: 'Creator', endorsementJwt: ['a.b.c'] },
  creditsAvailable: 3,
  fieldOfStudy: 'Data',
  specialization: 'Charts',
  humanCode: 'D-1',
  inLanguage: 'en',
  version: '2',
  tag: ['data', 'charts'],
  alignment: [
    {
      targetName: 'Graphs',
      targetUrl: 'https://example.org/graphs',
      targetCode: 'G',
      targetFramework: 'F',
      targetType: 'CFItem',
      targetDescription: 'd',
    },
  ],
  otherIdentifier: { type: 'IdentifierEntry', identifier: '17', identifierType: 'sourcedId' },
  related: [{ id: 'urn:uuid:b', inLanguage: 'es', version: '1' }],
  resultDescription: [
    {
      id: 'urn:uuid:r',
      type: ['ResultDescription'],
      name: 'Grade',
      resultType: 'RubricCriterionLevel',
      allowedValue: ['C', 'B', 'A'],
      requiredValue: 'B',
      requiredLevel: 'urn:uuid:l1',
      valueMin: '0',
      valueMax: '4',
      rubricCriterionLevel: [{ id: 'urn:uuid:l1', name: 'Good', description: 'g', level: '1', points: '2' }],
      alignment: { targetName: 'From the description', targetUrl: 'urn:x:1' },
    },
  ],
  endorsement: { type: ['VerifiableCredential', 'EndorsementCredential'] },
}

const badge = {
  '@context': [v2, ob3],
  id: 'urn:uuid:1',
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  name: 'Data Literacy Badge',
  description: 'A badge',
  image: 'https://example.org/badge.png',
  awardedDate: '2026-01-02T00:00:00Z',
  validFrom: '2026-01-01T00:00:00Z',
  validUntil: '2027-01-01T00:00:00Z',
  issuer: {
    id: 'did:example:issuer',
    type: ['Profile'],
    name: 'Example College',
    url: 'https://example.org',
    email: 'a@example.org',
    phone: '1',
    description: 'd',
    official: 'The dean',
    image: { id: 'data:image/png;base64,AA', type: 'Image' },
    address: { type: ['Address'], streetAddress: 'Street 1', addressLocality: 'Town', addressCountry: 'Land' },
    parentOrg: { id: 'https://example.org/parent', type: ['Profile'], name: 'Parent' },
    otherIdentifier: [{ type: 'IdentifierEntry', identifier: 'x', identifierType: 'ext:x' }],
  },
  credentialSubject: {
    id: 'did:example:learner',
    type: ['AchievementSubject'],
    achievement,
    identifier: [{ type: 'IdentityObject', hashed: true, identityHash: 'sha256$ab', identityType: 'emailAddress', salt: 's' }],
    result: [
      {
        type: ['Result'],
        resultDescription: 'urn:uuid:r',
        value: 'A',
        status: 'Completed',
        achievedLevel: 'urn:uuid:l1',
        alignment: [{ targetName: 'From the result', targetUrl: 'urn:x:2' }],
      },
    ],
    narrative: 'n',
    creditsEarned: 2.5,
    licenseNumber: 'L',
    role: 'Lead',
    term: 'Fall',
    source: { id: 'did:example:source', type: ['Profile'], name: 'Assessor' },
    activityStartDate: '2025-01-01T00:00:00Z',
    activityEndDate: '2025-02-01T00:00:00Z',
    unknownMember: { a: 1 },
  },
  evidence: [
    {
      id: 'https://example.org/e',
      type: ['Evidence'],
      name: 'Essay',
      description: 'd',
      narrative: 'n',
      genre: 'Text',
      audience: 'All',
    },
  ],
  credentialStatus: { id: 'https://example.org/s#1', type: 'BitstringStatusListEntry', statusListIndex: '1' },
  credentialSchema: [{ id: 'https://example.org/schema.json', type: '1EdTechJsonSchemaValidator2019' }],
  refreshService: { id: 'https://example.org/r', type: '1EdTechCredentialRefresh' },
  termsOfUse: { type: 'Terms' },
  endorsementJwt: ['x.y.z'],
  proof: { type: 'DataIntegrityProof' },
}

describe('an Open Badges 3.0 credential', () => {
  test('is read whole', async () => {
    expect(await credentialOf(badge)).toEqual({
      format: 'ob3',
      dataModel: '2.0',
      document: badge,
      securing: { kind: 'embedded', proofs: [badge.proof] },
      id: 'urn:uuid:1',
      types: ['VerifiableCredential', 'OpenBadgeCredential'],
      title: [{ value: 'Data Literacy Badge' }],
      description: [{ value: 'A badge' }],
      image: { url: 'https://example.org/badge.png' },
      awardedDate: '2026-01-02T00:00:00Z',
      validFrom: '2026-01-01T00:00:00Z',
      validUntil: '2027-01-01T00:00:00Z',
      issuer: {
        id: 'did:example:issuer',
        name: [{ value: 'Example College' }],
        url: 'https://example.org',
        email: 'a@example.org',
        phone: '1',
        description: [{ value: 'd' }],
        official: 'The dean',
        image: { url: 'data:image/png;base64,AA' },
        address: ['Street 1', 'Town', 'Land'],
        parentOrg: { id: 'https://example.org/parent', name: [{ value: 'Parent' }], otherIdentifiers: [] },
        otherIdentifiers: [{ type: 'ext:x', value: 'x' }],
      },
      subjects: [
        {
          id: 'did:example:learner',
          identities: [{ type: 'emailAddress', hashed: true, value: 'sha256$ab', salt: 's' }],
          achievement: {
            id: 'urn:uuid:a',
            type: 'Course',
            name: [{ value: 'Data Literacy' }],
            description: [
              { value: 'Reads charts', language: 'en' },
              { value: 'Lee gráficas', language: 'es-MX' },
            ],
            criteria: { url: 'https://example.org/criteria', narrative: [{ value: '**Do it**' }] },
            image: { url: 'https://example.org/a.png', caption: [{ value: 'A' }] },
            creator: { id: 'https://example.org/c', name: [{ value: 'Creator' }], otherIdentifiers: [] },
            creditsAvailable: 3,
            fieldOfStudy: [{ value: 'Data' }],
            specialization: [{ value: 'Charts' }],
            humanCode: 'D-1',
            language: 'en',
            version: '2',
            tags: ['data', 'charts'],
            alignments: [
              {
                name: [{ value: 'Graphs' }],
                url: 'https://example.org/graphs',
                code: 'G',
                framework: 'F',
                type: 'CFItem',
                description: [{ value: 'd' }],
              },
            ],
            otherIdentifiers: [{ type: 'sourcedId', value: '17' }],
            related: [{ id: 'urn:uuid:b', language: 'es', version: '1' }],
            resultDescriptions: [describedResult],
          },
          results: [
            {
              ...describedResult,
              value: 'A',
              status: 'Completed',
              achievedLevel: 'urn:uuid:l1',
              alignments: [{ name: [{ value: 'From the result' }], url: 'urn:x:2' }, ...describedResult.alignments],
            },
          ],
          narrative: [{ value: 'n' }],
          creditsEarned: 2.5,
          licenseNumber: 'L',
          role: 'Lead',
          term: 'Fall',
          source: { id: 'did:example:source', name: [{ value: 'Assessor' }], otherIdentifiers: [] },
          activityStart: '2025-01-01T00:00:00Z',
          activityEnd: '2025-02-01T00:00:00Z',
          otherMembers: { unknownMember: { a: 1 } },
        },
      ],
      evidence: [
        {
          url: 'https://example.org/e',
          name: [{ value: 'Essay' }],
          description: [{ value: 'd' }],
          narrative: [{ value: 'n' }],
          genre: 'Text',
          audience: 'All',
        },
      ],
      statusEntries: [{ id: 'https://example.org/s#1', type: 'BitstringStatusListEntry', members: badge.credentialStatus }],
      schemas: [{ id: 'https://example.org/schema.json', type: '1EdTechJsonSchemaValidator2019' }],
      refreshServices: [badge.refreshService],
      termsOfUse: [badge.termsOfUse],
      endorsements: [
        { at: '/endorsementJwt/0', value: 'x.y.z' },
        { at: '/credentialSubject/achievement/endorsement', value: achievement.endorsement },
        { at: '/credentialSubject/achievement/creator/endorsementJwt/0', value: 'a.b.c' },
      ],
      nested: [],
      associations: [],
      definitions: [],
      extensions: [],
      linked: [],
      notices: [],
    })
  })

  const describedResult = {
    name: [{ value: 'Grade' }],
    type: 'RubricCriterionLevel',
    allowedValues: ['C', 'B', 'A'],
    requiredValue: 'B',
    requiredLevel: 'urn:uuid:l1',
    valueMin: '0',
    valueMax: '4',
    levels: [{ id: 'urn:uuid:l1', name: [{ value: 'Good' }], description: [{ value: 'g' }], level: '1', points: '2' }],
    alignments: [{ name: [{ value: 'From the description' }], url: 'urn:x:1' }],
  }

  test('takes its dates from the names of the first data model as well', async () => {
    const { validFrom: _, validUntil: __, ...rest } = badge
    const first = { ...rest, '@context': [v1, ob3], issuanceDate: '2020-01-01T00:00:00Z', expirationDate: '2021-01-01T00:00:00Z' }
    expect(await credentialOf(first)).toMatchObject({
      dataModel: '1.1',
      validFrom: '2020-01-01T00:00:00Z',
      validUntil: '2021-01-01T00:00:00Z',
    })
  })

  test('takes the date that its version of the data model names, when both are there', async () => {
    const both = { ...badge, issuanceDate: '2020-01-01T00:00:00Z', expirationDate: '2021-01-01T00:00:00Z' }
    expect(await credentialOf({ ...both, '@context': [v1, ob3] })).toMatchObject({
      validFrom: both.issuanceDate,
      validUntil: both.expirationDate,
    })
    expect(await credentialOf(both)).toMatchObject({ validFrom: badge.validFrom, validUntil: badge.validUntil })
  })

  test('is called what its achievement is called when it has no name', async () => {
    const { name: _, ...rest } = badge
    expect((await credentialOf(rest)).title).toEqual([{ value: 'Data Literacy' }])
  })

  test('may be an AchievementCredential, and may have one type alone', async () => {
    expect(await credentialOf({ ...badge, type: 'AchievementCredential' })).toMatchObject({
      format: 'ob3',
      types: ['AchievementCredential'],
    })
  })

  test('is still one when its type is wrong, so that its schema can say so', async () => {
    expect((await credentialOf({ ...badge, type: ['VerifiableCredential', 'OtherCredential'] })).format).toBe('ob3')
  })

  test('names no version of the data model when the first context is another', async () => {
    expect((await credentialOf({ ...badge, '@context': [ob3, v2] })).dataModel).toBeNull()
    expect((await credentialOf({ ...badge, '@context': undefined })).dataModel).toBeNull()
  })

  test('is read as far as it goes when everything in it has the wrong shape', async () => {
    const wrong = Object.fromEntries(Object.keys(badge).map((name) => [name, [null, 7, true, ['x'], { id: 7, type: 8 }]]))
    const read = await credentialOf({ ...wrong, type: 'OpenBadgeCredential' })
    expect(read).toMatchObject({ format: 'ob3', issuer: { id: '', name: [] } })
    expect(read.statusEntries).toHaveLength(5)
  })

  test('keeps each status entry, even one that is no object', async () => {
    const read = await credentialOf({ ...badge, credentialStatus: ['https://example.org/s', { type: ['A', 'B'] }] })
    expect(read.statusEntries).toEqual([
      { id: 'https://example.org/s', type: '', members: {} },
      { type: 'A', members: { type: ['A', 'B'] } },
    ])
  })

  test('keeps only pictures and links that can be opened safely', async () => {
    const read = await credentialOf({
      ...badge,
      image: 'http://example.org/a.png',
      evidence: [{ id: 'javascript:alert(1)', name: 'E' }, 'https://example.org/e', 7, {}],
      issuer: { id: 'did:example:1', url: ' java\nscript:alert(1)', image: 'data:text/html,x' },
      credentialSubject: {
        achievement: { alignment: [{ targetName: 'x', targetUrl: 'JavaScript:alert(1)' }, { targetUrl: 'data:,x' }, {}] },
      },
    })
    expect(read.image).toBeUndefined()
    expect(read.evidence).toEqual([{ name: [{ value: 'E' }] }, { url: 'https://example.org/e' }])
    expect(read.issuer).toEqual({ id: 'did:example:1', name: [], otherIdentifiers: [] })
    expect(read.subjects[0]?.achievement?.alignments).toEqual([{ name: [{ value: 'x' }], url: '' }])
  })

  test('reads own members only', async () => {
    const text = JSON.stringify(badge).replace(
      '"type":["AchievementSubject"]',
      '"__proto__":{"id":"did:example:other","role":"King"}',
    )
    const [subject] = (await credentialOf(text.replace('"role":"Lead",', ''))).subjects
    expect(subject?.role).toBeUndefined()
    expect(Object.keys(subject?.otherMembers ?? {})).toContain('__proto__')
  })

  test('names a person by parts when there is no name', async () => {
    expect((await credentialOf({ ...badge, issuer: { id: 'x', givenName: 'Ada', familyName: 'Lovelace' } })).issuer.name).toEqual(
      [{ value: 'Ada Lovelace' }],
    )
  })

  test('takes an identity written as a hash for one, when it is not said', async () => {
    const identified = async (identifier: unknown) =>
      (await credentialOf({ ...badge, credentialSubject: { identifier } })).subjects[0]?.identities.map(({ hashed }) => hashed)
    expect(
      await identified([
        { identityHash: 'sha256$00' },
        { identityHash: 'a@example.org' },
        { hashed: false, identityHash: 'md5$00' },
      ]),
    ).toEqual([true, false, false])
  })

  test('may be awarded to several subjects', async () => {
    const read = await credentialOf({ ...badge, credentialSubject: [badge.credentialSubject, { id: 'did:example:2' }] })
    expect(read.subjects.map(({ id }) => id)).toEqual(['did:example:learner', 'did:example:2'])
    expect(read.endorsements.map(({ at }) => at)).toContain('/credentialSubject/0/achievement/endorsement')
  })
})

describe('an Open Badges 3.0 JWT', () => {
  const { proof: _, ...unsigned } = badge

  test('may be flat: the credential is the payload without its claims', async () => {
    const read = await credentialOf(
      jwtOf({ ...unsigned, iss: 'did:example:issuer', jti: 'urn:uuid:1', sub: 'did:example:learner', nbf: 1 }),
    )
    expect(read).toMatchObject({ format: 'ob3-jwt', document: unsigned, securing: { kind: 'jose', form: 'flat' } })
    expect(Object.keys(read.document)).toEqual(Object.keys(unsigned))
  })

  test.for(['vc+jwt', 'application/vc+jwt', 'vc+ld+json+jwt', 'VC+JWT'])(
    'is read by the rules of JOSE when its type is %s',
    async (typ) => {
      const read = await credentialOf(jwtOf({ ...unsigned, exp: 1, iat: 0 }, { alg: 'ES256', typ }))
      expect(read).toMatchObject({ document: unsigned, securing: { form: 'vc+jwt' } })
    },
  )

  test('by the rules of JOSE fills nothing from claims about the signature', async () => {
    const { validUntil: _until, ...open } = unsigned
    expect((await credentialOf(jwtOf({ ...open, exp: 1_900_000_000 }, { typ: 'vc+jwt' }))).validUntil).toBeUndefined()
    expect((await credentialOf(jwtOf({ ...open, exp: 1_900_000_000 }))).validUntil).toBe('2030-03-17T17:46:40Z')
  })

  test('may stand in a vc claim, its missing members in the other claims', async () => {
    const vc = {
      '@context': [v1, ob3],
      type: ['VerifiableCredential', 'OpenBadgeCredential'],
      credentialSubject: { achievement },
    }
    const claims = {
      iss: 'did:example:issuer',
      jti: 'urn:uuid:1',
      sub: 'did:example:learner',
      nbf: 1_262_304_000.5,
      exp: 1_900_000_000,
    }
    const read = await credentialOf(jwtOf({ ...claims, vc }))
    expect(read.securing).toMatchObject({ kind: 'jose', form: 'vc-claim', jws: { payload: { ...claims, vc } } })
    expect(read.document).toEqual({
      ...vc,
      id: 'urn:uuid:1',
      issuer: 'did:example:issuer',
      issuanceDate: '2010-01-01T00:00:00Z',
      expirationDate: '2030-03-17T17:46:40Z',
      credentialSubject: { id: 'did:example:learner', achievement },
    })
    expect(read).toMatchObject({ validUntil: '2030-03-17T17:46:40Z', issuer: { id: 'did:example:issuer' } })
  })

  test('keeps what the credential states where a claim disagrees', async () => {
    const read = await credentialOf(jwtOf({ iss: 'did:example:other', exp: 1, sub: 'did:example:other', vc: unsigned }))
    expect(read.document).toEqual(unsigned)
    expect(read.securing).toMatchObject({ jws: { payload: { iss: 'did:example:other', exp: 1 } } })
  })

  test('gets the id of its issuer where the issuer has everything but an id', async () => {
    const read = await credentialOf(jwtOf({ iss: 'did:example:issuer', vc: { ...unsigned, issuer: { name: 'Example' } } }))
    expect(read.issuer).toMatchObject({ id: 'did:example:issuer', name: [{ value: 'Example' }] })
  })

  test('does not guess which of several subjects is meant', async () => {
    const subjects = [{ achievement }, { achievement }]
    expect(
      (await credentialOf(jwtOf({ sub: 'did:example:1', vc: { ...unsigned, credentialSubject: subjects } }))).document
        .credentialSubject,
    ).toEqual(subjects)
  })

  test('leaves out a date that is no date', async () => {
    const { validFrom: _from, ...undated } = unsigned
    for (const nbf of [1e300, '2020', null, -1e15])
      expect((await credentialOf(jwtOf({ nbf, vc: undated }))).validFrom).toBeUndefined()
  })
})
