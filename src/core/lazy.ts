/** Work done when it is first asked for, and once: the same promise for whoever asks (a module, a memoized answer). */
export function lazy<T>(load: () => Promise<T>): () => Promise<T> {
  let promise: Promise<T> | undefined
  return () => {
    promise ??= load()
    return promise
  }
}
