import { describe, expect, test } from 'vitest'
import { dataModelCheck, structureDataModel } from '../../../src/core/checks/structure.ts'
import { recognise } from '../../../src/core/formats/index.ts'
import type { Json, JsonObject } from '../../../src/core/model/json.ts'
import { credentialOf, haveVectors, jwtOf, sessionOf, vectorCases, vectorText } from './support.ts'

const v1 = 'https://www.w3.org/2018/credentials/v1'
const v2 = 'https://www.w3.org/ns/credentials/v2'
const badgeContext = 'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json'

const credential: JsonObject = {
  '@context': [v2],
  type: ['VerifiableCredential'],
  issuer: 'did:example:issuer',
  credentialSubject: { id: 'did:example:subject' },
}
const oldCredential: JsonObject = { ...credential, '@context': [v1], issuanceDate: '2020-01-01T00:00:00Z' }
const achievement: JsonObject = {
  id: 'urn:x:a',
  type: ['Achievement'],
  name: 'A',
  description: 'B',
  criteria: { narrative: 'C' },
}
const subject: JsonObject = { id: 'did:example:subject', type: ['AchievementSubject'], achievement }
const badge: JsonObject = {
  '@context': [v2, badgeContext],
  id: 'urn:x:1',
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  issuer: { id: 'https://example.edu', type: ['Profile'] },
  validFrom: '2024-01-01T00:00:00Z',
  credentialSubject: subject,
}

async function check(input: JsonObject | string, rule = structureDataModel) {
  const answer = await rule.run(sessionOf(await credentialOf(input)))
  if (answer === null) throw new Error('the check was left out')
  return { ...answer, at: answer.facts?.at }
}

const without = (document: JsonObject, member: string) =>
  Object.fromEntries(Object.entries(document).filter(([name]) => name !== member))

