import { describe, expect, test } from 'vitest'
import { progressOn } from '../../../src/core/pathway/progress.ts'
import type { Pathway } from '../../../src/core/pathway/types.ts'
import { buildGraph } from '../../../src/core/stack/graph.ts'
import type { Award, StackGraph } from '../../../src/core/stack/types.ts'
import { associateDegree, ctids, real } from './associate-degree.ts'
import {
  achievement,
  at,
  award,
  component,
  condition,
  graphOf,
  holding,
  leadingTo,
  nameOf,
  node,
  pathwayIn,
  stepNamed,
  targets,
} from './support.ts'

const degree = pathwayIn(associateDegree)
const nothing = graphOf([])

function namesOf(pathway: Pathway, ids: readonly string[]): readonly string[] {
  return ids.map((id) => nameOf(pathway, id))
}

function stateOf(pathway: Pathway, graph: StackGraph, name: string) {
  return progressOn(pathway, graph).steps.find(({ id }) => id === stepNamed(pathway, name).id)
}

describe('on the way to a degree and a job', () => {
  test('with nothing, the shortest way is told in an order in which it can be gone', () => {
    const progress = progressOn(degree, nothing)
    expect(progress).toMatchObject({ done: 0, of: 6, isComplete: 'no', points: { done: 0, of: 10 } })
    const way = namesOf(degree, progress.soonest)
    expect(way.slice(-2)).toEqual(['Associate of Science in Data', 'Junior data analyst'])
    expect(way.slice(0, -2).toSorted()).toEqual(['Maps', 'Python', 'Statistics', 'Writing'])
  })

  test('what was earned is done, and what is cheapest from there is next', () => {
    const progress = progressOn(degree, holding(real.statistics, ctids.databases))
    expect(progress).toMatchObject({ done: 2, of: 6, isComplete: 'no', credits: { done: 7, of: 13 } })
    expect(namesOf(degree, progress.soonest)).toEqual([
      'Writing',
      'Python',
      'Associate of Science in Data',
      'Junior data analyst',
    ])
  })

  test('more electives than are asked for are not counted twice', () => {
    const electives = holding(ctids.maps, ctids.python, ctids.ethics, ctids.databases)
    expect(progressOn(degree, electives)).toMatchObject({ done: 2, of: 6 })
  })

  test('who has the degree needs nothing below it; what was earned there counts all the same', () => {
    const progress = progressOn(degree, holding(real.degree, ctids.writing))
    expect(progress).toMatchObject({ done: 2, of: 3, points: { done: 10, of: 10 } })
    expect(namesOf(degree, progress.soonest)).toEqual(['Junior data analyst'])
  })

  test('is complete with the destination itself', () => {
    expect(progressOn(degree, holding(ctids.job))).toMatchObject({ done: 1, of: 1, isComplete: 'yes', soonest: [] })
  })

  test('says what is open now', () => {
    const open = (graph: StackGraph) =>
      progressOn(degree, graph)
        .steps.filter(({ isOpen }) => isOpen === 'yes')
        .map(({ id }) => nameOf(degree, id))
    expect(open(nothing)).not.toContain('Databases')
    expect(open(holding(real.python))).toContain('Databases')
    expect(open(holding(real.statistics, ctids.portfolio, ctids.maps, ctids.ethics))).toContain('Associate of Science in Data')
  })
})

