export type Point = readonly [x: number, y: number]

/** Tenths of a pixel: finer is only longer text. */
const short = (value: number): number => Math.round(value * 10) / 10

const text = ([x, y]: Point): string => `${short(x)} ${short(y)}`

/** A line that begins here. */
export const moveTo = (point: Point): string => `M${text(point)}`

/** Straight on to a point. */
export const lineTo = (point: Point): string => `L${text(point)}`

/** A cubic curve to `end`, bent by two points. */
export const curveTo = (first: Point, second: Point, end: Point): string => `C${text(first)} ${text(second)} ${text(end)}`

/** Where a cubic curve is half way. */
export function halfWay(start: Point, first: Point, second: Point, end: Point): Point {
  const at = (axis: 0 | 1) => short((start[axis] + 3 * first[axis] + 3 * second[axis] + end[axis]) / 8)
  return [at(0), at(1)]
}
