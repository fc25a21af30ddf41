import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  firstSeen,
  fitted,
  largest,
  nearby,
  overlaps,
  panned,
  revealing,
  scrolled,
  smallest,
  type Viewport,
  within,
  zoomed,
} from '../../../src/app/features/stacks/viewport.ts'

const frame = { width: 800, height: 600 }
const still: Viewport = { x: 0, y: 0, scale: 1 }
const seen = ({ x, y, scale }: Viewport, [px, py]: readonly [number, number]) => [px * scale + x, py * scale + y]

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true })
const viewports = fc.record({ x: number(-5000, 5000), y: number(-5000, 5000), scale: number(smallest, largest) })
const drawings = fc.record({ width: number(1, 20_000), height: number(1, 8_000) })

describe('zooming', () => {
  test('keeps the point under the finger where it is', () => {
    fc.assert(
      fc.property(viewports, number(0.2, 5), number(0, 800), number(0, 600), (view, factor, x, y) => {
        const point = [(x - view.x) / view.scale, (y - view.y) / view.scale] as const
        const [after = 0, down = 0] = seen(zoomed(view, factor, [x, y]), point)
        expect(Math.abs(after - x) + Math.abs(down - y)).toBeLessThan(1e-6)
      }),
    )
  })

  test('goes from a tenth to twice the size, no further', () => {
    expect(zoomed(still, 100, [0, 0]).scale).toBe(2)
    expect(zoomed(still, 0.001, [0, 0]).scale).toBe(0.1)
  })
})

describe('the whole drawing', () => {
  test('is in the middle and never larger than life', () => {
    expect(fitted({ width: 200, height: 100 }, frame)).toEqual({ x: 300, y: 250, scale: 1 })
    expect(fitted({ width: 8_000, height: 100 }, frame).scale).toBe(0.1)
  })

  test('is what is first seen, where its titles can be read then', () => {
    expect(firstSeen({ width: 900, height: 700 }, frame, { x: 0, y: 0, width: 1, height: 1 })).toEqual(
      fitted({ width: 900, height: 700 }, frame),
    )
  })

  test('is otherwise begun with its first thing in the middle and in sight, and nothing empty beside it', () => {
    const drawing = { width: 6_000, height: 4_000 }
    const at = (x: number, y = 60) => firstSeen(drawing, frame, { x, y, width: 200, height: 90 })
    expect(at(2_000)).toEqual({ x: 400 - 2_100 * 0.72, y: 0, scale: 0.72 })
    expect(at(0).x).toBe(24)
    expect(at(5_800).x).toBe(800 - 24 - 6_000 * 0.72)
    expect(at(2_000, 3_000).y).toBeCloseTo(600 - 24 - 3_090 * 0.72)
  })

  test('begins as small as can be read on a phone, so that something is seen beside the first thing', () => {
    const low = { width: 6_000, height: 560 }
    const first = { x: 2_000, y: 60, width: 200, height: 90 }
    expect(firstSeen(low, frame, first).scale).toBeGreaterThan(0.9)
    expect(firstSeen(low, { width: 350, height: 520 }, first).scale).toBe(0.72)
  })
})

describe('moving', () => {
  test('by hand goes as far as some of the drawing can be seen', () => {
    fc.assert(
      fc.property(viewports, drawings, (view, drawing) => {
        const held = within(view, drawing, frame)
        expect(held.x).toBeLessThan(frame.width)
        expect(held.y).toBeLessThan(frame.height)
        expect(held.x + drawing.width * held.scale).toBeGreaterThan(0)
        expect(held.y + drawing.height * held.scale).toBeGreaterThan(0)
      }),
    )
  })

  test('by a wheel stops at the borders, and leaves the page its wheel where all is in sight', () => {
    const drawing = { width: 2_000, height: 300 }
    const top: Viewport = { x: 24, y: 100, scale: 1 }
    expect(scrolled(top, [0, -50], drawing, frame)).toEqual(top)
    expect(scrolled(top, [-5_000, 0], drawing, frame).x).toBe(800 - 24 - 2_000)
    expect(scrolled(top, [500, 0], drawing, frame).x).toBe(24)
  })

  test('by a wheel does not jump from where a hand left it', () => {
    const far: Viewport = { x: 300, y: 100, scale: 1 }
    expect(scrolled(far, [0, 0], { width: 2_000, height: 300 }, frame)).toEqual(far)
    expect(scrolled(far, [10, 0], { width: 2_000, height: 300 }, frame).x).toBe(300)
  })

  test('adds up', () => {
    expect(panned(panned(still, [10, 5]), [-10, -5])).toEqual(still)
  })
})

describe('what takes the focus', () => {
  test('is brought into the window, moved as little as that takes', () => {
    const thing = { x: 100, y: 100, width: 232, height: 88 }
    expect(revealing(still, thing, frame)).toEqual(still)
    expect(revealing(still, { ...thing, x: 700 }, frame)).toEqual({ ...still, x: 800 - 24 - 932 })
    expect(revealing({ ...still, y: -200 }, thing, frame).y).toBe(24 - 100)
  })

  test('shows its beginning where it is larger than the window', () => {
    expect(revealing({ ...still, x: -50 }, { x: 0, y: 100, width: 2_000, height: 88 }, frame).x).toBe(24)
  })
})

describe('what is worth having on the page', () => {
  test('holds the whole window, and does not change at every step', () => {
    fc.assert(
      fc.property(viewports, (view) => {
        const area = nearby(view, frame)
        const window = { x: -view.x / view.scale, y: -view.y / view.scale, width: 1, height: 1 }
        const far = { ...window, x: window.x + frame.width / view.scale - 1, y: window.y + frame.height / view.scale - 1 }
        expect(overlaps(area, window) && overlaps(area, far)).toBe(true)
      }),
    )
    expect(nearby(still, frame)).toEqual(nearby({ ...still, x: -20, y: -30 }, frame))
    expect(nearby(still, frame)).not.toEqual(nearby({ ...still, x: -900 }, frame))
  })
})
