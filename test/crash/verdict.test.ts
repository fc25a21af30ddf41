import { describe, expect, test } from 'vitest'
import { statesOf } from './model.ts'
import { addedAt, type Disk, type Seen, type State, type Step } from './protocol.ts'
import { judged } from './verdict.ts'

const corpus = ['one', 'two', 'three'].map((text) => ({ name: `${text}.json`, base64: Buffer.from(text).toString('base64') }))
const empty: State = {
  credentials: [],
  opens: [],
  methods: [],
  generation: 0,
  language: 'system',
  pins: [],
  lists: [],
  vocabularies: [],
  stacks: [],
  pathways: [],
  pictures: [],
  holderKeys: [],
}
const steps: readonly Step[] = [
  { do: 'add', from: 0, count: 2 },
  { do: 'secure', ways: ['code', 'passphrase'] },
  { do: 'remove', way: 'code', proof: 'passphrase' },
]
const states = statesOf(empty, steps, corpus, [])
const [, added, secured, removed] = states as [State, State, State, State]

const disk = (state: State): Disk => ({
  version: 5,
  generation: state.generation,
  entries: state.credentials.length,
  staged: 0,
  hasDeviceKey: state.generation === 0,
  personalKeys: state.opens.length,
})
const seen = (state: State, more: Partial<Seen> = {}): Seen => {
  const trials = state.opens.map((way) => ({ way, code: null }))
  return { found: disk(state), trials, settled: null, disk: disk(state), state, wrong: [], ...more }
}

test('the model follows the steps', () => {
  expect(added.credentials).toHaveLength(2)
  expect(added.credentials.some((each) => each.endsWith(`${addedAt(1)} two.json`))).toBe(true)
  expect(secured).toMatchObject({
    opens: ['passphrase', 'code'],
    methods: ['passphrase passphrase', 'recovery code'],
    generation: 1,
  })
  expect(removed).toMatchObject({ opens: ['passphrase'], generation: 2 })
})

test('steps that cannot be told apart are no test', () => {
  expect(() => statesOf(empty, [{ do: 'settings', language: 'system' }], corpus, [])).toThrow(/nothing that can be seen/)
})

describe('after a crash', () => {
  test('all that was acknowledged is good, and so is all of what was under way', () => {
    expect(judged(states, 1, seen(added))).toEqual({ at: 1, wrong: [] })
    expect(judged(states, 1, seen(secured))).toEqual({ at: 2, wrong: [] })
  })

  test('less than was acknowledged is wrong', () => {
    expect(judged(states, 2, seen(added)).at).toBeNull()
  })

  test('a part of a step is wrong', () => {
    const half = { ...added, credentials: added.credentials.slice(1) }
    expect(judged(states, 0, seen(half))).toMatchObject({ at: null, wrong: [expect.stringContaining('credentials')] })
  })

  test('a credential of other bytes is wrong', () => {
    const changed = { ...added, credentials: added.credentials.map((each) => each.replace(/^./, '?')) }
    expect(judged(states, 1, seen(changed)).at).toBeNull()
  })

  test('whatever the page itself found wrong is wrong', () => {
    expect(judged(states, 1, seen(added, { wrong: ['the ledger was mended'] })).wrong).toEqual(['the ledger was mended'])
  })

  test('a way that must open and does not is wrong, and so is one that opens and must not', () => {
    const trials = [
      { way: 'passphrase', code: 'unlock_wrong' },
      { way: 'passkey', code: null },
    ] as const
    expect(judged(states, 2, seen(secured, { trials })).wrong).toEqual([
      'passphrase does not open: unlock_wrong',
      'passkey opens, and should not',
    ])
  })

  test('a way that was being removed may have opened or not, unless it was not removed after all', () => {
    const trying = (code: string | null) => ({ trials: [{ way: 'code', code }] as const })
    for (const code of [null, 'unlock_wrong']) expect(judged(states, 2, seen(removed, trying(code))).wrong).toEqual([])
    expect(judged(states, 2, seen(secured, trying('unlock_wrong'))).wrong).toHaveLength(1)
    expect(judged(states, 3, seen(removed, trying(null))).wrong).toHaveLength(1)
  })

  test('a device key beside other keys is wrong', () => {
    const both = { ...disk(secured), hasDeviceKey: true }
    expect(judged(states, 2, seen(secured, { disk: both })).wrong).toHaveLength(1)
  })

  test('what was settled leaves nothing, and is done or undone as was asked', () => {
    const left = { ...disk(added), staged: 9 }
    expect(judged(states, 1, seen(added, { found: left, settled: 'abandon' })).wrong).toEqual([])
    expect(judged(states, 1, seen(secured, { found: left, settled: 'resume' })).wrong).toEqual([])
    expect(judged(states, 1, seen(added, { disk: left, settled: 'abandon' })).wrong).toHaveLength(1)
    expect(judged(states, 1, seen(added, { found: left, settled: 'resume' })).wrong).toHaveLength(1)
    expect(judged(states, 1, seen(secured, { found: left, settled: 'abandon' })).wrong).toHaveLength(1)
    expect(judged(states, 1, seen(added, { disk: left, settled: 'leave' })).wrong).toEqual([])
  })
})
