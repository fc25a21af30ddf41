/** A signal that ends work when its owner wishes, when time is up, or when the work is over. */
export interface Deadline {
  readonly signal: AbortSignal
  /** True when it was time that ended the work. */
  isOver(): boolean
  /** Ends whatever still runs under the signal and lets go of the timer. */
  end(): void
}

/** Sets a deadline `milliseconds` from now on work that `signal` may end earlier. */
export function deadlineFor(signal: AbortSignal, milliseconds: number): Deadline {
  const controller = new AbortController()
  let over = false
  const abort = () => controller.abort()
  const timer = setTimeout(() => {
    over = true
    abort()
  }, milliseconds)
  if (signal.aborted) abort()
  else signal.addEventListener('abort', abort, { once: true })
  return {
    signal: controller.signal,
    isOver: () => over,
    end() {
      clearTimeout(timer)
      signal.removeEventListener('abort', abort)
      abort()
    },
  }
}
