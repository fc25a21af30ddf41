import { describe, expect, test } from 'vitest'
import { pathwayLimits } from '../../../src/core/pathway/limits.ts'
import { progressOn } from '../../../src/core/pathway/progress.ts'
import { readPathways } from '../../../src/core/pathway/read.ts'
import { at, component, condition, graphOf, holding, leadingTo, pathwayIn, stepNamed } from './support.ts'

/** Generous: the machines that run this are slow, and what is guarded against takes minutes. */
const soon = 20_000

function timed<T>(work: () => T): T {
  const start = performance.now()
  const value = work()
  expect(performance.now() - start).toBeLessThan(soon)
  return value
}

const pathway = { '@id': at('way'), '@type': 'Pathway', name: 'Way' }
const ids = (length: number) => Array.from({ length }, (_, index) => `n${index}`)

describe('more than anyone draws', () => {
  test('a hundred thousand things are one pathway of as many steps as are taken', () => {
    const many = ids(40_000).map((id) => ({ '@id': id, '@type': 'XComponent' }))
    const read = timed(() => pathwayIn([pathway, ...many]))
    expect(read.steps).toHaveLength(pathwayLimits.steps)
    expect(read.notices).toEqual([{ code: 'too_many', step: '' }])
    const references = ids(100_000).map((id) => ({ '@id': id }))
    expect(timed(() => pathwayIn([pathway, component('A'), ...references])).steps).toHaveLength(1)
  })

  test('all linked with all', () => {
    const all = ids(400)
    const tangled = all.map((id) => ({ '@id': id, '@type': 'XComponent', name: id, precedes: all, hasChild: id }))
    const read = timed(() => pathwayIn([pathway, ...tangled]))
    expect(read.notices.length).toBeLessThanOrEqual(pathwayLimits.notices)
    expect(read.notices).toContainEqual({ code: 'too_many', step: '' })
    timed(() => progressOn(read, holding('n1')))
  })

  test('a chain as long as may be', () => {
    const chain = ids(500).map((id, index) => ({ '@id': id, '@type': 'XComponent', name: id, prerequisite: `n${index + 1}` }))
    const read = timed(() => pathwayIn([{ ...pathway, hasDestinationComponent: 'n0' }, ...chain]))
    expect(timed(() => progressOn(read, graphOf([]))).soonest).toHaveLength(500)
  })

  test('a chain of choices that stand for each other', () => {
    const chain = ids(500).map((id, index) => ({
      '@id': id,
      '@type': 'SelectionComponent',
      name: id,
      prerequisite: `n${index + 1}`,
    }))
    const read = pathwayIn([{ ...pathway, hasDestinationComponent: 'n0' }, ...chain])
    expect(timed(() => progressOn(read, graphOf([]))).of).toBe(1)
  })

  test('a great many ways: the one that is told is found in time', () => {
    const all = ids(490)
    const goals = ids(9).map((id, index) => ({
      '@id': `goal-${id}`,
      '@type': 'XComponent',
      name: `goal ${id}`,
      hasCondition: { requiredNumber: 20, targetComponent: all.filter((_, at) => at % 9 !== index) },
    }))
    const last = { '@id': 'last', '@type': 'XComponent', name: 'last', prerequisite: goals.map((goal) => goal['@id']) }
    const leaves = all.map((id, index) => ({
      '@id': id,
      '@type': 'XComponent',
      name: id,
      ...(index % 2 && { prerequisite: `n${index - 1}` }),
    }))
    const read = timed(() => pathwayIn([pathway, last, ...goals, ...leaves]))
    const progress = timed(() => progressOn(read, holding('n3', 'n5', 'n7')))
    expect(progress.soonest.length).toBeLessThan(100)
  })

  test('conditions in conditions', () => {
    const deep = (depth: number): object =>
      depth === 0 ? {} : condition({ ...deep(depth - 1), 'ceterms:targetComponent': at('A') })
    const read = timed(() => pathwayIn(leadingTo('Goal', component('Goal', deep(28)), component('A'))))
    expect(read.notices).toContainEqual({ code: 'too_many', step: at('Goal') })
  })

  test('conditions that double at every depth', () => {
    const doubling = ids(30).map((id, index) => ({
      '@id': `_:${id}`,
      '@type': 'ComponentCondition',
      hasCondition: [`_:n${index + 1}`, { '@id': `_:n${index + 1}` }],
    }))
    const read = timed(() => pathwayIn(leadingTo('Goal', component('Goal', { hasCondition: '_:n0' }), ...doubling)))
    expect(read.notices).toContainEqual({ code: 'too_many', step: at('Goal') })
  })

  test('words without end', () => {
    const read = pathwayIn(
      leadingTo('A', component('A', { 'ceterms:name': 'x'.repeat(100_000), 'ceterms:description': { en: 'y'.repeat(100_000) } })),
    )
    expect(read.steps[0]?.name[0]?.value).toHaveLength(pathwayLimits.name)
    expect(read.steps[0]?.description?.[0]?.value).toHaveLength(pathwayLimits.description)
  })
})

describe('names that mean something to the machine', () => {
  test('are names like any other', () => {
    const text = `[{"@id":"__proto__","@type":"Pathway","name":"Way","__proto__":{"hasPart":"evil"}},
      {"@id":"constructor","@type":"XComponent","name":"toString","prerequisite":["__proto__","hasOwnProperty"]},
      {"@id":"hasOwnProperty","@type":"__proto__Component","name":{"__proto__":"evil","en":"Good"}}]`
    const read = pathwayIn(text)
    expect(read.steps.map(({ id, name }) => [id, name])).toEqual([
      ['constructor', [{ value: 'toString' }]],
      ['hasOwnProperty', [{ value: 'Good', language: 'en' }]],
    ])
    expect(progressOn(read, holding('constructor')).of).toBe(2)
    expect(({} as Record<string, unknown>)['hasPart']).toBeUndefined()
  })
})

test('numbers that nobody can earn are none', () => {
  const worth = (value: unknown) =>
    pathwayIn(leadingTo('A', component('A', { 'ceterms:pointValue': { 'schema:value': value } }))).steps[0]?.points
  expect([3, '3', 0, -1, 1e300, 'many', null, [], {}].map(worth)).toEqual([
    3,
    3,
    0,
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
  ])
})

test('addresses that run something are no pages', () => {
  const page = (url: string) => stepNamed(pathwayIn(leadingTo('A', component('A', { 'ceterms:subjectWebpage': url }))), 'A').url
  expect(page('https://school.example/a')).toBe('https://school.example/a')
  for (const url of ['javascript:alert(1)', 'http://school.example/a', 'data:text/html,x', '//school.example'])
    expect(page(url)).toBeUndefined()
})

test('a document nested deeper than JSON may be is refused', () => {
  expect(readPathways('['.repeat(100_000))).toMatchObject({ ok: false, problem: { code: 'json_too_deep' } })
})

test('things without a name inside one with an endless name', () => {
  const inside = Array.from({ length: 8_000 }, () => ({ '@type': 'ceterms:CourseComponent', 'ceterms:name': 'A' }))
  const long = 'x'.repeat(600_000)
  for (const stated of [{ '@id': long, 'ceterms:hasPart': inside }, { [long]: inside }]) {
    const read = timed(() => readPathways(JSON.stringify({ '@type': 'ceterms:Pathway', ...stated })))
    expect(read.ok && read.value[0]?.steps.length).toBe(pathwayLimits.steps)
  }
})
