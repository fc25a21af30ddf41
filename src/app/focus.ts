import { useIsRouting, useLocation } from '@solidjs/router'
import { createEffect, on } from 'solid-js'
import { type Screen, screenAt } from './paths.ts'

/**
 * Takes the keyboard and the screen reader along: after a navigation the focus goes to what is new (the pane of a
 * credential, the part that the address names, else the title of the page); back in the wallet, to the card that was left from.
 */
export function createFocusOnArrival(): void {
  const location = useLocation()
  const isRouting = useIsRouting()
  const place = () => ({ screen: screenAt(location.pathname), id: String(location.query.id ?? '') })
  let left = place()
  createEffect(
    on([isRouting, place], ([routing, here]) => {
      if (routing || (here.screen === left.screen && here.id === left.id)) return
      const from = left
      left = here
      requestAnimationFrame(() => arrive(here.screen, from.screen === 'credential' ? from.id : '', patience))
    }),
  )
}

/** How many frames to wait for the card that was left: the list takes its shape and draws itself where it was scrolled to. */
const patience = 16
const settling = 4

function arrive(screen: Screen, left: string, frames: number): void {
  const isSought = screen === 'wallet' && left !== ''
  const card = frames > patience - settling ? null : cardOf(left)
  if (isSought && !card && frames > 0) requestAnimationFrame(() => arrive(screen, left, frames - 1))
  else ((isSought && card) || placeOf(screen))?.focus({ preventScroll: true })
}

function cardOf(id: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`a[data-id="${CSS.escape(id)}"]`)
}

function placeOf(screen: Screen): HTMLElement | null {
  if (screen === 'credential') return document.getElementById('detail')
  const part = document.getElementById(window.location.hash.slice(1))
  return part ?? document.querySelector<HTMLElement>('#content h1') ?? document.getElementById('content')
}
