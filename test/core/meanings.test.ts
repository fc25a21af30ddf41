import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { JsonObject } from '../../src/core/model/json.ts'
import type { Verdict } from '../../src/core/model/report.ts'
import { verifyInput } from '../../src/core/verify.ts'
import { openBadgeContexts } from '../issuer/contexts.ts'
import { doorTo, FETCHED_AT } from '../issuer/door.ts'
import { type Issued, issue } from '../issuer/issue.ts'
import { utf8 } from '../issuer/issuers.ts'
import { publishedContexts } from '../issuer/libraries.ts'
import { versions } from '../issuer/samples.ts'

async function verdictOn(document: JsonObject, { documents }: Issued): Promise<Verdict> {
  const context = { now: new Date(FETCHED_AT), open: doorTo(documents), audience: 'verifier', identities: [] } as const
  return (await verifyInput({ bytes: utf8(JSON.stringify(document)), name: 'swapped' }, context)).verdict
}

const achievementOf = (document: JsonObject) => (document.credentialSubject as JsonObject).achievement as JsonObject

function withAchievement(document: JsonObject, achievement: JsonObject): JsonObject {
  return { ...document, credentialSubject: { ...(document.credentialSubject as JsonObject), achievement } }
}

function swap(achievement: JsonObject, one: string, other: string): JsonObject {
  return { ...achievement, [one]: achievement[other], [other]: achievement[one] }
}

/** An inline context in which two terms of a class have changed places, in the scope where the badge vocabulary has them. */
function swapping(contextUrl: string, one: string, other: string): JsonObject {
  const all = publishedContexts.get(contextUrl)?.['@context'] as JsonObject
  const term = all.Achievement as JsonObject
  const scope = term['@context'] as JsonObject
  const meaning = (name: string) => scope[name] ?? all[name] ?? `https://schema.org/${name}`
  return { Achievement: { ...term, '@context': { ...scope, [one]: meaning(other), [other]: meaning(one) } } }
}

const texts = ['name', 'description', 'fieldOfStudy', 'specialization', 'humanCode', 'version', 'achievementType'] as const
const twoTexts = fc.uniqueArray(fc.constantFrom(...texts), { minLength: 2, maxLength: 2 })

describe('two values that change places under a context that changes them back', () => {
  for (const [dataModel, openBadges] of versions)
    test(`are noticed under VC ${dataModel} with Open Badges ${openBadges}`, { timeout: 60_000 }, async () => {
      const issued = await issue({ dataModel, openBadges })
      const contexts = issued.credential['@context'] as readonly string[]
      await fc.assert(
        fc.asyncProperty(twoTexts, fc.boolean(), async ([one, other], flat) => {
          const achievement = swap(achievementOf(issued.credential), one as string, other as string)
          const inline = flat
            ? { [one as string]: `https://schema.org/${other}`, [other as string]: `https://schema.org/${one}` }
            : swapping(openBadgeContexts[openBadges], one as string, other as string)
          const document = { ...withAchievement(issued.credential, achievement), '@context': [...contexts, inline] } as JsonObject
          expect(await verdictOn(document, issued)).not.toBe('verified')
        }),
        { numRuns: 25 },
      )
    })

  test('are noticed when another published context is appended, or put in place of its own', { timeout: 60_000 }, async () => {
    for (const [dataModel, openBadges] of versions) {
      const issued = await issue({ dataModel, openBadges })
      const contexts = issued.credential['@context'] as readonly string[]
      for (const url of publishedContexts.keys())
        for (const replaced of [[...contexts, url], contexts.map((one) => (one === openBadgeContexts[openBadges] ? url : one))])
          for (const [one, other] of [
            ['name', 'fieldOfStudy'],
            ['creator', 'otherIdentifier'],
            ['image', 'criteria'],
          ] as const) {
            const achievement = swap(achievementOf(issued.credential), one, other)
            const document = { ...withAchievement(issued.credential, achievement), '@context': replaced } as JsonObject
            expect(await verdictOn(document, issued)).not.toBe('verified')
          }
    }
  })
})

