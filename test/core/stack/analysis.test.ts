import { describe, expect, test } from 'vitest'
import { analyse } from '../../../src/core/stack/analysis.ts'
import { buildGraph } from '../../../src/core/stack/graph.ts'
import type { StackGraph, StackSource } from '../../../src/core/stack/types.ts'
import { alignment, badges, linesOf, record, type StatedAward } from './fixtures.ts'

function analysed(...sources: readonly StackSource[]) {
  const graph = buildGraph({ sources, pathways: [], own: [] })
  const analysis = analyse(graph)
  const name = (id: string) => graph.achievements.find((node) => node.id === id)?.name[0]?.value ?? id
  const edges = (ids: readonly string[]) => linesOf({ ...graph, edges: graph.edges.filter(({ id }) => ids.includes(id)) })
  const renamed = <T>(values: Readonly<Record<string, T>>) =>
    Object.fromEntries(Object.entries(values).map(([id, value]) => [name(id), value]))
  return { graph, analysis, name, edges, renamed }
}

const ladder: readonly StatedAward[] = [
  { name: 'Arc', type: 'MicroCredential' },
  { name: 'Mig', type: 'MicroCredential' },
  { name: 'Welder', type: 'Certificate' },
]

describe('what contradicts itself is shown as what it is', () => {
  test('a thing that comes before itself', () => {
    const { analysis, edges } = analysed(record({ holds: ladder, says: ['arc precedes arc'] }))
    expect(analysis.contradictions.map(edges)).toEqual([['Arc —precedes vertical issuer→ Arc']])
  })

  test('two that say the opposite of each other', () => {
    const { analysis, edges } = analysed(record({ holds: ladder, says: ['arc isPartOf welder', 'welder isPartOf arc'] }))
    expect(analysis.contradictions.map(edges)).toEqual([
      ['Arc —isPartOf vertical issuer→ Welder', 'Welder —isPartOf vertical issuer→ Arc'],
    ])
    expect(analysis.cycles).toEqual([])
  })

  test('a circle', () => {
    const { analysis, edges } = analysed(
      record({ holds: ladder, says: ['arc precedes mig', 'mig precedes welder', 'welder precedes arc', 'arc isPartOf degree'] }),
    )
    expect(analysis.cycles.map(edges)).toEqual([
      ['Arc —precedes vertical issuer→ Mig', 'Mig —precedes vertical issuer→ Welder', 'Welder —precedes vertical issuer→ Arc'],
    ])
  })

  test('a bigger thing inside a smaller one', () => {
    const { analysis, edges } = analysed(record({ holds: ladder, says: ['welder isPartOf arc', 'mig isPartOf welder'] }))
    expect(edges(analysis.unusual)).toEqual(['Welder —isPartOf vertical issuer→ Arc'])
  })

  test('what nobody describes', () => {
    const { analysis } = analysed(record({ holds: ladder, says: ['arc isPartOf nowhere'] }))
    expect(analysis.dangling).toEqual(['id:nowhere'])
  })

  test('a circle of a thousand takes no stack of calls', () => {
    const holds = Array.from({ length: 1_000 }, (_, index) => ({ name: `n${index}` }))
    const says = holds.map((_, index) => `n${index} precedes n${(index + 1) % 1_000}`)
    expect(analysed(record({ holds, says })).analysis.cycles.map(({ length }) => length)).toEqual([1_000])
  })
})

describe('how something stands', () => {
  const withdrawn = { verdict: 'not-verified', code: 'status_revoked' } as const
  test.for([
    ['earned and verified', [{ name: 'A' }], 'verified'],
    ['withdrawn', [{ name: 'A', award: withdrawn }], 'not-verified'],
    ['open', [{ name: 'A', award: { verdict: 'cannot-tell' } }], 'cannot-tell'],
    [
      'withdrawn, and earned again',
      [
        { name: 'A', digest: '1', award: withdrawn },
        { name: 'A', digest: '2' },
      ],
      'verified',
    ],
    [
      'withdrawn, and copied by a key that anyone could have made',
      [
        { name: 'A', digest: '1', award: withdrawn },
        { name: 'A', digest: '2', by: 'Anyone', award: { issuerLevel: 'key' } },
      ],
      'not-verified',
    ],
  ] as const)('%s', ([, stated, expected]) => {
    const { analysis, renamed } = analysed(...badges(...(stated as readonly StatedAward[])))
    expect(renamed(analysis.standing)).toEqual({ A: expected })
  })

  test('what is not earned stands for nothing', () => {
    const { analysis, renamed } = analysed(record({ defines: [{ name: 'Degree' }], says: ['degree precedes beyond'] }))
    expect(renamed(analysis.standing)).toEqual({ Degree: 'none', 'id:beyond': 'none' })
  })

  test('what leans on something withdrawn says so, however far up', () => {
    const holds = [{ ...ladder[0]!, award: withdrawn }, ladder[1]!, ladder[2]!, { name: 'Degree', type: 'Degree' }]
    const says = ['arc isPartOf welder', 'mig isPartOf welder', 'welder isPartOf degree', 'degree isPartOf unearned']
    const { analysis, renamed, name } = analysed(record({ holds, says }))
    expect(Object.entries(renamed(analysis.leaning)).map(([who, parts]) => [who, parts.map(name)])).toEqual([
      ['Welder', ['Arc']],
      ['Degree', ['Arc']],
    ])
  })

  test('nothing leans on anything by a guess, or by the word of a record that does not hold', () => {
    const alignments = [alignment('Data', { url: 'https://x.example/data' })]
    const guess = analysed(
      ...badges({ ...ladder[0]!, alignments, earned: '2020', award: withdrawn }, { ...ladder[2]!, alignments, earned: '2021' }),
    )
    expect(linesOf(guess.graph)).toContain('Arc —may-stack vertical inferred→ Welder')
    expect(guess.analysis.leaning).toEqual({})
    const holds = [{ ...ladder[0]!, award: withdrawn }, ladder[2]!]
    const said = analysed(record({ holds, says: ['arc isPartOf welder'], statement: { verdict: 'not-verified' } }))
    expect(said.analysis.leaning).toEqual({})
  })
})

