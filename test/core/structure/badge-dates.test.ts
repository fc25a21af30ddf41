import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Json } from '../../../src/core/model/json.ts'
import { parseBadgeDate } from '../../../src/core/structure/badge-dates.ts'
import { describeVectors, jsonOf } from '../../vectors/vectors.ts'

describe('a date of an older badge', () => {
  test.for([
    ['2016-12-31T23:59:59Z', '2016-12-31T23:59:59Z', 'zoned'],
    ['2013-02-18T18:10:00+05:00', '2013-02-18T18:10:00+05:00', 'zoned'],
    ['2013-02-21T15:18-0500', '2013-02-21T15:18:00-05:00', 'zoned'],
    ['2013-02-21T15:18:07,5+01', '2013-02-21T15:18:07.5+01:00', 'zoned'],
    ['2017-10-01T00:00Z', '2017-10-01T00:00:00Z', 'zoned'],
    ['2013-02-21T15:18:00', '2013-02-21T15:18:00', 'no zone'],
    ['2015-04-30', '2015-04-30', 'day'],
    [1_361_561_067, '2013-02-22T19:24:27Z', 'seconds'],
    ['1361561067', '2013-02-22T19:24:27Z', 'seconds'],
    [0, '1970-01-01T00:00:00Z', 'seconds'],
  ] as const)('may be written as %j', ([value, text, written]) => {
    const date = parseBadgeDate(value)
    expect(date).toMatchObject({ text, written })
    expect(new Date(date?.instant ?? 0).getTime()).toBe(Date.parse(/T/.test(text) && written === 'no zone' ? `${text}Z` : text))
  })

  test.for([
    '',
    'soon',
    '2015-02-30',
    '2015-4-3',
    '2015-04-30T',
    '2015-04-30T25:00Z',
    '2013-02',
    '201302',
    '136156106',
    '000000000000000000000',
    -1,
    1.5,
    10_000_000_000,
    null,
    true,
    [2015],
    {},
  ] as const)('is not written as %j', (value) => {
    expect(parseBadgeDate(value as Json)).toBeNull()
  })

  test('is null or an instant that its text names, whatever the text', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.stringMatching(/^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:?\d\d)?)?$/)),
        (text) => {
          const date = parseBadgeDate(text)
          if (date === null || date.written === 'seconds') return
          expect(parseBadgeDate(date.text)?.instant).toBe(date.instant)
        },
      ),
    )
  })
})

describeVectors('published times', () => {
  test('are told from what is none', () => {
    const { TIMES } = jsonOf('ob1/mozilla/test-data.json') as { TIMES: { good: Json[]; bad: Json[] } }
    for (const good of TIMES.good) expect(parseBadgeDate(good), JSON.stringify(good)).not.toBeNull()
    for (const bad of TIMES.bad) expect(parseBadgeDate(bad), JSON.stringify(bad)).toBeNull()
  })
})
