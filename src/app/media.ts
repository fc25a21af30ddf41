import { type Accessor, createSignal, onCleanup } from 'solid-js'

/** Whether a media query holds, as it changes. */
export function createMedia(query: string): Accessor<boolean> {
  const media = window.matchMedia(query)
  const [matches, setMatches] = createSignal(media.matches)
  const update = () => setMatches(media.matches)
  media.addEventListener('change', update)
  onCleanup(() => media.removeEventListener('change', update))
  return matches
}

/** Where there is room for a credential beside the list. The same bound as in the style sheets. */
export const besideQuery = '(min-width: 68.75rem)'
