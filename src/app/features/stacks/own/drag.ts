import { type Accessor, createSignal, onCleanup } from 'solid-js'
import { landing, type Row, wayOf } from './reorder.ts'

/** A row on its way: from which place, to which one if it were let go now, how far it was dragged, and how tall it is. */
interface Drag {
  readonly from: number
  readonly to: number
  readonly by: number
  readonly height: number
}

/** So close to an edge of what scrolls, in CSS pixels, a dragged row takes it along; and how far at each frame. */
const edge = 56
const pace = 8

/** Rows that are dragged to another place by pointer: mouse, pen or finger. */
export interface Dragging {
  /** Which row is on its way; null for none. */
  readonly from: Accessor<number | null>
  /** How far a row is moved out of its place meanwhile, in CSS pixels. */
  shift(place: number): number
  /** For the handle of a row. */
  start(event: PointerEvent, place: number): void
  move(event: PointerEvent): void
  end(event: PointerEvent): void
  cancel(): void
}

/**
 * @param rows the elements of the rows, in order
 * @param onLand a row was let go at another place
 */
export function createDragging(rows: () => readonly HTMLElement[], onLand: (from: number, to: number) => void): Dragging {
  const [drag, setDrag] = createSignal<Drag | null>(null)
  let boxes: readonly Row[] = []
  let begun = { y: 0, scrolled: 0 }
  let pointer = 0
  let scroller: Element | null = null
  let frame = 0

  function update(): void {
    const { from, height } = drag() ?? { from: -1, height: 0 }
    if (from < 0) return
    const by = pointer - begun.y + (scroller?.scrollTop ?? 0) - begun.scrolled
    setDrag({ from, to: landing(boxes, from, by), by, height })
  }

  /** Scrolls on while the pointer rests near an edge. */
  function creep(): void {
    if (drag() === null || !scroller) return
    const { top, bottom } = scroller.getBoundingClientRect()
    if (pointer < top + edge) scroller.scrollBy(0, -pace)
    else if (pointer > bottom - edge) scroller.scrollBy(0, pace)
    update()
    frame = requestAnimationFrame(creep)
  }

  function cancel(): void {
    cancelAnimationFrame(frame)
    setDrag(null)
  }
  onCleanup(cancel)

  return {
    from: () => drag()?.from ?? null,
    shift(place) {
      const current = drag()
      if (current === null) return 0
      return place === current.from ? current.by : wayOf(place, current.from, current.to, current.height)
    },
    start(event, place) {
      const row = rows()[place]
      if (event.button !== 0 || !event.isPrimary || row === undefined) return
      event.preventDefault()
      if (event.currentTarget instanceof Element) event.currentTarget.setPointerCapture(event.pointerId)
      boxes = rows().map((each) => each.getBoundingClientRect())
      scroller = row.closest('dialog')
      begun = { y: event.clientY, scrolled: scroller?.scrollTop ?? 0 }
      pointer = event.clientY
      setDrag({ from: place, to: place, by: 0, height: boxes[place]?.height ?? 0 })
      frame = requestAnimationFrame(creep)
    },
    move(event) {
      pointer = event.clientY
      update()
    },
    end() {
      const current = drag()
      cancel()
      if (current !== null && current.from !== current.to) onLand(current.from, current.to)
    },
    cancel,
  }
}
