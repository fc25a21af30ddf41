import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { AllowedContext, OpenRequest, VerifyContext } from '../../../src/core/model/context.ts'
import type { JsonObject } from '../../../src/core/model/json.ts'
import type { CheckId, VerificationReport } from '../../../src/core/model/report.ts'
import { verifyInput } from '../../../src/core/verify.ts'
import { credentialOf } from '../../issuer/content.ts'
import { openBadgeContexts } from '../../issuer/contexts.ts'
import { doorTo, FETCHED_AT } from '../../issuer/door.ts'
import { identityDocuments, issuerOf, utf8 } from '../../issuer/issuers.ts'
import { signedUnder } from '../../issuer/under-texts.ts'

const westbridge = issuerOf('westbridge')
const documents = identityDocuments('westbridge')
const URL_ = 'https://terms.example/library/v1'
const cohort = { '@context': { cohort: 'https://terms.example/library#cohort', Member: 'https://terms.example/library#Member' } }

function allowed(context: unknown, url = URL_): AllowedContext {
  const text = typeof context === 'string' ? context : JSON.stringify(context)
  return { url, text, digest: createHash('sha256').update(text).digest('hex'), fetchedAt: FETCHED_AT }
}

const asked: OpenRequest[] = []
function reportOn(document: JsonObject, ...contexts: readonly AllowedContext[]): Promise<VerificationReport> {
  const door = doorTo(documents)
  const context: VerifyContext = {
    now: new Date(FETCHED_AT),
    open: (request) => {
      asked.push(request)
      return door(request)
    },
    audience: 'verifier',
    identities: [],
    contexts,
  }
  return verifyInput({ bytes: utf8(JSON.stringify(document)), name: 'badge' }, context)
}

const finding = (report: VerificationReport, id: CheckId) => report.checks.find((check) => check.id === id)
const said = (report: VerificationReport, id: CheckId) => [finding(report, id)?.status, finding(report, id)?.code]

const badge = credentialOf(westbridge, { content: 'minimal' })
const achievement = (badge.credentialSubject as JsonObject).achievement as JsonObject

/** A badge under contexts from elsewhere, as its issuer signed it. */
function badgeUnder(texts: Readonly<Record<string, object>>, more: JsonObject = { cohort: 'Autumn' }): Promise<JsonObject> {
  const contexts = [...(badge['@context'] as readonly string[]), ...Object.keys(texts).slice(0, 1)]
  return signedUnder(new Map(Object.entries(texts)), { ...badge, ...more, '@context': contexts }, westbridge)
}

describe('a badge under a context that is not shipped', () => {
  test('cannot be told about, and the address is named, so that the person may allow it', async () => {
    const report = await reportOn(await badgeUnder({ [URL_]: cohort }))
    expect(report.verdict).toBe('cannot-tell')
    expect(finding(report, 'proof.signature')).toMatchObject({
      status: 'unknown',
      code: 'context_unavailable',
      evidence: { facts: { context: URL_ } },
    })
    expect(asked.filter(({ purpose }) => purpose === 'context')).toEqual([])
  })

  test('is verified with the text that the person allowed, with a warning that names it', async () => {
    const context = allowed(cohort)
    const report = await reportOn(await badgeUnder({ [URL_]: cohort }), context)
    expect([report.verdict, ...said(report, 'proof.coverage')]).toEqual(['verified', 'passed', null])
    expect(finding(report, 'proof.signature')).toMatchObject({
      status: 'warning',
      code: 'context_fetched',
      evidence: { facts: { context: URL_, digest: context.digest } },
    })
    expect(asked.filter(({ purpose }) => purpose === 'context')).toEqual([])
  })

  test('is not helped by a text that is not the one that was pinned, is no context, or has another address', async () => {
    const signed = await badgeUnder({ [URL_]: cohort })
    const useless = [
      { ...allowed(cohort), digest: allowed({}).digest },
      { ...allowed(cohort), text: `${allowed(cohort).text} ` },
      allowed('{'),
      allowed('[]'),
      allowed({ cohort: 'https://terms.example/library#cohort' }),
      allowed(cohort, 'https://terms.example/library/v2'),
    ]
    for (const context of useless) expect(said(await reportOn(signed, context), 'proof.signature')[1]).toBe('context_unavailable')
  })

  test('is known to no later verification: neither without permission nor with another text', async () => {
    const signed = await badgeUnder({ [URL_]: cohort })
    const other = { '@context': { cohort: 'https://terms.example/library#group' } }
    expect((await reportOn(signed, allowed(cohort))).verdict).toBe('verified')
    expect((await reportOn(signed)).verdict).toBe('cannot-tell')
    expect((await reportOn(signed, allowed(other))).verdict).toBe('not-verified')
    expect((await reportOn(signed, allowed(cohort))).verdict).toBe('verified')
  })

  test('is verified with contexts that name one another, only when all are allowed', async () => {
    const inner = 'https://terms.example/library/terms'
    const outer = { '@context': ['terms', { Member: 'https://terms.example/library#Member' }] }
    const signed = await badgeUnder({ [URL_]: outer, [inner]: cohort })
    expect((await reportOn(signed, allowed(outer))).verdict).toBe('cannot-tell')
    expect((await reportOn(signed, allowed(outer), allowed(cohort, inner))).verdict).toBe('verified')
  })

  test('ends when contexts name one another in a circle, or are larger than any vocabulary', async () => {
    const signed = await badgeUnder({ [URL_]: cohort })
    const circle = { '@context': [URL_, cohort['@context']] }
    const large = {
      '@context': Object.fromEntries(Array.from({ length: 3000 }, (_, index) => [`t${index}`, `https://t.example/${index}`])),
    }
    expect((await reportOn(signed, allowed(circle))).verdict).toBe('cannot-tell')
    expect(said(await reportOn(signed, allowed(large)), 'proof.signature')[1]).toBe('too_many_contexts')
  })
})

