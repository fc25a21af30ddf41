import { type Dated, isInCalendar } from './axis.ts'
import { type Lanes, xOf } from './lanes.ts'
import { grouped, most } from './scene.ts'
import type { Bar } from './types.ts'

/** A bar in its lane: how far below the things of the lane it lies. */
type LaneBar = Omit<Bar, 'y'> & { readonly lane: number; readonly offset: number }

export interface Bars {
  readonly drawn: readonly LaneBar[]
  /** Room for bars below the things of each lane. */
  readonly thickness: readonly number[]
}

const thick = 6
const pitch = 10
/** Most bars one below the other in a lane; further ones share the last place. */
const mostTracks = 4

/**
 * How long each thing holds: from when it was earned until it expires, or without an end: until now, or to the end for what is still to
 * come. In a lane, all that do not end lie on one line; of the others no two at the same time, as long as there is room.
 */
export function barsOf(dated: readonly Dated[], lanes: Lanes, now: number): Bars {
  const seats = new Map(lanes.seats.map((seat) => [seat.node.id, seat]))
  const spans = dated.flatMap((node) => {
    const seat = seats.get(node.id)
    return seat === undefined ? [] : [{ id: node.id, lane: seat.lane, x: seat.x, ...endOf(node, lanes, now) }]
  })
  const byLane = grouped(spans, ({ lane }) => lane)
  const drawn = [...byLane.values()].flatMap((lane) => tracked(lane))
  const thickness = Array.from({ length: lanes.count }, (_, lane) => {
    const bars = drawn.filter((bar) => bar.lane === lane)
    return bars.length === 0 ? 0 : most(bars.map(({ offset }) => offset)) + thick
  })
  return { drawn, thickness }
}

interface Span {
  readonly id: string
  readonly lane: number
  readonly x: number
  readonly end: number
  readonly isOpen: boolean
}

function endOf({ earned, expires }: Dated, lanes: Lanes, now: number): Pick<Span, 'end' | 'isOpen'> {
  if (isInCalendar(expires)) return { end: xOf(lanes, expires), isOpen: false }
  const isBegun = isInCalendar(now) && earned <= now
  return { end: xOf(lanes, isBegun ? now : Number.POSITIVE_INFINITY), isOpen: true }
}

function tracked(spans: readonly Span[]): readonly LaneBar[] {
  const isShared = spans.some(({ isOpen }) => isOpen)
  const ends: number[] = []
  return spans.map(({ end, isOpen, ...span }) => {
    const width = Math.max(thick, end - span.x)
    const track = isOpen ? 0 : (isShared ? 1 : 0) + trackFor(ends, span.x, span.x + width)
    return { ...span, isOpen, width, height: thick, offset: pitch - thick + track * pitch }
  })
}

/** The first of the tracks that is free at `x`; takes it. */
function trackFor(ends: number[], x: number, end: number): number {
  const free = ends.findIndex((taken) => taken < x)
  const track = free >= 0 ? free : Math.min(ends.length, mostTracks - 1)
  ends[track] = Math.max(ends[track] ?? 0, end)
  return track
}