describe('how many parts are earned', () => {
  const holds = [
    { ...ladder[0]!, creditsEarned: 3 },
    { ...ladder[1]!, creditsEarned: 4, award: { verdict: 'not-verified' as const } },
    { ...ladder[2]!, credits: 12 },
  ]
  const says = ['arc isPartOf welder', 'mig isChildOf welder', 'welder isParentOf tig', 'arc precedes welder']

  test('counts what is verified, of all that its issuer names', () => {
    const { analysis, renamed } = analysed(record({ holds, says }))
    expect(renamed(analysis.parts)).toEqual({ Welder: { earned: 1, of: 3, credits: { earned: 3, of: 12 } } })
  })

  test('adds no credits of different issuers', () => {
    const { analysis, renamed } = analysed(
      record({ holds: [{ ...holds[0]!, by: 'Kestrel' }, holds[2]!], says: ['arc isPartOf welder'] }),
    )
    expect(renamed(analysis.parts)).toEqual({ Welder: { earned: 1, of: 1 } })
  })

  test('does not count on the word of a record that does not hold', () => {
    expect(analysed(record({ holds, says, statement: { verdict: 'not-verified' } })).analysis.parts).toEqual({})
  })
})

describe('what tells nothing new', () => {
  const alignments = [alignment('Data', { url: 'https://x.example/data' })]
  const step = (name: string, type: string, earned: string) => ({ name, type, earned, alignments })
  const three = [step('Badge', 'Badge', '2020'), step('Course', 'Course', '2021'), step('Paper', 'Certificate', '2022')]

  test('a guess where a longer way of guesses leads', () => {
    const { analysis, edges } = analysed(...badges(...three))
    expect(edges(analysis.shadowed)).toEqual(['Badge —may-stack vertical inferred→ Paper'])
  })

  test('a guess where an issuer says something', () => {
    const { analysis, edges } = analysed(record({ holds: three, says: ['badge isPartOf paper', 'badge isPartOf course'] }))
    expect(edges(analysis.shadowed)).toEqual(['Badge —isPartOf vertical issuer→ Paper'].slice(1))
  })

  test('"adds to" where it lies within', () => {
    const holds = [{ ...three[0]!, earned: '2023' }, three[2]!]
    const { analysis, edges } = analysed(record({ holds, says: ['badge isPartOf paper'] }))
    expect(edges(analysis.shadowed)).toEqual(['Badge —adds-to value-added inferred→ Paper'])
  })

  test('a skill that nearly everything names', () => {
    const named = Array.from({ length: 6 }, (_, index) => ({ name: `n${index}`, tags: index < 4 ? ['data'] : [] }))
    expect(analysed(...badges(...named)).analysis.common).toEqual(['skill tag:data'])
    expect(analysed(...badges(...named.slice(2))).analysis.common).toEqual([])
  })

  test('a tag that is called like a skill', () => {
    const { analysis } = analysed(...badges({ name: 'A', alignments }, { name: 'B', tags: ['data'] }))
    expect(analysis.common).toEqual(['skill tag:data'])
  })
})

test('a graph of nothing amounts to nothing', () => {
  const empty: StackGraph = buildGraph({ sources: [], pathways: [], own: [] })
  expect(analyse(empty)).toEqual({
    cycles: [],
    contradictions: [],
    unusual: [],
    dangling: [],
    shadowed: [],
    common: [],
    standing: {},
    leaning: {},
    parts: {},
  })
})
