import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fromBase45, toBase45 } from '../../../src/core/qr/base45.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)

describe('base45', () => {
  // RFC 9285 §4.3 and §4.4
  test.each([
    ['AB', 'BB8'],
    ['Hello!!', '%69 VD92EX0'],
    ['base-45', 'UJCLQE7W581'],
    ['ietf!', 'QED8WEX0'],
    ['', ''],
  ])('writes and reads %j as the RFC does', (plain, text) => {
    expect(toBase45(bytesOf(plain))).toBe(text)
    expect(fromBase45(text)).toEqual(bytesOf(plain))
  })

  test('gives back any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(fromBase45(toBase45(bytes))).toEqual(bytes)
      }),
    )
  })

  test.each(['A', 'BB8A', 'bb8', 'B_8', 'GGW', ':::', 'V5', '::'])('refuses %j', (text) => {
    expect(fromBase45(text)).toBeNull()
  })

  test('reads any text or none, and the same bytes from one text only', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const bytes = fromBase45(text)
        if (bytes !== null) expect(toBase45(bytes)).toBe(text)
      }),
    )
  })
})
