import { tiers } from '../types.ts'
import type { Family } from './families.ts'
import { heightOf, type Rung } from './rungs.ts'
import { grouped, most, type Scene, type Size, space, sum } from './scene.ts'
import { spread } from './spread.ts'
import type { LayoutNode } from './types.ts'

/** One thing in a block. */
export interface Seat {
  readonly node: LayoutNode
  readonly tier: number
  /** Row inside the tier, from the top. */
  readonly row: number
  /** Left border, from the left of the block. */
  readonly x: number
}

/** Things that keep together on the ladder: a family, or what stands alone. */
export interface Block {
  readonly seats: readonly Seat[]
  readonly width: number
  /** How many rows it takes in each tier, from the ground up. */
  readonly rows: readonly number[]
}

/** From one thing to the next, to the side and upwards. */
export function pitchOf({ cell }: Scene): Size {
  return { width: cell.width + space.column, height: cell.height + space.row }
}

/** Width to height that a drawing should have: upright on narrow screens, lying on wide ones. */
export function shapeOf({ columns }: Scene): number {
  return Math.min(2.5, Math.max(0.5, columns / 4))
}

/**
 * A family as a block. `middles` says how far to the side each stands. A row that is longer than the block should be wide is folded: one
 * after the other goes to the next row below, so that each stands under the gap between two others, and lines pass between them.
 */
export function familyBlock(
  { nodes }: Family,
  middles: ReadonlyMap<string, number>,
  rungs: ReadonlyMap<string, Rung>,
  scene: Scene,
): Block {
  const middleOf = ({ id }: LayoutNode) => middles.get(id) ?? 0
  const steps = [...grouped(nodes, ({ id }) => heightOf(rungs.get(id) ?? { tier: 0, level: 0 }))]
    .toSorted(([a], [b]) => b - a)
    .map(([, step]) => step.toSorted((a, b) => middleOf(a) - middleOf(b)))
  const longest = longestRow(
    steps.map(({ length }) => length),
    scene,
  )
  const pitch = pitchOf(scene)
  const widest = most(steps.map((step) => Math.ceil(step.length / foldsOf(step, longest)))) * pitch.width
  const scale = Math.min(1, widest / Math.max(1, most(middles.values())))
  const rows = tiers.map(() => 0)
  const seats = steps.flatMap((step) => {
    const tier = rungs.get(step[0]?.id ?? '')?.tier ?? 0
    const top = rows[tier] ?? 0
    const folds = folded(step, foldsOf(step, longest))
    rows[tier] = top + folds.length
    return folds.flatMap((row, fold) => {
      const xs = spread(
        row.map((node) => middleOf(node) * scale),
        pitch.width,
      )
      return row.map((node, place) => ({ node, tier, row: top + fold, x: (xs[place] ?? 0) - scene.sizeOf(node).width / 2 }))
    })
  })
  return { ...fromTheLeft(seats, scene), rows }
}

/** What stands alone, as a grid in each tier. */
export function aloneBlock(nodes: readonly LayoutNode[], columns: number, scene: Scene): Block {
  const byTier = tiers.map((tier) => nodes.filter((node) => node.tier === tier))
  const seats = byTier.flatMap((members, tier) =>
    members.map((node, place) => ({
      node,
      tier,
      row: Math.floor(place / columns),
      x: (place % columns) * pitchOf(scene).width,
    })),
  )
  return { ...fromTheLeft(seats, scene), rows: byTier.map(({ length }) => Math.ceil(length / columns)) }
}

/** Most things side by side, so that the block has the shape of the screen. A row that is half as long again as the columns is not folded. */
function longestRow(lengths: readonly number[], scene: Scene): number {
  const pitch = pitchOf(scene)
  const end = most(lengths)
  let longest = Math.ceil(scene.columns * 1.5)
  const height = () => sum(lengths.map((length) => Math.ceil(length / longest))) * pitch.height
  while (longest < end && longest * pitch.width < shapeOf(scene) * height()) longest = Math.ceil(longest * 1.1)
  return longest
}

const foldsOf = ({ length }: readonly LayoutNode[], longest: number) => Math.ceil(length / longest)

function folded(step: readonly LayoutNode[], folds: number): readonly (readonly LayoutNode[])[] {
  return Array.from({ length: folds }, (_, fold) => step.filter((_each, place) => place % folds === fold))
}

function fromTheLeft(seats: readonly Seat[], scene: Scene): { readonly seats: readonly Seat[]; readonly width: number } {
  const left = seats.reduce((least, { x }) => Math.min(least, x), Number.POSITIVE_INFINITY)
  const moved = seats.map((seat) => ({ ...seat, x: seat.x - left }))
  return { seats: moved, width: most(moved.map(({ node, x }) => x + scene.sizeOf(node).width)) }
}
