import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Filters,
  inUse,
  narrow,
  needsAttention,
  noFilters,
  offersOf,
  search,
  sorted,
  toggled,
} from '../../../src/app/features/wallet/wallet.view.ts'
import { reasonOf } from '../../../src/app/reason.ts'
import { fold } from '../../../src/core/fold.ts'
import { card } from './cards.ts'

const ethics = card({
  id: 'ethics',
  title: 'Data Ethics',
  issuer: 'Westbridge College',
  issued: '2024-05-03T09:00:00Z',
  kind: 'Course',
  credit: 'credit',
})
const etica = card({
  id: 'etica',
  title: 'Ética pública',
  issuer: 'Universidad del Sur',
  issued: '2023-01-10',
  kind: 'Certificate',
})
const rescue = card({
  id: 'rescue',
  title: 'Swift Water Rescue',
  issuer: 'Pine County Rescue',
  kind: 'Course',
  verdict: 'not-verified',
  code: 'expired',
})
const all = [ethics, etica, rescue]
const ids = (cards: readonly { readonly id: string }[]) => cards.map(({ id }) => id)

describe('searching the wallet', () => {
  test('finds a word wherever it stands, whatever its case and accents', () => {
    expect(ids(search(all, 'ETHICS'))).toEqual(['ethics'])
    expect(ids(search(all, 'etica'))).toEqual(['etica'])
    expect(ids(search(all, 'Ética'))).toEqual(['etica'])
  })

  test('wants every word, in any order', () => {
    expect(ids(search(all, 'westbridge data'))).toEqual(['ethics'])
    expect(search(all, 'westbridge rescue')).toEqual([])
  })

  test('gives everything, the very same list, for no query', () => {
    expect(search(all, '')).toBe(all)
    expect(search(all, '   ')).toBe(all)
  })

  test('finds any card by any piece of its own text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), fc.nat(), fc.nat(), (title, from, length) => {
        const one = card({ title })
        const piece = title.slice(from % title.length).slice(0, (length % title.length) + 1)
        // A piece that cuts a letter from its accent is no longer the same text.
        fc.pre(fold(title).includes(fold(piece)))
        expect(search([one], piece)).toHaveLength(1)
      }),
    )
  })
})

describe('filtering the wallet', () => {
  test('widens within a facet and narrows between facets', () => {
    expect(ids(narrow(all, { ...noFilters, kind: ['Course', 'Certificate'] }))).toEqual(['ethics', 'etica', 'rescue'])
    expect(ids(narrow(all, { ...noFilters, kind: ['Course'], credit: ['credit'] }))).toEqual(['ethics'])
    expect(narrow(all, { ...noFilters, kind: ['Certificate'], credit: ['credit'] })).toEqual([])
  })

  test('finds what has no date by its empty year', () => {
    expect(ids(narrow(all, { ...noFilters, year: [''] }))).toEqual(['rescue'])
    expect(ids(narrow(all, { ...noFilters, year: ['2023'] }))).toEqual(['etica'])
  })

  test('offers every value with its count, the frequent first and the years from new to old', () => {
    expect(offersOf(all, 'kind')).toEqual([
      { value: 'Course', count: 2 },
      { value: 'Certificate', count: 1 },
    ])
    expect(offersOf(all, 'year').map(({ value }) => value)).toEqual(['2024', '2023', ''])
  })

  test('offers attention only when something needs it, and examples never do', () => {
    expect(offersOf(all, 'attention')).toEqual([{ value: 'yes', count: 1 }])
    expect(offersOf([ethics, { ...rescue, example: true }], 'attention')).toEqual([])
    expect(needsAttention({ ...rescue, example: true })).toBe(false)
  })

  test('puts a value in and takes it out again', () => {
    const on: Filters = toggled(noFilters, 'issuer', 'Westbridge College')
    expect(inUse(on)).toEqual([{ facet: 'issuer', value: 'Westbridge College' }])
    expect(inUse(toggled(on, 'issuer', 'Westbridge College'))).toEqual([])
  })

  test('leaves as many cards as an offer promised', () => {
    for (const facet of ['verdict', 'kind', 'credit', 'year', 'issuer'] as const) {
      for (const { value, count } of offersOf(all, facet))
        expect(narrow(all, toggled(noFilters, facet, value))).toHaveLength(count)
    }
  })
})

describe('ordering the wallet', () => {
  test('puts the last added first', () => {
    const older = card({ id: 'older', addedAt: '2025-01-01T00:00:00Z' })
    const newer = card({ id: 'newer', addedAt: '2025-06-01T00:00:00Z' })
    expect(ids(sorted([older, newer], 'added', 'en'))).toEqual(['newer', 'older'])
  })

  test('orders dates by the instant, not by how they are written, and undated ones last', () => {
    const early = card({ id: 'early', issued: '2024-05-03T23:00:00+14:00' })
    const late = card({ id: 'late', issued: '2024-05-03T10:00:00Z' })
    const undated = card({ id: 'undated', issued: '' })
    expect(ids(sorted([undated, early, late], 'issued', 'en'))).toEqual(['late', 'early', 'undated'])
  })

  test('orders titles as the reader of a language would', () => {
    const titles = ['Zeta', 'Écologie', 'écran', 'Eau', 'Niveau 10', 'Niveau 9'].map((title) => card({ id: title, title }))
    expect(ids(sorted(titles, 'title', 'fr'))).toEqual(['Eau', 'Écologie', 'écran', 'Niveau 9', 'Niveau 10', 'Zeta'])
  })

  test('never loses a card', () => {
    for (const order of ['added', 'issued', 'title', 'issuer'] as const)
      expect(new Set(sorted(all, order, 'en'))).toEqual(new Set(all))
  })
})

describe('the reason on a card', () => {
  test('says nothing when the credential is verified, whatever remark it carries', () => {
    expect(reasonOf({ verdict: 'verified', code: 'issuer_by_web_address' })).toBeNull()
  })

  test.each([
    ['expired', 'outOfDate'],
    ['not_yet_valid', 'notYet'],
    ['status_revoked', 'withdrawn'],
    ['status_suspended', 'suspended'],
    ['proof_signature_wrong', 'changed'],
    ['proof_missing', 'unsigned'],
    ['key_not_listed', 'otherKey'],
    ['member_missing', 'broken'],
  ] as const)('says of %s: %s', (code, reason) => {
    expect(reasonOf({ verdict: 'not-verified', code })).toBe(reason)
  })

  test('tells what is new to us from what could not be reached', () => {
    expect(reasonOf({ verdict: 'cannot-tell', code: 'proof_type_unsupported' })).toBe('unsupported')
    expect(reasonOf({ verdict: 'cannot-tell', code: 'fetch_offline' })).toBe('unreachable')
  })

  test('has a word even for a code that it does not know', () => {
    expect(reasonOf({ verdict: 'not-verified', code: 'of_a_later_version' })).toBe('broken')
    expect(reasonOf({ verdict: 'cannot-tell', code: null })).toBe('unreachable')
  })
})
