import type { JSX } from 'solid-js'

/** Line drawings on a 24 by 24 field, one path each. */
const drawings = {
  wallet:
    'M4 7.5h14.5a1.5 1.5 0 0 1 1.5 1.5v9a1.5 1.5 0 0 1-1.5 1.5h-13A1.5 1.5 0 0 1 4 18zm0 0v-1A1.5 1.5 0 0 1 5.5 5H17M16 13.5h.01',
  stacks: 'M12 4l8 4-8 4-8-4zM4.5 12L12 15.75 19.5 12M4.5 16L12 19.75 19.5 16',
  add: 'M12 5v14M5 12h14',
  less: 'M5 12h14',
  fit: 'M4.5 9V4.5H9M15 4.5h4.5V9M19.5 15v4.5H15M9 19.5H4.5V15',
  focus: 'M12 4v3m0 10v3M4 12h3m10 0h3M8.5 12a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0',
  settings: 'M4 7h9m4 0h3M4 17h3m4 0h9M13 7a2 2 0 1 0 4 0 2 2 0 0 0-4 0M7 17a2 2 0 1 0 4 0 2 2 0 0 0-4 0',
  search: 'M11 4.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13m4.8 11.3L20 20',
  close: 'M6 6l12 12M18 6L6 18',
  back: 'M14.5 5.5L8 12l6.5 6.5',
  forward: 'M9.5 5.5L16 12l-6.5 6.5',
  cards: 'M4.5 4.5h6v6h-6zm9 0h6v6h-6zm-9 9h6v6h-6zm9 0h6v6h-6z',
  list: 'M9 6.5h11M9 12h11M9 17.5h11M4.5 6.5h.01M4.5 12h.01M4.5 17.5h.01',
  filter: 'M4 7h16M7 12h10M10 17h4',
  file: 'M7 3.5h6.5L18 8v11a1.5 1.5 0 0 1-1.5 1.5h-9A1.5 1.5 0 0 1 6 19V4.5A1 1 0 0 1 7 3.5m6.5 0V8H18',
  paste: 'M9 5H7a1.5 1.5 0 0 0-1.5 1.5V19A1.5 1.5 0 0 0 7 20.5h10a1.5 1.5 0 0 0 1.5-1.5V6.5A1.5 1.5 0 0 0 17 5h-2M9 3.5h6v3H9z',
  link: 'M10 14a4 4 0 0 0 5.7 0l3-3A4 4 0 0 0 13 5.3l-1 1M14 10a4 4 0 0 0-5.7 0l-3 3a4 4 0 0 0 5.7 5.7l1-1',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  warning: 'M12 6v8M12 18h.01',
  cross: 'M7 7l10 10M17 7L7 17',
  question: 'M9 9a3 3 0 1 1 4.2 2.7c-.8.4-1.2 1-1.2 1.8v.5M12 17.5h.01',
  more: 'M5.5 12h.01M12 12h.01M18.5 12h.01',
  download: 'M12 4v11m0 0l-4-4m4 4l4-4M5 19.5h14',
  print: 'M7 9V4h10v5M7 17.5H4.5V9h15v8.5H17M7 14h10v6H7z',
  trash: 'M5 7h14M10 7V4.5h4V7M6.5 7l.8 12.5h9.4L17.5 7',
  refresh: 'M19 12a7 7 0 1 1-2.3-5.2M19 4v4h-4',
  external: 'M13 5h6v6M19 5l-8.5 8.5M17 14v4.5H5.5V7H10',
  lock: 'M7 10.5h10a1 1 0 0 1 1 1V19a1 1 0 0 1-1 1H7a1 1 0 0 1-1-1v-7.5a1 1 0 0 1 1-1m1.5 0V8a3.5 3.5 0 0 1 7 0v2.5',
} as const

export type IconName = keyof typeof drawings

/** A decorative drawing; the words beside it, or the label of its button, say what it means. */
export function Icon(props: { readonly name: IconName }): JSX.Element {
  return (
    <svg class="glyph" viewBox="0 0 24 24" aria-hidden="true">
      <path d={drawings[props.name]} />
    </svg>
  )
}
