import { describe, expect, test } from 'vitest'
import { isReminderDue, lostToday, stacksLostToday } from '../../../src/app/backup/lost.view.ts'
import type { BackupNote, HolderKey, KeptStacks } from '../../../src/store/types.ts'
import { card } from '../wallet/cards.ts'

const at = '2026-06-01T00:00:00.000Z'
const [before, after] = ['2026-05-01T00:00:00.000Z', '2026-07-01T00:00:00.000Z']
const note = (credentials: number): BackupNote => ({ at, credentials, rehearsedAt: '' })
const cards = (count: number, addedAt: string, example = false) =>
  Array.from({ length: count }, (_, index) => card({ id: `${addedAt}${index}${example}`, addedAt, example }))
const key = (createdAt: string) => ({ createdAt }) as HolderKey

describe('what would be lost today', () => {
  test('is everything of one’s own when there is no backup, and no example', () => {
    expect(lostToday([...cards(3, before), ...cards(4, before, true)], [key(before)], null)).toEqual({ credentials: 3, keys: 1 })
  })

  test('is what was added since the last one', () => {
    const lost = lostToday([...cards(3, before), ...cards(2, after)], [key(before), key(after)], note(3))
    expect(lost).toEqual({ credentials: 2, keys: 1 })
  })

  test('is also what came from another backup with an older date', () => {
    expect(lostToday(cards(5, before), [], note(3))).toEqual({ credentials: 2, keys: 0 })
  })

  test('is nothing when some were removed since', () => {
    expect(lostToday(cards(1, before), [], note(3))).toEqual({ credentials: 0, keys: 0 })
  })
})

test('the learner’s own stacks and pathways would be lost as they were changed since', () => {
  const kept = {
    stacks: [before, after].map((changedAt) => ({ createdAt: before, changedAt })),
    pathways: [before, after, after].map((addedAt) => ({ addedAt })),
  } as unknown as KeptStacks
  expect([stacksLostToday(kept, null), stacksLostToday(kept, note(3))]).toEqual([5, 3])
})

describe('the wallet says a word of it', () => {
  const due = (credentials: number, last: BackupNote | null, now: string, putOff = '', keys = 0) =>
    isReminderDue({ credentials, keys }, last, putOff, new Date(now))

  test.each([
    ['from five credentials on', due(5, null, at), true],
    ['not for four without a backup, however long', due(4, null, '2029-01-01T00:00:00Z'), false],
    ['not for four soon after the last', due(4, note(9), '2026-06-20T00:00:00Z'), false],
    ['for one a month after the last', due(1, note(9), '2026-07-02T00:00:00Z'), true],
    ['for a key a month after the last', due(0, note(9), '2026-07-02T00:00:00Z', '', 1), true],
    ['never when nothing would be lost', due(0, note(9), '2029-01-01T00:00:00Z'), false],
    ['not within a month of “later”', due(9, null, '2026-07-20T00:00:00Z', after), false],
    ['again a month after “later”', due(9, null, '2026-08-01T00:00:00Z', after), true],
  ])('%s', (_, is, should) => expect(is).toBe(should))
})
