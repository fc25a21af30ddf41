import { describe, expect, test } from 'vitest'
import { readText } from '../../../src/core/formats/readers.ts'
import { pickText } from '../../../src/core/formats/text.ts'

describe('text in languages', () => {
  test('may be a string, a value object, a language map, or several of these', () => {
    expect(readText('a')).toEqual([{ value: 'a' }])
    expect(readText({ '@value': 'a', '@language': 'ar', '@direction': 'rtl' })).toEqual([
      { value: 'a', language: 'ar', direction: 'rtl' },
    ])
    expect(readText({ en: 'a', 'es-MX': ['b', 'c'], '@none': 'd', $other: 'e' })).toEqual([
      { value: 'a', language: 'en' },
      { value: 'b', language: 'es-MX' },
      { value: 'c', language: 'es-MX' },
      { value: 'd' },
    ])
    expect(readText([{ '@value': 'a', '@language': 'en' }, 'b', 7, null])).toEqual([
      { value: 'a', language: 'en' },
      { value: 'b' },
    ])
  })

  test('is absent when there is none', () => {
    expect([undefined, null, '', 7, {}, [], { '@value': 7 }, { en: 7 }].map(readText)).toEqual(Array(8).fill(undefined))
  })

  const text = [
    { value: 'francés', language: 'fr-CA' },
    { value: 'unmarked' },
    { value: 'Spanish', language: 'es' },
    { value: 'Mexican', language: 'es-MX' },
    { value: 'English', language: 'EN' },
  ]

  test.for([
    [['es-MX'], 'Mexican'],
    [['es-AR'], 'Spanish'],
    [['fr'], 'francés'],
    [['fr-FR'], 'francés'],
    [['de', 'es'], 'Spanish'],
    [['de'], 'English'],
    [[], 'English'],
  ] as const)('is shown in the wanted language: %j', ([languages, shown]) => {
    expect(pickText(text, languages)).toBe(shown)
  })

  test('is shown unmarked, else the first, when no language is known', () => {
    expect(pickText(text.slice(0, 3), ['de'])).toBe('unmarked')
    expect(pickText(text.slice(2, 4), ['de'])).toBe('Spanish')
    expect(pickText([], ['de'])).toBe('')
  })
})
