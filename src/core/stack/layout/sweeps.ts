import { grouped, sum } from './scene.ts'

/** Sweeps over all rows, down and up by turns. After so many hardly anything gets better. */
const sweeps = 12

/** A link between neighbouring rows, from the upper to the lower. */
export type Link = readonly [upper: string, lower: string]

/**
 * The order of each row in which few links cross: first as one comes by when following links down, then each thing where, on average, its
 * neighbours are in the row above, in the row below, and so on; of these the order with the fewest crossings.
 * @param rows names by row, from the top
 */
export function orderedRows(rows: readonly (readonly string[])[], links: readonly Link[]): readonly (readonly string[])[] {
  const below = linked(
    links,
    ([upper]) => upper,
    ([, lower]) => lower,
  )
  const above = linked(
    links,
    ([, lower]) => lower,
    ([upper]) => upper,
  )
  const ordered = asFound(rows, below)
  const places = new Map(ordered.flatMap((row) => [...sharesOf(row)]))
  let best = [...ordered]
  let least = Number.POSITIVE_INFINITY
  for (let sweep = 0; sweep < sweeps; sweep += 1) {
    const isDown = sweep % 2 === 0
    const neighbours = isDown ? above : below
    for (let step = 0; step < ordered.length; step += 1) {
      const at = isDown ? step : ordered.length - 1 - step
      const row = sorted(ordered[at] ?? [], neighbours, places)
      ordered[at] = row
      for (const [name, share] of sharesOf(row)) places.set(name, share)
    }
    const count = crossings(ordered, below)
    if (count >= least) continue
    best = [...ordered]
    least = count
  }
  return best
}

type Neighbours = ReadonlyMap<string, readonly string[]>

function linked(links: readonly Link[], from: (link: Link) => string, to: (link: Link) => string): Neighbours {
  return new Map([...grouped(links, from)].map(([name, all]) => [name, all.map(to)]))
}

function asFound(rows: readonly (readonly string[])[], below: Neighbours): (readonly string[])[] {
  const rowOf = new Map(rows.flatMap((row, place) => row.map((name) => [name, place] as const)))
  const found: string[][] = rows.map(() => [])
  const seen = new Set<string>()
  for (const start of rows.flat()) {
    const waiting = [start]
    for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
      if (seen.has(name)) continue
      seen.add(name)
      found[rowOf.get(name) ?? 0]?.push(name)
      waiting.push(...(below.get(name) ?? []).toReversed())
    }
  }
  return found
}

/** How far to the right each of a row is, from 0 to 1: rows of different length compare. */
function sharesOf(row: readonly string[]): readonly (readonly [string, number])[] {
  return row.map((name, place) => [name, (place + 0.5) / row.length] as const)
}

function sorted(row: readonly string[], neighbours: Neighbours, places: ReadonlyMap<string, number>): readonly string[] {
  const placeOf = (name: string) => places.get(name) ?? 0
  return row
    .map((name) => {
      const around = neighbours.get(name) ?? []
      const wish = around.length === 0 ? placeOf(name) : around.reduce((total, each) => total + placeOf(each), 0) / around.length
      return { name, wish }
    })
    .toSorted((a, b) => a.wish - b.wish)
    .map(({ name }) => name)
}

/** How often links between neighbouring rows cross. */
function crossings(rows: readonly (readonly string[])[], below: Neighbours): number {
  return sum(
    rows.slice(1).map((lower, upper) => {
      const placeOf = new Map(lower.map((name, place) => [name, place]))
      const ends = (rows[upper] ?? []).flatMap((name) =>
        (below.get(name) ?? []).map((end) => placeOf.get(end) ?? 0).toSorted((a, b) => a - b),
      )
      return inversions(ends, lower.length)
    }),
  )
}

/** Pairs of which the first is larger, by counting in a tree of partial sums. */
function inversions(values: readonly number[], end: number): number {
  const counts = new Uint32Array(end + 1)
  let total = 0
  for (const [seen, value] of values.entries()) {
    let notLarger = 0
    for (let at = value + 1; at > 0; at -= at & -at) notLarger += counts[at] ?? 0
    total += seen - notLarger
    for (let at = value + 1; at <= end; at += at & -at) counts[at] = (counts[at] ?? 0) + 1
  }
  return total
}
