/** Does some work for each item, at most so many at once, and gives the results in the order of the items. */
export async function inTurn<T, R>(
  items: readonly T[],
  together: number,
  work: (item: T, index: number) => Promise<R>,
): Promise<readonly R[]> {
  const results: R[] = []
  const waiting = items.entries()
  async function next(): Promise<void> {
    for (const [index, item] of waiting) results[index] = await work(item, index)
  }
  await Promise.all(Array.from({ length: Math.min(together, items.length) }, next))
  return results
}
