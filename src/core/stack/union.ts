/** Things that turn out to be the same: numbers from 0, each in one class. */
export interface Union {
  join(one: number, other: number): void
  /** The smallest member of its class. */
  find(one: number): number
}

/** Every number for itself. */
export function createUnion(size: number): Union {
  const parents = Array.from({ length: size }, (_, index) => index)
  function find(one: number): number {
    let root = one
    for (let parent = parents[root] ?? root; parent !== root; parent = parents[root] ?? root) root = parent
    for (let at = one; at !== root; ) {
      const next = parents[at] ?? root
      parents[at] = root
      at = next
    }
    return root
  }
  return {
    find,
    join(one, other) {
      const [a, b] = [find(one), find(other)]
      parents[Math.max(a, b)] = Math.min(a, b)
    },
  }
}
