import { curveTo, halfWay, moveTo, type Point } from './path.ts'
import { grouped, space } from './scene.ts'
import type { Drawn, LayoutEdge, Placed } from './types.ts'

/** A line without its edge. */
export type Line = Pick<Drawn, 'path' | 'middle'>

/**
 * Draws a line between two things.
 * @param aside how far to the side of where it would run alone, in pixels: several between the same two do not lie on each other
 */
export type Connect = (from: Placed, to: Placed, aside: number) => Line

/** From one line to the next between the same two things. */
const asideStep = 14

/** A line for each edge, by the way in which a view connects two things; from a thing to itself a small loop. */
export function drawEdges(edges: readonly LayoutEdge[], nodes: readonly Placed[], connect: Connect): readonly Drawn[] {
  const placed = new Map(nodes.map((node) => [node.id, node]))
  const pairs = grouped(edges, ({ from, to }) => JSON.stringify(from < to ? [from, to] : [to, from]))
  return [...pairs.values()].flatMap((pair) =>
    pair.flatMap(({ id, from, to }, place) => {
      const [start, end] = [placed.get(from), placed.get(to)]
      if (start === undefined || end === undefined) return []
      const line = from === to ? loop(start, place, pair.length) : connect(start, end, asideOf(place, pair.length, start, end))
      return [{ id, ...line }]
    }),
  )
}

/** From border to border, on the sides that are nearest to each other, leaving and arriving at a right angle. */
export const shortest: Connect = (from, to, aside) => {
  let best: readonly [Side, Side] = [right, left]
  let least = Number.POSITIVE_INFINITY
  for (const start of sides) {
    for (const end of sides) {
      const length = distance(start.on(from, aside), end.on(to, aside))
      if (length < least) [best, least] = [[start, end], length]
    }
  }
  const [start, end] = best
  const [a, b] = [start.on(from, aside), end.on(to, aside)]
  const reach = Math.max(12, least / 2.5)
  return curve(a, away(a, start, reach), away(b, end, reach), b)
}

/** One cubic curve, and its middle. */
export function curve(start: Point, first: Point, second: Point, end: Point): Line {
  return { path: moveTo(start) + curveTo(first, second, end), middle: halfWay(start, first, second, end) }
}

/** A side of a thing: a point on it, `aside` from its middle, and where away from the thing is. */
interface Side {
  on(box: Placed, aside: number): Point
  readonly out: Point
}

const left: Side = { on: ({ x, y, height }, aside) => [x, y + height / 2 + aside], out: [-1, 0] }
const right: Side = { on: ({ x, y, width, height }, aside) => [x + width, y + height / 2 + aside], out: [1, 0] }
const top: Side = { on: ({ x, y, width }, aside) => [x + width / 2 + aside, y], out: [0, -1] }
const bottom: Side = { on: ({ x, y, width, height }, aside) => [x + width / 2 + aside, y + height], out: [0, 1] }
const sides: readonly Side[] = [right, left, bottom, top]

function away([x, y]: Point, { out }: Side, reach: number): Point {
  return [x + out[0] * reach, y + out[1] * reach]
}

function distance([ax, ay]: Point, [bx, by]: Point): number {
  return Math.hypot(ax - bx, ay - by)
}

/** Lines side by side around the middle, and never off the side of the smaller of the two. */
function asideOf(place: number, count: number, a: Placed, b: Placed): number {
  const room = Math.min(a.width, a.height, b.width, b.height) * 0.8
  return (place - (count - 1) / 2) * Math.min(asideStep, room / count)
}

/** Out of the top and back into the right side, around the corner. */
function loop({ x, y, width, height }: Placed, place: number, count: number): Line {
  const reach = (space.edge * 0.9 * (place + 1)) / count
  const inset = Math.min(width, height, 2 * reach) / 2
  const corner = x + width
  return curve([corner - inset, y], [corner - inset, y - reach], [corner + reach, y + inset], [corner, y + inset])
}
