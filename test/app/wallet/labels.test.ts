import { describe, expect, test } from 'vitest'
import { labelOf } from '../../../src/app/features/wallet/labels.ts'
import { columnsIn, rowOf } from '../../../src/app/features/wallet/layout.ts'
import { reasonWords } from '../../../src/app/reason.ts'
import { interfaceText as en } from '../../../src/text/en/interface.ts'
import { createFormats } from '../../../src/text/format.ts'
import { interfaceText as fr } from '../../../src/text/fr/interface.ts'
import { card } from './cards.ts'

describe('words on a card', () => {
  test('says since when it is out of date', () => {
    const expired = card({ verdict: 'not-verified', code: 'expired', expires: '2025-06-01T00:00:00Z' })
    expect(reasonWords(expired, en, createFormats('en', 'UTC'))).toBe('Out of date since June 2025')
    expect(reasonWords(expired, fr, createFormats('fr', 'UTC'))).toBe('Périmé depuis juin 2025')
  })

  test('says that it is out of date even when it does not say since when', () => {
    expect(reasonWords(card({ verdict: 'not-verified', code: 'expired' }), en, createFormats('en', 'UTC'))).toBe('Out of date')
  })

  test('says nothing of a verified one', () => {
    expect(reasonWords(card(), en, createFormats('en'))).toBeNull()
  })
})

describe('names of filters', () => {
  test('calls kinds by their names and takes an issuer’s own kinds apart', () => {
    expect(labelOf('kind', 'MicroCredential', en)).toBe('Micro-credential')
    expect(labelOf('kind', 'ext:LabSafetyCard', en)).toBe('Lab Safety Card')
    expect(labelOf('kind', 'constructor', en)).toBe('constructor')
  })

  test('names what is not stated', () => {
    expect(labelOf('year', '', en)).toBe('No date')
    expect(labelOf('issuer', '', en)).toBe('Issuer not known')
    expect(labelOf('credit', 'unknown', en)).toBe('Not stated')
  })
})

describe('the grid', () => {
  test('shows two columns on a phone, more on a desktop, one when letters are huge', () => {
    expect(columnsIn(350, 164, 12)).toBe(2)
    expect(columnsIn(968, 164, 12)).toBe(5)
    expect(columnsIn(350, 328, 24)).toBe(1)
    expect(columnsIn(0, 164, 12)).toBe(1)
  })

  test('gives every item to exactly one row', () => {
    const items = [1, 2, 3, 4, 5, 6, 7]
    expect([0, 1, 2].flatMap((row) => rowOf(items, row, 3))).toEqual(items)
    expect(rowOf(items, 3, 3)).toEqual([])
  })
})
