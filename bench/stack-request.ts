import type { DrawnView, LayoutEdge, LayoutNode, LayoutRequest } from '../src/core/stack/layout/types.ts'
import { tiers } from '../src/core/stack/types.ts'

/** Of each hundred, how many are on which tier: many courses and few degrees, as in a wallet. */
const shares = [20, 88, 95, 97, 100]
const year = 365.25 * 24 * 3600 * 1000
const begin = Date.UTC(2016, 7, 15)

/**
 * A wallet of so many achievements and two edges for each five of them three times over (500: 700), the same at each call: seven of ten lead
 * up, the others only tie things together. One in ten states no date; one in three expires.
 */
export function requestOf(count: number, view: DrawnView): LayoutRequest {
  const chance = chanceOf(count)
  const nodes = Array.from({ length: count }, (_, index) => achievement(index, chance))
  const skills = view === 'skills' ? Array.from({ length: Math.ceil(count / 12) }, (_, index) => skill(index)) : []
  const pick = (list: readonly LayoutNode[]) => list[Math.floor(chance() * list.length)]?.id ?? ''
  const edges = Array.from({ length: Math.round(count * 1.4) }, (_, index) => {
    const isMembership = view === 'skills' && index % 5 > 0
    const to = isMembership ? pick(skills) : pick(chance() < 0.6 ? nodes.filter(({ tier }) => tier !== 'course') : nodes)
    return edge(index, pick(nodes), to, !isMembership && chance() < 0.7)
  })
  return {
    view,
    nodes: [...nodes, ...skills],
    edges,
    node: { width: 148, height: 156 },
    skill: { width: 180, height: 64 },
    columns: 7,
    now: begin + 10.2 * year,
  }
}

function achievement(index: number, chance: () => number): LayoutNode {
  const share = chance() * 100
  const tier = tiers[shares.findIndex((limit) => share < limit)] ?? 'course'
  const earned = chance() < 0.1 ? null : Math.round(begin + (Math.floor(chance() * 20) / 2) * year)
  const expires = earned !== null && chance() < 0.33 ? earned + 3 * year : null
  const order = String(index).padStart(5, '0')
  return { id: `a${order}`, kind: 'achievement', tier, rank: tiers.indexOf(tier) * 20, earned, expires, term: '', order }
}

function skill(index: number): LayoutNode {
  const order = `s${String(index).padStart(5, '0')}`
  return { id: order, kind: 'skill', tier: 'experience', rank: 0, earned: null, expires: null, term: '', order }
}

function edge(index: number, from: string, to: string, isOrdering: boolean): LayoutEdge {
  return { id: `e${String(index).padStart(5, '0')}`, from, to, isOrdering }
}

/** Numbers from 0 to 1 that look like chance and are the same every time. */
function chanceOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}
