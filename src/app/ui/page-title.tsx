import { createSignal, type JSX, onCleanup, onMount, Show } from 'solid-js'

/**
 * The large title of a screen. Once it has been scrolled away, a slim bar with the same words takes its place.
 * It takes the focus after a navigation.
 */
export function PageTitle(props: { readonly children: string; readonly actions?: JSX.Element }): JSX.Element {
  const [folded, setFolded] = createSignal(false)
  let heading: HTMLHeadingElement | undefined
  onMount(() => {
    if (!heading) return
    const observer = new IntersectionObserver(([entry]) =>
      setFolded(entry !== undefined && !entry.isIntersecting && entry.boundingClientRect.top < 0),
    )
    observer.observe(heading)
    onCleanup(() => observer.disconnect())
  })
  return (
    <>
      <div class="topbar no-print" classList={{ shown: folded() }} aria-hidden="true">
        {props.children}
      </div>
      <header class="page-head">
        <h1 ref={heading} tabindex="-1">
          {props.children}
        </h1>
        <Show when={props.actions}>
          <div class="actions">{props.actions}</div>
        </Show>
      </header>
    </>
  )
}
