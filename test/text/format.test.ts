import { describe, expect, test } from 'vitest'
import { createFormats, localeFor, pluralizer } from '../../src/text/format.ts'

describe('dates', () => {
  test('are said in the reader’s own variant of the language', () => {
    expect(createFormats('en-GB', 'UTC').date('2024-05-03T09:00:00Z')).toBe('3 May 2024')
    expect(createFormats('es', 'UTC').date('2024-05-03T09:00:00Z')).toBe('3 de mayo de 2024')
    expect(createFormats('fr', 'UTC').month('2025-06-01T00:00:00Z')).toBe('juin 2025')
  })

  test('are said in the reader’s own zone, but a bare day stays the day it names', () => {
    const samoa = createFormats('en-GB', 'Pacific/Pago_Pago')
    expect(samoa.date('2024-05-03T05:00:00Z')).toBe('2 May 2024')
    expect(samoa.date('2024-05-03')).toBe('3 May 2024')
  })

  test('that cannot be read are given back as they were stated', () => {
    const { date, dateTime } = createFormats('en', 'UTC')
    expect(date('spring term')).toBe('spring term')
    expect(dateTime('')).toBe('')
  })
})

describe('dates in French', () => {
  test('call the first of a month by its ordinal, and no other day', () => {
    const { date, dateTime } = createFormats('fr-FR', 'UTC')
    expect(date('2025-06-01')).toBe('1er juin 2025')
    expect(dateTime('2025-06-01T09:00:00Z')).toMatch(/^1er juin 2025/)
    expect(date('2025-06-11')).toBe('11 juin 2025')
    expect(createFormats('es', 'UTC').date('2025-06-01')).toBe('1 de junio de 2025')
  })
})

describe('counted phrases', () => {
  test('choose the form of their number', () => {
    const plural = pluralizer('en')
    const forms = { one: '# credential', other: '# credentials' }
    expect([0, 1, 5000].map((count) => plural(count, forms))).toEqual(['0 credentials', '1 credential', '5,000 credentials'])
  })

  test('say none in words where there is a form for it', () => {
    expect(pluralizer('es')(0, { zero: 'Ninguna', other: '#' })).toBe('Ninguna')
  })

  test('count nothing as singular in French', () => {
    expect(pluralizer('fr')(0, { one: '# titre', other: '# titres' })).toBe('0 titre')
  })
})

describe('sizes and lists', () => {
  test('are said in the unit that fits', () => {
    const { bytes } = createFormats('en-GB')
    expect([0, 999, 3_400_000].map(bytes)).toEqual(['0 bytes', '999 bytes', '3.4 MB'])
    expect(bytes(2_500_000_000_000)).toBe('2,500 GB')
  })

  test('join as a sentence does', () => {
    expect(createFormats('fr').list(['2 ajoutés', '1 déjà là'])).toBe('2 ajoutés et 1 déjà là')
  })
})

describe('the reader’s locale', () => {
  test('is the first preferred one of the language spoken', () => {
    expect(localeFor('en', ['fr-CA', 'en-GB', 'en-US'])).toBe('en-GB')
    expect(localeFor('es', ['en-GB'])).toBe('es')
  })

  test('is never what no formatter would take', () => {
    expect(localeFor('en', ['en-US@posix', 'en-AU'])).toBe('en-AU')
    expect(localeFor('en', ['en-US@posix'])).toBe('en')
  })
})
