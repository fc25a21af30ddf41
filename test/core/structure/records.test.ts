import { describe, expect, test } from 'vitest'
import { structureDataModel } from '../../../src/core/checks/structure.ts'
import type { JsonObject } from '../../../src/core/model/json.ts'
import { issueClr1 } from '../../issuer/clr1.ts'
import { breakNested, issueClr2, NOWHERE } from '../../issuer/clr2.ts'
import { credentialOf, jwtOf, sessionOf } from '../checks/support.ts'

/** What the structure check says: its outcome, and each violation with its place. */
async function said(document: JsonObject | string) {
  const answer = await structureDataModel.run(sessionOf(await credentialOf(document)))
  return {
    status: answer?.status,
    details: (answer?.evidence?.details ?? []).map(({ status, code, at }) => `${status} ${code} ${at}`),
  }
}
const sound = { status: 'passed', details: [] }

describe('CLR 2.0', () => {
  const record = async (change: (record: JsonObject) => JsonObject, dataModel: '1.1' | '2.0' = '2.0') =>
    said((await issueClr2({ count: 1, dataModel, change })).credential)
  const inSubject = (change: (subject: JsonObject) => JsonObject) =>
    record((whole) => ({ ...whole, credentialSubject: change(whole.credentialSubject as JsonObject) }))
  const without = (object: JsonObject, name: string) => Object.fromEntries(Object.entries(object).filter(([key]) => key !== name))

  test.for([
    { dataModel: '2.0', securing: 'embedded', clr: '2.0.1' },
    { dataModel: '2.0', securing: 'jwt', clr: '2.0.1' },
    { dataModel: '1.1', securing: 'embedded', clr: '2.0.0' },
    { dataModel: '1.1', securing: 'jwt', clr: '2.0.0' },
  ] as const)('a record is sound: VC $dataModel, CLR $clr, $securing', async (options) => {
    expect(await said((await issueClr2({ count: 6, ...options })).text)).toEqual(sound)
  })

  test.for(['id', 'name'])('a record has a member: %s', async (name) => {
    for (const dataModel of ['1.1', '2.0'] as const)
      expect(await record((whole) => without(whole, name), dataModel)).toEqual({
        status: 'failed',
        details: [`failed member_missing /${name}`],
      })
  })

  test('a record has the contexts of CLR and of Open Badges, and their order is only said', async () => {
    const contexts = (change: (all: readonly string[]) => readonly string[]) =>
      record((whole) => ({ ...whole, '@context': change(whole['@context'] as readonly string[]) }))
    const { credential } = await issueClr2({ count: 1, securing: 'jwt' })
    const [vc = '', clr = '', badge = ''] = credential['@context'] as readonly string[]
    const reordered = await issueClr2({
      count: 1,
      securing: 'jwt',
      change: (whole) => ({ ...whole, '@context': [vc, badge, clr] }),
    })
    expect(await said(reordered.credential)).toEqual({ status: 'warning', details: ['warning context_order /@context/1'] })
    for (const missing of [
      [vc, badge],
      [vc, clr],
    ]) {
      const { credential } = await issueClr2({
        count: 1,
        securing: 'jwt',
        change: (whole) => ({ ...whole, '@context': missing }),
      })
      expect((await said(credential)).details).toContain('failed context_missing /@context')
    }
    expect(await contexts((all) => [...all, 'https://w3id.org/security/data-integrity/v2'])).toEqual(sound)
  })

  test('a draft from before CLR 2.0 was finished is not held to its rules', async () => {
    const draft = {
      '@context': ['https://www.w3.org/2018/credentials/v1', 'https://dc.imsglobal.org/draft/clr/v2p0/context'],
      type: ['VerifiableCredential', 'ClrCredential'],
      issuer: 'https://example.org',
      issuanceDate: '2022-01-01T00:00:00Z',
      credentialSubject: { id: 'did:example:1' },
    }
    expect((await said(draft)).status).toBe('passed')
  })

  test.for([
    [
      'no credentials',
      (subject) => ({ ...subject, verifiableCredential: undefined }),
      'failed member_missing /credentialSubject/verifiableCredential',
    ],
    [
      'another type',
      (subject) => ({ ...subject, type: 'AchievementSubject', achievement: undefined }),
      'failed type_unknown /credentialSubject/type',
    ],
    [
      'neither id nor identifier',
      (subject) => ({ ...without(without(subject, 'id'), 'identifier') }),
      'warning member_missing /credentialSubject/id',
    ],
    [
      'an identifier without its kind',
      (subject) => ({ ...subject, identifier: { type: 'IdentityObject', hashed: false, identityHash: 'a' } }),
      'failed member_missing /credentialSubject/identifier/identityType',
    ],
    [
      'an achievement without criteria',
      (subject) => ({ ...subject, achievement: [{ id: 'urn:a:b', type: 'Achievement', name: 'A', description: 'A' }] }),
      'failed member_missing /credentialSubject/achievement/0/criteria',
    ],
    [
      'an association without its kind',
      (subject) => ({ ...subject, association: { type: 'Association', sourceId: 'urn:a:b', targetId: 'urn:a:b' } }),
      'failed member_missing /credentialSubject/association/associationType',
    ],
    [
      'an association of an unknown kind',
      (subject) => ({
        ...subject,
        association: { type: 'Association', associationType: 'extends', sourceId: 'urn:a:b', targetId: 'urn:a:b' },
      }),
      'warning member_invalid /credentialSubject/association/associationType',
    ],
    [
      'an association with one end',
      (subject) => ({ ...subject, association: [{ type: 'Association', associationType: 'precedes', sourceId: 'urn:a:b' }] }),
      'failed member_missing /credentialSubject/association/0/targetId',
    ],
  ] as const satisfies readonly (readonly [string, (subject: JsonObject) => JsonObject, string])[])(
    'the subject is told: %s',
    async ([, change, violation]) => {
      const { credential } = await issueClr2({ count: 1 })
      const document = { ...credential, credentialSubject: change(credential.credentialSubject as JsonObject) }
      expect((await said(JSON.parse(JSON.stringify(document)) as JsonObject)).details).toContain(violation)
    },
  )

  describe('associations', () => {
    test('that point at nothing are said, wherever the record that says so lies', async () => {
      const broken = await breakNested(await issueClr2({ count: 3 }), 1, 'dangling')
      expect(await said(broken.text)).toEqual({
        status: 'warning',
        details: [expect.stringMatching(/^warning association_dangling \/credentialSubject\/association\/\d+\/targetId$/)],
      })
      expect(JSON.stringify(await structureDataModel.run(sessionOf(await credentialOf(broken.text))))).toContain(NOWHERE)
    })

    const tie = (sourceId: string, targetId: string) => ({
      type: 'Association',
      associationType: 'isRelatedTo',
      sourceId,
      targetId,
    })
    const kestrel = 'https://kestrel.example/achievements'

    test.for([
      ['achievements in a token', `${kestrel}/2`],
      ['achievements in an envelope', `${kestrel}/5`],
      ['achievements in a record inside', `${kestrel}/901`],
      ['a result description', `${kestrel}/2/grade`],
      ['a credential', 'urn:uuid:c2000000-0000-4000-8000-000000000001'],
    ] as const)('may point at %s', async ([, target]) => {
      const change = (whole: JsonObject) => ({
        ...whole,
        credentialSubject: { ...(whole.credentialSubject as JsonObject), association: [tie(target, target)] },
      })
      expect(await said((await issueClr2({ count: 6, change })).text)).toEqual(sound)
    })

    test('may go round in a circle', async () => {
      const [one, other] = ['https://westbridge.example/achievements/1', 'https://westbridge.example/programs/data-and-society']
      expect(
        await inSubject((subject) => ({ ...subject, association: [tie(one, other), tie(other, one), tie(one, one)] })),
      ).toEqual(sound)
    })
  })
})

