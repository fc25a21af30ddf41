import { describe, expect, test } from 'vitest'
import { milestoneOf } from '../../../src/app/scan/milestone.ts'

describe('what is said of a message that comes', () => {
  test.each([
    [0, 0, 0],
    [1, 5, 0],
    [1, 4, 25],
    [2, 4, 50],
    [99, 100, 75],
    [100, 100, 100],
  ])('is of %d in %d parts: %d per cent', (have, need, percent) => {
    expect(milestoneOf({ have, need })).toBe(percent)
  })
})
