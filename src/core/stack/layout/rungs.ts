import { tiers } from '../types.ts'
import type { Scene } from './scene.ts'
import { grouped } from './scene.ts'
import type { LayoutEdge, LayoutNode } from './types.ts'

/** Most steps inside one tier. What is stacked higher shares the last one: a hostile chain of thousands is no drawing. */
const mostLevels = 40

/** Where a thing stands on the ladder. */
export interface Rung {
  /** Index in `tiers`, from the ground up. */
  readonly tier: number
  /** How many things of its own tier it stands on, along the longest way. */
  readonly level: number
}

/**
 * The rung of each node: its tier, and inside it the longest path over ordering edges. An edge between tiers moves nothing. Where a circle
 * closes, the first of it (in the order of the nodes) is taken to stand on nothing.
 */
export function rungsOf({ nodes, edges }: Scene): ReadonlyMap<string, Rung> {
  const tierOf = new Map(nodes.map(({ id, tier }) => [id, Math.max(0, tiers.indexOf(tier))]))
  const within = edges.filter(({ from, to, isOrdering }) => isOrdering && from !== to && tierOf.get(from) === tierOf.get(to))
  const levels = levelsOf(nodes, within)
  return new Map(nodes.map(({ id }) => [id, { tier: tierOf.get(id) ?? 0, level: Math.min(levels.get(id) ?? 0, mostLevels - 1) }]))
}

/** One number for each rung, growing from the ground up. */
export function heightOf({ tier, level }: Rung): number {
  return tier * mostLevels + level
}

function levelsOf(nodes: readonly LayoutNode[], edges: readonly LayoutEdge[]): ReadonlyMap<string, number> {
  const leadsTo = grouped(edges, ({ from }) => from)
  const waitsFor = new Map([...grouped(edges, ({ to }) => to)].map(([id, into]) => [id, into.length]))
  const levels = new Map<string, number>()
  const heights = new Map<string, number>()
  const stand = (first: string) => {
    const ready = [first]
    for (let id = ready.pop(); id !== undefined; id = ready.pop()) {
      if (levels.has(id)) continue
      const level = heights.get(id) ?? 0
      levels.set(id, level)
      for (const { to } of leadsTo.get(id) ?? []) {
        heights.set(to, Math.max(heights.get(to) ?? 0, level + 1))
        const left = (waitsFor.get(to) ?? 0) - 1
        waitsFor.set(to, left)
        if (left === 0) ready.push(to)
      }
    }
  }
  for (const { id } of nodes) if (!waitsFor.has(id)) stand(id)
  // Whatever still waits is part of a circle, or stands on one.
  for (const { id } of nodes) stand(id)
  return levels
}
