import { describe, expect, test } from 'vitest'
import {
  goalNode,
  type PathwaySource,
  type PathwayView,
  pathwayView,
} from '../../../../src/app/features/stacks/pathways/pathway.view.ts'
import type { PathwayTelling } from '../../../../src/app/features/stacks/pathways/telling.ts'
import { buildGraph } from '../../../../src/core/stack/graph.ts'
import type { KeptPathway } from '../../../../src/store/types.ts'
import { createFormats } from '../../../../src/text/format.ts'
import { type Language, languages, loadInterface } from '../../../../src/text/index.ts'
import { loadStacks } from '../../../../src/text/stacks.ts'
import { badges, record } from '../../../core/stack/fixtures.ts'
import { analyst, pathway, progress, step } from './pathways.ts'

async function telling(language: Language): Promise<PathwayTelling> {
  const words = (await loadStacks(language)).pathways
  return { languages: [language], words, ui: await loadInterface(language), formats: createFormats(language, 'UTC') }
}

const sources = badges({ name: 'Statistics', id: 'https://westbridge.example/statistics' })
const graph = buildGraph({ sources, pathways: [analyst], own: [] })
const held = { state: 'counts', awards: ['source of https://westbridge.example/statistics'] } as const
const someWay = progress(
  analyst,
  { statistics: held, storytelling: { state: 'possible', because: 'issuer' } },
  {
    of: 5,
    soonest: ['databases', 'ethics', 'data-certificate', 'analyst'],
    points: { done: 10, of: 1_250 },
  },
)
const kept: KeptPathway = {
  id: analyst.id,
  origin: { kind: 'address', url: 'https://credentialengineregistry.org/graph/ce-1' },
  text: '{}',
  addedAt: '2026-05-03T10:00:00Z',
}
const source: PathwaySource = { pathway: analyst, progress: someWay, kept, graph }

const lineOf = (view: PathwayView, id: string) => view.levels.flatMap(({ steps }) => steps).find((line) => line.id === id)

describe('how far somebody is on a pathway', () => {
  test.for([
    [
      'en',
      '1 of 5 steps',
      'Counts',
      'For the school to say',
      'Missing',
      'From credentialengineregistry.org, read on May 3, 2026',
    ],
    [
      'es',
      '1 de 5 pasos',
      'Cuenta',
      'Lo dirá la institución',
      'Falta',
      'De credentialengineregistry.org, leído el 3 de mayo de 2026',
    ],
    [
      'fr',
      '1 sur 5 étapes',
      'Compte',
      'À l’établissement de le dire',
      'Manque',
      'De credentialengineregistry.org, lu le 3 mai 2026',
    ],
  ] as const)('is said in %s', async ([language, sum, counts, possible, missing, origin]) => {
    const view = pathwayView(source, await telling(language))
    expect(view.progress).toBe(sum)
    expect(view.origin).toBe(origin)
    expect(['statistics', 'storytelling', 'ethics'].map((id) => lineOf(view, id)?.stateWords)).toEqual([
      counts,
      possible,
      missing,
    ])
  })

  test('says where it comes from when it is no address', async () => {
    const words = await telling('en')
    const from = (name: string) => pathwayView({ ...source, kept: { ...kept, origin: { kind: 'file', name } } }, words).origin
    expect(from('data.json')).toBe('From the file data.json, added on May 3, 2026')
    expect(from('')).toBe('From text that you pasted on May 3, 2026')
  })

  test('gives what is held as the way to it', async () => {
    const view = pathwayView(source, await telling('en'))
    expect(lineOf(view, 'statistics')?.held).toEqual({
      entry: 'entry of source of https://westbridge.example/statistics',
      part: '',
    })
    expect(lineOf(view, 'ethics')?.held).toBeNull()
  })

  test('lists the steps level by level, each after what comes before it', async () => {
    const view = pathwayView(source, await telling('en'))
    const listed = view.levels.map(({ name, steps }) => [name?.value ?? null, steps.map(({ name: each }) => each.value)])
    expect(listed).toEqual([
      ['First year', ['Statistics']],
      ['Second year', ['Ethics', 'Databases', 'Storytelling']],
      ['Third year', ['Data certificate']],
      [null, ['Analyst']],
    ])
    expect(lineOf(view, 'analyst')?.isGoal).toBe(true)
  })

  test('tells conditions in words, with how much of them is done', async () => {
    const view = pathwayView(source, await telling('en'))
    expect(lineOf(view, 'data-certificate')?.condition).toMatchObject({
      words: '2 of these 3',
      met: '0 of 2 done',
      of: [{ name: { value: 'Databases' } }, { name: { value: 'Storytelling' } }, { name: { value: 'Ethics' } }],
    })
    expect(lineOf(view, 'databases')?.condition).toMatchObject({ kind: 'step', state: 'counts', stateWords: 'Counts' })
    expect(lineOf(view, 'storytelling')?.after).toBe('Usually after Statistics')
    expect(lineOf(view, 'analyst')?.condition).toMatchObject({ caution: 'It also has a condition that we cannot judge.' })
  })

  test('says what is missing in the order in which it can be done', async () => {
    const view = pathwayView(source, await telling('en'))
    expect(view.soonest.map(({ name }) => name.value)).toEqual(['Databases', 'Ethics', 'Data certificate', 'Analyst'])
    expect(view.sums).toEqual(['10 of 1,250 points'])
    expect(view.outcome).toBe('')
  })

  test('says that everything counts only when it is so', async () => {
    const words = await telling('en')
    const all = { ...someWay, done: 5, soonest: [] }
    expect(pathwayView({ ...source, progress: { ...all, isComplete: 'yes' } }, words).outcome).toBe(
      'Every step that it takes counts.',
    )
    const open = pathwayView({ ...source, progress: { ...all, isComplete: 'unknown' } }, words).outcome
    expect(open).toContain('for the school to judge')
  })

  test('counts notices by their kind', async () => {
    const notices = [
      { code: 'target_missing', step: 'a' },
      { code: 'target_missing', step: 'b' },
      { code: 'circle_cut', step: 'c' },
    ] as const
    const view = pathwayView({ ...source, pathway: { ...analyst, notices } }, await telling('en'))
    expect(view.notices).toHaveLength(2)
    expect(view.notices[0]).toBe('It names 2 steps that it does not describe.')
  })
})

