import { type JSX, onMount, Show } from 'solid-js'

/** The heading of a step, which takes the keyboard and the screen reader along. */
export function StepHead(props: { readonly title: string; readonly step?: string }): JSX.Element {
  let heading: HTMLHeadingElement | undefined
  onMount(() =>
    requestAnimationFrame(() => {
      // Whoever is quicker and types already is not interrupted.
      if (!document.activeElement?.matches('input')) heading?.focus({ preventScroll: true })
    }),
  )
  return (
    <header class="step-head">
      <Show when={props.step}>
        <p class="soft small">{props.step}</p>
      </Show>
      <h1 ref={heading} tabindex="-1">
        {props.title}
      </h1>
    </header>
  )
}
