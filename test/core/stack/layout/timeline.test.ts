import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { layOut } from '../../../../src/core/stack/layout/index.ts'
import type { Band, Layout, LayoutNode } from '../../../../src/core/stack/layout/types.ts'
import { anyRequest, asked, day, now, placeOf, thing } from './sample.ts'

const drawn = (...nodes: readonly LayoutNode[]) => layOut(asked({ view: 'timeline', nodes }))
const bandsOf = ({ bands }: Layout, kind: Band['kind']) => bands.filter((band) => band.kind === kind)
const names = (bands: readonly Band[]) => bands.map(({ name }) => name)
const barOf = ({ bars }: Layout, id: string) => {
  const bar = bars.find((each) => each.id === id)
  if (bar === undefined) throw new Error(`${id} has no bar`)
  return { ...bar, end: bar.x + bar.width }
}

describe('the timeline', () => {
  test('runs from left to right, with each thing wholly in its year', () => {
    const nodes = [
      thing('c', { earned: day(2024, 12, 31) }),
      thing('a', { earned: day(2022, 1) }),
      thing('b', { earned: day(2023, 6) }),
    ]
    const layout = drawn(...nodes)
    const [a, b, c] = ['a', 'b', 'c'].map((id) => placeOf(layout, id).x)
    expect([a! < b!, b! < c!]).toEqual([true, true])
    for (const [id, year] of Object.entries({ a: '2022', b: '2023', c: '2024' })) {
      const band = bandsOf(layout, 'year').find(({ name }) => name === year)
      const { x, width } = placeOf(layout, id)
      expect(x).toBeGreaterThanOrEqual(band!.x)
      expect(x + width).toBeLessThanOrEqual(band!.x + band!.width)
    }
  })

  test('marks the years in order, with the few empty ones between, up to what expires', () => {
    const layout = drawn(thing('a', { earned: day(2023, 6), expires: day(2028, 1) }))
    const years = bandsOf(layout, 'year')
    expect(names(years)).toEqual(['2023', '2024', '2025', '2026', '2027', '2028'])
    for (const [place, { x, width }] of years.entries()) expect(years[place + 1]?.x ?? x + width).toBeCloseTo(x + width, 5)
  })

  test('leaves a long run of empty years out', () => {
    const layout = drawn(thing('a', { earned: day(1998, 6), expires: day(9999, 1) }), thing('b', { earned: day(2025, 6) }))
    expect(names(bandsOf(layout, 'year'))).toEqual(['1998', '2025', '2026', '9999'])
    expect(layout.width).toBeLessThan(1_200)
  })

  test('keeps the order of time in every year, whatever is piled up', () => {
    fc.assert(
      fc.property(anyRequest('timeline'), (request) => {
        const layout = layOut(request)
        const dated = request.nodes.flatMap(({ id, earned }) =>
          earned !== null && Math.abs(earned) < 1e14 ? [{ earned, x: placeOf(layout, id).x }] : [],
        )
        const sorted = dated.toSorted((a, b) => a.earned - b.earned)
        for (const [place, { earned, x }] of sorted.entries()) {
          const before = sorted[place - 1]
          if (before !== undefined && before.earned < earned) expect(before.x).toBeLessThanOrEqual(x)
        }
      }),
      { numRuns: 100 },
    )
  })

  test('packs many of one day into lanes rather than into one pile', () => {
    const layout = drawn(...Array.from({ length: 60 }, (_, index) => thing(`a${index + 10}`, { earned: day(2024, 6, 15) })))
    expect(new Set(layout.nodes.map(({ y }) => y)).size).toBeLessThan(20)
    expect(layout.width).toBeLessThan(4 * layout.height)
  })

  test('puts what states no date, or one that is no date, into a strip at the start', () => {
    const layout = drawn(
      thing('dated', { earned: day(2024, 6) }),
      thing('none'),
      thing('no time', { earned: Number.NaN }),
      thing('no year', { earned: 8.64e15 }),
    )
    const [strip] = bandsOf(layout, 'undated')
    for (const id of ['none', 'no time', 'no year']) {
      expect(placeOf(layout, id).x + placeOf(layout, id).width).toBeLessThan(strip!.x + strip!.width)
    }
    expect(placeOf(layout, 'dated').x).toBeGreaterThan(strip!.x + strip!.width)
    expect(bandsOf(drawn(thing('dated', { earned: day(2024, 6) })), 'undated')).toEqual([])
  })

  test('draws today as a thin line after all that was earned', () => {
    const layout = drawn(thing('yesterday', { earned: now - 1 }), thing('tomorrow', { earned: now + 24 * 3600 * 1000 }))
    const [today] = bandsOf(layout, 'today')
    expect(today!.width).toBeLessThan(4)
    expect(placeOf(layout, 'yesterday').x + 148).toBeLessThanOrEqual(today!.x)
    expect(placeOf(layout, 'tomorrow').x).toBeGreaterThanOrEqual(today!.x)
  })

  test('has bars that end where things expire, and go on to today for what does not', () => {
    const layout = drawn(
      thing('expired', { earned: day(2022, 3), expires: day(2024, 1, 1) }),
      thing('open', { earned: day(2022, 3) }),
      thing('coming', { earned: day(2027, 3) }),
      thing('never held', { earned: day(2023, 3), expires: day(2022, 3) }),
      thing('undated', { expires: day(2025, 1) }),
    )
    const year = bandsOf(layout, 'year').find(({ name }) => name === '2024')
    expect(barOf(layout, 'expired')).toMatchObject({ isOpen: false, end: year!.x, x: placeOf(layout, 'expired').x })
    const today = bandsOf(layout, 'today')[0]
    expect(barOf(layout, 'open')).toMatchObject({ isOpen: true, end: today!.x + today!.width / 2 })
    expect(barOf(layout, 'coming').isOpen).toBe(true)
    expect(barOf(layout, 'coming').end).toBeGreaterThan(today!.x)
    expect(barOf(layout, 'never held').width).toBeLessThan(10)
    expect(layout.bars.map(({ id }) => id)).not.toContain('undated')
  })

  test('lets no bar lie on a thing', () => {
    fc.assert(
      fc.property(anyRequest('timeline'), (request) => {
        const { nodes, bars } = layOut(request)
        for (const bar of bars) {
          const hit = nodes.filter(
            (box) =>
              bar.x < box.x + box.width && box.x < bar.x + bar.width && bar.y < box.y + box.height && box.y < bar.y + bar.height,
          )
          expect(hit).toEqual([])
        }
      }),
      { numRuns: 100 },
    )
  })

  test('lets no two bars lie on each other that end at different times', () => {
    const layout = drawn(
      ...[2021, 2022, 2023].map((year) => thing(`a${year}`, { earned: day(year, 3), expires: day(year + 3, 1) })),
    )
    expect(new Set(layout.bars.map(({ y }) => y)).size).toBe(3)
  })

  test('marks the terms that are stated, side by side', () => {
    const layout = drawn(
      thing('a', { earned: day(2023, 12, 15), term: 'Fall 2023' }),
      thing('b', { earned: day(2023, 12, 20), term: 'Fall 2023' }),
      thing('c', { earned: day(2024, 5, 15), term: 'Spring 2024' }),
      thing('d', { earned: day(2024, 8, 1) }),
    )
    const terms = bandsOf(layout, 'term')
    expect(names(terms)).toEqual(['Fall 2023', 'Spring 2024'])
    expect(terms[0]!.x + terms[0]!.width).toBeLessThanOrEqual(terms[1]!.x)
    for (const [id, band] of [
      ['a', terms[0]],
      ['b', terms[0]],
      ['c', terms[1]],
    ] as const) {
      expect(placeOf(layout, id).x).toBeGreaterThanOrEqual(band!.x)
      expect(placeOf(layout, id).x + 148).toBeLessThanOrEqual(band!.x + band!.width)
    }
  })

  test('marks no term that is no stretch of time', () => {
    const mixed = [
      thing('a', { earned: day(2023, 12, 15), term: 'Fall 2023' }),
      thing('b', { earned: day(2023, 12, 16), term: 'Spring 2024' }),
      thing('c', { earned: day(2023, 12, 17), term: 'Fall 2023' }),
    ]
    expect(names(bandsOf(drawn(...mixed), 'term'))).toEqual(['Spring 2024'])
    const record = ['Fall 2023', 'Spring 2024'].map((term) => thing(term, { earned: day(2024, 6), term }))
    expect(bandsOf(drawn(...record), 'term')).toEqual([])
  })
})
