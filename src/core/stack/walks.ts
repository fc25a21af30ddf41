/** Who follows whom: for each id, what its edges lead to. */
export type Ways = ReadonlyMap<string, readonly string[]>

/** @param pairs from and to */
export function waysOf(pairs: Iterable<readonly [string, string]>): Ways {
  const ways = new Map<string, string[]>()
  for (const [from, to] of pairs) {
    const known = ways.get(from)
    if (known) known.push(to)
    else ways.set(from, [to])
  }
  return ways
}

/**
 * Everything that can be reached from an id, without that id unless a circle leads back to it.
 * @param isEnd where the walk does not go on
 */
export function reachable(start: string, ways: Ways, isEnd: (id: string) => boolean = () => false): ReadonlySet<string> {
  const seen = new Set<string>()
  const open = [...(ways.get(start) ?? [])]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (seen.has(next)) continue
    seen.add(next)
    if (!isEnd(next)) for (const following of ways.get(next) ?? []) open.push(following)
  }
  return seen
}

/** Whether `to` can be reached from `from` by more than the one step between them. */
export function leadsRound(from: string, to: string, ways: Ways): boolean {
  const seen = new Set<string>([from])
  const open = (ways.get(from) ?? []).filter((next) => next !== to)
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next === to) return true
    if (seen.has(next)) continue
    seen.add(next)
    open.push(...(ways.get(next) ?? []))
  }
  return false
}

/** Groups of ids that can all reach each other, each of two or more (Tarjan 1972, without recursion: records may be deep). */
export function circles(ids: readonly string[], ways: Ways): readonly (readonly string[])[] {
  const index = new Map<string, number>()
  const low = new Map<string, number>()
  const waiting: string[] = []
  const isWaiting = new Set<string>()
  const found: string[][] = []
  for (const root of ids) {
    if (index.has(root)) continue
    const path: { readonly id: string; next: number }[] = []
    const enter = (id: string): void => {
      index.set(id, index.size)
      low.set(id, index.get(id) ?? 0)
      waiting.push(id)
      isWaiting.add(id)
      path.push({ id, next: 0 })
    }
    enter(root)
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const { id } = top
      const next = ways.get(id)?.[top.next]
      top.next += 1
      if (next !== undefined) {
        if (!index.has(next)) enter(next)
        else if (isWaiting.has(next)) low.set(id, Math.min(low.get(id) ?? 0, index.get(next) ?? 0))
        continue
      }
      path.pop()
      const parent = path.at(-1)
      if (parent) low.set(parent.id, Math.min(low.get(parent.id) ?? 0, low.get(id) ?? 0))
      if (low.get(id) === index.get(id)) {
        const group = waiting.splice(waiting.lastIndexOf(id))
        for (const member of group) isWaiting.delete(member)
        if (group.length > 1) found.push(group.toSorted())
      }
    }
  }
  return found
}
