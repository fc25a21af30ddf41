import { expect, test } from 'vitest'
import { factLines } from '../../../src/app/credential/facts.ts'
import type { JsonObject } from '../../../src/core/model/json.ts'
import { tellingIn } from './readings.ts'

const english = await tellingIn('en')
const facts = (members: JsonObject) => factLines(members, english).map(({ label, value }) => [label, value.value])

test('names become words, objects are opened, and lists of plain values are one line', () => {
  expect(
    facts({
      given_name: 'Ana',
      homeTown: { 'schema:name': 'Porto' },
      languages: ['pt', 'en'],
      'https://x.example/vocab#boat': 'M',
    }),
  ).toEqual([
    ['Given name', 'Ana'],
    ['Home town › Name', 'Porto'],
    ['Languages', 'pt, en'],
    ['Boat', 'M'],
  ])
})

test('yes, no, numbers, days and files are said, and machinery is left out', () => {
  expect(
    facts({
      resident: true,
      minor: false,
      points: 3,
      since: '2024-05-03',
      scan: 'data:image/png;base64,AA==',
      type: ['X'],
      _sd: ['d'],
      none: null,
    }),
  ).toEqual([
    ['Resident', 'yes'],
    ['Minor', 'no'],
    ['Points', '3'],
    ['Since', '3 May 2024'],
    ['Scan', 'A file is attached inside the credential.'],
  ])
})

test('what looks personal is hidden, wherever it stands', () => {
  const lines = factLines({ person: { birth_date: '2001-01-01' }, address: { locality: 'Porto' }, score: 1 }, english)
  expect(lines.filter(({ sensitive }) => sensitive).map(({ label }) => label)).toEqual([
    'Person › Birth date',
    'Address › Locality',
  ])
})

test('only a web address becomes a link', () => {
  const [web, script] = factLines({ a: 'https://a.example/x', b: 'javascript:alert(1)' }, english)
  expect(web?.link?.host).toBe('a.example')
  expect(script?.link).toBeUndefined()
})

test('what is deep, long or much is cut', () => {
  const deep = { a: { b: { c: { d: { e: { f: 1 } } } } } }
  expect(facts(deep)).toEqual([['A › B › C › D › E', '{"f":1}']])
  expect(facts({ long: 'x'.repeat(5_000) })[0]?.[1]).toHaveLength(401)
  expect(facts(Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`m${index}`, index])))).toHaveLength(60)
})

test('names of the prototype are names like any other', () => {
  expect(facts(JSON.parse('{"__proto__":"a","constructor":"b"}') as JsonObject)).toEqual([
    ['Proto', 'a'],
    ['Constructor', 'b'],
  ])
})
