import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { layOut } from '../../../../src/core/stack/layout/index.ts'
import type { Layout } from '../../../../src/core/stack/layout/types.ts'
import { tiers } from '../../../../src/core/stack/types.ts'
import { anyRequest, asked, edge, placeOf, pointsOf, thing } from './sample.ts'

const course = (id: string) => thing(id)
const certificate = (id: string) => thing(id, { tier: 'certificate' })
const degree = (id: string) => thing(id, { tier: 'degree' })
const names = (count: number) => Array.from({ length: count }, (_, index) => `c${String(index).padStart(3, '0')}`)
const rowsOf = (layout: Layout, ids: readonly string[]) => new Set(ids.map((id) => placeOf(layout, id).y))
const bandNames = ({ bands }: Layout) => bands.map(({ name }) => name)

describe('the ladder', () => {
  test('stands on the ground: a band for each tier in use, the highest on top, each thing in its own', () => {
    const nodes = [degree('bsc'), certificate('data'), course('sql'), thing('talk', { tier: 'experience' })]
    const layout = layOut(asked({ nodes, edges: ['sql>data', 'data>bsc'].map(edge) }))
    expect(bandNames(layout)).toEqual(['degree', 'certificate', 'course', 'experience'])
    for (const { id, tier } of nodes) {
      const { y, height } = placeOf(layout, id)
      const band = layout.bands.find(({ name }) => name === tier)
      expect(y).toBeGreaterThanOrEqual(band!.y)
      expect(y + height).toBeLessThanOrEqual(band!.y + band!.height)
    }
  })

  test('goes up one step for each thing that leads to another of the same tier', () => {
    const layout = layOut(
      asked({ nodes: names(4).map(course), edges: ['c000>c001', 'c001>c002', 'c000>c002', 'c000>c003'].map(edge) }),
    )
    const [ground, first, second, other] = names(4).map((id) => placeOf(layout, id).y)
    expect(ground).toBeGreaterThan(first!)
    expect(first).toBeGreaterThan(second!)
    expect(other).toBe(first)
  })

  test('draws what is stated from a higher tier to a lower one, and moves nothing for it', () => {
    const nodes = [degree('bsc'), course('sql')]
    const layout = layOut(asked({ nodes, edges: [edge('bsc>sql')] }))
    expect(bandNames(layout)).toEqual(['degree', 'course'])
    expect(layout.edges.map(({ id }) => id)).toEqual(['bsc>sql'])
  })

  test('opens a circle at the same place each time, and draws all of it', () => {
    const layout = layOut(asked({ nodes: names(3).map(course), edges: ['c000>c001', 'c001>c002', 'c002>c000'].map(edge) }))
    const [a, b, c] = names(3).map((id) => placeOf(layout, id).y)
    expect(a).toBeGreaterThan(b!)
    expect(b).toBeGreaterThan(c!)
    expect(layout.edges).toHaveLength(3)
  })

  test('puts things that lead to one above their middle, in their order from left to right', () => {
    const layout = layOut(
      asked({ nodes: [degree('bsc'), ...names(5).map(course)], edges: names(5).map((id) => edge(`${id}>bsc`)) }),
    )
    const xs = names(5).map((id) => placeOf(layout, id).x)
    expect(xs).toEqual(xs.toSorted((a, b) => a - b))
    expect(placeOf(layout, 'bsc').x).toBeCloseTo(xs[2]!, 0)
  })

  test.each([
    ['a phone', 2, 6, 1_300],
    ['a desktop', 7, 2, 2_400],
  ])('breaks forty courses below one degree into rows for %s, each below a gap of the row above', (_, columns, least, widest) => {
    const ids = names(40)
    const layout = layOut(
      asked({ columns, nodes: [degree('bsc'), ...ids.map(course)], edges: ids.map((id) => edge(`${id}>bsc`)) }),
    )
    const rows = [...rowsOf(layout, ids)].toSorted((a, b) => a - b)
    expect(rows.length).toBeGreaterThan(least)
    expect(layout.width).toBeLessThan(widest)
    const [upper, lower] = rows.map((y) => layout.nodes.filter((node) => node.y === y).map(({ x }) => x))
    expect(lower!.filter((x) => upper!.includes(x))).toEqual([])
  })

  test('leads lines between the things of the rows that they pass', () => {
    const ids = names(40)
    const layout = layOut(asked({ nodes: [degree('bsc'), ...ids.map(course)], edges: ids.map((id) => edge(`${id}>bsc`)) }))
    for (const { id, path } of layout.edges) expect(crossed(layout, path, id.split('>'))).toEqual([])
  })

  test('keeps lines off things, whatever there is', () => {
    fc.assert(
      fc.property(anyRequest('ladder'), (request) => {
        const layout = layOut(request)
        const ends = new Map(request.edges.map(({ id, from, to }) => [id, [from, to]]))
        for (const { id, path } of layout.edges) {
          const [from, to] = ends.get(id) ?? []
          if (from !== to) expect(crossed(layout, path, [from, to])).toEqual([])
        }
      }),
      { numRuns: 100 },
    )
  })

  test('packs what stands alone beside what is linked, not in a row of five hundred', () => {
    const alone = names(500)
    const nodes = [degree('bsc'), course('sql'), ...alone.map(course)]
    const layout = layOut(asked({ nodes, edges: [edge('sql>bsc')] }))
    expect(layout.width).toBeLessThan(4 * layout.height)
    expect(Math.min(...alone.map((id) => placeOf(layout, id).x))).toBeGreaterThan(placeOf(layout, 'sql').x)
    expect(rowsOf(layout, alone).size).toBeGreaterThan(10)
  })

  test('keeps things together that are not in order, when other edges tie them', () => {
    const nodes = [degree('bsc'), course('sql'), thing('licence', { tier: 'license' }), ...names(30).map(course)]
    const layout = layOut(asked({ nodes, edges: ['sql>bsc', 'licence-bsc', 'c007-c023'].map(edge) }))
    expect(Math.abs(placeOf(layout, 'licence').x - placeOf(layout, 'bsc').x)).toBeLessThan(200)
    const [one, other] = ['c007', 'c023'].map((id) => placeOf(layout, id))
    expect([one!.y, Math.abs(one!.x - other!.x)]).toEqual([other!.y, 176])
  })

  test('keeps families apart, and begins a second ladder below when one would be far too wide', () => {
    const families = names(60).map((id) => ({ top: certificate(`${id}t`), parts: [course(`${id}a`), course(`${id}b`)] }))
    const nodes = families.flatMap(({ top, parts }) => [top, ...parts])
    const edges = families.flatMap(({ top, parts }) => parts.map(({ id }) => edge(`${id}>${top.id}`)))
    const layout = layOut(asked({ nodes, edges }))
    expect(layout.width).toBeLessThan(4 * layout.height)
    expect(bandNames(layout).slice(0, 4)).toEqual(['certificate', 'course', 'certificate', 'course'])
    const few = layOut(asked({ nodes: nodes.slice(0, 9), edges: edges.slice(0, 6) }))
    expect(bandNames(few)).toEqual(['certificate', 'course'])
    const [first, second] = ['c000', 'c001'].map((id) => [`${id}t`, `${id}a`, `${id}b`].map((each) => placeOf(few, each)))
    expect(Math.max(...first!.map(({ x, width }) => x + width))).toBeLessThan(Math.min(...second!.map(({ x }) => x)))
  })

  test('stays of sane shape for five hundred that are linked at random', () => {
    const nodes = names(500).map((id, index) => thing(id, { tier: tiers[index % 5] ?? 'course' }))
    const edges = names(500).map((id, index) => edge(`${id}>c${String((index * 37) % 500).padStart(3, '0')}`))
    const { width, height } = layOut(asked({ columns: 7, nodes, edges }))
    expect(width / height).toBeGreaterThan(0.5)
    expect(width / height).toBeLessThan(4)
  })
})

/** Things through which the upright pieces of a line pass. */
function crossed({ nodes }: Layout, path: string, ends: readonly (string | undefined)[]): readonly string[] {
  const points = pointsOf(path)
  return points.slice(1).flatMap(([x, y], place) => {
    const [startX, startY] = points[place] ?? [x, y]
    const [top, bottom] = [Math.min(y, startY) + 1, Math.max(y, startY) - 1]
    const isUpright = x === startX && bottom > top
    return isUpright
      ? nodes
          .filter(
            (box) => !ends.includes(box.id) && x > box.x && x < box.x + box.width && top < box.y + box.height && bottom > box.y,
          )
          .map(({ id }) => id)
      : []
  })
}
