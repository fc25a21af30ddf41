import { describe, expect, test } from 'vitest'
import { isNearlyFull, presenceOf, type Room, storageNotice } from '../../src/app/storage-notice.view.ts'

const well: Room = { presence: 'kept', isPrivate: false, usage: { used: 10, quota: 100 } }

describe('what is said of the room that the browser gives us', () => {
  test('is nothing while all is well, or nothing is known yet', () => {
    expect(storageNotice(well, [])).toBeNull()
    expect(storageNotice({ presence: 'none', isPrivate: undefined, usage: undefined }, [])).toBeNull()
  })

  test('is the worst of it, and then the next once that was dismissed', () => {
    const bad: Room = { presence: 'lost', isPrivate: true, usage: { used: 95, quota: 100 } }
    expect(storageNotice(bad, [])).toBe('lost')
    expect(storageNotice(bad, ['lost'])).toBe('full')
    expect(storageNotice(bad, ['lost', 'full'])).toBe('private')
    expect(storageNotice(bad, ['private', 'lost', 'full'])).toBeNull()
  })
})

test('room is short above nine tenths of it, and never where the browser names none', () => {
  expect(isNearlyFull({ used: 90, quota: 100 })).toBe(false)
  expect(isNearlyFull({ used: 91, quota: 100 })).toBe(true)
  expect(isNearlyFull({ used: 1, quota: 0 })).toBe(false)
})

test('a wallet with nothing but our examples is nothing to lose', () => {
  expect(presenceOf([])).toBe('none')
  expect(presenceOf([{ example: true }])).toBe('none')
  expect(presenceOf([{ example: true }, { example: false }])).toBe('kept')
})
