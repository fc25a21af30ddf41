import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  draftOf,
  holdsAll,
  isChanged,
  keptOf,
  memberKey,
  withMembers,
  withoutMembers,
} from '../../../../src/app/features/stacks/own/draft.ts'
import type { KeptStack, StackMember } from '../../../../src/store/types.ts'

const welding: StackMember = { digest: 'aa', part: '' }
const course: StackMember = { digest: 'bb', part: '2.1' }
const other: StackMember = { digest: 'bb', part: '2' }
const kept: KeptStack = {
  id: 'one',
  name: 'My way',
  description: 'To the workshop',
  isOrdered: false,
  members: [welding, course],
  createdAt: '2026-01-01T00:00:00Z',
  changedAt: '2026-02-01T00:00:00Z',
}
const now = '2026-11-23T12:00:00Z'

describe('a stack that is being made', () => {
  test('begins empty and in order, and becomes one that is new', () => {
    const made = keptOf({ ...draftOf(null), name: '  Data  ', members: [welding] }, 'new', now)
    const expected = { id: 'new', name: 'Data', description: '', isOrdered: true, members: [welding] }
    expect(made).toEqual({ ...expected, createdAt: now, changedAt: now })
  })

  test('keeps its id and its first day when it is changed', () => {
    const made = keptOf({ ...draftOf(kept), name: 'Another name' }, 'not taken', now)
    expect(made).toEqual({ ...kept, name: 'Another name', changedAt: now })
  })

  test('knows whether something would be lost', () => {
    const draft = draftOf(kept)
    expect(isChanged(draft)).toBe(false)
    expect(isChanged({ ...draft, name: ' My way ' })).toBe(false)
    expect(isChanged({ ...draft, name: 'My ways' })).toBe(true)
    expect(isChanged({ ...draft, description: '' })).toBe(true)
    expect(isChanged({ ...draft, isOrdered: true })).toBe(true)
    expect(isChanged({ ...draft, members: [course, welding] })).toBe(true)
    expect(isChanged({ ...draftOf(null), name: ' ' })).toBe(false)
  })
})

describe('members of a stack', () => {
  const members = fc.array(fc.record({ digest: fc.constantFrom('aa', 'bb', 'cc'), part: fc.constantFrom('', '1', '2.1') }))

  test('are never held twice, whatever is added', () => {
    fc.assert(
      fc.property(members, members, (there, added) => {
        const keys = withMembers(there, added).map(memberKey)
        expect(new Set(keys).size).toBe(keys.length)
        expect(holdsAll(withMembers(there, added), [...there, ...added])).toBe(true)
      }),
    )
  })

  test('stay where they are when they are added again', () => {
    expect(withMembers([welding, course], [course, welding, other])).toEqual([welding, course, other])
  })

  test('are told apart by their part, and only what is taken out goes', () => {
    expect(withoutMembers([welding, course, other], [course])).toEqual([welding, other])
    expect(holdsAll([welding, other], [course])).toBe(false)
  })
})
