import { describe, expect, test } from 'vitest'
import { progressOn } from '../../../src/core/pathway/progress.ts'
import { pathwaysOfGraph } from '../../../src/core/pathway/record.ts'
import type { Pathway } from '../../../src/core/pathway/types.ts'
import type { AchievementNode, Award, StackEdge, StackGraph, Statement } from '../../../src/core/stack/types.ts'
import { award, graphOf, node } from './support.ts'

const says: Statement = {
  basis: 'issuer',
  strength: 5,
  type: 'isPartOf',
  reversed: false,
  by: ['record'],
  isOwn: true,
  verdict: 'verified',
}

function part(from: string, to: string, more: Partial<Statement> = {}): StackEdge {
  return { id: `${from}>${to}`, from, to, kind: 'vertical', statements: [{ ...says, ...more }] }
}

/** Achievements by name; those in `earned` are awarded. */
function wallet(
  names: readonly string[],
  earned: Readonly<Record<string, Partial<Award>>>,
  edges: readonly StackEdge[],
  more: Record<string, Partial<AchievementNode>> = {},
): StackGraph {
  const awards = new Map(Object.entries(earned).map(([name, how]) => [name, award(how)]))
  const nodes = names.map((name) => {
    const own = awards.get(name)
    return node([`urn:x:${name}`], own ? [own] : [], { id: name, name: [{ value: name }], ...more[name] })
  })
  return graphOf(nodes, [...awards.values()], edges)
}

const parts = ['a', 'b', 'c', 'd', 'e'].map((name) => part(name, 'Programme'))
const five = (earned: Readonly<Record<string, Partial<Award>>>) => wallet(['Programme', 'a', 'b', 'c', 'd', 'e'], earned, parts)

function only(graph: StackGraph): Pathway {
  const [pathway, ...others] = pathwaysOfGraph(graph)
  if (pathway === undefined || others.length > 0) throw new Error('not one pathway')
  return pathway
}

describe('a programme whose issuer states its parts', () => {
  const graph = five({ a: {}, b: {}, c: {} })

  test('is a way, of which nobody said that all parts are needed', () => {
    const pathway = only(graph)
    expect(pathway).toMatchObject({
      id: 'record:Programme',
      origin: 'record',
      name: [{ value: 'Programme' }],
      destinations: ['Programme'],
    })
    expect(pathway.steps.find(({ id }) => id === 'Programme')?.requires).toMatchObject({ kind: 'some', count: 5, isUnread: true })
  })

  test('says how many of the parts are earned, and never that it is complete', () => {
    expect(progressOn(only(graph), graph)).toMatchObject({ done: 3, of: 5, isComplete: 'no' })
    const all = five({ a: {}, b: {}, c: {}, d: {}, e: {} })
    const progress = progressOn(only(all), all)
    expect(progress).toMatchObject({ done: 5, of: 5, isComplete: 'no', soonest: ['Programme'] })
    expect(progress.steps[0]).toMatchObject({ id: 'Programme', state: 'missing', isOpen: 'unknown' })
  })

  test('is complete when it was awarded itself, and still says which parts are', () => {
    const awarded = five({ Programme: {}, a: {} })
    expect(progressOn(only(awarded), awarded)).toMatchObject({ done: 1, of: 5, isComplete: 'yes', soonest: [] })
  })

  test('counts its own parts, not what lies in those, and adds up no credits', () => {
    const deep = wallet(['Programme', 'a', 'b', 'c'], { a: {}, c: {} }, [...parts.slice(0, 2), part('c', 'a')])
    const progress = progressOn(only(deep), deep)
    expect(progress).toMatchObject({ done: 1, of: 2 })
    expect(progress.credits).toBeUndefined()
    expect(progress.steps).toHaveLength(4)
  })

  test.for([
    ['the one who states the parts, whose key is all that is known', { issuerLevel: 'key' }, 'a', 'counts'],
    [
      'somebody else of whom no more is known',
      { issuerLevel: 'key', issuer: { id: 'did:key:other', name: [] } },
      'a',
      'possible',
    ],
    ['one who claims to be the one who states them', { issuerLevel: 'none' }, 'a', 'possible'],
  ] as const)('of what is awarded by %s', ([, how, name, state]) => {
    const owner = award({}).issuer.id
    const graph = wallet(['Programme', 'a', 'b', 'c', 'd', 'e'], { [name]: how }, parts, { Programme: { owners: [owner] } })
    expect(progressOn(only(graph), graph).steps.find(({ id }) => id === name)?.state).toBe(state)
  })

  test('does not count a part that was withdrawn', () => {
    const weak = five({ a: {}, b: { verdict: 'not-verified' } })
    expect(progressOn(only(weak), weak)).toMatchObject({ done: 1, of: 5 })
  })

  test('is no way any more once everything in it is earned', () => {
    expect(pathwaysOfGraph(five({ Programme: {}, a: {}, b: {}, c: {}, d: {}, e: {} }))).toEqual([])
  })
})

