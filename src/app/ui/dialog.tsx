import { createEffect, createUniqueId, type JSX, on, Show } from 'solid-js'

/**
 * A modal dialog on the native element: Escape and the page behind are the browser's business. `onClose` is called
 * however it was closed.
 */
export function Dialog(props: {
  readonly open: boolean
  readonly title: string
  readonly onClose: () => void
  readonly children: JSX.Element
}): JSX.Element {
  const titleId = createUniqueId()
  let element: HTMLDialogElement | undefined
  createEffect(
    on(
      () => props.open,
      (open) => {
        if (open && !element?.open) element?.showModal()
        if (!open && element?.open) element.close()
      },
    ),
  )
  return (
    <dialog ref={element} class="dialog" aria-labelledby={titleId} onClose={() => props.onClose()}>
      <Show when={props.open}>
        <h2 id={titleId}>{props.title}</h2>
        {props.children}
      </Show>
    </dialog>
  )
}
