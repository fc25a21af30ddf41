import { createEffect, type JSX, onCleanup, onMount, Show } from 'solid-js'
import { Portal } from 'solid-js/web'
import { isCurtained, setCurtained } from './curtained.ts'
import { useServices } from './services.ts'
import { Brand } from './ui/brand.tsx'
import './curtain.css'

/** Phones take the picture for their switcher when the window loses the focus, before the page is hidden. */
const isHandheld = () => matchMedia('(pointer: coarse)').matches

/** Covers a guarded wallet while nobody looks at it, if that was chosen, so that no preview or thumbnail shows anything of it. */
export function Curtain(): JSX.Element {
  const { vault, settings } = useServices()

  function close(): void {
    if (vault.isSecured() && settings().isHiddenWhenAway) setCurtained(true)
  }

  const open = () => void setCurtained(false)
  const turned = () => (document.visibilityState === 'hidden' ? close() : open())
  const left = () => isHandheld() && close()

  /** A page that the browser had put aside whole may show what has been locked since. */
  function returned(event: PageTransitionEvent): void {
    if (event.persisted && vault.isSecured()) window.location.reload()
  }

  onMount(() => {
    document.addEventListener('visibilitychange', turned)
    window.addEventListener('pagehide', close)
    window.addEventListener('pageshow', returned)
    window.addEventListener('blur', left)
    // Whatever comes first: not every browser tells of the focus after its own dialogs.
    for (const name of backs) window.addEventListener(name, open)
  })
  onCleanup(() => {
    document.removeEventListener('visibilitychange', turned)
    window.removeEventListener('pagehide', close)
    window.removeEventListener('pageshow', returned)
    window.removeEventListener('blur', left)
    for (const name of backs) window.removeEventListener(name, open)
    open()
  })
  createEffect(() => document.documentElement.toggleAttribute('data-curtained', isCurtained()))
  return (
    <Show when={isCurtained()}>
      <Portal>
        <div class="curtain">
          <Brand />
        </div>
      </Portal>
    </Show>
  )
}

const backs = ['focus', 'pointerdown', 'keydown'] as const
