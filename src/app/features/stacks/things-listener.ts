import { type Accessor, onCleanup } from 'solid-js'
import type { Layout } from '../../../core/stack/layout/types.ts'
import { handleKey } from './canvas-keys.ts'
import type { Hover } from './hover.ts'
import type { Mover } from './mover.ts'
import type { StacksState } from './types.ts'
import type { Walk } from './walk.ts'

export interface Listening {
  readonly state: Pick<StacksState, 'select' | 'selected' | 'focus' | 'setFocus' | 'shown'>
  readonly hover: Hover
  readonly walk: Walk
  readonly mover: Mover
  readonly layout: Accessor<Layout>
}

/** One set of ears for all things: five hundred need no more than one. */
export function listenToThings(frame: HTMLElement, listening: Listening): void {
  const { state, hover, walk } = listening
  listen(frame, 'click', (event) => {
    const id = thingAt(event.target)
    if (id !== null) state.select(id)
  })
  listen(frame, 'keydown', (event) => {
    if (thingAt(event.target) !== null) handleKey(event, keysOf(listening))
  })
  listen(frame, 'focusin', ({ target }) => {
    const id = thingAt(target)
    if (id !== null) walk.arrived(id, target instanceof Element && target.matches(':focus-visible'))
  })
  listen(frame, 'focusout', () => walk.left())
  listen(frame, 'pointerover', ({ target, pointerType }) => {
    const id = pointerType === 'touch' ? null : thingAt(target)
    if (id !== null) hover.enter(id)
  })
  listen(frame, 'pointerout', ({ target, relatedTarget }) => {
    const id = thingAt(target)
    if (id !== null && thingAt(relatedTarget) !== id) hover.leave()
  })
}

function keysOf({ state, hover, walk, mover, layout }: Listening): Parameters<typeof handleKey>[1] {
  return {
    map: () => ({ nodes: layout().nodes, edges: state.shown().edges }),
    current: walk.current,
    mover,
    goTo: walk.goTo,
    focusOn: (id) => state.setFocus(state.focus() === id ? null : id),
    back() {
      if (hover.shown() !== null) hover.close()
      else if (state.selected() !== null) state.select(null)
      else if (state.focus() !== null) state.setFocus(null)
      else return false
      return true
    },
  }
}

function thingAt(target: EventTarget | null): string | null {
  return target instanceof Element ? (target.closest('[data-id]')?.getAttribute('data-id') ?? null) : null
}

function listen<K extends keyof HTMLElementEventMap>(
  element: HTMLElement,
  type: K,
  listener: (event: HTMLElementEventMap[K]) => void,
): void {
  element.addEventListener(type, listener)
  onCleanup(() => element.removeEventListener(type, listener))
}
