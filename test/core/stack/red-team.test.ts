import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { progressOn } from '../../../src/core/pathway/progress.ts'
import { stackUp } from '../../../src/core/stack/index.ts'
import type { Stacked, StackInput, StackSource } from '../../../src/core/stack/types.ts'
import { at, component, condition, leadingTo, pathwayIn, targets } from '../pathway/support.ts'
import { badges, record, type StatedAward, words } from './fixtures.ts'

const degreeId = 'ce-00000000-0000-4000-8000-00000000000d'
const badgeId = 'ce-00000000-0000-4000-8000-00000000000b'

const made = (sources: readonly StackSource[], more: Partial<StackInput> = {}) =>
  stackUp({ sources, pathways: [], own: [], ...more })

const stranger = { issuerLevel: 'key', issuerKnownAs: '' } as const

/** Something that the learner signed with a key of their own. */
const forged = (more: StatedAward): StatedAward => ({
  by: 'Somebody',
  digest: 'forged',
  earned: '2026',
  ...more,
  award: stranger,
})

const called = ({ graph }: Stacked, name: string) =>
  graph.achievements.filter((node) => node.name.some(({ value }) => value === name))

const only = (stacked: Stacked, name: string) => {
  const [node, ...others] = called(stacked, name)
  if (node === undefined || others.length > 0) throw new Error(`not one ${name}`)
  return node
}

/** A school's badge that is held, and its degree, which is only defined. */
const school = [
  ...badges({ id: `https://w.example/${badgeId}`, name: 'Badge', type: 'Badge', digest: 'held', by: 'Westbridge' }),
  record({ by: 'Westbridge', defines: [{ id: `https://w.example/${degreeId}`, name: 'Degree', type: 'BachelorDegree' }] }),
]

const toDegree = pathwayIn(leadingTo('Goal', component('Goal', { 'ceterms:proxyFor': degreeId }, 'Credential')))

