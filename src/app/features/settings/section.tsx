import { useLocation } from '@solidjs/router'
import { createUniqueId, type JSX, onMount } from 'solid-js'

/** One part of the settings under its heading. An address that ends in its anchor leads there, as soon as its words have come. */
export function Section(props: {
  readonly title: string
  readonly anchor?: string
  readonly children: JSX.Element
}): JSX.Element {
  const location = useLocation()
  const id = createUniqueId()
  let heading: HTMLHeadingElement | undefined
  onMount(() => {
    if (props.anchor && location.hash === `#${props.anchor}`) requestAnimationFrame(() => heading?.focus())
  })
  return (
    <section class="settings-section" aria-labelledby={props.anchor ?? id}>
      <h2 ref={heading} id={props.anchor ?? id} tabindex={props.anchor ? -1 : undefined}>
        {props.title}
      </h2>
      {props.children}
    </section>
  )
}
