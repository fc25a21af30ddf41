import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { layOut } from '../../../../src/core/stack/layout/index.ts'
import { drawnViews } from '../../../../src/core/stack/layout/types.ts'
import { anyRequest, asked, edge, overlaps, pointsOf, thing } from './sample.ts'

describe.each(drawnViews)('the %s', (view) => {
  test('places everything once, draws what leads somewhere, and lets nothing stand on anything', () => {
    fc.assert(
      fc.property(anyRequest(view), (request) => {
        const layout = layOut(request)
        const ids = new Set(request.nodes.map(({ id }) => id))
        expect(layout.nodes.map(({ id }) => id).toSorted()).toEqual([...ids].toSorted())
        expect(layout.edges.map(({ id }) => id).toSorted()).toEqual(
          request.edges.flatMap(({ id, from, to }) => (ids.has(from) && ids.has(to) ? [id] : [])).toSorted(),
        )
        expect(overlaps(layout)).toEqual([])
      }),
      { numRuns: 150 },
    )
  })

  test('keeps everything inside, and knows every number', () => {
    fc.assert(
      fc.property(anyRequest(view), (request) => {
        const { width, height, nodes, bands, bars, edges } = layOut(request)
        for (const box of [...nodes, ...bands, ...bars]) {
          expect(box.x).toBeGreaterThanOrEqual(0)
          expect(box.y).toBeGreaterThanOrEqual(0)
          expect(box.x + box.width).toBeLessThanOrEqual(width + 0.001)
          expect(box.y + box.height).toBeLessThanOrEqual(height + 0.001)
        }
        for (const { path, middle } of edges) {
          expect(`${path} ${middle.join(' ')}`).not.toMatch(/NaN|Infinity/)
          for (const [x, y] of [...pointsOf(path), middle]) expect(x >= 0 && y >= 0 && x <= width && y <= height).toBe(true)
        }
      }),
      { numRuns: 150 },
    )
  })

  test('does not depend on the order in which things are given, nor on what was laid out before', () => {
    const shuffled = anyRequest(view).chain((request) =>
      fc.record({
        request: fc.constant(request),
        nodes: fc.shuffledSubarray([...request.nodes], { minLength: request.nodes.length }),
        edges: fc.shuffledSubarray([...request.edges], { minLength: request.edges.length }),
      }),
    )
    fc.assert(
      fc.property(shuffled, ({ request, nodes, edges }) => {
        expect(layOut({ ...request, nodes, edges })).toEqual(layOut(request))
      }),
      { numRuns: 100 },
    )
  })

  test('is of some size when there is nothing', () => {
    const { width, height, nodes, edges, bands, bars } = layOut(asked({ view }))
    expect({ nodes, edges, bands, bars }).toEqual({ nodes: [], edges: [], bands: [], bars: [] })
    expect(width).toBeGreaterThan(0)
    expect(height).toBeGreaterThan(0)
  })

  test('draws a thing or a line that is given twice once', () => {
    const { nodes, edges } = layOut(
      asked({ view, nodes: [thing('a'), thing('a'), thing('b')], edges: [edge('a>b'), edge('a>b')] }),
    )
    expect(nodes.map(({ id }) => id).toSorted()).toEqual(['a', 'b'])
    expect(edges).toHaveLength(1)
  })

  test('begins and ends every line at the border of what it joins', () => {
    fc.assert(
      fc.property(anyRequest(view), (request) => {
        const { nodes, edges } = layOut(request)
        const boxes = new Map(nodes.map((box) => [box.id, box]))
        const ends = new Map(request.edges.map(({ id, from, to }) => [id, [from, to]]))
        for (const { id, path } of edges) {
          const points = pointsOf(path)
          for (const [place, point] of [points[0], points.at(-1)].entries()) {
            expect(offBorder(boxes.get(ends.get(id)?.[place] ?? '')!, point!)).toBeLessThan(0.11)
          }
        }
      }),
      { numRuns: 100 },
    )
  })

  test('does not draw several lines between the same two on each other', () => {
    const words = ['a>b', 'a-b', 'b>a', 'b-a']
    const loops = ['a>a', 'a-a']
    const { edges } = layOut(
      asked({ view, nodes: [thing('a'), thing('b', { tier: 'degree' })], edges: [...words, ...loops].map(edge) }),
    )
    expect(new Set(edges.map(({ path }) => pointsOf(path).map(String).toSorted(byText).join(' '))).size).toBe(6)
    expect(new Set(edges.map(({ middle }) => middle.join(' '))).size).toBe(6)
  })

  test('is no drawing of many miles when thousands stand in a row on each other', () => {
    const ids = Array.from({ length: 3_000 }, (_, index) => String(index).padStart(4, '0'))
    const edges = ids.slice(1).map((id, index) => edge(`${ids[index]}>${id}`))
    const { width, height } = layOut(asked({ view, nodes: ids.map((id) => thing(id)), edges }))
    expect(Math.max(width / height, height / width)).toBeLessThan(8)
  })
})

const byText = (a: string, b: string) => (a < b ? -1 : 1)

/** How far a point is from the border of a box. */
function offBorder(
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
  point: readonly [number, number],
) {
  const outside = Math.hypot(Math.max(x - point[0], 0, point[0] - x - width), Math.max(y - point[1], 0, point[1] - y - height))
  const inside = Math.min(point[0] - x, x + width - point[0], point[1] - y, y + height - point[1])
  return Math.max(outside, inside)
}
