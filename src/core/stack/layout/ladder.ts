import { tiers } from '../types.ts'
import { aloneBlock, type Block, familyBlock, pitchOf, shapeOf } from './blocks.ts'
import { familiesOf } from './families.ts'
import { lineUp } from './lineup.ts'
import { rungsOf } from './rungs.ts'
import { most, type Scene, space, sum } from './scene.ts'
import type { Sheet } from './sheet.ts'
import type { Band, LayoutNode, Placed } from './types.ts'

/** Between one family and the next. */
const apart = 2 * space.column
/** How many times as wide as it is high one ladder may be, before a second one is begun below it. */
const flattest = 3.5

/**
 * The ladder: a band for each tier in use, from the ground up, and inside it a row for each step. What is linked stands together, what
 * stands alone to the side. What would be far too wide goes on in a second ladder below, as a line of text does.
 */
export function ladder(scene: Scene): Sheet {
  const rungs = rungsOf(scene)
  const { linked, alone } = familiesOf(scene, rungs)
  const blocks = linked.map((family) => familyBlock(family, lineUp(family, rungs, scene), rungs, scene))
  const ladders = laddersOf(blocks, alone, scene)
  const width = most(ladders.map(widthOf)) + 2 * space.edge
  const nodes: Placed[] = []
  const bands: Band[] = []
  let y = space.edge
  for (const row of ladders) {
    const strips = bandsOf(row, y, width, scene)
    bands.push(...strips.values())
    nodes.push(...placedOf(row, strips, scene))
    y += heightOf(row, scene) + space.row
  }
  return { nodes, bands, bars: [], width, height: Math.max(y - space.row, space.edge) + space.edge }
}

type Ladder = readonly Block[]

/** Indices of the tiers, the highest first. */
const topDown = tiers.map((_, tier) => tier).toReversed()

function laddersOf(blocks: readonly Block[], alone: readonly LayoutNode[], scene: Scene): readonly Ladder[] {
  const pitch = pitchOf(scene)
  const single = alone.length === 0 ? blocks : [...blocks, aloneBeside(blocks, alone, scene)]
  const widest = Math.max(scene.columns * 2 * pitch.width, flattest * heightOf(single, scene))
  if (widthOf(single) <= widest || single.length === 1) return [single]
  let limit = Math.max(most(blocks.map(({ width }) => width)), scene.columns * pitch.width)
  for (;;) {
    const columns = Math.max(1, Math.floor((limit + space.column) / pitch.width))
    const ladders = filled(alone.length === 0 ? blocks : [...blocks, aloneBlock(alone, columns, scene)], limit)
    const height = sum(ladders.map((each) => heightOf(each, scene) + space.row))
    if (ladders.length <= 2 || limit >= shapeOf(scene) * height) return ladders
    limit *= 1.15
  }
}

/** What stands alone, beside the families: as many side by side as the shape of the whole asks for. */
function aloneBeside(blocks: Ladder, alone: readonly LayoutNode[], scene: Scene): Block {
  const end = most(tiers.map((tier) => alone.filter((node) => node.tier === tier).length))
  let columns = Math.min(Math.ceil(scene.columns / 2), end)
  let block = aloneBlock(alone, columns, scene)
  while (columns < end && widthOf([...blocks, block]) < shapeOf(scene) * heightOf([...blocks, block], scene)) {
    columns = Math.min(end, Math.ceil(columns * 1.1))
    block = aloneBlock(alone, columns, scene)
  }
  return block
}

/** Blocks one after the other, a new ladder wherever the next would pass the limit. */
function filled(blocks: readonly Block[], limit: number): readonly Ladder[] {
  const ladders: Block[][] = []
  let left = -1
  for (const block of blocks) {
    if (left < block.width) {
      ladders.push([])
      left = limit
    }
    ladders.at(-1)?.push(block)
    left -= block.width + apart
  }
  return ladders
}

function widthOf(row: Ladder): number {
  return sum(row.map(({ width }) => width)) + apart * Math.max(0, row.length - 1)
}

/** How many rows each tier has, from the ground up: as many as the block that needs most. */
function rowsOf(row: Ladder): readonly number[] {
  return tiers.map((_, tier) => most(row.map(({ rows }) => rows[tier] ?? 0)))
}

function heightOf(row: Ladder, scene: Scene): number {
  return sum(rowsOf(row).map((rows) => bandHeight(rows, scene)))
}

function bandHeight(rows: number, scene: Scene): number {
  return rows === 0 ? 0 : rows * pitchOf(scene).height + space.head
}

/** The bands of one ladder by tier, the highest on top. */
function bandsOf(row: Ladder, top: number, width: number, scene: Scene): ReadonlyMap<number, Band> {
  const rows = rowsOf(row)
  const bands = new Map<number, Band>()
  let y = top
  for (const tier of topDown) {
    const height = bandHeight(rows[tier] ?? 0, scene)
    if (height > 0) bands.set(tier, { kind: 'tier', name: tiers[tier] ?? '', x: 0, y, width, height })
    y += height
  }
  return bands
}

function placedOf(row: Ladder, bands: ReadonlyMap<number, Band>, scene: Scene): readonly Placed[] {
  const rows = rowsOf(row)
  const pitch = pitchOf(scene)
  let left = space.edge
  return row.flatMap((block) => {
    const start = left
    left += block.width + apart
    return block.seats.map(({ node, tier, row: line, x }) => {
      const top = (bands.get(tier)?.y ?? 0) + space.head + space.row / 2
      const y = top + (line + sunk(block, tier, rows)) * pitch.height
      return { id: node.id, x: start + x, y, ...scene.sizeOf(node) }
    })
  })
}

/** Rows that a block leaves free at the top of a band: none below something higher, so that lines are short; else all, on the ground. */
function sunk({ rows }: Block, tier: number, all: readonly number[]): number {
  return rows.some((count, other) => other > tier && count > 0) ? 0 : (all[tier] ?? 0) - (rows[tier] ?? 0)
}
