import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { metBy } from '../../../src/core/pathway/met.ts'
import { progressOn } from '../../../src/core/pathway/progress.ts'
import { readPathways } from '../../../src/core/pathway/read.ts'
import type { Pathway, PathwayStep, Requirement } from '../../../src/core/pathway/types.ts'
import { associateDegree, things } from './associate-degree.ts'
import { at, holding, pathwayIn, pathwaysIn } from './support.ts'

const members = [
  '@id',
  '@type',
  '@graph',
  '@list',
  '@value',
  'ceterms:ctid',
  'ceterms:name',
  'ceterms:hasPart',
  'ceasn:hasChild',
  'isChildOf',
]
  .concat([
    'ceterms:precedes',
    'ceterms:precededBy',
    'prerequisite',
    'ceterms:hasCondition',
    'ceterms:targetComponent',
    'ceterms:requiredNumber',
  ])
  .concat([
    'ceterms:logicalOperator',
    'ceterms:creditValue',
    'schema:value',
    'ceterms:requires',
    'ceterms:targetCredential',
    'ceterms:isPreparationFor',
  ])
  .concat([
    'asn:hasProgressionLevel',
    'asn:hasProgressionModel',
    'skos:hasTopConcept',
    'skos:narrower',
    'ceterms:hasDestinationComponent',
    '__proto__',
  ])
const words = [
  'ceterms:Pathway',
  'ceterms:CourseComponent',
  'ceterms:SelectionComponent',
  'ceterms:ComponentCondition',
  'ceterms:Certificate',
].concat([
  'asn:ProgressionLevel',
  '_:a',
  '_:b',
  'https://a.example/1',
  'ce-10000000-0000-4000-8000-000000000001',
  'logicalOperator:Or',
  '',
  '2',
])

/** JSON that looks like CTDL here and there, and makes no sense. */
const nonsense = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    fc.constantFrom(...words),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.constantFrom(null, true, false),
    fc.array(tie('value'), { maxLength: 5 }),
    fc.array(fc.tuple(fc.constantFrom(...members), tie('value')), { maxLength: 8 }).map((entries) => {
      return Object.fromEntries(new Map(entries).entries())
    }),
  ),
})).value

describe('reading', () => {
  test('never throws, and what it reads never makes progress throw', () => {
    fc.assert(
      fc.property(nonsense, (value) => {
        const read = readPathways(JSON.stringify(value))
        for (const pathway of read.ok ? read.value : []) progressOn(pathway, holding('https://a.example/1'))
      }),
      { numRuns: 2_000 },
    )
  })

  test('never throws on any text', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => void readPathways(text)))
  })

  test('does not depend on the order of the graph', () => {
    const expected = pathwayIn(associateDegree)
    const all = Object.values(things)
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (shuffled) => {
        expect(pathwayIn({ '@graph': shuffled })).toEqual(expected)
      }),
    )
  })

  test('does not depend on the order of the graph, with circles in it as well', () => {
    const ids = ['a', 'b', 'c', 'd', 'e']
    const some = fc.subarray(ids).map((picked) => picked.map(at))
    const component = (id: string) =>
      fc.record({ prerequisite: some, precedes: some, hasChild: some, targets: some }).map(({ targets, ...links }) => ({
        '@id': at(id),
        '@type': 'CourseComponent',
        name: id,
        ...links,
        ...(targets.length > 1 && {
          hasCondition: { '@type': 'ComponentCondition', requiredNumber: 1, targetComponent: targets },
        }),
      }))
    const documents = fc
      .tuple(...ids.map(component))
      .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })))
    const pathway = { '@id': at('way'), '@type': 'Pathway', name: 'Way' }
    fc.assert(
      fc.property(documents, ([all, shuffled]) => {
        expect(pathwaysIn([...shuffled, pathway])).toEqual(pathwaysIn([pathway, ...all]))
      }),
      { numRuns: 300 },
    )
  })

  test('leaves no circle', () => {
    const ids = ['a', 'b', 'c', 'd', 'e']
    const some = fc.subarray(ids).map((picked) => picked.map(at))
    const components = fc.tuple(
      ...ids.map((id) =>
        fc
          .record({ prerequisite: some, precedes: some, isChildOf: some })
          .map((links) => ({ '@id': at(id), '@type': 'CourseComponent', name: id, ...links })),
      ),
    )
    fc.assert(
      fc.property(components, (all) => {
        const { steps } = pathwayIn([{ '@id': at('way'), '@type': 'Pathway', name: 'Way' }, ...all])
        const before = new Map(steps.map((step) => [step.id, [...stepsIn(step.requires), ...step.after]]))
        while (before.size > 0) {
          const free = [...before].filter(([, ids]) => ids.every((id) => !before.has(id)))
          expect(free).not.toEqual([])
          for (const [id] of free) before.delete(id)
        }
      }),
      { numRuns: 300 },
    )
  })
})

function stepsIn(requirement: Requirement | null): readonly string[] {
  if (requirement === null) return []
  return requirement.kind === 'step' ? [requirement.id] : requirement.of.flatMap(stepsIn)
}

const most = 8
const idOf = (index: number) => at(`s${index}`)