describe('how a step stands', () => {
  const held = (more: Partial<Award>, identifier: string = real.statistics): StackGraph => {
    const one = award(more)
    return graphOf([node([identifier], [one])], [one])
  }

  test.for([
    ['counts: verified, by an issuer in a list', { issuerLevel: 'listed' }, 'counts'],
    ['counts: verified, by an issuer that this person trusts', { issuerLevel: 'personal' }, 'counts'],
    ['counts: verified, by an issuer known by its web address', { issuerLevel: 'web' }, 'counts'],
    ['counts: an example like any other', { example: true }, 'counts'],
    ['possible: by a key that anyone could have made', { issuerLevel: 'key' }, 'possible'],
    ['possible: by an issuer that only a list for tests knows', { issuerLevel: 'test' }, 'possible'],
    ['possible: by nobody', { issuerLevel: 'none' }, 'possible'],
    ['weak: withdrawn', { verdict: 'not-verified', code: 'status_revoked' }, 'weak'],
    ['weak: out of date', { verdict: 'not-verified', code: 'dates_expired' }, 'weak'],
    ['weak: not checked to the end', { verdict: 'cannot-tell' }, 'weak'],
  ] as const)('%s', ([, more, state]) => {
    const step = stateOf(degree, held(more), 'Statistics')
    expect(step).toMatchObject({ state, ...(state === 'possible' && { because: 'issuer' }) })
    expect(step?.awards).toHaveLength(1)
    expect(progressOn(degree, held(more)).done).toBe(state === 'counts' ? 1 : 0)
  })

  test('one that counts is enough, whatever else is held', () => {
    const [good, bad] = [award(), award({ verdict: 'not-verified' })]
    expect(stateOf(degree, graphOf([node([real.statistics], [bad, good])], [good, bad]), 'Statistics')).toMatchObject({
      state: 'counts',
      awards: [good.ref],
    })
  })

  test('what is defined and not awarded is missing', () => {
    expect(stateOf(degree, graphOf([node([real.statistics])]), 'Statistics')).toEqual({
      id: ctids.statistics,
      state: 'missing',
      awards: [],
      isOpen: 'yes',
    })
  })

  test('the same name by an owner is possible; by anybody else it is nothing', () => {
    const named = (issuer: string, more: Partial<Award> = {}) => {
      const one = award({ issuer: { id: issuer, name: [] }, ...more })
      return graphOf([node(['urn:x:1'], [one], { name: [{ value: '  WRITING ', language: 'en' }] })], [one])
    }
    expect(stateOf(degree, named('https://college.example'), 'Writing')).toMatchObject({ state: 'possible', because: 'name' })
    expect(stateOf(degree, named('https://elsewhere.example'), 'Writing')).toMatchObject({ state: 'missing' })
    expect(stateOf(degree, named('https://college.example', { verdict: 'not-verified' }), 'Writing')).toMatchObject({
      state: 'missing',
    })
  })

  describe('by an alignment to the credential', () => {
    const aligned = (more: Partial<Award> = {}, type = 'ceterms:Credential') => {
      const alignments = [{ name: [], url: `https://credentialfinder.org/credential/${real.degree}`, type }]
      const one = award({ achievement: achievement({ alignments }), ...more })
      return graphOf([node(['urn:x:1'], [one])], [one])
    }
    const name = 'Associate of Science in Data'

    test('counts when an owner awards it', () => {
      expect(stateOf(degree, aligned(), name)).toMatchObject({ state: 'counts' })
    })

    test.for([
      ['somebody else awards it', { issuer: { id: 'https://elsewhere.example/', name: [] } }],
      ['nobody knows the issuer', { issuerLevel: 'key' }],
    ] as const)('is only possible when %s', ([, more]) => {
      expect(stateOf(degree, aligned(more), name)).toMatchObject({ state: 'possible', because: 'issuer' })
    })

    test('is nothing when it is not verified, or aligned to a skill', () => {
      expect(stateOf(degree, aligned({ verdict: 'not-verified' }), name)).toMatchObject({ state: 'missing' })
      expect(stateOf(degree, aligned({}, 'ceasn:Competency'), name)).toMatchObject({ state: 'missing' })
    })
  })

  test('an identifier that only one document can name is not one', () => {
    const goal = component('Goal', { 'ceterms:hasChild': '_:b1' })
    const pathway = pathwayIn(
      leadingTo('Goal', goal, { '@id': '_:b1', '@type': 'ceterms:CourseComponent', 'ceterms:name': 'Blank' }),
    )
    expect(stateOf(pathway, holding('_:b1'), 'Blank')).toMatchObject({ state: 'missing' })
  })
})

describe('what cannot be judged', () => {
  const goal = component('Goal', condition({ ...targets('A'), 'ceterms:hasConstraint': {} }))
  const pathway = pathwayIn(leadingTo('Goal', goal, component('A')))

  test('is not open as long as what can be judged is missing', () => {
    expect(stateOf(pathway, nothing, 'Goal')).toMatchObject({ isOpen: 'no' })
  })

  test('is never called open on our word', () => {
    expect(stateOf(pathway, holding(at('A')), 'Goal')).toMatchObject({ isOpen: 'unknown' })
  })

  test('nor is what asks for something not to be there', () => {
    const not = component('Goal', condition({ ...targets('A'), 'ceterms:logicalOperator': 'logicalOperator:Not' }))
    expect(stateOf(pathwayIn(leadingTo('Goal', not, component('A'))), nothing, 'Goal')).toMatchObject({ isOpen: 'unknown' })
  })

  test('a choice is not made for it: the way goes by what can be read', () => {
    const either = component('Goal', {
      'ceterms:hasCondition': {
        ...targets('A'),
        'ceterms:logicalOperator': 'logicalOperator:Or',
        ...condition({ 'ceterms:logicalOperator': 'logicalOperator:Not' }),
      },
    })
    const way = pathwayIn(leadingTo('Goal', either, component('A')))
    expect(namesOf(way, progressOn(way, nothing).soonest)).toEqual(['A', 'Goal'])
  })

  test('a destination that may be held is neither complete nor not', () => {
    const one = award({ issuerLevel: 'key' })
    expect(progressOn(degree, graphOf([node([ctids.job], [one])], [one])).isComplete).toBe('unknown')
  })

  test('one of several destinations is neither: nobody said which is meant', () => {
    const several = pathwayIn(leadingTo(null, component('A'), component('B')))
    expect(progressOn(several, holding(at('A'))).isComplete).toBe('unknown')
    expect(progressOn(several, holding(at('A'), at('B'))).isComplete).toBe('yes')
  })
})

