import { createUniqueId, type JSX } from 'solid-js'

/** One part of the settings under its heading. */
export function Section(props: { readonly title: string; readonly children: JSX.Element }): JSX.Element {
  const id = createUniqueId()
  return (
    <section class="settings-section" aria-labelledby={id}>
      <h2 id={id}>{props.title}</h2>
      {props.children}
    </section>
  )
}