describe('what a stranger signs', () => {
  test('makes no badge of one into the degree of another by naming both', () => {
    const bridge = badges(forged({ id: 'bridge', name: 'Bridge', alsoKnownAs: [degreeId, badgeId] }))
    const stacked = made([...school, ...bridge], { pathways: [toDegree] })
    expect(only(stacked, 'Badge').id).not.toBe(only(stacked, 'Degree').id)
    expect(stacked.pathways.find(({ pathway }) => pathway.id === toDegree.id)?.progress.done).toBe(0)
  })

  test('makes nothing of a badge by giving its id another identifier', () => {
    const [badge] = school
    const bridge = badges(forged({ id: `https://w.example/${badgeId}`, name: 'Badge', alsoKnownAs: [degreeId] }))
    const stacked = made([badge!, ...bridge], { pathways: [toDegree] })
    expect(only(stacked, 'Badge').awards).toHaveLength(2)
    expect(only(stacked, 'Badge').keys).toEqual([`ctid:${badgeId}`])
    expect(stacked.pathways[0]?.progress).toMatchObject({ done: 0, isComplete: 'no' })
  })

  test('joins no two things of a school by calling them the same', () => {
    const defines = [
      { id: `https://w.example/${badgeId}`, name: 'Badge' },
      { id: `https://w.example/${degreeId}`, name: 'Degree' },
    ]
    const says = [`https://w.example/${badgeId} exactMatchOf https://w.example/${degreeId}`]
    const stacked = made([...school, record({ digest: 'false', by: 'Somebody', defines, says, statement: stranger })])
    expect(only(stacked, 'Badge').id).not.toBe(only(stacked, 'Degree').id)
  })

  test('earns no degree that a school only defines', () => {
    const copy = badges(forged({ id: `https://w.example/${degreeId}`, name: 'Degree', type: 'DoctoralDegree' }))
    const stacked = made([...school, ...copy])
    const { id, owners, type, tier } = only(stacked, 'Degree')
    expect({ owners, type, tier }).toEqual({ owners: ['https://westbridge.example'], type: 'BachelorDegree', tier: 'degree' })
    expect(stacked.analysis.standing[id]).toBe('cannot-tell')
  })

  test('does not make up for what a school withdrew, whoever has a web address', () => {
    const held = { id: 'https://w.example/arc', name: 'Arc' }
    for (const issuerLevel of ['web', 'key', 'test', 'none'] as const) {
      const stacked = made(
        badges(
          { ...held, digest: 'held', award: { verdict: 'not-verified', code: 'status_revoked' } },
          { ...held, digest: 'copy', by: 'Somebody', earned: '2026', award: { issuerLevel } },
        ),
      )
      expect(stacked.analysis.standing[only(stacked, 'Arc').id]).toBe('not-verified')
    }
  })

  test('changes neither name, kind nor picture of what a school awards', () => {
    const held = { id: `https://w.example/${badgeId}`, name: 'Arc', type: 'Badge', earned: '2020' }
    const copy = forged({ ...held, name: 'Master of Arc', type: 'MasterDegree', credits: 90, earned: '2026' })
    const [arc] = made([...badges({ ...held, digest: 'held' }), ...badges(copy)]).graph.achievements
    expect(arc).toMatchObject({ name: words('Arc'), type: 'Badge', tier: 'experience' })
    expect(arc?.creditsAvailable).toBeUndefined()
  })

  test('fills no slot of a school, and takes none away', () => {
    const certificate = record({
      holds: [
        { id: 'certificate', name: 'Certificate', type: 'Certificate' },
        { id: 'arc', name: 'Arc' },
      ],
      says: ['arc isPartOf certificate', 'mig isPartOf certificate'],
    })
    const parts = (stacked: Stacked) => stacked.analysis.parts[only(stacked, 'Certificate').id]
    expect(parts(made([certificate, ...badges(forged({ id: 'mig', name: 'Mig' }))]))).toEqual({ earned: 1, of: 2 })
    const says = ['sun isPartOf certificate', 'moon isPartOf certificate']
    const more = record({ digest: 'false', by: 'Somebody', says, statement: stranger })
    expect(parts(made([certificate, more]))).toEqual({ earned: 1, of: 2 })
  })

  test('lets nothing of a school lean on what it withdrew by the word of somebody else', () => {
    const things = badges(
      { id: 'degree', name: 'Degree', type: 'BachelorDegree' },
      { id: 'arc', name: 'Arc', by: 'Kestrel', award: { verdict: 'not-verified', code: 'status_revoked' } },
    )
    const says = ['arc isPartOf degree']
    const own = made([...things, record({ says })])
    expect(own.analysis.leaning[only(own, 'Degree').id]).toEqual([only(own, 'Arc').id])
    const others = made([...things, record({ by: 'Somebody', says, statement: stranger })])
    expect(others.analysis.leaning).toEqual({})
  })

  test('is not read as adding to what others award, and hides nothing of what it says', () => {
    const things = badges(
      { id: 'degree', name: 'Degree', type: 'BachelorDegree', earned: '2020' },
      { id: 'arc', name: 'Arc', by: 'Kestrel', type: 'Badge', earned: '2021' },
    )
    const stated = made([...things, record({ by: 'Somebody', says: ['arc isRelatedTo degree'], statement: stranger })])
    expect(stated.graph.edges.map(({ kind }) => kind)).toEqual(['horizontal'])
    expect(stated.analysis.shadowed).toEqual([])
  })
})

describe('a pathway document', () => {
  test('makes one thing of two by no step that stands for both', () => {
    const both = component('Both', { 'ceterms:proxyForList': [badgeId, degreeId] }, 'Credential')
    const way = pathwayIn(leadingTo('Goal', component('Goal', condition(targets('Both'))), both))
    const held = badges(
      { id: `https://w.example/${badgeId}`, name: 'Badge', digest: 'one' },
      { id: `https://k.example/${degreeId}`, name: 'Degree', by: 'Kestrel', digest: 'two' },
    )
    const stacked = made(held, { pathways: [way] })
    expect(only(stacked, 'Badge').id).not.toBe(only(stacked, 'Degree').id)
    expect(progressOn(way, stacked.graph).steps.find(({ id }) => id === at('Both'))?.state).toBe('counts')
  })
})

describe('an issuer at home', () => {
  test('owns what lies at their web address, though a list knows another who speaks of it', () => {
    const lab = badges({ id: 'https://kestrel.example/arc', name: 'Arc', by: 'Kestrel', award: { issuerLevel: 'web' } })
    const defines = [{ id: 'https://kestrel.example/arc', name: 'Arc' }]
    const stacked = made([...lab, record({ defines })])
    expect(stacked.analysis.standing[only(stacked, 'Arc').id]).toBe('verified')
  })
})

