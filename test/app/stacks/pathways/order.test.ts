import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { inOrder, stepsIn } from '../../../../src/app/features/stacks/pathways/order.ts'
import type { PathwayStep } from '../../../../src/core/pathway/types.ts'
import { analyst, needs, some, step } from './pathways.ts'

const names = (steps: readonly PathwayStep[]) => inOrder(steps, ({ id }) => id).map(({ id }) => id)

describe('the order of steps', () => {
  test('puts what comes first above what needs it', () => {
    expect(names(analyst.steps.toReversed())).toEqual([
      'ethics',
      'statistics',
      'databases',
      'storytelling',
      'data-certificate',
      'analyst',
    ])
  })

  test('does not depend on how they were listed, nor end in a circle', () => {
    const steps = fc.uniqueArray(fc.nat({ max: 8 }), { minLength: 1 }).chain((ids) =>
      fc.tuple(
        ...ids.map((id) =>
          fc.subarray(ids).map((before) =>
            step(`S${id}`, {
              requires: some(
                1,
                before.filter((each) => each < id).map((each) => needs(`S${each}`)),
              ),
            }),
          ),
        ),
      ),
    )
    fc.assert(
      fc.property(steps, (all) => {
        expect(names(all.toReversed())).toEqual(names(all))
      }),
    )
    const circle = [step('A', { requires: needs('B') }), step('B', { requires: needs('A') })]
    expect(names(circle)).toHaveLength(2)
  })

  test('knows every step that a condition names', () => {
    expect(stepsIn(some(1, [needs('A'), some(2, [needs('B'), needs('C')])]))).toEqual(['a', 'b', 'c'])
  })
})
