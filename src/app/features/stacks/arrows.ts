import type { Layout, Placed } from '../../../core/stack/layout/types.ts'
import type { StackEdge } from '../../../core/stack/types.ts'

export type Direction = 'up' | 'down' | 'left' | 'right'

/** What the arrow keys move through: where things stand, and what leads where. */
export interface Map2d {
  readonly nodes: Layout['nodes']
  readonly edges: readonly Pick<StackEdge, 'from' | 'to' | 'kind'>[]
}

/**
 * The thing that an arrow key leads to: up to what this leads to, down to what leads here (the nearest of several), left and right to
 * the neighbour in the row, then to what lies beside it. Where nothing is linked that way, the nearest thing that stands there, so that every
 * one can be reached. Undefined where nothing does.
 */
export function neighbour(id: string, direction: Direction, { nodes, edges }: Map2d): string | undefined {
  const places = new Map(nodes.map((place) => [place.id, place]))
  const here = places.get(id)
  if (here === undefined) return nodes[0]?.id
  const linked = linkedWith(id, direction, edges).flatMap((other) => places.get(other) ?? [])
  const isSideways = direction === 'left' || direction === 'right'
  const inRow = isSideways ? nodes.filter((other) => isInRow(here, other)) : []
  return (
    nearest(
      here,
      inRow.filter((other) => isTowards(here, other, direction)),
    ) ??
    nearest(here, isSideways ? linked.filter((other) => isTowards(here, other, direction)) : linked) ??
    nearest(
      here,
      nodes.filter((other) => isTowards(here, other, direction)),
      direction,
    )
  )?.id
}

function linkedWith(id: string, direction: Direction, edges: Map2d['edges']): readonly string[] {
  return edges.flatMap(({ from, to, kind }) => {
    if (from === to) return []
    if (direction === 'left' || direction === 'right')
      return kind !== 'horizontal' ? [] : from === id ? [to] : to === id ? [from] : []
    if (kind === 'horizontal') return []
    return direction === 'up' ? (from === id ? [to] : []) : to === id ? [from] : []
  })
}

function isInRow(here: Placed, other: Placed): boolean {
  return other.id !== here.id && Math.abs(middleOf(other)[1] - middleOf(here)[1]) < here.height / 2
}

function isTowards(here: Placed, other: Placed, direction: Direction): boolean {
  const [x, y] = offset(here, other)
  if (other.id === here.id) return false
  if (direction === 'up') return y < -here.height / 2
  if (direction === 'down') return y > here.height / 2
  return direction === 'left' ? x < 0 : x > 0
}

/** The nearest; with a direction, what lies off to its side counts as further away. */
function nearest(here: Placed, others: readonly Placed[], direction?: Direction): Placed | undefined {
  const [wide, high] = direction === undefined ? [1, 1] : direction === 'up' || direction === 'down' ? [2, 1] : [1, 4]
  const distance = (other: Placed) => {
    const [x, y] = offset(here, other)
    return Math.hypot(x * wide, y * high)
  }
  let best: Placed | undefined
  for (const other of others) if (best === undefined || distance(other) < distance(best)) best = other
  return best
}

function offset(here: Placed, other: Placed): readonly [number, number] {
  const [a, b] = [middleOf(here), middleOf(other)]
  return [b[0] - a[0], b[1] - a[1]]
}

function middleOf({ x, y, width, height }: Placed): readonly [number, number] {
  return [x + width / 2, y + height / 2]
}

/** All things in the order in which they are read: row by row. */
export function readingOrder(nodes: Layout['nodes']): readonly string[] {
  return nodes.toSorted((a, b) => a.y - b.y || a.x - b.x).map(({ id }) => id)
}