describe('a credential of the W3C data model', () => {
  test('that keeps the rules passes, in both versions', async () => {
    expect(await check(credential)).toMatchObject({ status: 'passed', code: null, facts: { dataModel: '2.0' } })
    expect(await check(oldCredential)).toMatchObject({ status: 'passed', code: null, facts: { dataModel: '1.1' } })
  })

  const broken: readonly (readonly [string, JsonObject, string, string])[] = [
    ['without context', without(credential, '@context'), 'context_missing', '/@context'],
    ['with another context first', { ...credential, '@context': [badgeContext, v2] }, 'context_first_wrong', '/@context/0'],
    ['with a context that is no address', { ...credential, '@context': [v2, 'https ://x'] }, 'context_invalid', '/@context/1'],
    ['with a number as context', { ...credential, '@context': [v2, 7] }, 'context_invalid', '/@context/1'],
    [
      'whose type hides under a keyword',
      { ...without(credential, 'type'), '@type': ['VerifiableCredential'] },
      'type_missing',
      '/type',
    ],
    ['with a type that is none', { ...credential, type: ['VerifiableCredential', 7] }, 'member_invalid', '/type'],
    [
      'with a type that no context defines',
      { ...credential, type: ['VerifiableCredential', 'Unheard'] },
      'type_unknown',
      '/type',
    ],
    ['with two ids', { ...credential, id: ['urn:x:1', 'urn:x:2'] }, 'id_invalid', '/id'],
    ['with null as id', { ...credential, id: null }, 'id_invalid', '/id'],
    ['without issuer', { ...without(credential, 'issuer'), proof: { type: 'X' } }, 'member_missing', '/issuer'],
    ['with an issuer that is no address', { ...credential, issuer: 'fake-issuer' }, 'id_invalid', '/issuer'],
    ['with an issuer whose id is null', { ...credential, issuer: { id: null } }, 'member_missing', '/issuer/id'],
    ['without subject', without(credential, 'credentialSubject'), 'member_missing', '/credentialSubject'],
    ['with no subjects', { ...credential, credentialSubject: [] }, 'member_missing', '/credentialSubject'],
    [
      'with a subject of nothing',
      { ...credential, credentialSubject: [{ id: 'did:example:1' }, {}] },
      'member_invalid',
      '/credentialSubject/1',
    ],
    [
      'with a subject of two ids',
      { ...credential, credentialSubject: { id: ['urn:x:1', 'urn:x:2'] } },
      'id_invalid',
      '/credentialSubject/id',
    ],
    ['with a date of its own making', { ...credential, validFrom: 'yesterday' }, 'date_invalid', '/validFrom'],
    ['with a date without zone', { ...credential, validUntil: '2030-01-01T00:00:00' }, 'date_invalid', '/validUntil'],
    [
      'with two dates',
      { ...credential, validUntil: ['2030-01-01T00:00:00Z', '2040-01-01T00:00:00Z'] },
      'date_invalid',
      '/validUntil',
    ],
    [
      'with a status without type',
      { ...credential, credentialStatus: { id: 'urn:x:1' } },
      'type_missing',
      '/credentialStatus/type',
    ],
    ['with an empty evidence', { ...credential, evidence: [{}] }, 'type_missing', '/evidence/0/type'],
    [
      'with a schema without address',
      { ...credential, credentialSchema: { type: 'X' } },
      'member_missing',
      '/credentialSchema/id',
    ],
    ['with a string as terms', { ...credential, termsOfUse: 'none' }, 'member_invalid', '/termsOfUse'],
    [
      'with a resource without digest',
      { ...credential, relatedResource: { id: 'urn:x:1' } },
      'member_missing',
      '/relatedResource/digestSRI',
    ],
    [
      'with a name that says more than text',
      { ...credential, name: { '@value': 'N', url: 'urn:x:1' } },
      'member_invalid',
      '/name',
    ],
    ['with a number as issuer name', { ...credential, issuer: { id: 'urn:x:1', name: 7 } }, 'member_invalid', '/issuer/name'],
    ['of version 1.1 without issuance date', without(oldCredential, 'issuanceDate'), 'member_missing', '/issuanceDate'],
    [
      'of version 1.1 with a status without id',
      { ...oldCredential, credentialStatus: { type: 'X' } },
      'member_missing',
      '/credentialStatus/id',
    ],
  ]
  test.each(broken)('%s is refused', async (_, document, code, at) => {
    expect(await check(document)).toMatchObject({ status: 'failed', code, at, evidence: { details: [{ code, at }] } })
  })

  const fine: readonly (readonly [string, JsonObject])[] = [
    [
      'a name in several languages',
      {
        ...credential,
        name: [
          { '@value': 'Chien', '@language': 'fr' },
          { '@value': 'Dog', '@language': 'en' },
        ],
      },
    ],
    ['a date of 1.1 without zone', { ...oldCredential, issuanceDate: '2020-01-01T00:00:00' }],
    ['one context that is no list', { ...credential, '@context': v2 }],
    ['a status without id', { ...credential, credentialStatus: { type: 'BitstringStatusListEntry' } }],
    ['an international address', { ...credential, id: 'https://exämple.org/ü' }],
  ]
  test.each(fine)('may have %s', async (_, document) => {
    expect(await check(document)).toMatchObject({ status: 'passed', code: null })
  })

  test('tells everything that is wrong, and the first decides', async () => {
    const answer = await check({ ...credential, id: 'no url', issuer: 'nobody', evidence: {} })
    expect(answer).toMatchObject({ code: 'id_invalid', facts: { violations: 3 } })
    expect(answer.evidence?.details?.map(({ at }) => at)).toEqual(['/id', '/issuer', '/evidence/type'])
  })

  test('is asked of JSON-LD only where the document does not tell what a type means', async () => {
    const asked: string[] = []
    const rule = dataModelCheck((_, type) => {
      asked.push(type)
      return Promise.resolve(type === 'Known')
    })
    const foreign = { ...credential, '@context': [v2, 'https://example.org/context'] }
    expect(await check({ ...foreign, type: ['VerifiableCredential', 'Known'] }, rule)).toMatchObject({ status: 'passed' })
    expect(await check({ ...foreign, type: ['VerifiableCredential', 'Strange'] }, rule)).toMatchObject({ code: 'type_unknown' })
    expect(asked).toEqual(['Known', 'Strange'])
  })
})

