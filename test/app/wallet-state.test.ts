import { describe, expect, test } from 'vitest'
import { createWalletState, sameWhereEqual } from '../../src/app/wallet-state.ts'
import { done, type Problem, problem } from '../../src/core/problem.ts'
import { card } from './wallet/cards.ts'

const damage = { id: 'x', kind: 'old', hasSource: true } as const

describe('the cards in memory', () => {
  test('are unknown until the store has been read', async () => {
    const state = createWalletState({ cards: async () => done({ cards: [card()], damaged: [damage] }) }, () => undefined)
    expect(state.cards()).toBeUndefined()
    await state.refresh()
    expect(state.cards()).toHaveLength(1)
    expect(state.damaged()).toEqual([damage])
  })

  test('are read once more, not ten times, when ten changes come while they are read', async () => {
    let readings = 0
    const state = createWalletState(
      {
        cards: async () => {
          readings += 1
          return done({ cards: [], damaged: [] })
        },
      },
      () => undefined,
    )
    await Promise.all(Array.from({ length: 10 }, () => state.refresh()))
    expect(readings).toBe(2)
  })

  test('stay as they were when the store refuses, and the trouble is told', async () => {
    const told: Problem[] = []
    const state = createWalletState({ cards: async () => problem('store_unavailable') }, (trouble) => told.push(trouble))
    await state.refresh()
    expect(state.cards()).toBeUndefined()
    expect(told).toEqual([{ code: 'store_unavailable' }])
  })
})

describe('cards read again', () => {
  test('are the very same objects where nothing changed, so that the screen leaves them alone', () => {
    const [kept, changed] = [card({ id: 'kept' }), card({ id: 'changed' })]
    const answers = { ...changed.questions, validity: 'failed' } as const
    const again = sameWhereEqual(
      [kept, changed],
      [structuredClone(kept), { ...structuredClone(changed), questions: answers }, card({ id: 'new' })],
    )
    expect(again[0]).toBe(kept)
    expect(again[1]?.questions.validity).toBe('failed')
    expect(again.map(({ id }) => id)).toEqual(['kept', 'changed', 'new'])
  })

  test('notice any member that changed', () => {
    const before = card({ id: 'one' })
    for (const part of [
      { title: 'x' },
      { verdict: 'cannot-tell' },
      { code: 'expired' },
      { picture: 'entry:one' },
      { verifiedAt: 'later' },
    ] as const) {
      const [read] = sameWhereEqual([before], [{ ...before, ...part }])
      expect(read).toMatchObject(part)
    }
  })
})
