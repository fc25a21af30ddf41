import { describe, expect, test } from 'vitest'
import { describe as describeCredential } from '../../../src/app/credential/credential.view.ts'
import type { Reading } from '../../../src/app/credential/parts.ts'
import { type TranscriptLine, type TranscriptView, transcriptOf } from '../../../src/app/credential/transcript.view.ts'
import type { Association, Credential, Subject } from '../../../src/core/model/credential.ts'
import type { VerificationReport } from '../../../src/core/model/report.ts'
import { languages } from '../../../src/text/index.ts'
import { issueClr1 } from '../../issuer/clr1.ts'
import { breakNested, issueClr2 } from '../../issuer/clr2.ts'
import { FETCHED_AT } from '../../issuer/door.ts'
import { issue } from '../../issuer/issue.ts'
import { issuerOf } from '../../issuer/issuers.ts'
import { credentialWith, subjectWith } from './credentials.ts'
import { readingOf, tellingIn, wordsOf } from './readings.ts'

const english = await tellingIn('en')

function shown(reading: Reading): TranscriptView {
  const view = transcriptOf({ ...reading, path: [] }, english)
  if (!view) throw new Error('nothing lies inside')
  return view
}
const linesOf = ({ groups }: TranscriptView): readonly TranscriptLine[] =>
  groups.flatMap(({ terms }) => terms.flatMap(({ lines }) => lines))
const lineAt = (view: TranscriptView, path: string) => linesOf(view).find((line) => line.path === path)

