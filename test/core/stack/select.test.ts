import { describe, expect, test } from 'vitest'
import { noFilter, type Selecting, selectShown, yearOf } from '../../../src/core/stack/select.ts'
import type { AchievementNode, SkillNode, StackEdge, StackGraph, Statement } from '../../../src/core/stack/types.ts'
import { award } from './fixtures.ts'

function node(id: string, more: Partial<AchievementNode> = {}): AchievementNode {
  return {
    kind: 'achievement',
    id,
    keys: [],
    name: [{ value: id }],
    rank: 15,
    tier: 'experience',
    awards: [id],
    presence: 'awarded',
    owners: [],
    ...more,
  }
}

const skill = (id: string): SkillNode => ({ kind: 'skill', id, keys: [], source: 'tag', name: [{ value: id }] })

/** `badge > certificate vertical issuer`. */
function edge(line: string): StackEdge {
  const [from = '', , to = '', kind = 'vertical', basis = 'issuer'] = line.split(' ')
  const statement: Statement = { basis: basis as Statement['basis'], strength: 5, type: 'isPartOf', reversed: false, by: [] }
  return { id: `${from}>${to}`, from, to, kind: kind as StackEdge['kind'], statements: [statement] }
}

const graph: StackGraph = {
  achievements: [
    node('badge'),
    node('course'),
    node('certificate'),
    node('degree', { awards: [] }),
    node('cloud'),
    node('alone'),
  ],
  skills: [skill('data'), skill('english')],
  edges: [
    edge('badge > certificate'),
    edge('course > certificate vertical inferred'),
    edge('certificate > degree'),
    edge('cloud > degree value-added'),
    edge('badge - data horizontal'),
    edge('cloud - data horizontal'),
    edge('alone - english horizontal'),
    edge('badge > degree vertical inferred'),
  ],
  awards: Object.fromEntries(
    [
      award({ name: 'badge', digest: 'badge', earned: '2023', by: 'Westbridge College' }),
      award({ name: 'course', digest: 'course', earned: '2024', by: 'Westbridge College' }),
      award({ name: 'certificate', digest: 'certificate', earned: '2025', by: 'Westbridge College' }),
      award({ name: 'cloud', digest: 'cloud', earned: '2024', by: 'Kestrel Labs' }),
      award({ name: 'alone', digest: 'alone', by: 'Kestrel Labs' }),
    ].map((one) => [one.ref, one]),
  ),
  speakers: {},
  isCut: false,
}

function shown(change: Partial<Selecting> = {}) {
  const { nodes, edges } = selectShown({
    graph,
    analysis: { shadowed: ['badge>degree'], common: ['english'] },
    filter: noFilter,
    focus: null,
    members: null,
    ...change,
  })
  return { nodes: nodes.map(({ id }) => id), edges: edges.map(({ id }) => id) }
}

const narrowed = (filter: Partial<Selecting['filter']>) => shown({ filter: { ...noFilter, ...filter } })

describe('without filter and focus', () => {
  test('everything is shown but what is said better elsewhere and skills that tell little', () => {
    expect(shown()).toEqual({
      nodes: ['badge', 'course', 'certificate', 'degree', 'cloud', 'alone', 'data'],
      edges: ['badge>certificate', 'course>certificate', 'certificate>degree', 'cloud>degree', 'badge>data', 'cloud>data'],
    })
  })

  test('a bare name that nothing shown has to do with is none to show', () => {
    const bare = { ...node('elsewhere', { awards: [] }), presence: 'named' as const }
    expect(shown({ graph: { ...graph, achievements: [...graph.achievements, bare] } }).nodes).not.toContain('elsewhere')
  })

  test('what stands alone can be left out', () => {
    expect(narrowed({ isLoneShown: false }).nodes).not.toContain('alone')
  })
})

describe('a filter', () => {
  test.for([
    ['kind', { kinds: ['value-added'] }, ['degree', 'cloud'], ['cloud>degree']],
    ['who says so', { bases: ['inferred'] }, ['course', 'certificate'], ['course>certificate']],
    ['issuer', { issuers: ['https://kestrel-labs.example'] }, ['cloud', 'alone', 'data'], ['cloud>data']],
    ['year', { years: [2024] }, ['course', 'cloud', 'data'], ['cloud>data']],
    ['two years', { years: [2024, 2025] }, ['course', 'certificate', 'cloud', 'data'], ['course>certificate', 'cloud>data']],
  ] as const)('by %s leaves what passes it, and the links between', ([, filter, nodes, edges]) => {
    expect(narrowed(filter)).toEqual({ nodes, edges })
  })

  test('by a stack of one’s own leaves all its members, linked or not', () => {
    const members = [
      { digest: 'badge', part: '' },
      { digest: 'alone', part: '' },
    ]
    expect(shown({ members, filter: { ...noFilter, own: 'mine', isLoneShown: false } }).nodes).toEqual(['badge', 'alone', 'data'])
  })

  test('knows a part from the whole that it lies in', () => {
    expect(shown({ members: [{ digest: 'badge', part: '1' }] }).nodes).toEqual([])
  })
})

describe('a focus', () => {
  test('leaves everything that leads there, everything it can lead to, and what lies directly beside it', () => {
    expect(shown({ focus: 'badge' })).toEqual({
      nodes: ['badge', 'certificate', 'degree', 'data'],
      edges: ['badge>certificate', 'certificate>degree', 'badge>data', 'badge>degree'],
    })
  })

  test('reaches down to the ground and up to the top', () => {
    expect(shown({ focus: 'certificate' }).nodes).toEqual(['badge', 'course', 'certificate', 'degree'])
  })

  test('on a skill leaves whoever shares it', () => {
    expect(shown({ focus: 'data' }).nodes).toEqual(['badge', 'cloud', 'data'])
  })

  test('shows a skill that tells little to whoever asks for it', () => {
    expect(shown({ focus: 'alone' })).toEqual({ nodes: ['alone', 'english'], edges: ['alone>english'] })
  })

  test('ends in a circle where it began', () => {
    const round = { ...graph, edges: [edge('badge > course'), edge('course > badge')] }
    expect(shown({ graph: round, focus: 'badge' }).nodes).toEqual(['badge', 'course'])
  })

  test('keeps what is looked at although the filter leaves it out', () => {
    const result = shown({ focus: 'degree', filter: { ...noFilter, years: [2025] } })
    expect(result).toEqual({ nodes: ['certificate', 'degree'], edges: ['certificate>degree'] })
  })
})

test('the year of a date as stated; of none there is none', () => {
  expect(yearOf('2024-12-31T23:59:59Z')).toBe(2024)
  expect(yearOf('')).toBeNaN()
  expect(yearOf('spring')).toBeNaN()
})
