/** Where the layer stands over the window that shows it: a point `p` of the layer is seen at `p * scale + (x, y)`. CSS pixels. */
export interface Viewport {
  readonly x: number
  readonly y: number
  readonly scale: number
}

export interface Size {
  readonly width: number
  readonly height: number
}

export interface Rect extends Size {
  readonly x: number
  readonly y: number
}

export type Point = readonly [x: number, y: number]

export const smallest = 0.1
export const largest = 2
/** How much one press of a button or a key enlarges. */
export const zoomStep = 1.35
/** Below this, titles cannot be read: pictures alone are shown. */
export const titlesFrom = 0.45
/** Where a large drawing begins, so that its titles are read at once. */
const readable = 0.72
/** Room that is left round a drawing that fits, in pixels of the window. */
const margin = 24
/** How much of a drawing stays in sight however far it is moved, in pixels of the window. */
const handle = 96

/** Moved by so many pixels of the window. */
export function panned(view: Viewport, by: Point): Viewport {
  return { ...view, x: view.x + by[0], y: view.y + by[1] }
}

/** Larger or smaller by a factor, round a point of the window that stays where it is. */
export function zoomed(view: Viewport, factor: number, at: Point): Viewport {
  const scale = bounded(view.scale * factor, smallest, largest)
  const ratio = scale / view.scale
  return { x: at[0] - (at[0] - view.x) * ratio, y: at[1] - (at[1] - view.y) * ratio, scale }
}

/** The whole drawing in the middle of the window; never larger than life. */
export function fitted(drawing: Size, frame: Size): Viewport {
  const room = (side: 'width' | 'height') => Math.max(1, frame[side] - 2 * margin) / Math.max(1, drawing[side])
  return centred(drawing, frame, bounded(Math.min(room('width'), room('height')), smallest, 1))
}

/**
 * How a drawing is first seen: whole where its titles can be read then, else at a size where they can be, with one of its things (`first`) in
 * the middle of the width, and nothing empty beside it.
 */
export function firstSeen(drawing: Size, frame: Size, first: Rect): Viewport {
  const whole = fitted(drawing, frame)
  if (whole.scale >= readable) return whole
  const tall = Math.min(1, (frame.height - 2 * margin) / Math.max(1, drawing.height))
  // On a phone, what stands beside the first thing is worth more than its size.
  const scale = frame.width < 3 * first.width ? readable : Math.max(readable, tall)
  const middle = centred(drawing, frame, scale)
  const end = frame.width - margin - drawing.width * scale
  const x = bounded(frame.width / 2 - (first.x + first.width / 2) * scale, end, margin)
  return revealing({ x: end > margin ? middle.x : x, y: Math.max(middle.y, 0), scale }, first, frame)
}

function centred(drawing: Size, frame: Size, scale: number): Viewport {
  return { x: (frame.width - drawing.width * scale) / 2, y: (frame.height - drawing.height * scale) / 2, scale }
}

/** Held so that some of the drawing can always be seen. */
export function within(view: Viewport, drawing: Size, frame: Size): Viewport {
  return {
    ...view,
    x: held(view.x, drawing.width * view.scale, frame.width),
    y: held(view.y, drawing.height * view.scale, frame.height),
  }
}

function held(offset: number, length: number, room: number): number {
  const seen = Math.min(handle, length, room)
  return bounded(offset, seen - length, room - seen)
}

/**
 * Moved by a wheel, which is not held down and so must not lose its way: to the borders of the drawing, no further. Where all of it
 * is in sight it does not move, and the page may.
 */
export function scrolled(view: Viewport, by: Point, drawing: Size, frame: Size): Viewport {
  return {
    ...view,
    x: alongBorders(view.x, by[0], drawing.width * view.scale, frame.width),
    y: alongBorders(view.y, by[1], drawing.height * view.scale, frame.height),
  }
}

function alongBorders(offset: number, by: number, length: number, room: number): number {
  const [low, high] = [Math.min(margin, room - margin - length), Math.max(margin, room - margin - length)]
  if (length + 2 * margin <= room && offset >= 0 && offset + length <= room) return offset
  return by === 0 ? offset : bounded(offset + by, Math.min(low, offset), Math.max(high, offset))
}

/** Moved as little as brings a thing of the drawing wholly into the window. */
export function revealing(view: Viewport, thing: Rect, frame: Size): Viewport {
  return {
    ...view,
    x: view.x + nudge(thing.x * view.scale + view.x, thing.width * view.scale, frame.width),
    y: view.y + nudge(thing.y * view.scale + view.y, thing.height * view.scale, frame.height),
  }
}

function nudge(start: number, length: number, room: number): number {
  if (start < margin || length + 2 * margin > room) return margin - start
  return Math.min(0, room - margin - (start + length))
}

/** How coarsely `nearby` moves: a step of half a window. */
const step = 0.5

/**
 * What of the drawing is worth having on the page: the window with as much again on every side, in steps, so that it changes rarely
 * while things move.
 */
export function nearby(view: Viewport, frame: Size): Rect {
  const [width, height] = [frame.width / view.scale, frame.height / view.scale]
  const snap = (value: number, length: number) => Math.floor(value / (length * step)) * length * step
  return {
    x: snap(-view.x / view.scale, width) - width,
    y: snap(-view.y / view.scale, height) - height,
    width: width * (3 + step),
    height: height * (3 + step),
  }
}

/** Whether two areas share anything. */
export function overlaps(one: Rect, other: Rect): boolean {
  return (
    one.x < other.x + other.width && other.x < one.x + one.width && one.y < other.y + other.height && other.y < one.y + one.height
  )
}

function bounded(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high)
}
