import { describe, expect, test } from 'vitest'
import { unlinked } from '../../../src/app/features/stacks/unlinked.ts'
import { alignment, badges, record } from '../../core/stack/fixtures.ts'
import { stackedOf } from './tellings.ts'

const analysis = alignment('Data analysis', { code: 'ce-11111111-2222-4333-8444-555555555555' })
const swimming = { id: 'swim', name: 'Swimming', type: 'Badge', earned: '2019' } as const
const charts = { id: 'charts', name: 'Charts', type: 'Badge', earned: '2023', alignments: [analysis] } as const

describe('where no achievement is linked with another', () => {
  test('there is nothing when no skill is shared either', () => {
    expect(unlinked(stackedOf(badges(swimming)))).toBe('nothing')
    expect(unlinked(stackedOf(badges(swimming, charts)))).toBe('nothing')
  })

  test('there are skills when several name the same', () => {
    const maps = { ...charts, id: 'maps', name: 'Maps', by: 'Pine County' }
    expect(unlinked(stackedOf(badges(swimming, charts, maps)))).toBe('skills')
  })

  test('nothing is said where one is a part of another', () => {
    const holds = [charts, { id: 'analyst', name: 'Data Analyst', type: 'Certificate', earned: '2025' }]
    expect(unlinked(stackedOf([record({ says: ['charts isPartOf analyst'], holds })]))).toBeNull()
  })
})
