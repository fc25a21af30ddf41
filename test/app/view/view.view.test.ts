import { describe, expect, test } from 'vitest'
import type { ReadCredential, ReadItem } from '../../../src/app/features/view/reader.ts'
import {
  kindsToCompare,
  matchesAmong,
  partAsked,
  partQuery,
  personAnswerOf,
  tallyOf,
} from '../../../src/app/features/view/view.view.ts'
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
  return { kind: 'credential', name: '', source, credential: credentialWith(), report, parts: [], endorsements: [], comparedWith }
}

const passed = { status: 'passed', code: null } as const
const differs = { status: 'failed', code: 'recipient_differs' } as const
const unreadable: ReadItem = { kind: 'problem', name: 'photo.png', problem: { code: 'nothing_inside' } }

describe('whether it was issued to this person', () => {
  const cases = [
    ['says so when it holds and the address matches', reportWith('verified', passed), 'matches'],
    ['promises nothing when the credential does not hold', reportWith('not-verified', passed), 'matches-in-vain'],
    [
      'says so when it matches by a weak hash',
      reportWith('verified', { status: 'warning', code: 'recipient_hash_weak' }),
      'matches',
    ],
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
  const [first] = items
  test('is counted from one', () => expect(partAsked('2', items)).toEqual({ item: unreadable, number: '2', path: '' }))
  test('may lie inside one of them', () => expect(partAsked('1.3.1', items)).toEqual({ item: first, number: '1', path: '3.1' }))
  test('of a single thing lies right inside it', () => {
    expect(partAsked('3.1', [unreadable])).toEqual({ item: unreadable, number: '', path: '3.1' })
    expect(partAsked(undefined, [unreadable])).toEqual({ item: unreadable, number: '', path: '' })
  })
  test('is named by the address that asks for it', () => {
    const queries = [
      partQuery({ number: '' }, ''),
      partQuery({ number: '' }, '3.1'),
      partQuery({ number: '2' }, ''),
      partQuery({ number: '2' }, '3'),
    ]
    expect(queries).toEqual(['', '?part=3.1', '?part=2', '?part=2.3'])
  })
  test.for([undefined, '', '0', '3', '-1', '1.', 'one', '9'.repeat(40), ['1']])('%s is none', (part) =>
    expect(partAsked(part, items)).toBeNull(),
  )
})

describe('what a reader is asked for', () => {
  const named = (...types: readonly string[]): ReadItem => {
    const identities = types.map((type) => ({ type, hashed: true, value: `sha256$${'0'.repeat(64)}` }))
    const credential = credentialWith({ subjects: [{ id: 'did:key:z6Mk', identities, results: [], otherMembers: {} }] })
    return { ...itemWith(reportWith('verified', null)), credential }
  }
  test('is what the credentials name people by, an e-mail first', () => {
    expect(kindsToCompare([named('studentId'), unreadable, named('emailAddress', 'ext:phone')])).toEqual([
      'email',
      'studentId',
      'telephone',
    ])
  })
  test('is what the credentials inside a record name people by', () => {
    const inside = named('sourcedId')
    const parts = inside.kind === 'credential' ? [{ credential: inside.credential, parts: [], endorsements: [] }] : []
    expect(kindsToCompare([{ ...itemWith(reportWith('verified', null)), parts }])).toEqual(['sourcedId'])
  })
  test('is an e-mail where nobody is named but by a key or a name', () => {
    expect(kindsToCompare([named()])).toEqual(['email'])
    expect(kindsToCompare([named('name')])).toEqual(['email'])
    expect(kindsToCompare([unreadable])).toEqual(['email'])
  })
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