describe('a step that only stands for a choice', () => {
  const choice = component('Electives', condition({ ...targets('A', 'B', 'C'), 'ceterms:requiredNumber': 2 }), 'Selection')
  const goal = component('Goal', { 'ceterms:prerequisite': at('Electives') })
  const pathway = pathwayIn(leadingTo('Goal', goal, choice, component('A'), component('B'), component('C')))

  test('is not counted, and nothing that anyone could earn', () => {
    const progress = progressOn(pathway, holding(at('B')))
    expect(progress).toMatchObject({ done: 1, of: 3 })
    expect(namesOf(pathway, progress.soonest)).toEqual(['A', 'Goal'])
  })

  test('is done when enough is chosen, by the awards for that', () => {
    const graph = holding(at('B'), at('C'))
    expect(stateOf(pathway, graph, 'Electives')).toMatchObject({ state: 'counts', awards: Object.keys(graph.awards).toSorted() })
    expect(stateOf(pathway, graph, 'Goal')).toMatchObject({ isOpen: 'yes' })
  })

  test('may be the destination', () => {
    const way = pathwayIn(leadingTo('Electives', choice, component('A'), component('B'), component('C')))
    expect(progressOn(way, holding(at('A')))).toMatchObject({ done: 1, of: 2, isComplete: 'no' })
    expect(progressOn(way, holding(at('A'), at('C')))).toMatchObject({ done: 2, of: 2, isComplete: 'yes', soonest: [] })
  })
})

describe('the shortest way', () => {
  test('counts what two things need once', () => {
    // By itself each of X and Y costs two steps and Z costs one more than either; together X and Y share one.
    const pathway = pathwayIn(
      leadingTo(
        'Goal',
        component('Goal', condition({ ...targets('Z', 'X', 'Y'), 'ceterms:requiredNumber': 2 })),
        component('X', { 'ceterms:prerequisite': at('Shared') }),
        component('Y', { 'ceterms:prerequisite': at('Shared') }),
        component('Z', { 'ceterms:prerequisite': at('Other') }),
        component('Shared'),
        component('Other'),
      ),
    )
    expect(namesOf(pathway, progressOn(pathway, nothing).soonest).toSorted()).toEqual(['Goal', 'Shared', 'X', 'Y'])
  })

  test('leads to the cheapest of several destinations', () => {
    const pathway = pathwayIn(
      leadingTo(
        null,
        component('Far', { 'ceterms:prerequisite': [at('A'), at('B')] }),
        component('Near', { 'ceterms:prerequisite': at('A') }),
        component('A'),
        component('B'),
      ),
    )
    expect(namesOf(pathway, progressOn(pathway, nothing).soonest)).toEqual(['A', 'Near'])
  })

  test('goes in an order that also minds what merely precedes', () => {
    const pathway = pathwayIn(
      leadingTo(
        'Goal',
        component('Goal', condition(targets('A', 'B'))),
        component('A', { 'ceterms:precededBy': at('B') }),
        component('B'),
      ),
    )
    expect(namesOf(pathway, progressOn(pathway, nothing).soonest)).toEqual(['B', 'A', 'Goal'])
  })
})

test('adds decimals as precisely as they are stated', () => {
  const credits = (id: string) => component(id, { 'ceterms:creditValue': { 'schema:value': '0.1' } })
  const pathway = pathwayIn(
    leadingTo('Goal', component('Goal', condition(targets('A', 'B', 'C'))), credits('A'), credits('B'), credits('C')),
  )
  expect(progressOn(pathway, holding(at('A')))).toMatchObject({ credits: { done: 0.1, of: 0.3 } })
})

test('works with the graph of a wallet, in which the pathway itself is', () => {
  const statistics = award({
    achievement: achievement({ id: 'urn:x:1', otherIdentifiers: [{ type: 'CTID', value: real.statistics }] }),
  })
  const sources = [{ digest: statistics.digest, awards: [statistics], records: [] }]
  const graph = buildGraph({ sources, pathways: [degree], own: [] })
  expect(stateOf(degree, graph, 'Statistics')).toMatchObject({ state: 'counts', awards: [statistics.ref] })
  expect(progressOn(degree, graph)).toMatchObject({ done: 1, of: 6 })
})
