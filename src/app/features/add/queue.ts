/** Runs pieces of work in the order given, at most `limit` of them at the same time. */
export interface Queue {
  /** Puts work in line; settles as the work does. Work that was still waiting when the queue was cancelled settles to null. */
  add<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T | null>
  /** Ends what runs (by its signal) and drops what waits. The queue can be used again afterwards. */
  cancel(): void
}

/** @param limit how many pieces of work may run at once; at least 1. */
export function createQueue(limit: number): Queue {
  let waiting: { readonly start: () => void; readonly drop: () => void }[] = []
  let running = 0
  let controller = new AbortController()

  function next(): void {
    while (running < limit) {
      const first = waiting.shift()
      if (!first) return
      running += 1
      first.start()
    }
  }

  return {
    add(work) {
      const { signal } = controller
      return new Promise((resolve, reject) => {
        const start = () => {
          work(signal)
            .then(resolve, reject)
            .finally(() => {
              running -= 1
              next()
            })
        }
        waiting.push({ start, drop: () => resolve(null) })
        next()
      })
    },
    cancel() {
      const dropped = waiting
      waiting = []
      for (const { drop } of dropped) drop()
      controller.abort()
      controller = new AbortController()
    },
  }
}
