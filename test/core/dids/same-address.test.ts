import { expect, test } from 'vitest'
import { sameAddress } from '../../../src/core/dids/same-address.ts'

test.each([
  ['https://College.example:443/a', 'https://college.example/a'],
  ['https://college.example/%7Eana', 'https://college.example/~ana'],
  ['https://college.example/caf%c3%a9', 'https://college.example/café'],
])('%s is %s', (one, other) => {
  expect(sameAddress(one, other)).toBe(true)
})

test.each([
  ['https://college.example/a', 'https://college.example/a/'],
  ['https://college.example/a', 'http://college.example/a'],
  ['https://college.example/a%3Fb', 'https://college.example/a%253Fb'],
  ['https://college.example/a%2Fb', 'https://college.example/a/b'],
  ['did:web:college.example', 'did:web:College.example'],
])('%s is not %s', (one, other) => {
  expect(sameAddress(one, other)).toBe(false)
})
