import { describe, expect, test } from 'vitest'
import { layOut } from '../../../../src/core/stack/layout/index.ts'
import type { Layout } from '../../../../src/core/stack/layout/types.ts'
import { asked, edge, placeOf, skill, thing } from './sample.ts'

const view = 'skills' as const
const names = (count: number) => Array.from({ length: count }, (_, index) => `a${String(index).padStart(3, '0')}`)

function middleOf(layout: Layout, id: string): readonly [number, number] {
  const { x, y, width, height } = placeOf(layout, id)
  return [x + width / 2, y + height / 2]
}

function distance(layout: Layout, a: string, b: string): number {
  const [[ax, ay], [bx, by]] = [middleOf(layout, a), middleOf(layout, b)]
  return Math.hypot(ax - bx, ay - by)
}

describe('the skills', () => {
  test('stand in the middle of the achievements that share them', () => {
    const ids = names(6)
    const layout = layOut(
      asked({ view, nodes: [skill('sql'), ...ids.map((id) => thing(id))], edges: ids.map((id) => edge(`${id}-sql`)) }),
    )
    const [x, y] = middleOf(layout, 'sql')
    const [xs, ys] = [ids.map((id) => middleOf(layout, id)[0]), ids.map((id) => middleOf(layout, id)[1])]
    expect([xs.some((each) => each < x), xs.some((each) => each > x)]).toEqual([true, true])
    expect([ys.some((each) => each < y), ys.some((each) => each > y)]).toEqual([true, true])
  })

  test('draw an achievement once, at the skill that most share, with a line to each of its skills', () => {
    const nodes = [skill('sql'), skill('maths'), ...names(4).map((id) => thing(id))]
    const edges = ['a000-maths', 'a000-sql', 'a001-sql', 'sql-a002', 'a003-maths'].map(edge)
    const layout = layOut(asked({ view, nodes, edges }))
    expect(layout.nodes.filter(({ id }) => id === 'a000')).toHaveLength(1)
    expect(distance(layout, 'a000', 'sql')).toBeLessThan(distance(layout, 'a000', 'maths'))
    expect(layout.edges.map(({ id }) => id).toSorted()).toEqual(edges.map(({ id }) => id).toSorted())
  })

  test('take the first in order when as many share one as another', () => {
    const nodes = [skill('b'), skill('a'), thing('x')]
    const layout = layOut(asked({ view, nodes, edges: ['x-b', 'x-a'].map(edge) }))
    expect(distance(layout, 'x', 'a')).toBeLessThan(distance(layout, 'x', 'b'))
  })

  test('may have a single achievement, which is near', () => {
    const layout = layOut(asked({ view, nodes: [skill('sql'), thing('x')], edges: [edge('x-sql')] }))
    expect(distance(layout, 'x', 'sql')).toBeLessThan(260)
  })

  test('have the first achievements near and further ones in rings around', () => {
    const ids = names(60)
    const layout = layOut(
      asked({ view, nodes: [skill('sql'), ...ids.map((id) => thing(id))], edges: ids.map((id) => edge(`${id}-sql`)) }),
    )
    const far = ids.map((id) => Math.round(distance(layout, id, 'sql')))
    expect(Math.max(...far.slice(0, 6))).toBeLessThan(Math.min(...far.slice(20)))
    expect(layout.width / layout.height).toBeGreaterThan(0.6)
    expect(layout.width / layout.height).toBeLessThan(1.6)
  })

  test('stand beside those with which they share most', () => {
    const skills = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((id) => skill(id))
    const nodes = [...skills, ...names(40).map((id) => thing(id))]
    const members = names(40).flatMap((id, index) => {
      const hub = 'abcdefgh'[index % 8]
      // What is at `a` has `h` too.
      return hub === 'a' ? [`${id}-a`, `${id}-h`] : [`${id}-${hub}`]
    })
    const layout = layOut(asked({ view, nodes, edges: members.map(edge) }))
    const others = ['b', 'c', 'd', 'e', 'f', 'g'].map((id) => distance(layout, id, 'h'))
    expect(distance(layout, 'h', 'a')).toBeLessThanOrEqual(Math.min(...others))
  })

  test('leave what has none in a grid at the end, with its lines', () => {
    const alone = names(20)
    const nodes = [skill('sql'), thing('x'), ...alone.map((id) => thing(id))]
    const layout = layOut(asked({ view, nodes, edges: ['x-sql', 'a000>a001', 'a001>x'].map(edge) }))
    const bottom = Math.max(...['sql', 'x'].map((id) => placeOf(layout, id).y + placeOf(layout, id).height))
    expect(Math.min(...alone.map((id) => placeOf(layout, id).y))).toBeGreaterThan(bottom)
    expect(new Set(alone.map((id) => placeOf(layout, id).y)).size).toBeGreaterThan(1)
    expect(layout.edges).toHaveLength(3)
    expect(layout.bands).toEqual([])
  })
})
