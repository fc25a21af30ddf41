import { type Dated, type Segment, shareOf } from './axis.ts'
import { most, type Scene, space, sum } from './scene.ts'
import type { LayoutNode } from './types.ts'

/** A thing of the timeline: its left border is when it was earned. */
export interface LaneSeat {
  readonly node: LayoutNode
  readonly lane: number
  readonly x: number
}

/** A segment with its place. */
export interface Stretch {
  readonly segment: Segment
  readonly x: number
  readonly width: number
  /** Times and where they are, both growing. */
  readonly marks: readonly (readonly [time: number, x: number])[]
}

export interface Lanes {
  readonly count: number
  readonly seats: readonly LaneSeat[]
  readonly stretches: readonly Stretch[]
  /** Width of the strip for what states no date, from the left; 0 when there is none. */
  readonly undated: number
  readonly width: number
}

/** A year in which nothing happened: room for its name. */
const emptyYear = 72
/** Where years are left out. */
const breach = 24

/** Gives each thing a lane and a place in it. There are as many lanes as make the whole as wide as the screen asks for. */
export function inLanes(axis: readonly Segment[], undated: readonly LayoutNode[], scene: Scene): Lanes {
  const pitch = scene.cell.width + space.column
  const count = countOf(axis, undated.length, scene)
  const strip = Math.ceil(undated.length / count) * pitch
  const seats: LaneSeat[] = undated.map((node, place) => ({
    node,
    lane: place % count,
    x: space.edge + Math.floor(place / count) * pitch,
  }))
  const stretches: Stretch[] = []
  let x = strip === 0 ? space.edge : strip + 2 * space.edge
  for (const segment of axis) {
    if (segment.isAfterGap) x += breach
    const filled = fill(segment, x, count, scene)
    seats.push(...filled.seats)
    stretches.push(filled.stretch)
    x += filled.stretch.width
  }
  return { count, seats, stretches, undated: strip === 0 ? 0 : strip + space.edge, width: x + space.edge }
}

/** Where a time is: exact where something was earned, in proportion between. */
export function xOf({ stretches }: Lanes, time: number): number {
  const stretch = stretches.findLast(({ segment }) => segment.from <= time)
  if (stretch === undefined) return stretches[0]?.x ?? 0
  const place = stretch.marks.findLastIndex(([mark]) => mark <= time)
  const [from, start] = stretch.marks[place] ?? [time, stretch.x]
  const [to, end] = stretch.marks[place + 1] ?? [from, start]
  return to === from ? start : start + ((end - start) * (time - from)) / (to - from)
}

function countOf(axis: readonly Segment[], undated: number, scene: Scene): number {
  const pitch = { width: scene.cell.width + space.column, height: scene.cell.height + space.column }
  const shape = Math.min(4, Math.max(1, scene.columns / 2.5))
  const enough = Math.max(1, undated, most(axis.map(({ nodes }) => nodes.length)))
  const widthOf = (count: number) =>
    sum(axis.map((segment) => Math.max(shareOf(segment) * emptyYear, Math.ceil(segment.nodes.length / count) * pitch.width))) +
    Math.ceil(undated / count) * pitch.width
  let count = 1
  while (count < enough && widthOf(count) > shape * count * pitch.height) count += 1
  return count
}

/** Puts what was earned in a segment into lanes: each at its time, or as soon after it as a lane is free. */
function fill(segment: Segment, x: number, count: number, scene: Scene): { seats: readonly LaneSeat[]; stretch: Stretch } {
  const { nodes, from, to } = segment
  const pitch = scene.cell.width + space.column
  const wanted = Math.max(shareOf(segment) * (nodes.length > 0 ? pitch : emptyYear), Math.ceil(nodes.length / count) * pitch)
  const free = Array<number>(count).fill(x)
  let last = x
  const seats = nodes.map((node) => {
    const due = x + ((wanted - pitch) * (node.earned - from)) / (to - from)
    last = Math.max(
      last,
      due,
      free.reduce((least, end) => Math.min(least, end)),
    )
    const lane = free.findIndex((end) => end <= last)
    free[lane] = last + pitch
    return { node, lane, x: last }
  })
  const width = Math.max(wanted, most(free) - x)
  return { seats, stretch: { segment, x, width, marks: marksOf(segment, seats, x, width) } }
}

function marksOf({ nodes, from, to }: Segment, seats: readonly LaneSeat[], x: number, width: number): Stretch['marks'] {
  const places = new Map<number, number>([[from, x]])
  for (const [place, node] of nodes.entries()) places.set((node satisfies Dated).earned, seats[place]?.x ?? x)
  return [...places, [to, x + width]]
}