describe('a context that is added', () => {
  test('and defines terms that no vocabulary of ours has changes nothing', async () => {
    const added = [{ '@vocab': 'https://example.org/more#' }, { cohort: 'https://example.org/more#cohort' }] as const
    for (const context of added) {
      const issued = await issue({
        change: (credential) => ({
          ...credential,
          '@context': [...(credential['@context'] as string[]), context],
          cohort: 'Autumn',
        }),
      })
      expect(await verdictOn(issued.credential, issued)).toBe('verified')
    }
  })

  test('and sets a language, a base or a new name for a term of ours is noticed', async () => {
    const issued = await issue()
    const contexts = issued.credential['@context'] as readonly string[]
    for (const context of [{ '@language': 'fr' }, { title: 'https://schema.org/name' }, { '@direction': 'rtl' }, null] as const) {
      const document = {
        ...issued.credential,
        '@context': [...contexts, context],
        ...(context && 'title' in context ? { title: 'Other' } : {}),
      }
      expect(await verdictOn(document as JsonObject, issued)).not.toBe('verified')
    }
  })
})

const CREDENTIALS = 'https://www.w3.org/2018/credentials#'
const END = '2025-06-01T00:00:00Z'
const endDate = { '@type': 'http://www.w3.org/2001/XMLSchema#dateTime', '@value': END }

describe('an end date that is signed but hidden from readers of names still counts', () => {
  const hidden: Readonly<Record<string, (document: JsonObject) => JsonObject>> = {
    'under its full address': ({ validUntil: _, ...rest }) => ({ ...rest, [`${CREDENTIALS}validUntil`]: endDate }),
    'under @nest': ({ validUntil, ...rest }) => ({ ...rest, '@nest': { validUntil } }),
    'under an alias of @nest': ({ validUntil, ...rest }) => ({
      ...rest,
      '@context': [...(rest['@context'] as string[]), { more: '@nest' }],
      more: { validUntil },
    }),
    'under another name': ({ validUntil, ...rest }) => ({
      ...rest,
      '@context': [
        ...(rest['@context'] as string[]),
        { until: { '@id': `${CREDENTIALS}validUntil`, '@type': 'http://www.w3.org/2001/XMLSchema#dateTime' } },
      ],
      until: validUntil,
    }),
    'under a prefixed name': ({ validUntil: _, ...rest }) => ({
      ...rest,
      '@context': [...(rest['@context'] as string[]), { c: CREDENTIALS }],
      'c:validUntil': endDate,
    }),
    'in @included': ({ validUntil, ...rest }) => ({ ...rest, '@included': [{ id: rest.id, validUntil }] }),
    'in @graph': ({ '@context': context, ...rest }) => ({ '@context': context, '@graph': [rest] }),
    'in a second node with the same id': ({ validUntil, ...rest }) => ({
      ...rest,
      evidence: [{ id: rest.id, type: ['Evidence'], validUntil }],
    }),
  }
  for (const [how, hide] of Object.entries(hidden))
    test(how, async () => {
      const issued = await issue({ content: 'minimal', change: (credential) => ({ ...credential, validUntil: END }) })
      expect(await verdictOn(issued.credential, issued)).toBe('not-verified')
      expect(await verdictOn(hide(issued.credential), issued)).not.toBe('verified')
    })
})

describe('a credential of an unheard-of vocabulary whose terms are renamed to those of a badge', () => {
  const x = 'https://wishes.example/#'
  const note = (credential: JsonObject): JsonObject => ({
    ...credential,
    '@context': [...(credential['@context'] as string[]), { '@vocab': x }],
    credentialSubject: { id: 'did:example:ana', wish: { id: 'urn:x:wish', dream: 'Doctor of Medicine' } },
  })
  for (const dataModel of ['1.1', '2.0'] as const)
    test(`is noticed under VC ${dataModel}`, async () => {
      const proof = dataModel === '1.1' ? { suite: 'Ed25519Signature2020' as const } : {}
      const issued = await issue({ content: 'generic', dataModel, proof, change: note })
      expect(await verdictOn(issued.credential, issued)).toBe('verified')
      const renamed = {
        ...issued.credential,
        '@context': [...(issued.credential['@context'] as string[]), { achievement: `${x}wish`, fieldOfStudy: `${x}dream` }],
        credentialSubject: { id: 'did:example:ana', achievement: { id: 'urn:x:wish', fieldOfStudy: 'Doctor of Medicine' } },
      } as JsonObject
      expect(await verdictOn(renamed, issued)).toBe('not-verified')
    })
})