describe('a context that was allowed', () => {
  test('never stands in for one that is shipped', async () => {
    const signed = await signedUnder(new Map(), badge, westbridge)
    const own = openBadgeContexts['3.0.3']
    const report = await reportOn(signed, allowed({ '@context': {} }, own), allowed(cohort))
    expect([report.verdict, ...said(report, 'proof.signature')]).toEqual(['verified', 'passed', null])
  })

  test('may not give a term of ours another meaning, nor hide what is read by name', async () => {
    const CREDENTIALS = 'https://www.w3.org/2018/credentials#'
    const [one, other] = ['name', 'fieldOfStudy']
    const turned = { ...achievement, [one]: achievement[other] ?? 'Informatics', [other]: achievement[one] }
    const swapped = { credentialSubject: { ...(badge.credentialSubject as JsonObject), achievement: turned } }
    const OB = 'https://purl.imsglobal.org/spec/vc/ob/vocab.html#'
    const hostile: readonly (readonly [JsonObject, JsonObject])[] = [
      [{ description: 'https://terms.example/library#motto' }, { description: 'A motto' }],
      [{ until: { '@id': `${CREDENTIALS}validUntil` } }, { until: '2025-06-01T00:00:00Z' }],
      [{ more: '@nest' }, { more: { validUntil: '2020-01-01T00:00:00Z' } }],
      [
        {
          Achievement: { '@id': `${OB}Achievement`, '@context': { [one]: `${OB}${other}`, [other]: 'https://schema.org/name' } },
        },
        swapped,
      ],
      [{ wish: `${OB}achievement` }, { wish: { id: 'urn:x:wish' } }],
      [{ '@language': 'fr' }, {}],
    ]
    for (const [terms, more] of hostile)
      for (const position of ['last', 'first'] as const) {
        const context = { '@context': terms }
        const contexts = badge['@context'] as readonly string[]
        const stated = position === 'last' ? [...contexts, URL_] : [contexts[0], URL_, ...contexts.slice(1)]
        const document = { ...badge, ...more, '@context': stated } as JsonObject
        const signed = await signedUnder(new Map([[URL_, context]]), document, westbridge).catch(() => null)
        if (signed === null) continue // the data model protects what it would change
        expect([terms, (await reportOn(signed, allowed(context))).verdict]).not.toEqual([terms, 'verified'])
      }
  })

  test('may not give it another meaning out of sight either: in a context that it names', async () => {
    const inner = 'https://terms.example/library/inner'
    const renaming = {
      '@context': { achievementType: 'https://terms.example/library#kind', wish: 'https://terms.example/library#wish' },
    }
    const outer = { '@context': ['inner'] }
    const subject = { id: 'did:example:ana', wish: { achievementType: 'Degree' } }
    const document = { ...credentialOf(westbridge, { content: 'generic' }), credentialSubject: subject } as JsonObject
    const named = { ...document, '@context': [...(document['@context'] as string[]), URL_] }
    const texts = new Map<string, object>([
      [URL_, outer],
      [inner, renaming],
    ])
    const signed = await signedUnder(texts, named, westbridge)
    const report = await reportOn(signed, allowed(outer), allowed(renaming, inner))
    expect([report.verdict, ...said(report, 'proof.coverage')]).toEqual(['not-verified', 'failed', 'meaning_changed'])
  })
})
