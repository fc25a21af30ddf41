import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Link, orderedRows } from '../../../../src/core/stack/layout/sweeps.ts'

const parts = (text: string) => text.split(' ')
const links = (text: string): readonly Link[] => parts(text).map((each) => [each[0] ?? '', each[1] ?? ''])

describe('the order of the rows', () => {
  test('uncrosses what can be uncrossed', () => {
    expect(orderedRows([parts('a b c'), parts('x y z')], links('az by cx'))).toEqual([parts('a b c'), parts('z y x')])
  })

  test('keeps what leads to one together, and in the order given', () => {
    expect(orderedRows([['a', 'b'], parts('1 2 3 4')], links('a2 a4 b1 b3'))).toEqual([['a', 'b'], parts('2 4 1 3')])
  })

  test('leaves nobody out', () => {
    const row = fc.uniqueArray(fc.nat(20), { maxLength: 12 })
    const given = fc.tuple(row, row, row).chain((rows) => {
      const named = rows.map((each, place) => each.map((number) => `${place}.${number}`))
      const ends = named.slice(1).flatMap((lower, place) => (named[place] ?? []).flatMap((a) => lower.map((b): Link => [a, b])))
      return fc.record({ named: fc.constant(named), some: fc.subarray(ends) })
    })
    fc.assert(
      fc.property(given, ({ named, some }) => {
        expect(orderedRows(named, some).map((each) => new Set(each))).toEqual(named.map((each) => new Set(each)))
      }),
    )
  })
})
