import 'fake-indexeddb/auto'
import { describe, expect, test } from 'vitest'
import { remarksOf } from '../../../src/app/credential/parts.ts'
import { stackSourceOf } from '../../../src/app/stacks/stack-source.ts'
import type { Credential } from '../../../src/core/model/credential.ts'
import { buildGraph } from '../../../src/core/stack/graph.ts'
import type { WalletEntry } from '../../../src/store/types.ts'
import { issueClr1 } from '../../issuer/clr1.ts'
import { breakNested, issueClr2, PROGRAM } from '../../issuer/clr2.ts'
import { freshDisk, tab, valueIn } from '../../store/disk.ts'
import { fixtures, restore } from '../../store/fixtures.ts'
import { achievement, credential, entry, finding, report, source, text } from '../../store/sample.ts'
import { readingOf } from '../credential/readings.ts'

const digest = 'ab'.repeat(32)

function entryWith(more: Partial<Omit<WalletEntry, 'id'>> = {}): WalletEntry {
  return { id: 'an-entry', ...entry('badge', { report: report({ digest }), ...more }) }
}

async function entryOf(issued: Parameters<typeof readingOf>[0]): Promise<WalletEntry> {
  return { id: 'an-entry', source: source(issued.text), ...(await readingOf(issued)), addedAt: '', example: false }
}

const awarding = (more: Partial<Credential>) => entryWith({ credential: credential(more) })
const subject = (more: Partial<Credential['subjects'][number]>): Credential['subjects'][number] => ({
  identities: [],
  results: [],
  otherMembers: {},
  ...more,
})

describe('a badge', () => {
  test('awards its achievement, and says who, when and how it stands', () => {
    const known = { ...finding('issuer.registry', 'passed'), evidence: { facts: { name: 'Westbridge College' } } }
    const checks = [finding('proof.signature', 'passed'), finding('issuer.key', 'passed'), known]
    const given = entryWith({
      credential: credential({
        subjects: [subject({ achievement: achievement(), term: ' Fall 2025 ', creditsEarned: 3, activityEnd: '2025-12-20' })],
        validFrom: '2026-01-01T00:00:00Z',
        validUntil: '2027-01-01T00:00:00Z',
      }),
      report: report({
        digest,
        checks: [...checks, finding('validity.dates', 'failed', 'expired')],
        verdict: 'not-verified',
      }),
      example: true,
    })
    const { digest: named, awards, records } = stackSourceOf(given)
    expect([named, records]).toEqual([digest, []])
    expect(awards).toMatchObject([
      {
        ref: digest,
        digest,
        part: '',
        entry: 'an-entry',
        example: true,
        title: text('Web Foundations'),
        issuer: { id: 'https://westbridge.example/issuer' },
        issuerLevel: 'listed',
        issuerKnownAs: 'Westbridge College',
        verdict: 'not-verified',
        code: 'expired',
        earned: '2025-12-20',
        expires: '2027-01-01T00:00:00Z',
        term: 'Fall 2025',
        creditsEarned: 3,
      },
    ])
    expect(Object.keys(awards[0]?.issuer ?? {})).toEqual(['id', 'name'])
  })

  test('that was replaced by a newer one was earned all the same', () => {
    expect(stackSourceOf(entryWith({ replacedBy: { id: 'newer', date: '' } })).awards).toHaveLength(1)
  })

  test('for several subjects awards each its own, under its own name', () => {
    const subjects = ['One', 'Two'].map((name) => subject({ achievement: achievement({ name: text(name) }) }))
    const { awards } = stackSourceOf(awarding({ title: text('Both'), subjects: [...subjects, subject({})] }))
    expect(awards.map(({ ref, title }) => [ref, title[0]?.value])).toEqual([
      [digest, 'Both'],
      [`${digest}#2`, 'Two'],
    ])
  })

  test('that awards nothing, an endorsement or a list, gives nothing', () => {
    expect(stackSourceOf(awarding({ subjects: [subject({})] })).awards).toEqual([])
    for (const format of ['ob3-endorsement', 'ob2-endorsement-jws', 'vp-jwt', 'array', 'status-list'] as const) {
      expect(stackSourceOf(awarding({ format })), format).toEqual({ digest, awards: [], records: [] })
    }
  })

  test('goes along without what no stack needs', () => {
    const image = { url: `data:image/png;base64,${'A'.repeat(5_000)}` }
    const rich = achievement({
      criteria: { narrative: text('Long') },
      description: text('x'.repeat(5_000)),
      image,
      creator: { id: 'did:web:a.example', name: text('A'), email: 'a@a.example', image, otherIdentifiers: [] },
      alignments: [{ name: text('Writing'), url: 'https://a.example/s', description: text('Long') }],
      resultDescriptions: [
        { allowedValues: ['A'], levels: [{ id: 'l', name: text('L') }], alignments: [] },
        { allowedValues: ['A'], levels: [], alignments: [{ name: text('Reading'), url: '' }] },
      ],
    })
    const [award] = stackSourceOf(awarding({ subjects: [subject({ achievement: rich })] })).awards
    expect(award?.image).toEqual({ url: 'entry:an-entry' })
    expect(JSON.stringify(award).length).toBeLessThan(3_000)
    expect(award?.achievement).toMatchObject({
      creator: { id: 'did:web:a.example' },
      alignments: [{ name: text('Writing') }],
      resultDescriptions: [{ alignments: [{ name: text('Reading') }] }],
    })
  })

  test('is shown by its own picture, the credential’s, or the achievement’s', () => {
    const [own, carried, achieved] = ['own', 'carried', 'achieved'].map((name) => ({ url: `https://a.example/${name}` }))
    const shown = (image: typeof own, whole: typeof own) => {
      const subjects = [subject({ achievement: achievement({ ...(achieved && { image: achieved }) }), ...(image && { image }) })]
      return stackSourceOf(awarding({ subjects, ...(whole && { image: whole }) })).awards[0]?.image?.url
    }
    expect([shown(own, carried), shown(undefined, carried), shown(undefined, undefined)]).toEqual(
      [own, carried, achieved].map((image) => image?.url),
    )
  })
})

