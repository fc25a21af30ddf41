/** One thing comes before another. */
export interface Link {
  readonly from: string
  readonly to: string
  /** How firmly it is stated: of a circle the weakest is cut. */
  readonly strength: number
}

/**
 * The links that close a circle with others as strong or stronger, and so are left out. Which they are depends on what is linked, not on
 * the order in which it was stated.
 */
export function circular<T extends Link>(links: readonly T[]): ReadonlySet<T> {
  const next = new Map<string, Set<string>>()
  const cut = new Set<T>()
  for (const link of links.toSorted(byStrength)) {
    const known = next.get(link.from) ?? new Set()
    if (known.has(link.to)) continue
    if (leads(next, link.to, link.from)) cut.add(link)
    else next.set(link.from, known.add(link.to))
  }
  return cut
}

/** Strongest first; among equals by what they link. */
export function byStrength(one: Link, other: Link): number {
  if (one.strength !== other.strength) return other.strength - one.strength
  if (one.from !== other.from) return one.from < other.from ? -1 : 1
  return one.to < other.to ? -1 : one.to > other.to ? 1 : 0
}

/** Whether one thing leads to another, also by way of others. */
function leads(next: ReadonlyMap<string, ReadonlySet<string>>, from: string, to: string): boolean {
  const seen = new Set([from])
  const waiting = [from]
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (at === to) return true
    for (const each of next.get(at) ?? []) {
      if (seen.has(each)) continue
      seen.add(each)
      waiting.push(each)
    }
  }
  return false
}
