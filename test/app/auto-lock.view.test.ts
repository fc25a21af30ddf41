import { describe, expect, test } from 'vitest'
import { laterTouch, timeLeft } from '../../src/app/auto-lock.view.ts'

const minute = 60_000

describe('the time until a wallet locks', () => {
  test('runs from the last touch, and ends at nothing', () => {
    expect(timeLeft(5, 1_000, 1_000)).toBe(5 * minute)
    expect(timeLeft(5, 0, 4 * minute)).toBe(minute)
    expect(timeLeft(5, 0, 5 * minute)).toBe(0)
    expect(timeLeft(5, 0, 500 * minute)).toBe(0)
  })

  test('does not run when it is never to lock', () => {
    expect(timeLeft(0, 0, 500 * minute)).toBeNull()
  })
})

describe('the last touch', () => {
  test('is the later one of two', () => {
    expect(laterTouch(1, 2, 10)).toBe(2)
    expect(laterTouch(3, 2, 10)).toBe(3)
  })

  test('is never one from the future', () => {
    expect(laterTouch(3, 99, 10)).toBe(3)
    expect(laterTouch(99, 0, 10)).toBe(0)
  })
})
