import type { Point } from './viewport.ts'

/** What fingers, a mouse and a wheel ask for. Points and distances in pixels of the element. */
export interface Gestures {
  pan(by: Point): void
  /** Larger or smaller round a point. */
  zoom(factor: number, at: Point): void
  /** Rolled by a wheel; false when it had nothing to move, so that the page may. */
  scroll(by: Point): boolean
  /** The empty ground was tapped twice. */
  tapTwice(at: Point): void
  /** The empty ground was tapped. */
  tap(): void
  /** Something began, or ended. */
  hold(isHeld: boolean): void
}

/** How far a finger may slip and still tap, in pixels. */
const slip = 6
/** Two taps within this time and distance are one double tap (milliseconds, pixels). */
const [twiceWithin, twiceNear] = [350, 28]
/** How much a notch of a wheel enlarges. */
const wheelZoom = 0.0075
const lineHeight = 18

/** Listens to an element until the answer is called. Taps on what lies in it (`button`) stay theirs, unless they became a drag. */
export function makeGestures(element: HTMLElement, gestures: Gestures): () => void {
  const fingers = new Map<number, Point>()
  let began: Point = [0, 0]
  let isDragging = false
  let lastTap = { time: Number.NEGATIVE_INFINITY, at: began }

  const pointOf = (event: MouseEvent): Point => {
    const box = element.getBoundingClientRect()
    return [event.clientX - box.left, event.clientY - box.top]
  }

  function down(event: PointerEvent): void {
    if (event.pointerType === 'mouse' && event.button > 1) return
    fingers.set(event.pointerId, pointOf(event))
    if (fingers.size > 1) return
    began = pointOf(event)
    isDragging = false
  }

  function move(event: PointerEvent): void {
    const before = fingers.get(event.pointerId)
    if (!before) return
    const now = pointOf(event)
    if (!isDragging && fingers.size === 1 && distance(began, now) < slip) return
    if (!isDragging) begin()
    const others = [...fingers].filter(([id]) => id !== event.pointerId).map(([, point]) => point)
    fingers.set(event.pointerId, now)
    const [other] = others
    if (other === undefined) gestures.pan([now[0] - before[0], now[1] - before[1]])
    else pinch(other, before, now)
  }

  function begin(): void {
    isDragging = true
    // From here on every finger is the canvas's, so that what lies under it is not pressed.
    for (const id of fingers.keys()) element.setPointerCapture(id)
    gestures.hold(true)
  }

  function pinch(other: Point, before: Point, now: Point): void {
    const [old, middle] = [middleOf(other, before), middleOf(other, now)]
    gestures.pan([middle[0] - old[0], middle[1] - old[1]])
    gestures.zoom(distance(other, now) / Math.max(1, distance(other, before)), middle)
  }

  function up(event: PointerEvent): void {
    if (!fingers.delete(event.pointerId) || fingers.size > 0) return
    if (isDragging) gestures.hold(false)
    else if (event.type === 'pointerup' && !isOnThing(event)) tapped(event)
  }

  function tapped(event: PointerEvent): void {
    const at = pointOf(event)
    const isTwice = event.timeStamp - lastTap.time < twiceWithin && distance(at, lastTap.at) < twiceNear
    lastTap = { time: isTwice ? Number.NEGATIVE_INFINITY : event.timeStamp, at }
    if (isTwice) gestures.tapTwice(at)
    else gestures.tap()
  }

  /** What ended a drag presses nothing. */
  function click(event: MouseEvent): void {
    if (!isDragging || event.detail === 0) return
    event.preventDefault()
    event.stopPropagation()
  }

  function wheel(event: WheelEvent): void {
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? lineHeight : 1
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault()
      gestures.zoom(Math.exp(-clipped(event.deltaY * unit) * wheelZoom), pointOf(event))
      return
    }
    const isTurned = event.shiftKey && event.deltaX === 0
    const by: Point = isTurned ? [-event.deltaY * unit, 0] : [-event.deltaX * unit, -event.deltaY * unit]
    if (gestures.scroll(by)) event.preventDefault()
  }

  const undo = [
    listen(element, 'pointerdown', down),
    listen(element, 'pointermove', move),
    listen(element, 'pointerup', up),
    listen(element, 'pointercancel', up),
    listen(element, 'click', click, { capture: true }),
    listen(element, 'wheel', wheel, { passive: false }),
  ]
  return () => {
    for (const stop of undo) stop()
  }
}

function listen<K extends keyof HTMLElementEventMap>(
  element: HTMLElement,
  type: K,
  listener: (event: HTMLElementEventMap[K]) => void,
  options?: AddEventListenerOptions,
): () => void {
  element.addEventListener(type, listener, options)
  return () => element.removeEventListener(type, listener, options)
}

function isOnThing({ target }: Event): boolean {
  return target instanceof Element && target.closest('button, a') !== null
}

/** One notch of a coarse wheel must not leap. */
function clipped(delta: number): number {
  return Math.max(-60, Math.min(60, delta))
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1])
}

function middleOf(a: Point, b: Point): Point {
  return [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]
}
