import { describe, expect, test } from 'vitest'
import { checkIds } from '../../src/core/model/report.ts'
import type { ProblemCode } from '../../src/core/problem.ts'
import { problems } from '../../src/core/problems.ts'
import type { VerdictFacts, VerdictText } from '../../src/text/findings.ts'
import { languages, loadFindings } from '../../src/text/index.ts'
import { problemSentence, sayable } from '../../src/text/verdict.ts'

const codes = Object.keys(problems) as ProblemCode[]
const factNames = [
  'host',
  'date',
  'name',
  'member',
  'at',
  'suite',
  'alg',
  'url',
  'status',
  'term',
  'type',
  'format',
  'limit',
  'count',
  'line',
  'reason',
  'message',
  'claim',
  'method',
  'keeper',
  'asOf',
  'until',
  'seconds',
  'first',
  'endorser',
  'identity',
  'list',
  'stated',
  'unread',
  'lists',
  'to',
  'other',
]
const hostile = '<img src=x onerror=alert(1)>\u202Eevil\u0000\nline'
const noFacts: VerdictFacts = { issuer: '', host: '', list: '', stated: '', date: '', parts: 0, bad: 0, part: '' }
const allFacts: VerdictFacts = {
  issuer: 'Westbridge College',
  host: 'westbridge.example',
  list: 'Open Learning Registry',
  stated: 'Westbridge',
  date: '3 May 2024',
  parts: 12,
  bad: 1,
  part: 'Data Ethics',
}

describe.for(languages)('in %s', async (language) => {
  const text = await loadFindings(language)

  test('no sentence of a problem leaks markup, control or direction characters of a hostile fact', () => {
    const facts = Object.fromEntries(factNames.map((name) => [name, hostile]))
    for (const code of codes) {
      const sentence = problemSentence({ code, facts }, text)
      for (const bad of ['<', '>', '\u202E', '\u0000', '\n']) expect(sentence, code).not.toContain(bad)
    }
  })

  test('sentences end as sentences, without exclamation marks', () => {
    const said = sayable(Object.fromEntries(factNames.map((name) => [name, 'x'])), String)
    for (const code of codes) {
      for (const facts of [{}, said]) {
        const sentence = text.problems[code](facts)
        expect(sentence, code).toMatch(/[.…]$/)
        expect(sentence, code).not.toMatch(/[!¡]| {2}| \.| ,/)
      }
    }
    for (const id of checkIds) expect(text.checks[id].passed(said), id).toMatch(/\.$/)
  })

  test('verdicts read well whether or not anything is known', () => {
    for (const [name, verdict] of Object.entries(text.verdicts) as [keyof VerdictText, VerdictText[keyof VerdictText]][]) {
      for (const facts of [noFacts, allFacts]) {
        const sentence = typeof verdict === 'string' ? verdict : verdict(facts)
        expect(sentence, name).toMatch(/^\p{Lu}|^\d|^westbridge/u)
        expect(sentence, name).toMatch(/\.$/)
        expect(sentence, name).not.toMatch(/undefined|\[object|[!¡]| {2}| \.|“”|«»|« »/)
      }
    }
  })
})

test('a date among the facts is said in words, and an address by its host', () => {
  const said = sayable(
    { date: '2025-06-01T00:00:00Z', url: 'https://westbridge.example/a?token=b', empty: '' },
    () => '1 June 2025',
  )
  expect(said).toMatchObject({ date: '1 June 2025', host: 'westbridge.example' })
  expect(said).not.toHaveProperty('empty')
})

test('a name that runs from right to left is set apart from the sentence round it', () => {
  expect(sayable({ name: 'مكتبة' }, String).name).toBe('\u2068مكتبة\u2069')
})

test('a place in the data is said as a path, not as a pointer', () => {
  expect(sayable({ at: '/credentialSubject/name', members: '/issuedOn, /badge/name' }, String)).toMatchObject({
    at: 'credentialSubject › name',
    members: 'issuedOn, badge › name',
  })
  expect(sayable({ at: 'issuer', url: 'https://a.example/x' }, String)).toMatchObject({ at: 'issuer', host: 'a.example' })
})

test('one part that does not hold is named; of several the first, and how many there are', async () => {
  const { problems, verdicts } = await loadFindings('en')
  const said = (bad: string) => problems.nested_not_verified({ first: 'Data Ethics', bad })
  expect(said('1')).toBe('A part of it does not hold: Data Ethics.')
  expect(said('3')).toBe('3 parts of it do not hold, among them Data Ethics.')
  const carrier = (parts: number, bad: number) => verdicts.carrierBad({ ...allFacts, parts, bad })
  expect(carrier(1, 1)).toBe('The credential inside does not hold: Data Ethics.')
  expect(carrier(2, 1)).toBe('One of the 2 credentials inside does not hold: Data Ethics.')
  expect(carrier(5, 2)).toBe('2 of the 5 credentials inside do not hold, among them Data Ethics.')
})

test('a very long fact is cut short', () => {
  expect(sayable({ name: 'x'.repeat(5000) }, String).name?.length).toBe(120)
})
