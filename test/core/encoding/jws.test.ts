import { describe, expect, test } from 'vitest'
import { fromAnyBase64, fromBase64url, toBase64url } from '../../../src/core/encoding/base64url.ts'
import { looksLikeJws, parseJws } from '../../../src/core/encoding/jws.ts'
import { bytesOf } from '../../../src/core/encoding/utf8.ts'
import { attemptNow } from '../../../src/core/problem.ts'

const part = (text: string): string => toBase64url(bytesOf(text))
const problemIn = (text: string) => {
  const attempt = attemptNow(() => parseJws(text))
  return attempt.ok ? null : attempt.problem
}

describe('a compact JWS', () => {
  test('comes apart into header, payload and signature', () => {
    const text = `${part('{"alg":"ES256"}')}.${part('{"iss":"did:example:é"}')}.${toBase64url(Uint8Array.of(1, 2, 255))}`
    expect(looksLikeJws(text)).toBe(true)
    expect(parseJws(text)).toEqual({
      text,
      header: { alg: 'ES256' },
      payload: { iss: 'did:example:é' },
      signature: Uint8Array.of(1, 2, 255),
    })
  })

  test('may have an empty signature, for `none` is refused by name later', () => {
    const text = `${part('{"alg":"none"}')}.${part('{}')}.`
    expect(looksLikeJws(text)).toBe(true)
    expect(parseJws(text).signature).toEqual(new Uint8Array())
  })

  test('is not any text with two points in it', () => {
    expect(
      ['www.example.com', 'e.g.', 'example.org.uk', 'eyJ9.eyJ9', 'eyJ9.eyJ9.a.b', 'eyJ9.ey J9.a'].filter(looksLikeJws),
    ).toEqual([])
  })

  test.for([
    ['eyJ9.e30', 'serialization'],
    [`${part('{"alg":1')}.e30.AA`, 'header'],
    [`${part('[1]')}.e30.AA`, 'header'],
    [`e30.${part('"x"')}.AA`, 'payload'],
    [`e30.${toBase64url(Uint8Array.of(0x7b, 0xff, 0x7d))}.AA`, 'payload'],
    ['e30=.e30.AA', 'header'],
    ['e30.e30.AB', 'signature'],
    ['e30.e30.A A', 'signature'],
  ] as const)('is malformed when a part is: %s', ([text, where]) => {
    expect(problemIn(text)).toMatchObject({ code: 'jws_malformed', facts: { part: where } })
  })

  test('is refused when a claim stands twice', () => {
    expect(problemIn(`e30.${part('{"iss":"a","iss":"b"}')}.AA`)).toMatchObject({
      code: 'json_duplicate_key',
      facts: { part: 'payload', member: 'iss' },
    })
  })
})

describe('base64url', () => {
  test('is strict: no padding, no white space, no stray bits', () => {
    expect(fromBase64url('QQ')).toEqual(Uint8Array.of(65))
    expect(['QQ==', 'QR', 'Q', 'Q Q', 'Q+', 'QQ\n'].map(fromBase64url)).toEqual([null, null, null, null, null, null])
  })

  test('has a tolerant twin for data URLs', () => {
    expect(['_-8', '_-8=', '/+8', '/+8='].map(fromAnyBase64)).toEqual(Array(4).fill(Uint8Array.of(255, 239)))
    expect(fromAnyBase64('*')).toBeNull()
  })
})
