import type { LayoutEdge, LayoutNode, LayoutRequest } from './types.ts'

/** Space between and around things, in CSS pixels. Room for lines, arrows and the names of bands. */
export const space = Object.freeze({ column: 28, row: 64, head: 36, edge: 40 })

export interface Size {
  readonly width: number
  readonly height: number
}

/** A request as the views work on it: in one order, without doubles, and with nothing that leads nowhere. */
export interface Scene {
  readonly nodes: readonly LayoutNode[]
  readonly edges: readonly LayoutEdge[]
  /** At least 1. */
  readonly columns: number
  readonly now: number
  /** The larger of the sizes in use. */
  readonly cell: Size
  sizeOf(node: LayoutNode): Size
}

/** Puts what is asked for in order. What it gives does not depend on the order in which things were given. */
export function sceneOf({ nodes, edges, columns, now, node, skill }: LayoutRequest): Scene {
  const known = firstOf(nodes.toSorted(inOrder))
  const ids = new Set(known.map(({ id }) => id))
  const sizeOf = ({ kind }: LayoutNode): Size => (kind === 'skill' ? skill : node)
  const sizes = known.map(sizeOf)
  return {
    nodes: known,
    edges: firstOf(edges.toSorted((a, b) => byText(a.id, b.id))).filter(({ from, to }) => ids.has(from) && ids.has(to)),
    columns: Math.max(1, Math.floor(columns) || 1),
    now,
    cell: { width: most(sizes.map(({ width }) => width)), height: most(sizes.map(({ height }) => height)) },
    sizeOf,
  }
}

/** By `order`, then by id: code units, so that it is the same on every machine. */
export function inOrder(a: LayoutNode, b: LayoutNode): number {
  return byText(a.order, b.order) || byText(a.id, b.id)
}

/** The largest of them; 0 for none. However many there are: a spread would overflow the stack. */
export function most(values: Iterable<number>): number {
  let largest = 0
  for (const value of values) largest = Math.max(largest, value)
  return largest
}

export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

/** Things by what they have in common, in the order in which they come. */
export function grouped<T, K>(things: Iterable<T>, keyOf: (thing: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const thing of things) {
    const group = groups.get(keyOf(thing))
    if (group) group.push(thing)
    else groups.set(keyOf(thing), [thing])
  }
  return groups
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function firstOf<T extends { readonly id: string }>(things: readonly T[]): readonly T[] {
  const seen = new Set<string>()
  return things.filter(({ id }) => !seen.has(id) && seen.add(id))
}
