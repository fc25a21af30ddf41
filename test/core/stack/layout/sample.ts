import fc from 'fast-check'
import type { Layout, LayoutEdge, LayoutNode, LayoutRequest, Placed } from '../../../../src/core/stack/layout/types.ts'
import { drawnViews } from '../../../../src/core/stack/layout/types.ts'
import { tiers } from '../../../../src/core/stack/types.ts'

/** The clock of these tests. */
export const now = Date.UTC(2026, 10, 23)

export const day = (year: number, month: number, date = 1): number => Date.UTC(year, month - 1, date)

export function thing(id: string, more: Partial<LayoutNode> = {}): LayoutNode {
  return { id, kind: 'achievement', tier: 'course', rank: 0, earned: null, expires: null, term: '', order: id, ...more }
}

export const skill = (id: string): LayoutNode => thing(id, { kind: 'skill', tier: 'experience' })

/** `a>b` leads up, `a-b` only ties the two together. */
export function edge(words: string): LayoutEdge {
  const [from = '', to = ''] = words.split(/[>-]/)
  return { id: words, from, to, isOrdering: words.includes('>') }
}

export function asked(more: Partial<LayoutRequest>): LayoutRequest {
  return {
    view: 'ladder',
    nodes: [],
    edges: [],
    node: { width: 148, height: 156 },
    skill: { width: 180, height: 64 },
    columns: 6,
    now,
    ...more,
  }
}

export function placeOf({ nodes }: Layout, id: string): Placed {
  const found = nodes.find((node) => node.id === id)
  if (found === undefined) throw new Error(`${id} is not placed`)
  return found
}

/** Pairs of things that stand on each other. */
export function overlaps({ nodes }: Layout): readonly string[] {
  const slack = 0.001
  return nodes.flatMap((a, place) =>
    nodes
      .slice(place + 1)
      .filter(
        (b) =>
          a.x + a.width > b.x + slack &&
          b.x + b.width > a.x + slack &&
          a.y + a.height > b.y + slack &&
          b.y + b.height > a.y + slack,
      )
      .map((b) => `${a.id} ${b.id}`),
  )
}

/** The points of a path that lie on it: where it begins, and where each of its pieces ends. */
export function pointsOf(path: string): readonly (readonly [number, number])[] {
  return [...path.matchAll(/([MLC])([^MLC]+)/g)].map(([, , numbers = '']) => {
    const [x = Number.NaN, y = Number.NaN] = numbers.trim().split(/\s+/).map(Number).slice(-2)
    return [x, y] as const
  })
}

/** Names that somebody may give a thing, and those that a plain object has of its own. */
const name = fc.oneof(
  fc.constantFrom('__proto__', 'constructor', 'toString', '', '0', '10', '2', '\u0000', '_d1', '_root', 'n0'),
  fc.string({ maxLength: 4 }),
)

const moment = fc.option(
  fc.oneof(fc.integer({ min: day(2015, 1), max: day(2030, 1) }), fc.constantFrom(Number.NaN, 8.64e15, -8.64e15, 1e300, 0)),
)

const node = fc.record({
  id: name,
  kind: fc.constantFrom('achievement' as const, 'achievement' as const, 'skill' as const),
  tier: fc.constantFrom(...tiers),
  rank: fc.integer(),
  earned: moment,
  expires: moment,
  term: fc.constantFrom('', '', 'Fall 2024', 'Spring 2025', '__proto__'),
  order: name,
})

/** Any request of a view, with edges between what is there, in circles, from a thing to itself and to what is not there. */
export function anyRequest(view?: (typeof drawnViews)[number]): fc.Arbitrary<LayoutRequest> {
  return fc.uniqueArray(node, { selector: ({ id }) => id, maxLength: 60 }).chain((nodes) => {
    const end = fc.oneof(
      { weight: 9, arbitrary: fc.constantFrom(...nodes.map(({ id }) => id), 'missing') },
      { weight: 1, arbitrary: name },
    )
    const ends = fc.record({ from: end, to: end, isOrdering: fc.boolean() })
    return fc.record({
      view: view === undefined ? fc.constantFrom(...drawnViews) : fc.constant(view),
      nodes: fc.constant(nodes),
      edges: fc.array(ends, { maxLength: 90 }).map((all) => all.map((each, place) => ({ id: `e${place}`, ...each }))),
      node: fc.constant({ width: 148, height: 156 }),
      skill: fc.constantFrom({ width: 180, height: 64 }, { width: 90, height: 40 }),
      columns: fc.integer({ min: 0, max: 9 }),
      now: fc.constantFrom(now, Number.NaN, 0),
    })
  })
}
