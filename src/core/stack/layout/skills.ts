import { shapeOf } from './blocks.ts'
import { hubsOf } from './hubs.ts'
import { type Cluster, clusterOf, gridOf } from './rings.ts'
import { most, type Scene, space, sum } from './scene.ts'
import type { Sheet } from './sheet.ts'
import type { Placed } from './types.ts'

/** Between one cluster and the next. */
const apart = 2 * space.column

/**
 * The skills, each with the achievements that share it around it, on shelves from the top; those that share much near each other. At the
 * end what has no skill.
 */
export function skills(scene: Scene): Sheet {
  const { hubs, others } = hubsOf(scene)
  const clusters = hubs.map((hub) => clusterOf(hub, scene))
  const limit = limitOf(clusters, others.length, scene)
  const placed = shelved(clusters, limit)
  const bottom = most(placed.map(({ y, height }) => y + height))
  const sizes = others.map((node) => ({ id: node.id, ...scene.sizeOf(node) }))
  const columns = Math.max(1, Math.floor((limit + space.column) / (most(sizes.map(({ width }) => width)) + space.column)))
  const below = bottom === 0 ? 0 : bottom + apart
  const nodes = [...placed, ...gridOf(sizes, columns).nodes.map((box) => ({ ...box, y: box.y + below }))].map((box) => ({
    ...box,
    x: box.x + space.edge,
    y: box.y + space.edge,
  }))
  return {
    nodes,
    bands: [],
    bars: [],
    width: most(nodes.map(({ x, width }) => x + width)) + space.edge,
    height: most(nodes.map(({ y, height }) => y + height)) + space.edge,
  }
}

/** How wide the whole should be. */
function limitOf(clusters: readonly Cluster[], others: number, scene: Scene): number {
  const { cell, columns } = scene
  const alone = others * (cell.width + space.column) * (cell.height + space.column)
  const area = sum(clusters.map(({ width, height }) => (width + apart) * (height + apart))) + alone
  return Math.max(
    Math.sqrt(area * shapeOf(scene)),
    most(clusters.map(({ width }) => width)),
    columns * (cell.width + space.column),
  )
}

/** A column of clusters on a shelf. */
interface Column {
  readonly x: number
  readonly width: number
  filled: number
}

/** Clusters in their order on shelves. Where one fits below the one before it on the same shelf, it stands there. */
function shelved(clusters: readonly Cluster[], limit: number): readonly Placed[] {
  let shelf = { y: 0, height: 0 }
  let column: Column = { x: 0, width: 0, filled: 0 }
  return clusters.flatMap((cluster) => {
    if (cluster.width > column.width || column.filled + cluster.height > shelf.height) {
      const next = column.width === 0 ? 0 : column.x + column.width + apart
      if (next + cluster.width > limit && next > 0) {
        shelf = { y: shelf.y + shelf.height + apart, height: 0 }
        column = { x: 0, width: cluster.width, filled: 0 }
      } else column = { x: next, width: cluster.width, filled: 0 }
    }
    const top = shelf.y + column.filled
    shelf.height = Math.max(shelf.height, column.filled + cluster.height)
    column.filled += cluster.height + apart
    const inset = column.x + (column.width - cluster.width) / 2
    return cluster.nodes.map((box) => ({ ...box, x: box.x + inset, y: box.y + top }))
  })
}
