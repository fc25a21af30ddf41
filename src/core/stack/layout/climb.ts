import { type Connect, curve, type Line } from './edges.ts'
import { curveTo, lineTo, moveTo, type Point } from './path.ts'
import { grouped, space } from './scene.ts'
import type { Placed } from './types.ts'

/** What stands in one row of the ladder, from left to right. */
interface Row {
  readonly top: number
  readonly bottom: number
  readonly boxes: readonly Placed[]
}

/** How near to a thing a line may pass by it. */
const clear = 6

/**
 * How the ladder draws its lines: from the top of the lower thing to the bottom of the upper one, through the gaps between what stands
 * in the rows that it passes; in one row in a bow above it.
 */
export function climber(nodes: readonly Placed[]): Connect {
  const rows = rowsOf(nodes)
  const placeOf = new Map(rows.flatMap(({ boxes }, place) => boxes.map(({ id }) => [id, place] as const)))
  return (from, to, aside) => {
    const [start, end] = [placeOf.get(from.id) ?? 0, placeOf.get(to.id) ?? 0]
    if (start === end) return besides(from, to, aside, rows[start]?.boxes ?? [])
    // Drawn from the lower end, whichever end that is, so that a line and its reverse take the same way.
    const [lower, upper] = start > end ? [from, to] : [to, from]
    const passed = rows.slice(Math.min(start, end) + 1, Math.max(start, end)).toReversed()
    return upwards(lower, upper, aside, passed, start > end)
  }
}

function rowsOf(nodes: readonly Placed[]): readonly Row[] {
  return [...grouped(nodes, ({ y }) => y)]
    .toSorted(([a], [b]) => a - b)
    .map(([top, boxes]) => ({
      top,
      bottom: boxes.reduce((lowest, { y, height }) => Math.max(lowest, y + height), top),
      boxes: boxes.toSorted((a, b) => a.x - b.x),
    }))
}

function upwards(lower: Placed, upper: Placed, aside: number, passed: readonly Row[], isForward: boolean): Line {
  const bends: Point[] = [[lower.x + lower.width / 2 + aside, lower.y]]
  for (const row of passed) {
    const before = bends.at(-1)?.[0] ?? 0
    const x = passage(row.boxes, before, aside)
    // Straight on, as long as nothing is in the way.
    if (x === before && bends.length > 1) bends.pop()
    else bends.push([x, row.bottom + clear])
    bends.push([x, row.top - clear])
  }
  bends.push([upper.x + upper.width / 2 + aside, upper.y + upper.height])
  const [last, end] = [bends.at(-2) ?? [0, 0], bends.at(-1) ?? [0, 0]]
  const middle: Point = [(last[0] + end[0]) / 2, (last[1] + end[1]) / 2]
  return { path: along(isForward ? bends : bends.toReversed()), middle }
}

/** From bend to bend: straight up where one is above the other, else in a curve that leaves and arrives upright. */
function along(bends: readonly Point[]): string {
  return bends
    .map((point, place) => {
      const before = bends[place - 1]
      if (before === undefined) return moveTo(point)
      if (before[0] === point[0] && bends.length > 2) return lineTo(point)
      const half = (before[1] + point[1]) / 2
      return curveTo([before[0], half], [point[0], half], point)
    })
    .join('')
}

/** Where a line that comes up at `x` gets through a row: there, or through the gap that is nearest to it. */
function passage(boxes: readonly Placed[], x: number, aside: number): number {
  const place = boxes.findLastIndex((box) => box.x - clear <= x)
  const box = boxes[place]
  if (box === undefined || box.x + box.width + clear < x) return x
  // Lines that share a gap keep a little apart in it.
  const drift = Math.max(-clear, Math.min(clear, aside))
  const toLeft = box.x - halfGap(boxes[place - 1], box) + drift
  const toRight = box.x + box.width + halfGap(box, boxes[place + 1]) + drift
  return x - toLeft < toRight - x ? toLeft : toRight
}

function halfGap(before: Placed | undefined, after: Placed | undefined): number {
  if (before === undefined || after === undefined) return space.column / 2
  return Math.min(space.column, after.x - before.x - before.width) / 2
}

/** Between two of one row: straight across to a neighbour, else in a bow that stays below the row above. */
function besides(from: Placed, to: Placed, aside: number, row: readonly Placed[]): Line {
  const [near, far] = from.x < to.x ? [from, to] : [to, from]
  const isForward = near === from
  const apart = row.indexOf(far) - row.indexOf(near)
  const [start, end]: readonly [Point, Point] =
    apart === 1
      ? [
          [near.x + near.width, near.y + near.height / 2 + aside],
          [far.x, far.y + far.height / 2 + aside],
        ]
      : [
          [near.x + near.width / 2 + aside, near.y],
          [far.x + far.width / 2 - aside, far.y],
        ]
  const [first, second]: readonly [Point, Point] =
    apart === 1
      ? [
          [(start[0] + end[0]) / 2, start[1]],
          [(start[0] + end[0]) / 2, end[1]],
        ]
      : [
          [start[0], start[1] - space.row * 0.8 - aside],
          [end[0], end[1] - space.row * 0.8 - aside],
        ]
  return isForward ? curve(start, first, second, end) : curve(end, second, first, start)
}
