import { expect, test } from 'vitest'
import { paceBeside, usualPace } from '../../../src/app/ui/pace.ts'

test('a pace has one beside it on each side, up to the ends', () => {
  expect(paceBeside(usualPace(false), -1)).toBe(4)
  expect(paceBeside(10, 1)).toBe(10)
  expect(paceBeside(1, -1)).toBe(1)
})