describe('a pathway that a record states', () => {
  const sources = [record({ holds: [{ name: 'Welding', id: 'welding' }], says: ['welding isPartOf diploma'] })]
  const stated = pathway('Diploma', [step('Welding'), step('Metals')], {
    origin: 'record',
    owners: ['https://westbridge-college.example'],
  })
  const states = progress(stated, { welding: { state: 'counts' } }, { isComplete: 'unknown', soonest: ['metals'] })
  const own = buildGraph({ sources, pathways: [], own: [] })

  test('names its parts and its issuer, and never says what it takes', async () => {
    const view = pathwayView({ pathway: stated, progress: states, kept: undefined, graph: own }, await telling('en'))
    expect([view.progress, view.origin]).toEqual(['1 of 2 parts', 'From your record at Westbridge College'])
    expect(view.soonest).toEqual([])
    expect(view.outcome).toBe('Your record does not say how many of its parts it takes.')
  })

  test('quotes an issuer whom nobody knows', async () => {
    const strangers = buildGraph({
      sources: [
        record({
          holds: [{ name: 'Welding', award: { issuerLevel: 'key', issuerKnownAs: '' } }],
          statement: { issuerLevel: 'key', issuerKnownAs: '' },
        }),
      ],
      pathways: [],
      own: [],
    })
    const view = pathwayView({ pathway: stated, progress: states, kept: undefined, graph: strangers }, await telling('en'))
    expect(view.origin).toBe('From your record at “Westbridge College”')
  })
})

describe('a pathway in the name of a school', () => {
  test('is told as what its document says', async () => {
    const claimed = { ...analyst, owners: ['https://westbridge-college.example/'] }
    const view = pathwayView({ ...source, pathway: claimed }, await telling('en'))
    expect(view.owner).toBe('It names Westbridge College as its owner.')
    expect(
      pathwayView({ ...source, pathway: { ...analyst, owners: ['https://nobody.example'] } }, await telling('en')).owner,
    ).toBe('')
  })

  test('leads to the thing in the graph that stands for its goal', () => {
    expect(goalNode(analyst, graph)).toBe(graph.achievements.find(({ name }) => name[0]?.value === 'Analyst')?.id)
    expect(goalNode({ ...analyst, destinations: ['elsewhere'] }, graph)).toBeNull()
  })
})

test.for(languages)('every state has words in %s', async (language) => {
  const { words } = await telling(language)
  for (const text of [...Object.values(words.states), ...Object.values(words.because), ...Object.values(words.open)])
    expect(text).not.toBe('')
})