describe('a record of today', async () => {
  const record = await issueClr2({ count: 12, partial: true })
  const view = shown(await readingOf(record))

  test('has a line for each of its parts, whatever it is secured by', () => {
    expect(
      linesOf(view)
        .map(({ path }) => Number(path))
        .toSorted((a, b) => a - b),
    ).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
    expect(view).toMatchObject({ count: '12 parts', tally: '12 hold', culprits: [], moreCulprits: 0 })
    expect(view.extent).toBe('It says that it does not hold everything its issuer has.')
  })

  test('puts what one issuer awarded together, its own issuer first', () => {
    expect(view.groups.map(({ name }) => name.value)).toEqual(['Westbridge College', 'Kestrel University', 'CloudPath Academy'])
  })

  test('orders the terms by their dates, and what has no term comes last', () => {
    expect(view.groups.map(({ terms }) => terms.map(({ term }) => term))).toEqual([
      ['Fall 2023', 'Spring 2024'],
      ['Fall 2023', 'Spring 2024', ''],
      ['Fall 2023', 'Spring 2024'],
    ])
  })

  test('says in each line what it was, with what result and for how many credits', () => {
    expect(lineAt(view, '1')).toMatchObject({
      title: { value: 'Data Literacy 101' },
      kind: 'Course',
      code: 'DS-101',
      result: 'A-',
      credits: '3',
      date: '15 Dec 2023',
      standing: 'Holds',
      verdict: 'verified',
      inside: 0,
    })
    expect(lineAt(view, '12')).toMatchObject({ title: { value: 'Exchange semester' }, credits: '', result: '', inside: 2 })
  })

  test('says what it belongs together with, and leads there', () => {
    const links = lineAt(view, '2')?.links.map(({ label, things }) => [
      label,
      things.map(({ title, path }) => [title.value, path]),
    ])
    expect(links).toEqual([
      ['After', [['Data Literacy 101', '1']]],
      ['Part of', [['Data and Society', null]]],
      ['Before', [['Ethics of Data 103', '3']]],
    ])
  })

  test('shows what it only defines as what it is', () => {
    expect(view.definitions).toMatchObject([{ title: { value: 'Data and Society' }, kind: 'Certificate' }])
    expect(view.definitions[0]?.links[0]).toMatchObject({ label: 'Includes', more: 7 })
  })

  test('adds up the credits of one issuer, never those of two', () => {
    expect(view.groups.map(({ credits }) => credits)).toEqual([
      'Credits stated: 13.5',
      'Credits stated: 12',
      'Credits stated: 4.5',
    ])
  })

  test.for(languages)('reads in %s without a hole', async (language) => {
    const words = wordsOf(transcriptOf({ ...(await readingOf(record)), path: [] }, await tellingIn(language)))
    for (const word of words) expect(word).not.toMatch(/undefined|\[object|NaN/)
  })

  test('is none where nothing lies inside', async () => {
    expect(transcriptOf({ ...(await readingOf(await issue())), path: [] }, english)).toBeNull()
  })
})

describe('a part that does not hold', async () => {
  const record = await issueClr2({ count: 12 })

  test('is pointed at from the top, says why in its line, and never stands among what its issuer awarded', async () => {
    const view = shown(await readingOf(await breakNested(record, 2, 'altered')))
    expect(view.culprits).toEqual([
      {
        path: '3',
        title: 'Neurosurgery',
        verdict: 'not-verified',
        sentence: 'This was changed after it was issued. Do not rely on it.',
      },
    ])
    expect(view.tally).toBe('11 hold and 1 does not hold')
    expect(lineAt(view, '3')).toMatchObject({ standing: 'Changed after it was issued', verdict: 'not-verified' })
    const group = view.groups.find(({ terms }) => terms.some(({ lines }) => lines.some(({ path }) => path === '3')))
    expect(group).toMatchObject({ level: 'none', credits: 'Credits stated: 0, not counting 1 part that does not hold' })
    expect(group?.terms.flatMap(({ lines }) => lines)).toHaveLength(1)
  })

  test('is pointed at where it lies, however deep', async () => {
    const view = shown(await readingOf(await breakNested(record, [11, 0], 'expired')))
    expect(view.culprits).toMatchObject([{ path: '12.1', title: 'Writing 1000' }])
    expect(lineAt(view, '12')?.standing).toBe('A part of it does not hold')
  })

  test('holds by itself, but is about somebody else', async () => {
    const view = shown(await readingOf(await breakNested(record, 0, 'another-person')))
    expect(lineAt(view, '1')).toMatchObject({ standing: 'About another person', verdict: 'not-verified' })
    expect(view.culprits).toMatchObject([{ path: '1', verdict: 'not-verified' }])
  })

  test('that is tied to what is not there says so', async () => {
    const view = shown(await readingOf(await breakNested(record, 0, 'dangling')))
    const things = lineAt(view, '1')?.links.flatMap((group) => group.things) ?? []
    expect(things.filter(({ isMissing }) => isMissing)).toMatchObject([{ path: null }])
  })

  test('of many is counted beyond the first five', async () => {
    let broken = record
    for (const index of [0, 1, 2, 4, 5, 6]) broken = await breakNested(broken, index, 'expired')
    const view = shown(await readingOf(broken))
    expect(view.culprits).toHaveLength(5)
    expect(view.moreCulprits).toBe(1)
  })
})

describe('a record of 2019', async () => {
  const view = shown(await readingOf(await issueClr1()))

  test('reads as a transcript too: terms, results, credits, what belongs together', () => {
    expect(view.person).toBe('Issued to Ana Rivera')
    expect(view.groups[0]?.terms.map(({ term }) => term)).toEqual(['Fall 2019', 'Spring 2020', 'Spring 2021', ''])
    expect(view.groups[0]?.credits).toBe('Credits stated: 16.5')
    expect(linesOf(view).every(({ standing }) => standing === 'Holds')).toBe(true)
    expect(lineAt(view, '1')?.links).toMatchObject([{ label: 'Part of', things: [{ path: expect.any(String) }] }])
  })
})

// Records written by hand: sparse, so that each test says what it is about.

const answers = { integrity: 'passed', validity: 'passed', authority: 'warning', identity: 'unknown' } as const
function reportWith(more: Partial<VerificationReport> = {}): VerificationReport {
  return {
    input: '',
    digest: '',
    at: FETCHED_AT,
    format: 'clr2',
    summary: { title: '', issuer: '', recipient: '', issued: '', expires: '' },
    verdict: 'verified',
    questions: answers,
    checks: [],
    credentials: [],
    error: null,
    ...more,
  }
}

function recordWith(parts: readonly Credential[], members: Partial<Credential> = {}): TranscriptView {
  const credentials = parts.map(() => reportWith())
  return shown({
    credential: credentialWith({ format: 'clr2', ...members }),
    report: reportWith({ credentials }),
    parts: parts.map((credential) => ({ credential, parts: [], endorsements: [] })),
    endorsements: [],
  })
}

const award = (id: string, name: string, more: Partial<Subject> = {}): Credential =>
  credentialWith({ title: [{ value: name }], subjects: [subjectWith({ id, name: [{ value: name }] }, more)] })
const tie = (type: string, sourceId: string, targetId: string): Association => ({ type, sourceId, targetId })

describe('credits', () => {
  test('of a whole are not counted again beside those of its parts', () => {
    const parts = [
      award('a', 'Course', { creditsEarned: 3 }),
      award('b', 'Course', { creditsEarned: 4 }),
      award('c', 'Degree', { creditsEarned: 7 }),
    ]
    const associations = [tie('isChildOf', 'a', 'c'), tie('isParentOf', 'c', 'b')]
    expect(recordWith(parts, { associations }).groups[0]?.credits).toBe('Credits stated: 7')
    expect(recordWith(parts).groups[0]?.credits).toBe('Credits stated: 14')
  })

  test('that are not stated are not there', () => {
    const view = recordWith([award('a', 'Course')])
    expect(view).toMatchObject({ hasCredits: false, hasResults: false })
    expect(view.groups[0]?.credits).toBe('')
  })
})

describe('what belongs together', () => {
  test.for([
    ['isChildOf', 'Part of', 'Includes'],
    ['isPartOf', 'Part of', 'Includes'],
    ['isParentOf', 'Includes', 'Part of'],
    ['precedes', 'Before', 'After'],
    ['replacedBy', 'Replaced by', 'Replaces'],
    ['isPeerOf', 'Beside', 'Beside'],
    ['exactMatchOf', 'The same as', 'The same as'],
    ['isRelatedTo', 'Related to', 'Related to'],
    ['constructor', 'Related to', 'Related to'],
  ])('by %s reads from both ends', ([type = '', forward, backward]) => {
    const view = recordWith([award('a', 'One'), award('b', 'Other')], { associations: [tie(type, 'a', 'b')] })
    expect(linesOf(view).map(({ links }) => links.map(({ label }) => label))).toEqual([[forward], [backward]])
  })

  test('is said of every one of several different things that share an id', () => {
    const parts = [award('a', 'One'), award('b', 'Second'), award('b', 'Third')]
    const view = recordWith(parts, { associations: [tie('precedes', 'a', 'b')] })
    expect(lineAt(view, '1')?.links[0]?.things.map(({ title }) => title.value)).toEqual(['Second', 'Third'])
  })

  test('goes round in a circle without end for nobody', () => {
    const associations = [tie('isChildOf', 'a', 'b'), tie('isChildOf', 'b', 'a'), tie('isChildOf', 'a', 'a')]
    const parts = [award('a', 'One', { creditsEarned: 1 }), award('b', 'Other', { creditsEarned: 1 })]
    expect(linesOf(recordWith(parts, { associations }))).toHaveLength(2)
  })
})

describe('the words of a result', () => {
  const result = { allowedValues: [], levels: [], alignments: [] }
  const levels = [{ id: 'l', name: [{ value: 'Proficient' }], points: '3' }]
  test.for([
    [[{ ...result, type: 'LetterGrade', value: 'A-' }], 'A-'],
    [[{ ...result, type: 'Percent', value: '87' }], '87%'],
    [[{ ...result, type: 'Percent', value: '87%' }], '87%'],
    [[{ ...result, type: 'RawScore', value: '17', valueMax: '20' }], '17 of 20'],
    [[{ ...result, levels, achievedLevel: 'l' }], 'Proficient (3)'],
    [[{ ...result, type: 'LetterGrade', value: 'B', status: 'Provisional' }], 'B, Provisional'],
    [[{ ...result, value: 'A', status: 'Completed' }], 'A'],
    [
      [
        { ...result, name: [{ value: 'Essay' }], value: 'A' },
        { ...result, type: 'Percent', value: '70' },
      ],
      'Essay: A · Percentage: 70%',
    ],
    [[result], ''],
  ] as const)('%#: %o', ([results, words]) => {
    expect(linesOf(recordWith([award('a', 'One', { results })]))[0]?.result).toBe(words)
  })
})

test('a presentation is shown as what it carries', async () => {
  const { credential } = await issue({ issuer: issuerOf('kestrel') })
  const presentation = {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    type: ['VerifiablePresentation'],
    verifiableCredential: [credential],
  }
  const reading = await readingOf({ text: JSON.stringify(presentation), documents: new Map() })
  const view = describeCredential(reading, [], english)
  expect(view.transcript).toMatchObject({ count: '1 part' })
})
