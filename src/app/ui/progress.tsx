import type { JSX } from 'solid-js'

/** How far some work has come, in words and as a bar. It speaks when it is asked, not at every step. */
export function Progress(props: { readonly value: number; readonly max: number; readonly words: string }): JSX.Element {
  return (
    <div class="progress">
      <progress value={props.value} max={props.max} aria-label={props.words} />
      <span class="small">{props.words}</span>
    </div>
  )
}
