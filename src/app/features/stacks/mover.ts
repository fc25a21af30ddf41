import { type Accessor, createEffect, createMemo, createSignal, on, onCleanup } from 'solid-js'
import type { Follower } from './followers.ts'
import { makeGestures } from './gestures.ts'
import { remember, remembered } from './memory.ts'
import {
  firstSeen,
  fitted,
  nearby,
  type Point,
  panned,
  type Rect,
  revealing,
  type Size,
  scrolled,
  titlesFrom,
  type Viewport,
  within,
  zoomed,
} from './viewport.ts'

/** What is moved over the window. */
export interface Drawing extends Size {
  /** Names it, to find it where it was left. */
  readonly name: string
  /** The thing that is seen first. */
  readonly first: Rect
}

/** Moves a drawing under its window. While it moves nothing is made anew: each frame writes where the layer stands. */
export interface Mover {
  /** How large it is, in steps that the drawing cares about. */
  readonly detail: Accessor<'far' | 'near'>
  readonly isMoving: Accessor<boolean>
  /** What of the drawing is worth having on the page. */
  readonly area: Accessor<Rect>
  zoomBy(factor: number): void
  fit(): void
  /** Brings a thing into the window. */
  reveal(thing: Rect): void
  /** Where a point of the drawing is seen, in pixels of the window. */
  seenAt(point: Point): Point
  /** How wide the window is, in pixels. */
  width(): number
}

/** How long it takes to get somewhere by itself, in milliseconds. */
const travel = 220
/** After its last movement the drawing is made sharp again, in milliseconds. */
const rest = 140
const twiceAsLarge = 1.6
/** What the buttons of the drawing take of its width, in pixels of the window: what is brought into sight is not left under them. */
const buttons = 60

export function createMover(
  frame: HTMLElement,
  drawing: Accessor<Drawing | undefined>,
  /** What is moved: once a frame, and the only thing that is done then. */
  moved: Follower,
  ears: { tap(): void; resize(): void },
): Mover {
  let view: Viewport = { x: 0, y: 0, scale: 1 }
  let target: { readonly from: Viewport; readonly to: Viewport; readonly began: number } | null = null
  let awaited = 0
  let resting: ReturnType<typeof setTimeout> | undefined
  let isHeld = false
  const [isMoving, setIsMoving] = createSignal(false)
  const [detail, setDetail] = createSignal<'far' | 'near'>('near')
  const [area, setArea] = createSignal<Rect>({ x: 0, y: 0, width: 0, height: 0 }, { equals: isSameRect })
  const stillness = window.matchMedia('(prefers-reduced-motion: reduce)')
  const size = (): Size => ({ width: frame.clientWidth, height: frame.clientHeight })

  function put(next: Viewport): void {
    const here = drawing()
    view = here ? within(next, here, size()) : next
    if (here) remember(here.name, view)
    awaited ||= requestAnimationFrame(draw)
  }

  function draw(time: number): void {
    awaited = 0
    if (target) step(time)
    moved.move(view)
    setDetail(view.scale < titlesFrom ? 'far' : 'near')
    setArea(nearby(view, size()))
    calmDown()
  }

  function step(time: number): void {
    if (!target) return
    const part = Math.min(1, (time - target.began) / travel)
    const eased = 1 - (1 - part) ** 3
    view = between(target.from, target.to, eased)
    const here = drawing()
    if (here) remember(here.name, view)
    if (part === 1) target = null
    else awaited = requestAnimationFrame(draw)
  }

  function calmDown(): void {
    clearTimeout(resting)
    resting = setTimeout(settle, rest)
  }

  function settle(): void {
    if (isHeld || target) return
    moved.rest()
    setIsMoving(false)
  }

  /** By hand: at once. */
  function move(next: Viewport): void {
    target = null
    setIsMoving(true)
    put(next)
  }

  /** By itself: on its way, unless nothing is to move. */
  function travelTo(next: Viewport): void {
    const here = drawing()
    const to = here ? within(next, here, size()) : next
    if (isSameView(to, target?.to ?? view)) return
    if (stillness.matches) return move(to)
    setIsMoving(true)
    target = { from: view, to, began: performance.now() }
    awaited ||= requestAnimationFrame(draw)
  }

  function begin(): void {
    const here = drawing()
    if (!here || size().width === 0) return
    target = null
    put(remembered(here.name) ?? firstSeen(here, size(), here.first))
  }

  const stop = makeGestures(frame, {
    pan: (by) => move(panned(view, by)),
    zoom: (factor, at) => move(zoomed(view, factor, at)),
    scroll(by) {
      const here = drawing()
      const next = here ? scrolled(view, by, here, size()) : view
      if (isSameView(next, view)) return false
      move(next)
      return true
    },
    tap: ears.tap,
    tapTwice: (at) => travelTo(zoomed(view, twiceAsLarge, at)),
    hold(held) {
      isHeld = held
      if (!held) calmDown()
    },
  })
  const observer = new ResizeObserver(() => {
    begin()
    ears.resize()
  })
  observer.observe(frame)
  createEffect(
    on(
      createMemo(() => drawing()?.name),
      begin,
      { defer: true },
    ),
  )
  onCleanup(() => {
    stop()
    observer.disconnect()
    cancelAnimationFrame(awaited)
    clearTimeout(resting)
  })
  return {
    detail,
    isMoving,
    area,
    zoomBy: (factor) => travelTo(zoomed(target?.to ?? view, factor, [size().width / 2, size().height / 2])),
    fit() {
      const here = drawing()
      if (here) travelTo(fitted(here, size()))
    },
    reveal: (thing) => travelTo(revealing(target?.to ?? view, thing, { ...size(), width: size().width - buttons })),
    width: () => size().width,
    seenAt: ([x, y]) => [x * view.scale + view.x, y * view.scale + view.y],
  }
}

function between(from: Viewport, to: Viewport, part: number): Viewport {
  const mix = (a: number, b: number) => a + (b - a) * part
  return { x: mix(from.x, to.x), y: mix(from.y, to.y), scale: mix(from.scale, to.scale) }
}

function isSameView(one: Viewport, other: Viewport): boolean {
  return one.x === other.x && one.y === other.y && one.scale === other.scale
}

function isSameRect(one: Rect, other: Rect): boolean {
  return one.x === other.x && one.y === other.y && one.width === other.width && one.height === other.height
}
