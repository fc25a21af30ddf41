import { Failure, problemOf } from './problem.ts'

/**
 * Work done when it is first asked for, and once: the same promise for whoever asks (a module, a memoized answer).
 * Work that failed is done again for whoever asks next. What fails for no reason of ours (a chunk that did not arrive) is
 * `unexpected`: it says nothing about the credential that was looked at, and must not be taken for a fault of it.
 */
export function lazy<T>(load: () => Promise<T>): () => Promise<T> {
  let promise: Promise<T> | undefined
  return () => {
    promise ??= load().catch((error: unknown) => {
      promise = undefined
      throw error instanceof Failure ? error : new Failure(problemOf(error))
    })
    return promise
  }
}
