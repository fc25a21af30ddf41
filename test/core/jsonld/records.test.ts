import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bundledContexts, loadContext } from '../../../src/core/jsonld/contexts.ts'
import type { Json, JsonObject } from '../../../src/core/model/json.ts'
import type { VerificationReport } from '../../../src/core/model/report.ts'
import { verifyInput } from '../../../src/core/verify.ts'
import { CLR_2, openBadgeContexts, VC1, VC2 } from '../../issuer/contexts.ts'
import { doorTo, FETCHED_AT } from '../../issuer/door.ts'
import { issue } from '../../issuer/issue.ts'
import { identityDocuments, issuerOf, utf8 } from '../../issuer/issuers.ts'
import { versions } from '../../issuer/samples.ts'
import { signed } from '../../issuer/sign.ts'
import { meansTheSame } from '../meaning.ts'
import { mutationsOf } from '../mutations.ts'

const westbridge = issuerOf('westbridge')
const documents = identityDocuments('westbridge')

function reportOn(document: JsonObject): Promise<VerificationReport> {
  const context = { now: new Date(FETCHED_AT), open: doorTo(documents), audience: 'verifier', identities: [] } as const
  return verifyInput({ bytes: utf8(JSON.stringify(document)), name: 'record' }, context)
}

type Version = readonly [...(typeof versions)[number], clr: keyof typeof CLR_2]
const triples = versions.flatMap(([dataModel, openBadges]) =>
  (['2.0.0', '2.0.1'] as const).map((clr): Version => [dataModel, openBadges, clr]),
)

/** A record of one badge, an achievement that it describes and an association, with the two vocabularies in this order. */
async function recordOf([dataModel, openBadges, clr]: Version, recordFirst = true): Promise<JsonObject> {
  const badge = await issue({ dataModel, openBadges, content: 'minimal' })
  const subject = badge.credential.credentialSubject as JsonObject
  const vocabularies = [CLR_2[clr], openBadgeContexts[openBadges]]
  const record = {
    '@context': [dataModel === '2.0' ? VC2 : VC1, ...(recordFirst ? vocabularies : vocabularies.toReversed())],
    id: 'urn:uuid:00000000-0000-4000-8000-00000000c1a2',
    type: ['VerifiableCredential', 'ClrCredential'],
    name: 'Learner record',
    issuer: westbridge.profile,
    [dataModel === '2.0' ? 'validFrom' : 'issuanceDate']: '2024-05-03T09:00:00Z',
    credentialSubject: {
      id: subject.id,
      type: ['ClrSubject'],
      achievement: [program],
      association: [
        {
          type: 'Association',
          associationType: 'isPartOf',
          sourceId: (subject.achievement as JsonObject).id,
          targetId: program.id,
        },
      ],
      verifiableCredential: [badge.credential],
    },
  }
  return signed(record, westbridge)
}

const program = {
  id: 'https://westbridge.example/programs/1',
  type: ['Achievement'],
  name: 'Data and Society',
  description: 'Sixty credits.',
  criteria: { narrative: 'All courses of the program.' },
  fieldOfStudy: 'Informatics',
  humanCode: 'DS',
}

const subjectOf = (document: JsonObject) => document.credentialSubject as JsonObject
const withSubject = (document: JsonObject, change: JsonObject): JsonObject => ({
  ...document,
  credentialSubject: { ...subjectOf(document), ...change },
})
const swapped = (value: JsonObject, one: string, other: string): JsonObject => ({
  ...value,
  [one]: value[other],
  [other]: value[one],
})

/** The members of a record that could change places, and the class in whose scope they stand. */
const places = [
  { type: 'Association', names: ['sourceId', 'targetId', 'associationType'] },
  { type: 'Achievement', names: ['name', 'description', 'fieldOfStudy', 'humanCode'] },
  { type: 'ClrSubject', names: ['achievement', 'verifiableCredential', 'association'] },
] as const

const aSwap = fc
  .constantFrom(...places)
  .chain(({ type, names }) =>
    fc.record({ type: fc.constant(type), pair: fc.uniqueArray(fc.constantFrom(...names), { minLength: 2, maxLength: 2 }) }),
  )

