let works = 0

/** Whether something is under way that must not end because nobody touches the page meanwhile. */
export function isAwake(): boolean {
  return works > 0
}

/** Keeps the wallet from locking by itself until this is done. */
export async function whileAwake<T>(work: () => Promise<T>): Promise<T> {
  works += 1
  try {
    return await work()
  } finally {
    works -= 1
  }
}
