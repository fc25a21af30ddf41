import { describe, expect, test } from 'vitest'
import { culpritsOf, pathIn, pathText, placesTo, remarksOf } from '../../../src/app/credential/parts.ts'
import { breakNested, issueClr2, type NestedBreakage } from '../../issuer/clr2.ts'
import { readingOf } from './readings.ts'

/** Twelve parts, of which the last is a record with two of its own. */
const record = await issueClr2({ count: 12 })
const sound = await readingOf(record)
const brokenAt = async (path: readonly number[], how: NestedBreakage) => readingOf(await breakNested(record, path, how))

describe('the address of a part', () => {
  test('counts from one, and goes as deep as records lie in records', () => {
    expect(pathIn('3')).toEqual([3])
    expect(pathIn('12.1')).toEqual([12, 1])
    expect(pathText([12, 1])).toBe('12.1')
  })

  test.for(['', '0', '1.', '.1', '1..2', '-1', 'one', '1e3', '9'.repeat(30), Array.from({ length: 9 }, () => '1').join('.')])(
    '"%s" is none',
    (text) => expect(pathIn(text)).toBeNull(),
  )

  test('leads to the part, past what it lies in', () => {
    const places = placesTo(sound, [12, 1])
    expect(places?.map(({ path }) => path)).toEqual([[], [12], [12, 1]])
    expect(places?.at(-1)?.credential?.title[0]?.value).toBe(sound.parts[11]?.parts[0]?.credential?.title[0]?.value)
    expect(places?.at(-1)?.report).toBe(sound.report.credentials[11]?.credentials[0])
  })

  test.for([[13], [1, 1], [12, 3]])('%j is nowhere', (path) => expect(placesTo(sound, path)).toBeNull())

  test('finds how a part stands though an earlier release kept no more of it', () => {
    const place = placesTo({ ...sound, parts: [] }, [12, 1])?.at(-1)
    expect(place).toMatchObject({ credential: null, parts: [], report: { verdict: 'verified' } })
  })
})

describe('the parts that keep a record from holding', () => {
  test('are none in a sound record', () => {
    expect(culpritsOf(sound.report)).toEqual([])
    expect(remarksOf(sound.report).size).toBe(0)
  })

  test.for(['altered', 'expired', 'revoked', 'stranger', 'another-person', 'unvouched'] as const)(
    'is the one that is %s, and no other',
    async (how) => {
      const { report } = await brokenAt([2], how)
      expect(culpritsOf(report).map(({ path }) => path)).toEqual([[3]])
    },
  )

  test.for(['altered', 'expired', 'revoked', 'stranger', 'another-person'] as const)(
    'is the very one that is %s inside a record inside, not the record that it lies in',
    async (how) => {
      const { report } = await brokenAt([11, 0], how)
      expect(culpritsOf(report).map(({ path }) => path)).toEqual([[12, 1]])
    },
  )

  test('are told with what the record holds against one that holds by itself', async () => {
    const { report } = await brokenAt([2], 'another-person')
    expect(report.credentials[2]?.verdict).toBe('verified')
    expect(remarksOf(report).get(3)).toEqual({ verdict: 'not-verified', code: 'nested_other_person' })
  })

  test('come with the worst first', async () => {
    const open = await breakNested(record, 0, 'unvouched')
    const { report } = await readingOf(await breakNested(open, 4, 'expired'))
    expect(culpritsOf(report).map(({ path, verdict }) => [path, verdict])).toEqual([
      [[5], 'not-verified'],
      [[1], 'cannot-tell'],
    ])
  })
})
