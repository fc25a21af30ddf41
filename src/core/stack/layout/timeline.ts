import { axisOf, isDated } from './axis.ts'
import { barsOf } from './bars.ts'
import { inLanes, type Lanes, type Stretch } from './lanes.ts'
import { grouped, type Scene, space } from './scene.ts'
import type { Sheet } from './sheet.ts'
import { type Term, termsOf } from './terms.ts'
import type { Band } from './types.ts'

/** Width of the line that is today. */
const todayWidth = 2
const gap = 16

/**
 * Time from left to right, as wide as it needs to be wherever much was earned: years and terms in bands, what states no date before
 * them. Each thing stands wholly in the year in which it was earned, in the first lane that is free, with a bar below it for how long it
 * holds.
 */
export function timeline(scene: Scene): Sheet {
  const dated = scene.nodes.filter(isDated).toSorted((a, b) => a.earned - b.earned)
  const undated = scene.nodes.filter((node) => !isDated(node))
  const terms = termsOf(dated)
  const axis = axisOf(dated, terms, scene.now)
  const lanes = inLanes(axis, undated, scene)
  const head = space.head * (terms.length > 0 ? 2 : 1)
  const bars = barsOf(dated, lanes, scene.now)
  const tops = topsOf(lanes, bars.thickness, head, scene)
  const topOf = (lane: number) => tops[lane] ?? head
  const height = Math.max(topOf(lanes.count), head) + space.edge
  return {
    nodes: lanes.seats.map(({ node, lane, x }) => ({ id: node.id, x, y: topOf(lane), ...scene.sizeOf(node) })),
    bands: bandsOf(lanes, terms, scene.now, height),
    bars: bars.drawn.map(({ lane, offset, ...bar }) => ({ ...bar, y: topOf(lane) + scene.cell.height + offset })),
    width: lanes.width,
    height,
  }
}

/** Where each lane begins, and after the last one where they end. */
function topsOf(lanes: Lanes, thickness: readonly number[], head: number, { cell }: Scene): readonly number[] {
  const tops = [head + gap]
  for (let lane = 0; lane < lanes.count; lane += 1)
    tops.push((tops[lane] ?? 0) + cell.height + (thickness[lane] ?? 0) + space.column)
  return tops
}

function bandsOf(lanes: Lanes, terms: readonly Term[], now: number, height: number): readonly Band[] {
  const below = { y: space.head, height: height - space.head }
  const undated: readonly Band[] =
    lanes.undated === 0 ? [] : [{ kind: 'undated', name: '', x: 0, width: lanes.undated, y: 0, height }]
  const years = [...grouped(lanes.stretches, ({ segment }) => segment.year)].map(
    ([year, stretches]): Band => ({ kind: 'year', name: String(year), ...across(stretches), y: 0, height }),
  )
  const named = terms.map(({ name, from, to }): Band => {
    const stretches = lanes.stretches.filter(({ segment }) => segment.from >= from && segment.to <= to)
    return { kind: 'term', name, ...across(stretches), ...below }
  })
  const today = lanes.stretches.find(({ segment }) => segment.from === now)
  const line: readonly Band[] =
    today === undefined ? [] : [{ kind: 'today', name: '', x: today.x - todayWidth / 2, width: todayWidth, y: 0, height }]
  return [...undated, ...years, ...named, ...line]
}

/** From where the first begins to where the last ends. */
function across(stretches: readonly Stretch[]): { readonly x: number; readonly width: number } {
  const x = stretches[0]?.x ?? 0
  const last = stretches.at(-1)
  return { x, width: last === undefined ? 0 : last.x + last.width - x }
}