const level = fc.constantFrom('listed' as const, 'web' as const, 'key' as const, 'none' as const)
const verdict = fc.constantFrom('verified' as const, 'cannot-tell' as const, 'not-verified' as const)
const stated = fc.record({
  id: fc.constantFrom('a', 'b', 'c', `https://w.example/${degreeId}`),
  name: fc.constantFrom('Arc', 'Mig'),
  by: fc.constantFrom('Westbridge', 'Somebody'),
  alsoKnownAs: fc.subarray([degreeId, badgeId, 'https://w.example/a']),
  award: fc.record({ issuerLevel: level, verdict }),
})
const wallet = fc.record({
  held: fc.array(stated, { minLength: 1, maxLength: 5 }),
  says: fc.subarray(['a isPartOf b', 'b isPartOf c', 'c isChildOf a', 'a isPartOf c', 'a precedes b']),
  by: fc.constantFrom('Westbridge', 'Somebody'),
})
type Wallet = typeof wallet extends fc.Arbitrary<infer T> ? T : never

/** What is told as a fact: how much is verified, earned and counted. */
function claimed({ held, says, by }: Wallet): number {
  const { analysis, pathways } = made(
    [...badges(...held.map((one, place) => ({ ...one, digest: `badge ${place}` }))), record({ by, says })],
    { pathways: [toDegree] },
  )
  const verified = Object.values(analysis.standing).filter((standing) => standing === 'verified').length
  const earned = Object.values(analysis.parts).reduce((sum, part) => sum + part.earned, 0)
  return verified + earned + pathways.reduce((sum, { progress }) => sum + progress.done, 0)
}

test('nothing counts for more because something turned out not to hold', () => {
  fc.assert(
    fc.property(wallet, fc.nat(), fc.constantFrom('cannot-tell' as const, 'not-verified' as const), (given, which, worse) => {
      const place = which % given.held.length
      const before = given.held.map((one, at) =>
        at === place ? { ...one, award: { ...one.award, verdict: 'verified' as const } } : one,
      )
      const after = before.map((one, at) => (at === place ? { ...one, award: { ...one.award, verdict: worse } } : one))
      expect(claimed({ ...given, held: after })).toBeLessThanOrEqual(claimed({ ...given, held: before }))
    }),
    { numRuns: 400 },
  )
})

describe('more than anybody means', () => {
  const soon = 20_000
  const many = (length: number, prefix = 'n') => Array.from({ length }, (_, place) => `${prefix}${place}`)
  const timed = <T>(work: () => T): T => {
    const start = performance.now()
    const value = work()
    expect(performance.now() - start).toBeLessThan(soon)
    return value
  }

  test('thousands of skills that are called the same are not meant by every tag', () => {
    const alignments = (id: string) => many(58, id).map((end) => ({ name: words('x'), url: `https://a.example/${end}` }))
    const sources = badges(...many(400).map((id) => ({ id, name: id, tags: ['x'], alignments: alignments(id) })))
    expect(timed(() => made(sources)).graph.edges.length).toBeLessThan(40_000)
  })

  test('a record in which everything is part of everything', () => {
    const ids = many(280)
    const says = ids.flatMap((one, place) => ids.slice(0, place).map((other) => `${one} isPartOf ${other}`))
    expect(timed(() => made([record({ says })])).graph.edges.length).toBe(says.length)
  })

  test('a record that uses each id for several things, and links all with all', () => {
    const ids = many(120)
    const holds = ids.flatMap((id) => many(6).map((end) => ({ id, name: `${id} ${end}` })))
    const says = ids.flatMap((one) => ids.map((other) => `${one} isPartOf ${other}`))
    const { graph } = timed(() => made([record({ holds, says })]))
    expect(graph.edges.length).toBeLessThanOrEqual(100_000)
    expect(graph.isCut).toBe(true)
  })

  test('a chain of thousands that were withdrawn', () => {
    const holds = many(8_000).map((id) => ({ id, name: id, award: { verdict: 'not-verified' as const } }))
    const says = holds.slice(1).map(({ id }, place) => `n${place} isPartOf ${id}`)
    const { analysis } = timed(() => made([record({ holds, says })]))
    expect(Object.values(analysis.leaning).every(({ length }) => length <= 20)).toBe(true)
    expect(Object.keys(analysis.leaning)).toHaveLength(7_999)
  })

  test('names that mean something to the machine are names like any other', () => {
    const ids = ['__proto__', 'constructor', 'toString', 'hasOwnProperty']
    const holds = ids.map((id) => ({ id, name: id, type: id, field: id, tags: [id], award: { term: id, code: id } }))
    const says = ids.map((id, place) => `${id} ${ids[(place + 1) % 4]} ${ids[(place + 2) % 4]}`)
    const { graph, analysis } = made([record({ holds, says })])
    expect(graph.achievements.map(({ tier }) => tier)).toEqual(ids.map(() => 'experience'))
    expect(Object.values(analysis.standing)).toEqual(ids.map(() => 'verified'))
    expect(({} as Record<string, unknown>)['standing']).toBeUndefined()
  })
})
