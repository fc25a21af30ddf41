import { describe, expect, test } from 'vitest'
import { freshUntil, mediaTypeOf } from '../../src/net/headers.ts'

const received = new Date('2026-11-23T12:00:00Z')
const until = (headers: Record<string, string>) => freshUntil(new Headers(headers), received)

describe('a document is fresh', () => {
  test('for as long as max-age says', () => {
    expect(until({ 'cache-control': 'public, Max-Age=3600' })).toBe('2026-11-23T13:00:00.000Z')
    expect(until({ 'cache-control': 'max-age="60"' })).toBe('2026-11-23T12:01:00.000Z')
  })

  test('until Expires, when there is no max-age', () => {
    expect(until({ expires: 'Mon, 23 Nov 2026 12:30:00 GMT' })).toBe('2026-11-23T12:30:00.000Z')
    expect(until({ 'cache-control': 'max-age=60', expires: 'Mon, 23 Nov 2026 12:30:00 GMT' })).toBe('2026-11-23T12:01:00.000Z')
  })

  test('for a day at most', () => {
    expect(until({ 'cache-control': 'max-age=31536000, immutable' })).toBe('2026-11-24T12:00:00.000Z')
    expect(until({ 'cache-control': `max-age=${'9'.repeat(400)}` })).toBe('2026-11-24T12:00:00.000Z')
    expect(until({ expires: 'Tue, 23 Nov 2038 12:30:00 GMT' })).toBe('2026-11-24T12:00:00.000Z')
  })
})

describe('a document must be asked for each time', () => {
  test.each([
    [{}],
    [{ 'cache-control': 'no-store, max-age=3600' }],
    [{ 'cache-control': 'no-cache' }],
    [{ 'cache-control': 'max-age=0' }],
    [{ 'cache-control': 'max-age=-5' }],
    [{ 'cache-control': 'max-age=soon', expires: 'Mon, 23 Nov 2026 12:30:00 GMT' }],
    [{ expires: '0' }],
    [{ expires: 'Mon, 23 Nov 2026 11:59:59 GMT' }],
  ])('with %j', (headers) => expect(until(headers)).toBeUndefined())
})

test('the media type is read without its parameters', () => {
  expect(mediaTypeOf(new Headers({ 'content-type': 'Application/LD+JSON; profile="x;y"' }))).toBe('application/ld+json')
  expect(mediaTypeOf(new Headers())).toBe('')
})
