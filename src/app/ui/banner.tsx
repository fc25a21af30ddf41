import { type JSX, Show } from 'solid-js'

/** Words that stay until what they are about has passed, with what can be done about it. */
export function Banner(props: {
  readonly tone?: 'slate' | 'amber' | 'rust' | 'leaf'
  /** 'alert' interrupts a screen reader; 'status' waits. */
  readonly role?: 'alert' | 'status'
  readonly actions?: JSX.Element
  readonly children: JSX.Element
}): JSX.Element {
  return (
    <div class={`banner ${props.tone ?? 'slate'}`} role={props.role}>
      <div class="words">{props.children}</div>
      <Show when={props.actions}>
        <div class="actions">{props.actions}</div>
      </Show>
    </div>
  )
}
