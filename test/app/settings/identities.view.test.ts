import { describe, expect, test } from 'vitest'
import { claimsWith, claimTyped, claimView } from '../../../src/app/features/settings/identities.view.ts'
import { loadPersonal } from '../../../src/text/personal.ts'

const { identities: text } = await loadPersonal('en')

describe('an identity in Settings', () => {
  test.each([
    ['mailto:ana@learner.example', 'email', 'E-mail', 'ana@learner.example'],
    ['studentId:A1', 'studentId', 'Student number', 'A1'],
    ['A1', 'other', 'Anything else', 'A1'],
    ['identifier:x:1', 'other', 'Anything else', 'x:1'],
    ['sourcedId:7', 'other', 'sourcedId', '7'],
  ])('%s is shown by what it is', (claim, choice, kind, value) => {
    expect(claimView(claim, text)).toEqual({ claim, choice, kind, value })
  })

  test('stays of its kind when it is changed, also of one that is not offered', () => {
    expect(claimTyped('other', '8', 'sourcedId:7')).toBe('sourcedId:8')
    expect(claimTyped('other', '8', 'mailto:ana@learner.example')).toBe('8')
    expect(claimTyped('email', 'bea@learner.example', 'sourcedId:7')).toBe('mailto:bea@learner.example')
    expect(claimTyped('email', 'bea', null)).toBeNull()
  })

  test('is added last, or put where the one it replaces was, and is there only once', () => {
    expect(claimsWith(['a', 'b'], 'c', null)).toEqual(['a', 'b', 'c'])
    expect(claimsWith(['a', 'b'], 'c', 'a')).toEqual(['c', 'b'])
    expect(claimsWith(['a', 'b'], 'b', 'a')).toEqual(['b'])
  })
})
