import { describe, expect, test } from 'vitest'
import { loadContext } from '../../../src/core/jsonld/contexts.ts'
import { variantsFor } from '../../../src/core/jsonld/variants.ts'
import type { JsonObject } from '../../../src/core/model/json.ts'
import type { CheckId, VerificationReport } from '../../../src/core/model/report.ts'
import { verifyInput } from '../../../src/core/verify.ts'
import { credentialOf } from '../../issuer/content.ts'
import { CLR_2, openBadgeContexts } from '../../issuer/contexts.ts'
import { doorTo, FETCHED_AT } from '../../issuer/door.ts'
import { identityDocuments, issuerOf, utf8 } from '../../issuer/issuers.ts'
import { signedUnder } from '../../issuer/under-texts.ts'

const OB = openBadgeContexts['3.0.3']
const westbridge = issuerOf('westbridge')
const documents = identityDocuments('westbridge')
const vocabulary = { '@vocab': 'https://westbridge.example/terms#' }

function reportOn(document: JsonObject): Promise<VerificationReport> {
  const context = { now: new Date(FETCHED_AT), open: doorTo(documents), audience: 'verifier', identities: [] } as const
  return verifyInput({ bytes: utf8(JSON.stringify(document)), name: 'badge' }, context)
}

const finding = (report: VerificationReport, id: CheckId) => report.checks.find((check) => check.id === id)
const said = (report: VerificationReport, id: CheckId) => [finding(report, id)?.status, finding(report, id)?.code]

/** Open Badges 3.0.3 as it was at some time: with terms added, and without others at any depth. */
async function textOf(more: JsonObject, ...without: readonly string[]): Promise<ReadonlyMap<string, object>> {
  const shipped = ((await loadContext(OB)) as { '@context': JsonObject })['@context']
  const text = JSON.stringify({ '@context': { ...shipped, ...more } }, (name, value: unknown) =>
    without.includes(name) ? undefined : value,
  )
  return new Map([[OB, JSON.parse(text) as object]])
}

const badge = credentialOf(westbridge, { content: 'minimal' })
const endorsementJwt = { '@id': 'https://purl.imsglobal.org/spec/vc/ob/vocab.html#endorsementJwt', '@container': '@set' }
const jti = { '@id': 'https://www.iana.org/assignments/jwt#jti', '@type': '@id' }
const endorsed = { ...badge, endorsementJwt: ['e30.e30.c2ln'] }
const withVocabulary = { ...badge, '@context': [...(badge['@context'] as string[]), vocabulary] }

const signings: readonly (readonly [name: string, document: JsonObject, text: Promise<ReadonlyMap<string, object>>])[] = [
  ['2026-06', endorsed, textOf({ endorsementJwt, jti })],
  ['2026-06', { ...endorsed, jti: 'urn:uuid:1' }, textOf({ endorsementJwt, jti })],
  ['2026-06', { ...badge, jti: 'urn:uuid:1' }, textOf({ jti })],
  ['2024-01', { ...withVocabulary, awardedDate: '2024-05-01T00:00:00Z' }, textOf({}, 'awardedDate')],
  ['2023', { ...withVocabulary, inLanguage: 'en' }, textOf({}, 'awardedDate', 'inLanguage')],
]

