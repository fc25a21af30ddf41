import type { Layout } from '../../../core/stack/layout/types.ts'
import type { Stacked } from '../../../worker/stack-types.ts'
import { type Direction, type Map2d, neighbour, readingOrder } from './arrows.ts'
import { lookupOf } from './lookup.ts'
import type { Mover } from './mover.ts'
import { zoomStep } from './viewport.ts'

/** What the keys of the canvas do. */
export interface CanvasKeys {
  readonly map: () => Map2d
  readonly current: () => string | null
  readonly mover: Pick<Mover, 'zoomBy' | 'fit'>
  goTo(id: string): void
  focusOn(id: string): void
  /** One step back out; false when there is nowhere to go back to. */
  back(): boolean
}

const directions: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
}

/** Handles a key of the canvas; what it does not know is left to the browser. */
export function handleKey(event: KeyboardEvent, keys: CanvasKeys): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return
  const run = actionOf(event.key, keys)
  if (run === null) return
  if (run() !== false) event.preventDefault()
}

function actionOf(key: string, { map, current, mover, goTo, focusOn, back }: CanvasKeys): (() => unknown) | null {
  const id = current()
  const go = (to: string | undefined) => () => to !== undefined && goTo(to)
  if (Object.hasOwn(directions, key)) return id === null ? null : go(neighbour(id, directions[key] ?? 'up', map()))
  switch (key) {
    case 'Home':
      return go(firstOf(map().nodes))
    case 'End':
      return go(readingOrder(map().nodes).at(-1))
    case '+':
    case '=':
      return () => mover.zoomBy(zoomStep)
    case '-':
      return () => mover.zoomBy(1 / zoomStep)
    case '0':
      return () => mover.fit()
    case 'f':
    case 'F':
      return id === null ? null : () => focusOn(id)
    case 'Escape':
      return back
    default:
      return null
  }
}

/** Where the keyboard begins. */
export function firstOf(nodes: Layout['nodes']): string | undefined {
  return readingOrder(nodes)[0]
}

/** What is earned and most leads to; undefined when nothing leads to anything earned. What else is equal is the first as it is read. */
export function proudest(nodes: Layout['nodes'], stacked: Stacked): string | undefined {
  const { nodes: known, edges } = lookupOf(stacked)
  const leading = (id: string) => edges.get(id)?.filter(({ to, kind }) => to === id && kind === 'vertical').length ?? 0
  const isEarned = (id: string) => stacked.analysis.standing[id] === 'verified' && known.get(id)?.kind === 'achievement'
  const earned = readingOrder(nodes).filter((id) => isEarned(id) && leading(id) > 0)
  return earned.toSorted((one, other) => leading(other) - leading(one))[0]
}
