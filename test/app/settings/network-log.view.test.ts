import { describe, expect, test } from 'vitest'
import { isAnswered, outcomeWords } from '../../../src/app/features/settings/network-log.view.ts'
import { interfaceText as en } from '../../../src/text/en/interface.ts'

describe('the network log', () => {
  test('tells an answer from a problem', () => {
    expect(['fetched', 'not-modified', 'kept'].every((outcome) => isAnswered(outcome as 'fetched'))).toBe(true)
    expect(isAnswered('fetch_timeout')).toBe(false)
  })

  test('has a word for every outcome', () => {
    expect(outcomeWords('kept', en)).toBe('A kept copy answered')
    expect(outcomeWords('fetch_blocked', en)).toBe('No answer')
  })
})
