import { type Accessor, createSignal, onCleanup } from 'solid-js'

/** How long the pointer rests on a thing before its small card shows, and how long it may be away before that goes, in milliseconds. */
const [showAfter, hideAfter] = [250, 160]

export interface Hover {
  /** What the pointer is on, at once. */
  readonly over: Accessor<string | null>
  /** Whose small card shows. */
  readonly shown: Accessor<string | null>
  enter(id: string): void
  leave(): void
  /** Keeps the small card while the pointer is on it. */
  keep(): void
  close(): void
}

/** What a resting pointer shows: something with a hover of its own only (a mouse, a pen). */
export function createHover(): Hover {
  const [over, setOver] = createSignal<string | null>(null)
  const [shown, setShown] = createSignal<string | null>(null)
  let timer: ReturnType<typeof setTimeout> | undefined
  const later = (run: () => void, after: number) => {
    clearTimeout(timer)
    timer = setTimeout(run, after)
  }
  onCleanup(() => clearTimeout(timer))
  return {
    over,
    shown,
    enter(id) {
      if (id === over()) return
      setOver(id)
      later(() => setShown(id), showAfter)
    },
    leave() {
      setOver(null)
      later(() => setShown(null), hideAfter)
    },
    keep: () => clearTimeout(timer),
    close() {
      clearTimeout(timer)
      setShown(null)
    },
  }
}