test('a thing without any identifier is its own step', () => {
  const graph = wallet(['Programme', 'a'], { a: {} }, [part('a', 'Programme')], { a: { keys: [] }, Programme: { keys: [] } })
  expect(progressOn(only(graph), graph)).toMatchObject({ done: 1, of: 1 })
})

test('holds everything in it at all depths; bigger things come first', () => {
  const graph = wallet(
    ['Degree', 'Certificate', 'course'],
    { course: {} },
    [part('Certificate', 'Degree'), part('course', 'Certificate')],
    {
      Degree: { rank: 60, type: 'AssociateDegree', creditsAvailable: 60 },
      Certificate: { rank: 35, type: 'Certificate' },
      course: { type: 'Course' },
    },
  )
  const pathways = pathwaysOfGraph(graph)
  expect(pathways.map(({ id }) => id)).toEqual(['record:Degree', 'record:Certificate'])
  expect(pathways[0]?.steps.map(({ id, kind, credits, credentialType }) => [id, kind, credits, credentialType])).toEqual([
    ['Degree', 'Credential', 60, 'AssociateDegree'],
    ['Certificate', 'Credential', undefined, 'Certificate'],
    ['course', 'Course', undefined, undefined],
  ])
})

test.for([
  ['somebody else says of it', { isOwn: false }],
  ['a false credential says', { verdict: 'not-verified' }],
  ['we infer', { basis: 'inferred', type: 'rank' }],
  ['a published pathway says', { basis: 'pathway', type: 'requires' }],
  ['the learner arranged', { basis: 'learner', type: 'stack' }],
  ['merely precedes', { type: 'precedes' }],
] as const)('what %s is no way to it', ([, more]) => {
  expect(pathwaysOfGraph(wallet(['Programme', 'a'], { a: {} }, [part('a', 'Programme', more)]))).toEqual([])
})

test('parts that hold each other are cut once, and told', () => {
  const graph = wallet(['A', 'B'], { A: {} }, [part('A', 'B'), part('B', 'A'), part('A', 'A')])
  const pathways = pathwaysOfGraph(graph)
  expect(pathways.map(({ id, steps, notices }) => [id, steps.map((step) => [step.id, step.requires === null]), notices])).toEqual(
    [
      [
        'record:A',
        [
          ['A', false],
          ['B', true],
        ],
        [{ code: 'circle_cut', step: 'B' }],
      ],
      [
        'record:B',
        [
          ['B', false],
          ['A', true],
        ],
        [{ code: 'circle_cut', step: 'A' }],
      ],
    ],
  )
  for (const pathway of pathways) expect(progressOn(pathway, graph).of).toBe(1)
})

test('is bounded', () => {
  const many = Array.from({ length: 700 }, (_, index) => `part ${index}`)
  const graph = wallet(
    ['Programme', ...many],
    {},
    many.map((name) => part(name, 'Programme')),
  )
  expect(only(graph)).toMatchObject({ steps: { length: 500 }, notices: [{ code: 'too_many', step: '' }] })
})