function swapIn(document: JsonObject, type: string, one: string, other: string): JsonObject {
  if (type === 'ClrSubject') return { ...document, credentialSubject: swapped(subjectOf(document), one, other) }
  const name = type === 'Association' ? 'association' : 'achievement'
  const [first, ...rest] = subjectOf(document)[name] as readonly JsonObject[]
  return withSubject(document, { [name]: [swapped(first as JsonObject, one, other), ...rest] })
}

/** Terms of a class that have changed places, in the scope where a vocabulary has them. */
async function swapping(url: string, type: string, one: string, other: string): Promise<JsonObject> {
  const all = ((await loadContext(url)) as JsonObject)['@context'] as JsonObject
  const term = all[type] as JsonObject
  const scope = term['@context'] as JsonObject
  return { [type]: { ...term, '@context': { ...scope, [one]: scope[other] ?? null, [other]: scope[one] ?? null } } }
}

const contextsOf = (document: JsonObject) => document['@context'] as readonly Json[]
const named = ([dataModel, openBadges, clr]: Version) => `VC ${dataModel}, CLR ${clr}, Open Badges ${openBadges}`

describe.for(triples)('a record under VC %s with Open Badges %s and CLR %s', (version) => {
  test('is verified whichever vocabulary is named first, also when they change places', async () => {
    for (const recordFirst of [true, false]) {
      const record = await recordOf(version, recordFirst)
      expect((await reportOn(record)).verdict).toBe('verified')
      const [base, one, other, ...more] = contextsOf(record)
      const turned = { ...record, '@context': [base, other, one, ...more] } as JsonObject
      expect(await meansTheSame(turned, record)).toBe(true)
      expect((await reportOn(turned)).verdict).toBe('verified')
    }
  })

  test('is not verified when two members change places under a context that changes them back', async () => {
    const record = await recordOf(version)
    const [, openBadges, clr] = version
    await fc.assert(
      fc.asyncProperty(aSwap, fc.boolean(), async ({ type, pair: [one = '', other = ''] }, first) => {
        const url = type === 'Achievement' ? openBadgeContexts[openBadges] : CLR_2[clr]
        const inline = await swapping(url, type, one, other)
        const contexts = contextsOf(record)
        const [base, ...rest] = contexts
        const document = swapIn(record, type, one, other)
        const changed = { ...document, '@context': first ? [base, inline, ...rest] : [...contexts, inline] } as JsonObject
        expect((await reportOn(changed)).verdict).not.toBe('verified')
      }),
      { numRuns: 12 },
    )
  })

  test('is not verified when two members change places under another published context', async () => {
    const record = await recordOf(version)
    const contexts = contextsOf(record)
    const pairs = [
      ['Association', 'sourceId', 'targetId'],
      ['ClrSubject', 'achievement', 'verifiableCredential'],
      ['Achievement', 'name', 'fieldOfStudy'],
    ] as const
    // The extensions of Open Badges 2.0 are all alike: one speaks for the others.
    for (const url of bundledContexts.filter((url) => !/extensions\/(?!applyLink)/.test(url)))
      for (const replaced of [
        [...contexts, url],
        [contexts[0], url, ...contexts.slice(2)],
        [...contexts.slice(0, 2), url],
      ])
        for (const [type, one, other] of pairs) {
          const document = { ...swapIn(record, type, one, other), '@context': replaced } as JsonObject
          expect([url, (await reportOn(document)).verdict]).not.toEqual([url, 'verified'])
        }
  })

  test('is not verified when what it is is named by an address, so that it would be read as something else', async () => {
    const record = await recordOf(version)
    const address = 'https://purl.imsglobal.org/spec/vc/clr/vocab.html#ClrCredential'
    const renamed = { ...record, type: ['VerifiableCredential', address] }
    expect((await reportOn(renamed)).verdict).not.toBe('verified')
  })
})

describe('a record changed in any single place', () => {
  for (const version of triples.filter(([, openBadges]) => ['3.0.0', '3.0.3'].includes(openBadges)))
    test(`is no longer verified (${named(version)})`, { timeout: 120_000 }, async () => {
      const record = await recordOf(version)
      const survivors: string[] = []
      for (const { name, document } of mutationsOf(record)) {
        const { verdict } = await reportOn(document)
        if (verdict === 'verified' && !(await meansTheSame(document, record))) survivors.push(name)
      }
      expect(survivors).toEqual([])
    })
})