describe('a badge under a text of its vocabulary that changed in place', () => {
  test.for(signings)('is verified under that of %s, and this is said', async ([name, document, texts]) => {
    const report = await reportOn(await signedUnder(await texts, document, westbridge))
    expect([report.verdict, ...said(report, 'proof.coverage')]).toEqual(['verified', 'passed', null])
    expect(finding(report, 'proof.signature')).toMatchObject({
      status: 'passed',
      code: null,
      evidence: { facts: { variant: name } },
    })
    expect(finding(report, 'proof.signature')?.evidence.details?.[0]?.facts).toMatchObject({ variant: name })
  })

  test('says nothing of it where the shipped text is the one it was signed under', async () => {
    const document = { ...badge, awardedDate: '2024-05-01T00:00:00Z', inLanguage: 'en' }
    const report = await reportOn(await signedUnder(new Map(), document, westbridge))
    expect(report.verdict).toBe('verified')
    expect(finding(report, 'proof.signature')?.evidence.facts).not.toHaveProperty('variant')
  })

  test('cannot be told about when what only another text defines is there and the signature fits none', async () => {
    const signed = await signedUnder(await textOf({ endorsementJwt, jti }), endorsed, westbridge)
    const unknown = [
      { ...signed, name: 'Another name' },
      { ...signed, jti: 'urn:uuid:1' },
      await signedUnder(await textOf({ endorsementJwt: 'https://elsewhere.example/#jwt' }), endorsed, westbridge),
    ]
    for (const document of unknown) {
      const report = await reportOn(document)
      expect(report.verdict).toBe('cannot-tell')
      expect(said(report, 'proof.signature')).toEqual(['unknown', 'variant_unmatched'])
      expect(said(report, 'proof.coverage')).toEqual(['unknown', 'variant_unmatched'])
    }
  })

  test('is not verified when a member is in none of its texts', async () => {
    const signed = await signedUnder(await textOf({ endorsementJwt, jti }), endorsed, westbridge)
    const report = await reportOn({ ...signed, honours: 'summa cum laude' })
    expect(report.verdict).toBe('not-verified')
    expect(finding(report, 'proof.coverage')).toMatchObject({
      status: 'failed',
      code: 'term_undefined',
      evidence: { facts: { term: 'honours' } },
    })
  })

  test('is not verified when it was changed, though a date is there that some texts lack', async () => {
    const document = { ...badge, awardedDate: '2024-05-01T00:00:00Z' }
    const signed = await signedUnder(new Map(), document, westbridge)
    expect((await reportOn({ ...signed, awardedDate: '2020-05-01T00:00:00Z' })).verdict).toBe('not-verified')
    expect((await reportOn({ ...signed, name: 'Another name' })).verdict).toBe('not-verified')
  })

  test('is not verified when members change places under a context that changes them back', async () => {
    const signed = await signedUnder(await textOf({ endorsementJwt, jti }), { ...endorsed, jti: 'urn:uuid:1' }, westbridge)
    const contexts = signed['@context'] as readonly string[]
    const renamings = [
      { '@context': [...contexts, { more: endorsementJwt }], more: endorsed.endorsementJwt, endorsementJwt: undefined },
      { '@context': [...contexts, { endorsementJwt: 'https://elsewhere.example/#jwt' }] },
      { '@context': [...contexts, { serial: jti }], jti: undefined, serial: 'urn:uuid:1' },
    ]
    for (const renaming of renamings) expect((await reportOn({ ...signed, ...renaming })).verdict).not.toBe('verified')
  })

  test('knows of no text but the published ones', async () => {
    const unpublished = await textOf({ endorsementJwt, jti, honours: 'https://westbridge.example/terms#honours' })
    const signed = await signedUnder(unpublished, { ...endorsed, honours: 'summa cum laude' }, westbridge)
    expect((await reportOn(signed)).verdict).toBe('not-verified')
  })
})

describe('the texts to try', () => {
  const tried = async (document: JsonObject) => (await variantsFor(document)).map(({ name }) => name)

  test('are none for a document that has no member in which they differ, or names no context that changed', async () => {
    expect(await tried(badge)).toEqual([])
    expect(await tried({ '@context': 'https://elsewhere.example/', endorsementJwt: [] })).toEqual([])
    expect(await tried({ ...badge, '@context': [openBadgeContexts['3.0.2']], awardedDate: '2024-05-01T00:00:00Z' })).toEqual([])
  })

  test('differ in what the document uses, each once', async () => {
    expect(await tried({ ...badge, jti: 'urn:x' })).toEqual(['2026-06'])
    expect(await tried({ ...badge, endorsementJwt: [] })).toEqual(['2026-06'])
    expect(await tried({ ...badge, awardedDate: '', inLanguage: '' })).toEqual(['2024-01', '2023'])
  })

  test('are all that go together where two contexts changed', async () => {
    const record = { '@context': [CLR_2['2.0.1'], OB], partial: true, awardedDate: '2024-05-01T00:00:00Z' }
    expect(await tried(record)).toEqual(['2024', '2024-01', '2024-01, 2024'])
  })

  test('are the same objects each time, so that what was made of them is known again', async () => {
    const [one] = await variantsFor(endorsed)
    const [other] = await variantsFor({ ...endorsed, name: 'Other' })
    expect(one?.texts.get(OB)).toBe(other?.texts.get(OB))
  })
})
