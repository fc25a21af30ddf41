import type { JSX } from 'solid-js'

/** The mark of the product: the seal with all four of its arcs. */
export function Brand(): JSX.Element {
  return (
    <svg class="brand-mark" viewBox="0 0 32 32" aria-hidden="true">
      <path d="M17.6 3.1A13 13 0 0 1 28.9 14.4M28.9 17.6A13 13 0 0 1 17.6 28.9M14.4 28.9A13 13 0 0 1 3.1 17.6M3.1 14.4A13 13 0 0 1 14.4 3.1" />
      <circle cx="16" cy="16" r="5" />
    </svg>
  )
}
