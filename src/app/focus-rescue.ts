import { onCleanup, onMount } from 'solid-js'

/**
 * When to look, after a press, whether its button is still there, in milliseconds. Not at once: a dialog or a navigation places
 * the focus itself. Watching the page for changes instead would slow each of them.
 */
const looks = [300, 1_000, 3_000]

const places = 'h1[tabindex], a[href], button:enabled, input:enabled, select, textarea, summary'

/** A press may take its own button off the page, and the focus with it: then the nearest thing that stayed has it. */
export function createFocusRescue(): void {
  let waiting: readonly ReturnType<typeof setTimeout>[] = []
  function watch({ target }: MouseEvent): void {
    // The last press decides: a late look for an earlier one would take the focus to where that one was.
    for (const look of waiting) clearTimeout(look)
    waiting = []
    const pressed = document.activeElement
    // "Enter" in a field presses the button of its form, which may take the field off the page.
    if (!pressed || pressed.matches('body, select') || (pressed === target && pressed.matches('input, textarea'))) return
    const path = pathOf(pressed)
    waiting = looks.map((after) => setTimeout(() => rescue(path), after))
  }
  // On its way down, before the press has done anything.
  onMount(() => document.addEventListener('click', watch, { capture: true }))
  onCleanup(() => document.removeEventListener('click', watch, { capture: true }))
}

/** An element and what it stands in, up to the content of the page. */
function pathOf(element: Element): readonly Element[] {
  const parent = element.parentElement
  return parent && element.id !== 'content' ? [element, ...pathOf(parent)] : [element]
}

function rescue(path: readonly Element[]): void {
  if (path[0]?.isConnected || document.activeElement !== document.body) return
  nearestOf(path)?.focus({ preventScroll: true })
}

function nearestOf(path: readonly Element[]): HTMLElement | null {
  const content = document.getElementById('content')
  for (const around of path.filter((element) => element.isConnected && content?.contains(element))) {
    const place = [...around.querySelectorAll<HTMLElement>(places)].find((element) => element.checkVisibility())
    if (place) return place
  }
  return content?.querySelector<HTMLElement>('h1[tabindex]') ?? content
}
