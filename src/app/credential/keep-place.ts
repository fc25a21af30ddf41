import { type Accessor, createEffect, on, onCleanup, onMount } from 'solid-js'

/**
 * Keeps the reader's place in a record: opening a part begins at its title; coming back, the record is where it was, and the
 * focus on the line that was opened. The record itself must stay on the page while a part is shown.
 * @param path the part that is shown, as the address names it; empty for the record.
 */
export function createKeptPlace(path: Accessor<string>): void {
  const left = new Map<string, number>()
  const note = (event: Event) => {
    const link = event.target instanceof Element ? event.target.closest('a[href*="part="]') : null
    if (link) left.set(path(), scroller().scrollTop)
  }
  // On its way down, before the router has acted upon it.
  onMount(() => document.addEventListener('click', note, { capture: true }))
  onCleanup(() => document.removeEventListener('click', note, { capture: true }))
  createEffect(
    on(path, (here, before) => {
      if (before === undefined || here === before) return
      requestAnimationFrame(() => (isInside(before, here) ? comeBack(before, here, left.get(here)) : arrive()))
    }),
  )
}

/** Whether a path lies inside another: `3.1` in `3`, everything in the whole. */
function isInside(path: string, outer: string): boolean {
  return outer === '' ? path !== '' : path.startsWith(`${outer}.`)
}

function arrive(): void {
  scroller().scrollTop = 0
  shownHeading()?.focus({ preventScroll: true })
}

function comeBack(from: string, here: string, position: number | undefined): void {
  const line = lineOf(from, here)
  if (position !== undefined) scroller().scrollTop = position
  else line?.scrollIntoView({ block: 'center' })
  const place = line ?? shownHeading()
  place?.focus({ preventScroll: true })
}

/** The line of the part that was shown, or of the one that it lies in. */
function lineOf(from: string, here: string): HTMLElement | null {
  const [next] = (here === '' ? from : from.slice(here.length + 1)).split('.')
  const path = here === '' ? next : `${here}.${next}`
  return document.querySelector<HTMLElement>(`[data-part="${CSS.escape(path ?? '')}"]`)
}

function shownHeading(): HTMLElement | null {
  const headings = [...document.querySelectorAll<HTMLElement>('#content h1[tabindex]')]
  return headings.findLast((heading) => heading.checkVisibility()) ?? null
}

/** What scrolls: the pane of a credential beside the wallet, else the page. */
function scroller(): Element {
  const pane = document.getElementById('detail')
  const isPane = pane !== null && getComputedStyle(pane).overflowY === 'auto'
  return isPane ? pane : (document.scrollingElement ?? document.documentElement)
}
