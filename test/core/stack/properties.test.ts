import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Achievement } from '../../../src/core/model/credential.ts'
import { analyse } from '../../../src/core/stack/analysis.ts'
import { buildGraph } from '../../../src/core/stack/graph.ts'
import type { StackGraph, StackNode, StackSource, Statement } from '../../../src/core/stack/types.ts'
import { alignment, badges, record, words } from './fixtures.ts'

const ctids = ['ce-00000000-0000-4000-8000-000000000001', 'ce-00000000-0000-4000-8000-000000000002']
const ids = [
  'a',
  'b',
  'c',
  'd',
  'e',
  'https://x.example/1',
  'http://x.example/1/',
  'urn:uuid:00000000-0000-4000-8000-000000000009',
  '',
]
const types = ['Badge', 'MicroCredential', 'Course', 'Certificate', 'BachelorDegree', '']
const associations = [
  'isChildOf',
  'isParentOf',
  'isPartOf',
  'precedes',
  'replacedBy',
  'isPeerOf',
  'isRelatedTo',
  'exactMatchOf',
  'exemplar',
]

const stated = fc.record({
  id: fc.constantFrom(...ids),
  name: fc.constantFrom('Arc', 'Mig', 'Tig', 'Ärc', ''),
  type: fc.constantFrom(...types),
  by: fc.constantFrom('Westbridge', 'Kestrel', 'Anyone'),
  earned: fc.constantFrom('', '2020', '2021', '2022', '2024'),
  field: fc.constantFrom('', 'Data', 'Metal'),
  tags: fc.subarray(['data', 'skill one']),
  alignments: fc.subarray([
    alignment('Skill one', { url: 'https://x.example/skill' }),
    alignment('Skill two', { url: `https://finder.example/${ctids[0]}` }),
    alignment('Skill three', { url: '', code: ctids[0] ?? '' }),
  ]),
  alsoKnownAs: fc.subarray([...ctids, 'DATA-101']),
  related: fc.subarray(['a', 'b', 'https://x.example/1']),
  award: fc.record({
    verdict: fc.constantFrom('verified' as const, 'cannot-tell' as const, 'not-verified' as const),
    // Equally well known: what a stranger says joins less once somebody known says more (red-team.test.ts).
    issuerLevel: fc.constantFrom('listed' as const, 'personal' as const),
  }),
})

const said = fc
  .tuple(
    fc.constantFrom(...ids.filter((id) => id !== '')),
    fc.constantFrom(...associations),
    fc.constantFrom('a', 'c', 'e', 'nowhere'),
  )
  .map((words) => words.join(' '))

/** A wallet of badges and records, each source with a digest of its own. */
const wallet = fc
  .tuple(
    fc.array(stated, { maxLength: 6 }),
    fc.array(
      fc.record({
        by: fc.constantFrom('Westbridge', 'Kestrel'),
        holds: fc.array(stated, { maxLength: 3 }),
        defines: fc.array(fc.record({ id: fc.constantFrom('b', 'd', 'f'), name: fc.constantFrom('Dip', 'Arc') }), {
          maxLength: 2,
        }),
        says: fc.array(said, { maxLength: 5 }),
        verdict: fc.constantFrom('verified' as const, 'not-verified' as const),
      }),
      { maxLength: 3 },
    ),
  )
  .map(([single, records]): readonly StackSource[] => [
    ...badges(...single.map((one, place) => ({ ...one, digest: `badge ${place}` }))),
    ...records.map(({ verdict, ...one }, place) => record({ ...one, digest: `record ${place}`, statement: { verdict } })),
  ])

/** The same, where each id stands for one thing: else what a record says of an id is said of whatever has it. */
const plainWallet = wallet.map((sources) =>
  sources.map(({ awards, records, ...source }) => ({
    ...source,
    awards: awards.map((award) => ({ ...award, achievement: plain(award.achievement) })),
    records: records.map((one) => ({ ...one, definitions: one.definitions.map(plain) })),
  })),
)

const plain = (given: Achievement): Achievement => ({
  ...given,
  name: given.id === '' ? given.name : words(`Thing ${given.id.replace(/\/$/, '').at(-1)}`),
})

const graphOf = (sources: readonly StackSource[]) => buildGraph({ sources, pathways: [], own: [] })

interface Line {
  readonly source: StackNode
  readonly target: StackNode
  readonly statement: Statement
}

/** Each statement with its ends as they were stated. */
function linesIn(graph: StackGraph): readonly Line[] {
  const nodes = new Map([...graph.achievements, ...graph.skills].map((node) => [node.id, node]))
  return graph.edges.flatMap(({ from, to, statements }) =>
    statements.map((statement) => {
      const [source, target] = [nodes.get(from)!, nodes.get(to)!]
      return statement.reversed ? { source: target, target: source, statement } : { source, target, statement }
    }),
  )
}

