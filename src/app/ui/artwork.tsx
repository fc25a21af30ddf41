import { createMemo } from 'solid-js'
import { initials, rosettes } from './artwork.ts'
import './artwork.css'

interface ArtworkProps {
  /** What the pattern is drawn from: the id of the credential or its record. */
  readonly seed: string
  /** Name of the issuer, for the initials in the middle. */
  readonly issuer: string
}

/** The picture of a credential that has none: a two-colour guilloche, its own for each credential. Decorative. */
export function Artwork(props: ArtworkProps) {
  const drawn = createMemo(() => rosettes(props.seed))
  return (
    <svg class="artwork" data-hue={drawn().hue} viewBox="0 0 100 100" aria-hidden="true">
      <circle class="artwork-paper" cx="50" cy="50" r="50" />
      <path class="artwork-outer" d={drawn().outer} />
      <path class="artwork-inner" d={drawn().inner} />
      <text class="artwork-initials" x="50" y="50" text-anchor="middle" dominant-baseline="central">
        {initials(props.issuer)}
      </text>
    </svg>
  )
}