describe('CLR 1.0', () => {
  const record = async (change: (record: JsonObject) => JsonObject) => said((await issueClr1({ form: 'hosted', change })).text)

  test.for(['hosted', 'signed'] as const)('a record is sound: %s', async (form) => {
    for (const longTypes of [false, true]) expect(await said((await issueClr1({ form, longTypes })).text)).toEqual(sound)
  })

  test.for(['id', 'learner', 'publisher', 'issuedOn'])('a record has a member: %s', async (name) => {
    expect(await record((whole) => ({ ...whole, [name]: undefined }))).toEqual({
      status: 'failed',
      details: [`failed member_missing /${name}`],
    })
  })

  test.for([
    ['a learner without id', { learner: { name: 'Ana' } }, 'failed member_missing /learner/id'],
    ['a publisher without name', { publisher: { id: 'https://kestrel.example' } }, 'warning member_missing /publisher/name'],
    ['a date that is none', { issuedOn: 'last spring' }, 'failed date_invalid /issuedOn'],
    ['a date without zone', { issuedOn: '2021-06-18T10:00:00' }, 'warning date_invalid /issuedOn'],
    ['another type', { type: 'Transcript' }, 'warning type_unknown /type'],
    ['a signature that it says it has', { verification: { type: 'Signed' } }, 'failed badge_form_mixed /verification/type'],
    [
      'an achievement without issuer',
      { achievements: [{ id: 'urn:a', name: 'A' }] },
      'warning member_missing /achievements/0/issuer',
    ],
  ] as const)('is told: %s', async ([, change, violation]) => {
    expect((await record((whole) => ({ ...whole, ...change }))).details).toContain(violation)
  })

  test('a signed record that says it is hosted is told', async () => {
    expect((await said((await issueClr1({ broken: 'form-mixed' })).text)).details).toEqual([
      'failed badge_form_mixed /verification/type',
    ])
  })

  test('associations that point at nothing are said', async () => {
    expect(await said((await issueClr1({ broken: 'dangling' })).text)).toEqual({
      status: 'warning',
      details: ['warning association_dangling /assertions/1/achievement/associations/0/targetId'],
    })
  })

  const endorsement = {
    '@context': 'https://purl.imsglobal.org/spec/clr/v1p0/context/clr_v1p0.jsonld',
    id: 'urn:uuid:1',
    type: 'Endorsement',
    claim: { id: 'urn:a', endorsementComment: 'Good.' },
    issuer: { id: 'urn:i', name: 'I' },
    issuedOn: '2021-01-01T00:00:00Z',
    verification: { type: 'Signed' },
  }

  test('an endorsement is held to the words of CLR 1.0', async () => {
    expect(await said(jwtOf(endorsement))).toEqual(sound)
    expect((await said(endorsement)).details).toEqual(['failed badge_form_mixed /verification/type'])
    expect((await said(jwtOf({ ...endorsement, claim: {} }))).details).toEqual(['failed member_missing /claim/id'])
  })

  const achievement = { id: 'urn:a', name: 'A', issuer: { id: 'urn:i', name: 'I' } }
  const assertion = { id: 'urn:uuid:1', type: 'Assertion', achievement, recipient: { type: 'id', identity: 'urn:l' } }

  test('an assertion is sound, also one signed on its own', async () => {
    expect(await said(assertion)).toEqual(sound)
    expect(await said(jwtOf({ ...assertion, verification: { type: 'Signed' } }))).toEqual(sound)
  })

  test.for([
    ['without id', { id: undefined }, 'failed member_missing /id'],
    [
      'without the name of its achievement',
      { achievement: { ...achievement, name: undefined } },
      'failed member_missing /achievement/name',
    ],
    ['without an issuer', { achievement: { ...achievement, issuer: undefined } }, 'failed member_missing /achievement/issuer'],
    ['for nobody', { recipient: { type: 'id' } }, 'failed member_missing /recipient/identity'],
    ['that ends on no day', { expires: 'never' }, 'failed date_invalid /expires'],
    ['with a result of nothing', { results: [{ value: 'A' }] }, 'warning member_missing /results/0/resultDescription'],
    [
      'with a level without name',
      {
        achievement: {
          ...achievement,
          resultDescriptions: [{ id: 'urn:r', name: 'R', resultType: 'Result', rubricCriterionLevels: [{ id: 'urn:l' }] }],
        },
      },
      'warning member_missing /achievement/resultDescriptions/0/rubricCriterionLevels/0/name',
    ],
    ['with evidence without name', { evidence: [{ artifacts: [] }] }, 'warning member_missing /evidence/0/name'],
    [
      'aligned with no address',
      { achievement: { ...achievement, alignments: [{ targetName: 'T' }] } },
      'warning member_missing /achievement/alignments/0/targetUrl',
    ],
    [
      'tied to nothing',
      { achievement: { ...achievement, associations: [{ associationType: 'precedes' }] } },
      'warning member_missing /achievement/associations/0/targetId',
    ],
  ] as const)('an assertion is told: %s', async ([, change, violation]) => {
    const document = JSON.parse(JSON.stringify({ ...assertion, ...change })) as JsonObject
    expect((await said(document)).details).toContain(violation)
  })
})
