import { describe, expect, test } from 'vitest'
import { drawnIn, requestOf } from '../../../src/app/features/stacks/request.ts'
import { noFilter, selectShown } from '../../../src/core/stack/select.ts'
import { alignment, badges, record } from '../../core/stack/fixtures.ts'
import { idOf, stackedOf } from './tellings.ts'

const maps = alignment('Reading maps', { code: 'ce-11111111-2222-4333-8444-555555555555' })
const stacked = stackedOf([
  record({
    says: ['charts isPartOf analyst'],
    holds: [
      { id: 'charts', name: 'Charts', type: 'Course', earned: '2024-03-01', alignments: [maps], tags: ['ink'] },
      { id: 'analyst', name: 'Analyst', type: 'Certificate', earned: 'some day' },
    ],
  }),
  ...badges(
    { id: 'walk', name: 'Walking', alignments: [maps] },
    { id: 'swim', name: 'Swimming' },
    { id: 'sing', name: 'Singing' },
  ),
])
const shown = selectShown({ ...stacked, filter: noFilter, focus: null, members: null })
const names = (view: 'ladder' | 'skills', focus: string | null = null) =>
  drawnIn(view, shown, focus).nodes.map((node) => node.name[0]?.value)

describe('a view draws', () => {
  test('achievements and their order on the ladder, without skills', () => {
    expect(names('ladder')).not.toContain('Reading maps')
    expect(drawnIn('ladder', shown).edges.map(({ kind }) => kind)).toEqual(['vertical'])
  })

  test('skills that are shared among the skills, and what lies side by side alone', () => {
    expect(names('skills')).toContain('Reading maps')
    expect(names('skills')).not.toContain('ink')
    expect(drawnIn('skills', shown).edges.every(({ kind }) => kind === 'horizontal')).toBe(true)
  })

  test('every skill of the thing that is looked at', () => {
    expect(names('skills', idOf('Charts', stacked))).toContain('ink')
  })
})

test('the layout is asked with dates that can be read, and with the ways of links that are only drawn when looked at', () => {
  const request = requestOf('skills', { shown, stacked, focus: null }, 4, 0)
  const [charts, analyst] = ['Charts', 'Analyst'].map((name) => request.nodes.find(({ id }) => id === idOf(name, stacked)))
  expect(charts?.earned).toBe(Date.parse('2024-03-01'))
  expect(analyst?.earned).toBeNull()
  expect(request.edges.find(({ from, to }) => from === charts?.id && to === analyst?.id)?.isOrdering).toBe(false)
})
