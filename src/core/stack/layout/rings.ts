import type { Hub } from './hubs.ts'
import { most, type Scene, type Size, space } from './scene.ts'
import type { Placed } from './types.ts'

/** A thing that has no place yet. */
type Sized = Omit<Placed, 'x' | 'y'>

/** Things placed around each other, from the corner of what they take. */
export interface Cluster {
  readonly nodes: readonly Placed[]
  readonly width: number
  readonly height: number
}

/** How far apart two things are that overlap in no direction, whatever the angle: in units of their own size with the gap after it. */
const touch = Math.SQRT2
/** The first ring may be nearer, as far as what is on it allows. */
const nearest = 0.6

/** A skill in the middle and its achievements in rings around it, the first ones inside. */
export function clusterOf({ skill, members }: Hub, scene: Scene): Cluster {
  const hub = boxAt(0, 0, { id: skill.id, ...scene.sizeOf(skill) })
  const sizes = members.map((member) => ({ id: member.id, ...scene.sizeOf(member) }))
  const unit = unitOf(
    sizes.map(({ width, height }) => ({ width: (width + Math.max(width, hub.width)) / 2, height: Math.max(height, hub.height) })),
  )
  const inner = sizes.slice(0, roomOn(touch))
  const start = firstRadius(hub, inner, unit)
  return fromTheCorner([hub, ...ringsOf(sizes.length, start).flatMap((ring, turn) => onRing(ring, turn, sizes, unit))])
}

/** The least radius of the first ring on which nothing comes too near to anything. */
function firstRadius(hub: Placed, sizes: readonly Sized[], unit: Size): number {
  for (let radius = nearest; radius < touch; radius += 0.05) {
    const boxes = [hub, ...onRing({ radius, first: 0, count: sizes.length }, 0, sizes, unit)]
    if (!boxes.some((box, place) => boxes.slice(place + 1).some((other) => isNear(box, other)))) return radius
  }
  return touch
}

function onRing({ radius, count, first }: Ring, turn: number, sizes: readonly Sized[], unit: Size): readonly Placed[] {
  return sizes.slice(first, first + count).map((size, place) => {
    // Every other ring is turned by half a step, so that nothing stands right behind something else.
    const angle = (2 * Math.PI * (place + (turn % 2) / 2)) / count - Math.PI / 2
    return boxAt(Math.cos(angle) * radius * unit.width, Math.sin(angle) * radius * unit.height, size)
  })
}

/** Things in a grid. */
export function gridOf(sizes: readonly Sized[], columns: number): Cluster {
  const unit = unitOf(sizes)
  return fromTheCorner(
    sizes.map((size, place) => ({ ...size, x: (place % columns) * unit.width, y: Math.floor(place / columns) * unit.height })),
  )
}

interface Ring {
  readonly radius: number
  readonly count: number
  /** Index of the first member in it. */
  readonly first: number
}

function ringsOf(members: number, start: number): readonly Ring[] {
  const rings: Ring[] = []
  let first = 0
  for (let radius = start; first < members; radius += touch) {
    const count = Math.min(roomOn(Math.max(radius, touch)), members - first)
    rings.push({ radius, count, first })
    first += count
  }
  return rings
}

/** How many things a ring has room for, with a chord of `touch` from one to the next. */
function roomOn(radius: number): number {
  return Math.floor(Math.PI / Math.asin(touch / (2 * radius)) + 1e-9)
}

/** The largest of them, with the gap after it. */
function unitOf(sizes: readonly Size[]): Size {
  return {
    width: most(sizes.map(({ width }) => width)) + space.column,
    height: most(sizes.map(({ height }) => height)) + space.column,
  }
}

function isNear(a: Placed, b: Placed): boolean {
  const gap = space.column - 0.5
  return a.x < b.x + b.width + gap && b.x < a.x + a.width + gap && a.y < b.y + b.height + gap && b.y < a.y + a.height + gap
}

function boxAt(x: number, y: number, size: Sized): Placed {
  return { ...size, x: x - size.width / 2, y: y - size.height / 2 }
}

function fromTheCorner(boxes: readonly Placed[]): Cluster {
  const left = boxes.reduce((least, { x }) => Math.min(least, x), Number.POSITIVE_INFINITY)
  const top = boxes.reduce((least, { y }) => Math.min(least, y), Number.POSITIVE_INFINITY)
  const nodes = boxes.map((box) => ({ ...box, x: box.x - left, y: box.y - top }))
  return { nodes, width: most(nodes.map(({ x, width }) => x + width)), height: most(nodes.map(({ y, height }) => y + height)) }
}