describe('a presentation', () => {
  const presentation: JsonObject = { '@context': [v2], type: ['VerifiablePresentation'], verifiableCredential: [credential] }

  test('of credentials, enveloped ones too, passes', async () => {
    const enveloped = { '@context': v2, id: 'data:application/vc+jwt,e30.e30.', type: 'EnvelopedVerifiableCredential' }
    expect(
      await check({ ...presentation, holder: { id: 'did:example:holder' }, verifiableCredential: [credential, enveloped] }),
    ).toMatchObject({ status: 'passed' })
  })

  test('of compact JWS passes by 1.1 and fails by 2.0', async () => {
    const jws = jwtOf({ vc: oldCredential })
    expect(await check({ ...presentation, '@context': [v1], verifiableCredential: [jws] })).toMatchObject({ status: 'passed' })
    expect(await check({ ...presentation, verifiableCredential: [jws] })).toMatchObject({
      code: 'member_invalid',
      at: '/verifiableCredential/0',
    })
  })

  test.each<readonly [string, Json, string]>([
    ['a credential without its type', [{ ...credential, type: [] }], 'type_missing'],
    ['an envelope that is no data address', [{ id: 'https://example.org', type: 'EnvelopedVerifiableCredential' }], 'id_invalid'],
    ['a number', [7], 'member_invalid'],
  ])('of %s is refused', async (_, verifiableCredential, code) => {
    expect(await check({ ...presentation, verifiableCredential })).toMatchObject({ status: 'failed', code })
  })

  test('with a holder that is no address is refused', async () => {
    expect(await check({ ...presentation, holder: 'me' })).toMatchObject({ code: 'id_invalid', at: '/holder' })
  })

  test('that calls itself a credential too is held to the rules of both', async () => {
    const both = { ...presentation, type: ['VerifiablePresentation', 'VerifiableCredential'] }
    expect(await check(both)).toMatchObject({ status: 'failed', code: 'member_missing', at: '/issuer' })
  })
})

