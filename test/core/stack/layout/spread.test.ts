import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { spread } from '../../../../src/core/stack/layout/spread.ts'

describe('spreading on a line', () => {
  test('leaves what has room where it is', () => {
    expect(spread([0, 10, 25], 10)).toEqual([0, 10, 25])
  })

  test('moves what is in each other’s way to both sides alike', () => {
    expect(spread([10, 10], 4)).toEqual([8, 12])
    expect(spread([0, 100, 100, 100], 10)).toEqual([0, 90, 100, 110])
  })

  test('always keeps the gap', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1_000, max: 1_000 })), (wishes) => {
        const places = spread(wishes, 7)
        expect(places).toHaveLength(wishes.length)
        for (const [index, place] of places.slice(1).entries()) expect(place - places[index]!).toBeGreaterThan(6.999)
      }),
    )
  })
})