/** What the step at a place may require: steps after it, so that there is no circle. */
function requirementFrom(index: number, isUnread: fc.Arbitrary<boolean>): fc.Arbitrary<Requirement | null> {
  if (index + 1 >= most) return fc.constant(null)
  const step = fc.integer({ min: index + 1, max: most - 1 }).map((to): Requirement => ({ kind: 'step', id: idOf(to) }))
  const some = (of: fc.Arbitrary<Requirement>) =>
    fc.tuple(fc.array(of, { minLength: 1, maxLength: 4 }), fc.integer({ min: 1, max: 4 }), isUnread).map(
      ([parts, count, unread]): Requirement => ({
        kind: 'some',
        of: parts,
        count: Math.min(count, parts.length),
        isUnread: unread,
      }),
    )
  return fc.option(fc.oneof(step, some(step), some(fc.oneof(step, some(step)))), { freq: 4 })
}

function pathways(isUnread: fc.Arbitrary<boolean>): fc.Arbitrary<Pathway> {
  const steps = Array.from({ length: most }, (_, index) =>
    fc.record({ requires: requirementFrom(index, isUnread), kind: fc.constantFrom('Course', 'Course', 'Selection') }).map(
      ({ requires, kind }): PathwayStep => ({
        id: idOf(index),
        kind,
        name: [],
        keys: [`url:${idOf(index).slice(8)}`],
        requires,
        after: [],
      }),
    ),
  )
  return fc
    .tuple(fc.tuple(...steps), fc.uniqueArray(fc.integer({ min: 0, max: 2 }), { minLength: 1, maxLength: 2 }))
    .map(([all, goals]) => ({
      id: 'way',
      origin: 'ctdl',
      name: [],
      owners: [],
      steps: all,
      destinations: goals.map(idOf),
      levels: [],
      notices: [],
    }))
}

const held = fc.uniqueArray(fc.integer({ min: 0, max: most - 1 }).map(idOf), { maxLength: most })
const readable = pathways(fc.constant(false))

describe('progress', () => {
  test('never goes back when something is earned', () => {
    fc.assert(
      fc.property(pathways(fc.boolean()), held, fc.integer({ min: 0, max: most - 1 }).map(idOf), (pathway, before, earned) => {
        const [then, now] = [
          progressOn(pathway, holding(...before)),
          progressOn(pathway, holding(...new Set([...before, earned]))),
        ]
        expect(now.done).toBeGreaterThanOrEqual(then.done)
      }),
      { numRuns: 2_000 },
    )
  })

  test('gets nearer when something is earned', () => {
    fc.assert(
      fc.property(readable, held, fc.integer({ min: 0, max: most - 1 }).map(idOf), (pathway, before, earned) => {
        const [then, now] = [
          progressOn(pathway, holding(...before)),
          progressOn(pathway, holding(...new Set([...before, earned]))),
        ]
        expect(now.soonest.length).toBeLessThanOrEqual(then.soonest.length)
      }),
      { numRuns: 2_000 },
    )
  })

  test('counts nothing that is not held, and nothing twice', () => {
    fc.assert(
      fc.property(pathways(fc.boolean()), held, (pathway, ids) => {
        const { done, of, soonest, isComplete } = progressOn(pathway, holding(...ids))
        expect(done).toBeLessThanOrEqual(ids.length)
        expect(of).toBe(done + soonest.length)
        if (isComplete === 'yes') expect(soonest).toEqual([])
      }),
      { numRuns: 1_000 },
    )
  })
})

describe('the shortest way', () => {
  const destinationOf = (pathway: Pathway, granted: ReadonlySet<string>) => {
    const met = metBy(new Map(pathway.steps.map((step) => [step.id, step])), (id) => granted.has(id))
    const isSound = (id: string, isNew: boolean) =>
      !isNew || met.isMet(pathway.steps.find((step) => step.id === id)?.requires ?? null) === 'yes'
    return { isReached: pathway.destinations.some((id) => met.isDone(id) === 'yes'), isSound }
  }

  test('reaches a destination when its steps are done in turn', () => {
    fc.assert(
      fc.property(readable, held, (pathway, ids) => {
        const granted = new Set(ids)
        for (const step of progressOn(pathway, holding(...ids)).soonest) {
          expect(granted.has(step)).toBe(false)
          expect(destinationOf(pathway, granted).isSound(step, true)).toBe(true)
          granted.add(step)
        }
        expect(destinationOf(pathway, granted).isReached).toBe(true)
      }),
      { numRuns: 2_000 },
    )
  })

  test('is the shortest that there is', () => {
    fc.assert(
      fc.property(readable, held, (pathway, ids) => {
        const missing = pathway.steps.map(({ id }) => id).filter((id) => !ids.includes(id))
        const sizes = subsets(missing).flatMap((more) => {
          const { isReached, isSound } = destinationOf(pathway, new Set([...ids, ...more]))
          return isReached && more.every((id) => isSound(id, true)) ? [more.length] : []
        })
        expect(progressOn(pathway, holding(...ids)).soonest).toHaveLength(Math.min(...sizes))
      }),
      { numRuns: 500 },
    )
  })
})

function subsets(ids: readonly string[]): readonly (readonly string[])[] {
  return Array.from({ length: 2 ** ids.length }, (_, bits) => ids.filter((_id, at) => (bits >> at) % 2 === 1))
}
