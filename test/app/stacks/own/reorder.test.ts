import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { landing, moved, type Row, wayOf } from '../../../../src/app/features/stacks/own/reorder.ts'

const rows: readonly Row[] = [
  { top: 0, height: 60 },
  { top: 60, height: 60 },
  { top: 120, height: 100 },
  { top: 220, height: 60 },
]
const heights = fc.array(fc.integer({ min: 40, max: 200 }), { minLength: 1, maxLength: 30 })

/** Rows of these heights, one below the other. */
function stacked(all: readonly number[]): readonly Row[] {
  return all.map((height, place) => ({ height, top: all.slice(0, place).reduce((sum, each) => sum + each, 0) }))
}

describe('moving something in a list', () => {
  test('puts it where the other was', () => {
    expect(moved(['a', 'b', 'c', 'd'], 0, 2)).toEqual(['b', 'c', 'a', 'd'])
    expect(moved(['a', 'b', 'c', 'd'], 3, 1)).toEqual(['a', 'd', 'b', 'c'])
  })

  test('leaves the list alone for places that are not in it', () => {
    const list = ['a', 'b']
    for (const [from, to] of [
      [0, 2],
      [-1, 0],
      [2, 0],
      [1, 1],
      [0.5, 1],
    ] as const)
      expect(moved(list, from, to)).toBe(list)
  })

  test('loses nothing, and is undone by moving back', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer(), { minLength: 1 }), fc.nat(), fc.nat(), (list, one, other) => {
        const [from, to] = [one % list.length, other % list.length]
        const there = moved(list, from, to)
        expect(new Set(there)).toEqual(new Set(list))
        expect(there).toHaveLength(list.length)
        expect(there[to]).toBe(list[from])
        expect(moved(there, to, from)).toEqual(list)
      }),
    )
  })
})

describe('a row that is dragged', () => {
  test('lands past every row whose middle its leading edge has passed', () => {
    expect(landing(rows, 0, 20)).toBe(0)
    expect(landing(rows, 0, 61)).toBe(1)
    expect(landing(rows, 0, 1_000)).toBe(3)
    expect(landing(rows, 3, -40)).toBe(3)
    expect(landing(rows, 3, -60)).toBe(2)
    expect(landing(rows, 3, -1_000)).toBe(0)
  })

  test('lands where it was when it is not moved, and always inside the list', () => {
    fc.assert(
      fc.property(heights, fc.nat(), fc.integer({ min: -5_000, max: 5_000 }), (all, place, by) => {
        const list = stacked(all)
        const from = place % list.length
        expect(landing(list, from, 0)).toBe(from)
        expect(landing(list, from, by)).toBeGreaterThanOrEqual(0)
        expect(landing(list, from, by)).toBeLessThan(list.length)
      }),
    )
  })

  test('moves the others out of its way, and only those it passed', () => {
    expect([0, 1, 2, 3].map((place) => wayOf(place, 0, 2, 60))).toEqual([0, -60, -60, 0])
    expect([0, 1, 2, 3].map((place) => wayOf(place, 3, 1, 60))).toEqual([0, 60, 60, 0])
    expect([0, 1, 2, 3].map((place) => wayOf(place, 1, 1, 60))).toEqual([0, 0, 0, 0])
  })
})
