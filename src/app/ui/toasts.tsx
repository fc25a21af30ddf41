import { createSignal, For, type JSX, Show } from 'solid-js'
import { Button } from './button.tsx'

/** A short message that goes by itself, with at most one thing to do about it. */
export interface Toast {
  readonly words: string
  readonly action?: { readonly label: string; readonly run: () => void }
}

/** Long enough to read and to reach "undo" by keyboard. */
const shownFor = 8_000

const [toasts, setToasts] = createSignal<readonly Toast[]>([])

/** Shows a message at the foot of the page and says it to screen readers. */
export function showToast(toast: Toast): void {
  setToasts((shown) => [...shown.slice(-2), toast])
  expire(toast)
}

/** Goes after a while, but not from under a hand or the keyboard. */
function expire(toast: Toast): void {
  const isHeld = () => document.querySelector('.toasts:is(:hover, :focus-within)') !== null
  setTimeout(() => (isHeld() ? expire(toast) : dismiss(toast)), shownFor)
}

function dismiss(toast: Toast): void {
  setToasts((shown) => shown.filter((other) => other !== toast))
}

/** Where toasts appear. One on the page, there from the start, so that screen readers listen to it. */
export function Toasts(): JSX.Element {
  return (
    <div class="toasts no-print" role="status" aria-live="polite">
      <For each={toasts()}>
        {(toast) => (
          <div class="toast">
            <span class="words">{toast.words}</span>
            <Show when={toast.action}>
              {(action) => (
                <Button
                  onClick={() => {
                    dismiss(toast)
                    action().run()
                  }}
                >
                  {action().label}
                </Button>
              )}
            </Show>
          </div>
        )}
      </For>
    </div>
  )
}
