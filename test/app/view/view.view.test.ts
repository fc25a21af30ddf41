import { describe, expect, test } from 'vitest'
import type { ReadCredential, ReadItem } from '../../../src/app/features/view/reader.ts'
import { emailIn, matchesAmong, partAsked, personAnswerOf, tallyOf } from '../../../src/app/features/view/view.view.ts'
import type { Finding, Verdict, VerificationReport } from '../../../src/core/model/report.ts'
import { languages } from '../../../src/text/index.ts'
import { loadView } from '../../../src/text/view.ts'
import { credentialWith } from '../credential/credentials.ts'

const ana = 'ana.rivera@learner.example'
const unknown = { integrity: 'unknown', validity: 'unknown', authority: 'unknown', identity: 'unknown' } as const

function reportWith(
  verdict: Verdict,
  recipient: Pick<Finding, 'status' | 'code'> | null,
  credentials: readonly VerificationReport[] = [],
): VerificationReport {
  return {
    input: '',
    digest: '',
    at: '2026-11-23T12:00:00Z',
    format: 'ob3',
    summary: { title: '', issuer: '', recipient: '', issued: '', expires: '' },
    verdict,
    questions: unknown,
    checks: recipient ? [{ id: 'identity.recipient', question: 'identity', evidence: {}, ...recipient }] : [],
    credentials,
    error: null,
  }
}

function itemWith(report: VerificationReport, comparedWith = ana): ReadCredential {
  const source = { bytes: new Uint8Array(), name: '' }
  return { kind: 'credential', name: '', source, credential: credentialWith(), report, comparedWith }
}

const passed = { status: 'passed', code: null } as const
const differs = { status: 'failed', code: 'recipient_differs' } as const
const unreadable: ReadItem = { kind: 'problem', name: 'photo.png', problem: { code: 'nothing_inside' } }

describe('whether it was issued to this person', () => {
  const cases = [
    ['says so when it holds and the address matches', reportWith('verified', passed), 'matches'],
    ['promises nothing when the credential does not hold', reportWith('not-verified', passed), 'matches-in-vain'],
    ['leaves it open when the credential could not be settled', reportWith('cannot-tell', passed), 'matches-open'],
    ['is not shown when the address differs', reportWith('cannot-tell', differs), 'differs'],
    ['cannot be compared with a name', reportWith('verified', { status: 'unknown', code: 'recipient_name_only' }), 'no-address'],
    ['cannot be compared with nobody', reportWith('verified', { status: 'unknown', code: 'recipient_unnamed' }), 'no-address'],
    ['cannot be compared where no check was made', reportWith('verified', null), 'no-address'],
    [
      'is the worst answer of what is inside',
      reportWith('cannot-tell', null, [reportWith('verified', passed), reportWith('cannot-tell', differs)]),
      'differs',
    ],
  ] as const
  test.for(cases)('%s', ([, report, answer]) => expect(personAnswerOf(itemWith(report), ana)).toBe(answer))

  test('never answers about somebody else than was asked for', () => {
    expect(personAnswerOf(itemWith(reportWith('verified', passed)), 'other@learner.example')).toBe('not-compared')
  })

  test('counts only those that hold and match', () => {
    const items = [passed, differs].map((finding) => itemWith(reportWith('verified', finding)))
    expect(matchesAmong([...items, itemWith(reportWith('not-verified', passed)), unreadable], ana)).toBe(1)
  })
})

test('several are counted from best to worst, and what could not be read comes last', async () => {
  const items = [
    unreadable,
    itemWith(reportWith('not-verified', null)),
    itemWith(reportWith('verified', null)),
    itemWith(reportWith('not-verified', null)),
  ]
  expect(tallyOf(items, await loadView('en'))).toEqual(['1 holds', '2 do not hold', '1 could not be read'])
})

describe('the part that an address asks for', () => {
  const items = [itemWith(reportWith('verified', null)), unreadable]
  test('is counted from one', () => expect(partAsked('2', items)).toBe(unreadable))
  test.for([undefined, '', '0', '3', '-1', '1.5', 'one', '9'.repeat(40), ['1']])('%s is none', (part) =>
    expect(partAsked(part, items)).toBeNull(),
  )
})

describe('an e-mail', () => {
  test('is taken as it was written, without what is round it', () => {
    expect(emailIn(' mailto:Ana.Rivera@Learner.example ')).toBe('Ana.Rivera@Learner.example')
  })
  test.for(['', 'ana', 'ana@', '@learner.example', 'ana rivera@learner.example', 'a@b@c'])('"%s" is none', (text) =>
    expect(emailIn(text)).toBeNull(),
  )
})

describe('the words of the page', () => {
  test.for(languages)('in %s are all there, and its own', async (language) => {
    const [english, here] = [wordsOf(await loadView('en')), wordsOf(await loadView(language))]
    expect([...here.keys()]).toEqual([...english.keys()])
    for (const [key, words] of here) expect(words, key).not.toMatch(/undefined|\[object|^\s*$/)
    if (language === 'en') return
    expect([...here].filter(([key, words]) => words === english.get(key))).toEqual([])
  })
})

/** Every text of a catalogue by its path, functions with something said in them. */
function wordsOf(catalogue: object, path = ''): Map<string, string> {
  return new Map(
    Object.entries(catalogue).flatMap(([name, value]): [string, string][] => {
      const here = `${path}/${name}`
      if (typeof value === 'function') return [[here, String(value(2, 3, ana))]]
      return typeof value === 'string' ? [[here, value]] : [...wordsOf(value as object, here)]
    }),
  )
}
