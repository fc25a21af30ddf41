import { describe, expect, test } from 'vitest'
import { entriesIn, valueAt } from '../../../src/core/status/bits.ts'

describe('a bitstring', () => {
  const bits = Uint8Array.of(0b1000_0001, 0b0110_0000)

  test('counts from the left-most bit of the first byte', () => {
    expect([0, 1, 7, 8, 9, 10, 11, 15].map((index) => valueAt(bits, index, 1))).toEqual([1, 0, 1, 0, 1, 1, 0, 0])
  })

  test('reads wider values most significant bit first, across bytes too', () => {
    expect(valueAt(bits, 0, 2)).toBe(0b10)
    expect(valueAt(bits, 2, 3)).toBe(0b010)
    expect(valueAt(bits, 0, 16)).toBe(0b1000_0001_0110_0000)
    expect(valueAt(Uint8Array.of(255, 255, 255, 255), 0, 32)).toBe(4_294_967_295)
  })

  test('has nothing past its end, not even half an entry', () => {
    expect(valueAt(bits, 16, 1)).toBeNull()
    expect(valueAt(bits, 5, 3)).toBeNull()
    expect(valueAt(bits, 999_999_999_999_999, 32)).toBeNull()
  })

  test('has room for whole entries only', () => {
    expect([1, 2, 3, 5].map((size) => entriesIn(bits, size))).toEqual([16, 8, 5, 3])
  })
})
