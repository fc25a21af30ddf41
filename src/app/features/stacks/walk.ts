import { type Accessor, createEffect, createMemo, createSignal, on } from 'solid-js'
import type { Layout, Placed } from '../../../core/stack/layout/types.ts'
import { firstOf } from './canvas-keys.ts'
import type { Mover } from './mover.ts'
import type { StacksState } from './types.ts'

/** The keyboard among the things: one of them is in the tab order, the arrow keys take it elsewhere. */
export interface Walk {
  readonly places: Accessor<ReadonlyMap<string, Placed>>
  /** The thing in the tab order. */
  readonly current: Accessor<string | null>
  /** That thing, while the keyboard is on it. */
  readonly looked: Accessor<string | null>
  /** Takes the focus to a thing, and the thing into the window. */
  goTo(id: string): void
  /** The focus has come to a thing or left it; shown when it is the keyboard's. */
  arrived(id: string, isShown: boolean): void
  left(): void
}

export function createWalk(
  frame: HTMLElement,
  layout: Accessor<Layout>,
  mover: Pick<Mover, 'reveal'>,
  state: Pick<StacksState, 'selected' | 'focus'>,
): Walk {
  const places = createMemo(() => new Map(layout().nodes.map((place) => [place.id, place])))
  const [walked, setWalked] = createSignal<string | null>(null)
  const [isOn, setIsOn] = createSignal(false)
  const there = (id: string | null) => (id !== null && places().has(id) ? id : null)
  const current = createMemo(
    () => there(walked()) ?? there(state.selected()) ?? there(state.focus()) ?? firstOf(layout().nodes) ?? null,
  )

  function show(id: string): void {
    const place = places().get(id)
    if (place) mover.reveal(place)
  }

  function goTo(id: string): void {
    setWalked(id)
    show(id)
    frame.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"]`)?.focus({ preventScroll: true })
  }

  /** A card that opens shows where its thing stands; when it closes, the keyboard is back there. */
  createEffect(
    on(
      state.selected,
      (id, before) => {
        if (id !== null) show(id)
        else if (before && there(before)) goTo(before)
      },
      { defer: true },
    ),
  )
  return {
    places,
    current,
    looked: () => (isOn() ? current() : null),
    goTo,
    arrived(id, isShown) {
      setIsOn(isShown)
      setWalked(id)
      if (isShown) show(id)
    },
    left: () => setIsOn(false),
  }
}
