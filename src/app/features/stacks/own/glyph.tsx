import type { JSX } from 'solid-js'

/** Line drawings on a 24 by 24 field that only this screen needs, one path each. */
const drawings = {
  up: 'M12 18.5V6m-5.5 5.5L12 6l5.5 5.5',
  down: 'M12 5.5V18m-5.5-5.5L12 18l5.5-5.5',
  grip: 'M9 6.5h.01M15 6.5h.01M9 12h.01M15 12h.01M9 17.5h.01M15 17.5h.01',
  ordered: 'M12 20v-4m-2.5 2.5L12 16l2.5 2.5M9 10h6v4.5H9zM12 9V5.5M9.5 8L12 5.5 14.5 8',
  beside: 'M3.5 8.5h5v7h-5zm7 0h3v7h-3zm5 0h5v7h-5z',
} as const

/** A decorative drawing; the label of its button, or the words beside it, say what it means. */
export function Glyph(props: { readonly name: keyof typeof drawings }): JSX.Element {
  return (
    <svg class="glyph" viewBox="0 0 24 24" aria-hidden="true">
      <path d={drawings[props.name]} />
    </svg>
  )
}
