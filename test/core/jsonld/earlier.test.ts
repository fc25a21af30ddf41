import { describe, expect, test } from 'vitest'
import type { JsonObject } from '../../../src/core/model/json.ts'
import type { VerificationReport } from '../../../src/core/model/report.ts'
import { verifyInput } from '../../../src/core/verify.ts'
import { credentialOf } from '../../issuer/content.ts'
import { VC1 } from '../../issuer/contexts.ts'
import { doorTo, FETCHED_AT } from '../../issuer/door.ts'
import { identityDocuments, issuerOf, utf8 } from '../../issuer/issuers.ts'
import { signed } from '../../issuer/sign.ts'

const westbridge = issuerOf('westbridge')
const documents = identityDocuments('westbridge')

function reportOn(document: JsonObject): Promise<VerificationReport> {
  const context = { now: new Date(FETCHED_AT), open: doorTo(documents), audience: 'verifier', identities: [] } as const
  return verifyInput({ bytes: utf8(JSON.stringify(document)), name: 'earlier' }, context)
}

const said = (report: VerificationReport) =>
  ['proof.signature', 'proof.coverage'].map((id) => report.checks.find((check) => check.id === id)?.status)

const credential = (context: string, subject: JsonObject): JsonObject => ({
  '@context': [VC1, context],
  id: 'urn:uuid:00000000-0000-4000-8000-000000000e01',
  type: ['VerifiableCredential'],
  issuer: westbridge.profile.id,
  issuanceDate: '2020-05-03T09:00:00Z',
  credentialSubject: { id: 'did:example:ana', ...subject },
})
const withSubject = (document: JsonObject, subject: JsonObject): JsonObject => ({
  ...document,
  credentialSubject: { id: 'did:example:ana', ...subject },
})

describe('what is signed as RDF under a vocabulary that calls several members by one address', () => {
  const CLR1 = 'https://purl.imsglobal.org/spec/clr/v1p0/context/clr_v1p0.jsonld'
  const results = { type: 'Result', achievedLevel: 'urn:x:pass', requiredLevel: 'urn:x:honours' }

  test('is signed, but which member was meant cannot be told', async () => {
    const document = await signed(credential(CLR1, results), westbridge)
    const turned = withSubject(document, { type: 'Result', achievedLevel: 'urn:x:honours', requiredLevel: 'urn:x:pass' })
    for (const one of [document, turned]) {
      const report = await reportOn(one)
      expect([report.verdict, ...said(report)]).toEqual(['cannot-tell', 'passed', 'unknown'])
    }
  })

  test('cannot be told either where it is named inside', async () => {
    const OB2 = 'https://w3id.org/openbadges/v2'
    const subject = { '@context': OB2, type: 'Assertion', verify: { type: 'HostedBadge' } }
    const document = await signed(credential('https://www.w3.org/ns/credentials/examples/v2', subject), westbridge)
    expect(await reportOn(document)).toMatchObject({ verdict: 'cannot-tell' })
  })
})

describe('a credential under the examples of the data model 1.1', () => {
  const EXAMPLES = 'https://www.w3.org/2018/credentials/examples/v1'
  const degree = { degree: { type: 'BachelorDegree', degreeType: 'Science' } }

  test('is verified', async () => {
    const document = await signed(credential(EXAMPLES, degree), westbridge)
    expect(await reportOn(document)).toMatchObject({ verdict: 'verified' })
  })

  test('is not when its id is called by the name that one of them gives it', async () => {
    const { id, ...rest } = await signed(credential(EXAMPLES, degree), westbridge)
    expect((await reportOn({ ...rest, uid: id })).verdict).not.toBe('verified')
  })
})

describe('a type', () => {
  const badge = credentialOf(westbridge, { content: 'minimal' })
  const subject = badge.credentialSubject as JsonObject
  const OB = 'https://purl.imsglobal.org/spec/vc/ob/vocab.html#'

  test('that is no term of ours may be named by its address', async () => {
    const evidence = [
      { id: 'urn:x:earlier', type: ['Evidence', 'https://w3id.org/openbadges#Assertion'], name: 'The badge of 2015' },
    ]
    expect(await reportOn(await signed({ ...badge, evidence }, westbridge))).toMatchObject({ verdict: 'verified' })
  })

  test('of ours may not: it would be signed as one thing and read as another', async () => {
    const document = await signed(badge, westbridge)
    const named = { ...document, type: ['VerifiableCredential', `${OB}OpenBadgeCredential`] }
    expect((await reportOn(named)).verdict).toBe('not-verified')
    const inside = { ...document, credentialSubject: { ...subject, type: [`${OB}AchievementSubject`] } }
    expect((await reportOn(inside)).verdict).toBe('not-verified')
  })
})
