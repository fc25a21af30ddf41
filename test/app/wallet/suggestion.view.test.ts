import { describe, expect, test } from 'vitest'
import { isSecuringDue } from '../../../src/app/features/wallet/suggestion.view.ts'

const now = Date.parse('2026-11-23T12:00:00Z')
const own = (count: number, addedAt = '2026-11-01T00:00:00Z') =>
  Array.from({ length: count }, () => ({ example: false, addedAt }))
const examples = Array.from({ length: 9 }, () => ({ example: true, addedAt: '2026-11-01T00:00:00Z' }))

describe('guarding the wallet is suggested', () => {
  test('with the third credential of one’s own; examples do not count', () => {
    expect(isSecuringDue([...own(2), ...examples], '', now)).toBe(false)
    expect(isSecuringDue([...own(3), ...examples], '', now)).toBe(true)
  })

  test('after a “later” only with ten more, or a month later', () => {
    const later = '2026-11-20T00:00:00Z'
    expect(isSecuringDue([...own(30), ...own(9, '2026-11-21T00:00:00Z')], later, now)).toBe(false)
    expect(isSecuringDue([...own(30), ...own(10, '2026-11-21T00:00:00Z')], later, now)).toBe(true)
    expect(isSecuringDue(own(3), '2026-10-25T00:00:00Z', now)).toBe(false)
    expect(isSecuringDue(own(3), '2026-10-24T00:00:00Z', now)).toBe(true)
  })

  test('when what was kept of a “later” cannot be read', () => {
    expect(isSecuringDue(own(3), 'soon', now)).toBe(true)
  })
})