/** Whether one is the other, of which more is known by now. */
const grew = (before: StackNode, after: StackNode) =>
  before.kind === after.kind && before.keys.every((key) => after.keys.includes(key))

const saysTheSame = (one: Statement, other: Statement) =>
  one.basis === other.basis && one.type === other.type && (one.basis === 'inferred' || one.by.join() === other.by.join())

const isAmong = (line: Line, lines: readonly Line[], grows: (one: StackNode, other: StackNode) => boolean) =>
  lines.some(
    (other) =>
      saysTheSame(line.statement, other.statement) &&
      ((grows(line.source, other.source) && grows(line.target, other.target)) ||
        // Without direction either end may come first.
        (grows(line.source, other.target) && grows(line.target, other.source))),
  )

describe('a graph of anything', () => {
  test('does not depend on the order in which it was added', () => {
    fc.assert(
      fc.property(
        wallet.chain((sources) =>
          fc.tuple(fc.constant(sources), fc.shuffledSubarray([...sources], { minLength: sources.length })),
        ),
        ([sources, shuffled]) => {
          expect(graphOf(shuffled)).toEqual(graphOf(sources))
          expect(graphOf([...shuffled, ...shuffled])).toEqual(graphOf(sources))
        },
      ),
      { numRuns: 300 },
    )
  })

  test('keeps every statement of an issuer when something is added', () => {
    fc.assert(
      fc.property(
        wallet.chain((sources) => fc.tuple(fc.constant(sources), fc.subarray([...sources]))),
        ([sources, some]) => {
          const all = linesIn(graphOf(sources))
          const before = linesIn(graphOf(some)).filter(({ statement }) => statement.basis === 'issuer')
          expect(before.filter((line) => !isAmong(line, all, grew))).toEqual([])
        },
      ),
      { numRuns: 400 },
    )
  })

  test('of a part of it is that part of the graph', () => {
    fc.assert(
      fc.property(
        plainWallet.chain((sources) => fc.tuple(fc.constant(sources), fc.subarray([...sources]))),
        ([sources, some]) => {
          const [whole, part] = [graphOf(sources), graphOf(some)]
          const refs = new Set(some.flatMap(({ awards, records }) => [...awards, ...records].map(({ ref }) => ref)))
          const shrank = (after: StackNode, before: StackNode) => grew(before, after)
          const mine = linesIn(part)
          const isHere = (node: StackNode) => [...part.achievements, ...part.skills].some((each) => grew(each, node))
          const stays = linesIn(whole).filter(
            ({ source, target, statement }) =>
              statement.by.length > 0 && statement.by.every((ref) => refs.has(ref)) && isHere(source) && isHere(target),
          )
          // What lies in one and the same achievement of the whole may be two of the part.
          expect(stays.filter((line) => line.source.id !== line.target.id && !isAmong(line, mine, shrank))).toEqual([])
          const all = linesIn(whole)
          const known = mine.filter((line) => !isMerged(line, whole))
          expect(known.filter((line) => !isAmong(line, all, grew))).toEqual([])
        },
      ),
      { numRuns: 400 },
    )
  })

  test('is analysed whatever it holds, and points at what is in it alone', () => {
    fc.assert(
      fc.property(wallet, (sources) => {
        const graph = graphOf(sources)
        const analysis = analyse(graph)
        const edges = new Set(graph.edges.map(({ id }) => id))
        const nodes = new Set([...graph.achievements, ...graph.skills].map(({ id }) => id))
        expect(nodes.size).toBe(graph.achievements.length + graph.skills.length)
        expect(graph.edges.every(({ from, to }) => nodes.has(from) && nodes.has(to))).toBe(true)
        const named = [analysis.cycles, analysis.contradictions, [analysis.shadowed, analysis.unusual]].flat(2)
        expect(named.filter((id) => !edges.has(id))).toEqual([])
        const things = [analysis.dangling, analysis.common, Object.keys(analysis.standing), Object.values(analysis.leaning)].flat(
          2,
        )
        expect(things.filter((id) => !nodes.has(id))).toEqual([])
        expect(Object.values(analysis.parts).every(({ earned, of }) => earned <= of)).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  test('never hides what an issuer says of two things', () => {
    fc.assert(
      fc.property(wallet, (sources) => {
        const graph = graphOf(sources)
        const shadowed = new Set(analyse(graph).shadowed)
        const hidden = graph.edges.filter(({ id, from, to, kind }) => shadowed.has(id) && from !== to && kind !== 'horizontal')
        expect(hidden.flatMap(({ statements }) => statements).filter(({ basis }) => basis !== 'inferred')).toEqual([])
      }),
      { numRuns: 300 },
    )
  })
})

/** Whether both ends of a line have turned out to be one thing in the whole. */
function isMerged({ source, target }: Line, whole: StackGraph): boolean {
  return whole.achievements.some((node) => grew(source, node) && grew(target, node))
}