describe('a record', () => {
  test('awards what lies in it at any depth, each where an address finds it', async () => {
    const { awards } = stackSourceOf(await entryOf(await issueClr2({ count: 4 })))
    expect(awards.map(({ part, ref }) => [part, ref.replace(/^[0-9a-f]{64}/, 'D')])).toEqual([
      ['1', 'D/1'],
      ['2', 'D/2'],
      ['3', 'D/3'],
      ['4.1', 'D/4.1'],
      ['4.2', 'D/4.2'],
    ])
    expect(new Set(awards.map(({ digest: all }) => all)).size).toBe(1)
  })

  test('says how they belong together, and so does a record inside it', async () => {
    const { awards, records, digest: named } = stackSourceOf(await entryOf(await issueClr2({ count: 4 })))
    expect(records.map(({ ref, definitions, awards: refs }) => [ref, definitions.map(({ id }) => id), refs])).toEqual([
      [named, [PROGRAM], awards.map(({ ref }) => ref)],
      [`${named}/4`, [], awards.slice(3).map(({ ref }) => ref)],
    ])
    expect(records[0]?.associations).toContainEqual(expect.objectContaining({ type: 'isPartOf', targetId: PROGRAM }))
    expect(records[1]?.associations).toMatchObject([{ type: 'precedes' }])
    expect(records[0]).toMatchObject({ verdict: 'verified', issuerLevel: expect.any(String), entry: 'an-entry' })
  })

  test('may name what it holds by its credential, or by the level of a result', () => {
    const levels = [{ id: 'urn:level:high', name: text('High') }]
    const graded = achievement({ resultDescriptions: [{ allowedValues: [], levels, alignments: [] }] })
    const part = credential({ id: 'urn:course', subjects: [subject({ achievement: graded })] })
    const given = entryWith({
      credential: credential({ subjects: [subject({})], associations: [{ type: 'precedes', sourceId: 'a', targetId: 'b' }] }),
      parts: [part, part].map((one) => ({ credential: one, parts: [], endorsements: [] })),
      report: report({ digest, credentials: [report(), report()] }),
    })
    expect(stackSourceOf(given).records[0]?.aliases).toEqual(
      ['urn:course', 'urn:level:high'].map((id) => ({ id, refs: [`${digest}/1`, `${digest}/2`] })),
    )
  })

  test.for(['altered', 'expired', 'revoked', 'another-person'] as const)(
    'with a part that is %s: that stands as the transcript says, the others by themselves',
    async (how) => {
      const given = await entryOf(await breakNested(await issueClr2({ count: 3 }), [1], how))
      const { awards } = stackSourceOf(given)
      const remark = remarksOf(given.report).get(2)
      expect(awards.map(({ verdict }) => verdict)).toEqual(['verified', remark?.verdict, 'verified', 'verified'])
      expect(awards[1]?.code).not.toBeNull()
      if (remark?.code) expect(awards[1]?.code).toBe(remark.code)
    },
  )

  test('says what it says, whatever became of one of its parts', async () => {
    const given = await entryOf(await breakNested(await issueClr2({ count: 3 }), [1], 'expired'))
    expect(given.report.verdict).toBe('not-verified')
    expect(stackSourceOf(given).records[0]).toMatchObject({ verdict: 'verified', code: null })
  })

  test('inside another is as weak as it is there, for what the other holds against it may be hidden by its own parts', () => {
    const mandatory = ['structure.data-model', 'proof.signature', 'proof.coverage', 'validity.dates', 'issuer.key'] as const
    const checks = [...mandatory.map((id) => finding(id, 'passed')), finding('nested.validity', 'failed')]
    const says = (id: string) => credential({ id, associations: [{ type: 'precedes', sourceId: 'a', targetId: 'b' }] })
    const broken = { verdict: 'not-verified' as const, checks }
    const given = entryWith({
      credential: says('outer'),
      parts: [
        { credential: says('inner'), parts: [{ credential: credential(), parts: [], endorsements: [] }], endorsements: [] },
      ],
      report: report({
        digest,
        ...broken,
        credentials: [report({ ...broken, credentials: [report({ verdict: 'not-verified' })] })],
      }),
    })
    expect(stackSourceOf(given).records.map(({ ref, verdict }) => [ref, verdict])).toEqual([
      [digest, 'verified'],
      [`${digest}/1`, 'not-verified'],
    ])
  })

  test('that was changed itself says nothing that counts', async () => {
    const issued = await issueClr2({ count: 3 })
    const text = issued.text.replace('isPartOf', 'isPeerOf')
    expect(text).not.toBe(issued.text)
    const [record] = stackSourceOf(await entryOf({ ...issued, text })).records
    expect(record).toMatchObject({ verdict: 'not-verified', code: 'proof_signature_wrong' })
  })

  test('of CLR 1.0: what its awards say of each other is the record’s word, but for one signed by somebody else', async () => {
    const given = await entryOf(await issueClr1())
    const { awards, records } = stackSourceOf(given)
    const [whole, ...others] = records
    const own = given.credential.associations.length
    expect(whole?.ref).toBe(given.report.digest)
    expect(whole?.associations.length).toBeGreaterThanOrEqual(own)
    for (const { ref, awards: meant } of others) {
      expect(awards.find((award) => award.ref === ref)?.issuer.id).not.toBe(whole?.issuer.id)
      expect(meant).toEqual(awards.map((award) => award.ref))
    }
    expect(awards).toHaveLength(given.report.credentials.length)
  })

  test('of many awards says once who is meant', () => {
    const inner = credential({ securing: { kind: 'none' }, associations: [{ type: 'precedes', sourceId: 'a', targetId: 'b' }] })
    const parts = Array.from({ length: 500 }, () => ({ credential: inner, parts: [], endorsements: [] }))
    const credentials = parts.map(() => report())
    const { records, awards } = stackSourceOf(
      entryWith({ credential: credential({ subjects: [subject({})] }), parts, report: report({ digest, credentials }) }),
    )
    expect([awards.length, records.length, records[0]?.associations.length]).toEqual([500, 1, 500])
  })

  test('of which an earlier release kept no parts awards nothing yet', async () => {
    const given = await entryOf(await issueClr2({ count: 3 }))
    expect(stackSourceOf({ ...given, parts: [] }).awards).toEqual([])
  })
})

describe.each(fixtures)('entries as version $version kept them', (fixture) => {
  test('stack like any others', async () => {
    freshDisk()
    await restore(fixture)
    const vault = await tab()
    const { cards } = valueIn(await vault.cards())
    const sources = await Promise.all(cards.map(async ({ id }) => stackSourceOf(valueIn(await vault.entry(id)) as WalletEntry)))
    const graph = buildGraph({ sources, pathways: [], own: [] })
    const names = graph.achievements.flatMap(({ name }) => name.map(({ value }) => value))
    expect(names).toEqual(expect.arrayContaining(['Cartography', 'Première œuvre', 'Sailing', 'Bookbinding']))
  })
})
