import { describe, expect, test } from 'vitest'
import { unlinked } from '../../../src/app/features/stacks/unlinked.ts'
import type { StackGraph } from '../../../src/core/stack/types.ts'

describe('where no achievement is linked with another', () => {
  test('nothing is there when no skill is shared either', () => {
    expect(unlinked(graphOf([]))).toBe('nothing')
    expect(unlinked(graphOf([['one', 'skill']]))).toBe('nothing')
  })

  test('there are skills when two name the same', () => {
    const shared = [
      ['one', 'skill'],
      ['two', 'skill'],
    ] as const
    expect(unlinked(graphOf(shared))).toBe('skills')
  })

  test('it is not said where one leads to another', () => {
    expect(unlinked(graphOf([['one', 'two']]))).toBeNull()
  })
})

function graphOf(pairs: readonly (readonly [from: string, to: string])[]): StackGraph {
  const achievements = ['one', 'two'].map((id) => ({ id })) as unknown as StackGraph['achievements']
  const edges = pairs.map(([from, to]) => ({ from, to })) as unknown as StackGraph['edges']
  return { achievements, skills: [], edges, awards: {}, speakers: {}, isCut: false }
}