describe('an Open Badge', () => {
  test('that keeps the rules passes', async () => {
    expect(await check(badge)).toMatchObject({ status: 'passed', code: null })
  })

  const withAchievement = (more: JsonObject) => ({
    ...badge,
    credentialSubject: { ...subject, achievement: { ...achievement, ...more } },
  })
  const broken: readonly (readonly [string, JsonObject, string, string])[] = [
    ['without id', without(badge, 'id'), 'member_missing', '/id'],
    ['without start', without(badge, 'validFrom'), 'member_missing', '/validFrom'],
    ['whose type says otherwise', { ...badge, type: ['VerifiableCredential'] }, 'type_unknown', '/type'],
    [
      'whose issuer is no profile',
      { ...badge, issuer: { id: 'https://example.edu', type: ['Organization'] } },
      'type_unknown',
      '/issuer/type',
    ],
    [
      'whose subject is something else',
      { ...badge, credentialSubject: { ...subject, type: ['Person'] } },
      'type_unknown',
      '/credentialSubject/type',
    ],
    ['whose subject is a string', { ...badge, credentialSubject: 'did:example:subject' }, 'member_invalid', '/credentialSubject'],
    ['whose achievement has no name', withAchievement({ name: null }), 'member_missing', '/credentialSubject/achievement/name'],
    [
      'whose achievement has no criteria',
      withAchievement({ criteria: null }),
      'member_missing',
      '/credentialSubject/achievement/criteria',
    ],
    ['whose achievement has no address', withAchievement({ id: 'teamwork' }), 'id_invalid', '/credentialSubject/achievement/id'],
    [
      'whose second alignment is none',
      withAchievement({ alignment: [{ type: 'Alignment', targetName: 'N', targetUrl: 'urn:x:1' }, {}] }),
      'type_missing',
      '/credentialSubject/achievement/alignment/1/type',
    ],
    [
      'whose rubric level is mistyped',
      withAchievement({
        resultDescription: {
          id: 'urn:x:1',
          type: 'ResultDescription',
          name: 'N',
          resultType: 'Status',
          rubricCriterionLevel: [{ id: 'urn:x:2', type: 'Level', name: 'N' }],
        },
      }),
      'type_unknown',
      '/credentialSubject/achievement/resultDescription/rubricCriterionLevel/0/type',
    ],
    [
      'whose identity does not say whether it is hashed',
      {
        ...badge,
        credentialSubject: {
          ...subject,
          identifier: { type: 'IdentityObject', identityHash: 'x', identityType: 'name', hashed: 'false' },
        },
      },
      'member_invalid',
      '/credentialSubject/identifier/hashed',
    ],
    ['whose evidence is mistyped', { ...badge, evidence: [{ type: 'Proof' }] }, 'type_unknown', '/evidence/0/type'],
  ]
  test.each(broken)('%s is refused', async (_, document, code, at) => {
    expect(await check(document)).toMatchObject({ status: 'failed', code, at })
  })

  test('that names nobody is only warned of: many genuine ones do', async () => {
    expect(await check({ ...badge, credentialSubject: without(subject, 'id') })).toMatchObject({
      status: 'warning',
      code: 'member_missing',
      at: '/credentialSubject/id',
    })
    const identity = { type: 'IdentityObject', hashed: false, identityHash: 'x', identityType: 'name' }
    expect(await check({ ...badge, credentialSubject: { ...without(subject, 'id'), identifier: [identity] } })).toMatchObject({
      status: 'passed',
    })
  })

  test('without achievement is no badge, unless it is from before Open Badges 3.0 was finished', async () => {
    const empty = { ...badge, credentialSubject: without(subject, 'achievement') }
    expect(await check(empty)).toMatchObject({ status: 'failed', code: 'member_missing', at: '/credentialSubject/achievement' })
    const early = 'https://imsglobal.github.io/openbadges-specification/context.json'
    expect(await check({ ...empty, '@context': ['https://www.w3.org/ns/credentials/v2', early] })).toMatchObject({
      status: 'passed',
    })
  })

  test('may give a picture as an address', async () => {
    for (const image of ['https://example.org/b.png', { id: 'data:image/svg+xml,<svg xmlns="x"/>', type: 'Image' }]) {
      expect(await check({ ...badge, image })).toMatchObject({ status: 'passed' })
    }
    expect(await check({ ...badge, image: 'b.png' })).toMatchObject({ code: 'id_invalid', at: '/image' })
  })

  test('of data model 2.0 does not lie in a `vc` claim', async () => {
    expect(await check(jwtOf({ vc: badge }))).toMatchObject({ status: 'failed', code: 'data_model_version_disagrees' })
    expect(await check(jwtOf(badge))).toMatchObject({ status: 'passed' })
  })

  test('that endorses must say whom', async () => {
    const endorsement = {
      ...badge,
      type: ['VerifiableCredential', 'EndorsementCredential'],
      credentialSubject: { type: ['EndorsementSubject'] },
    }
    expect(await check(endorsement)).toMatchObject({ status: 'failed', code: 'member_missing', at: '/credentialSubject/id' })
  })
})

describe.skipIf(!haveVectors)(
  'the published vectors (read from beside the project, skipped when they are not there)',
  async () => {
    const cases = vectorCases().filter(({ expect: wanted }) => wanted === 'verified' || wanted === 'invalid')
    const structural = cases.filter(({ scope, family }) => scope === 'structure' && ['vc-data-model', 'ob3'].includes(family))
    test.each(structural)('$file is $expect', async ({ file, expect: wanted }) => {
      const text = vectorText(file)
      const read = await recognise({ text, container: 'text', notices: [] })
      const status = read.ok ? (await check(text)).status : 'failed'
      expect(status).toBe(wanted === 'verified' ? 'passed' : 'failed')
    })

    const genuine = cases.filter(
      ({ family, expect: wanted, scope }) =>
        wanted === 'verified' &&
        scope !== 'structure' &&
        scope !== 'status' &&
        ['ob3', 'vc-di-eddsa', 'vc-di-ecdsa', 'status-list', 'clr2'].includes(family),
    )
    const readings = await Promise.all(
      genuine.map(({ file }) => recognise({ text: vectorText(file), container: 'text', notices: [] })),
    )
    const readable = genuine.filter((_, index) => readings[index]?.ok)

    test('are many', () => {
      expect([structural.length > 80, readable.length > 40]).toEqual([true, true])
    })

    test.each(readable)('nothing is wrong with the structure of $file', async ({ file }) => {
      const answer = await check(vectorText(file))
      expect(['passed', 'warning'], JSON.stringify(answer)).toContain(answer.status)
    })
  },
)
