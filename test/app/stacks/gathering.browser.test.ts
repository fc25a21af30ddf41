import { createRoot, createSignal } from 'solid-js'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { createGathering, type GatheringOptions } from '../../../src/app/stacks/gathering.ts'
import type { Pathway } from '../../../src/core/pathway/types.ts'
import { type Attempt, done, type Problem, problem } from '../../../src/core/problem.ts'
import type { Card, Damage, KeptPathway, KeptStacks, Vault, VaultEvent } from '../../../src/store/types.ts'
import type { Stacked, Stacker, StackInput } from '../../../src/worker/stack-types.ts'
import { entry, report } from '../../store/sample.ts'
import { card } from '../wallet/cards.ts'

let ends: (() => void)[] = []
afterEach(() => {
  for (const end of ends) end()
  ends = []
})

const nothing: KeptStacks = { stacks: [], pathways: [] }

/** A wallet of these cards, whose entries are called by their ids; and a worker that answers with what it was asked. */
function wallet(ids: readonly string[], kept: KeptStacks = nothing, milliseconds = 0) {
  const [cards, setCards] = createSignal<readonly Card[] | undefined>(ids.map((id) => card({ id })))
  const [damaged, setDamaged] = createSignal<readonly Damage[]>([])
  const listeners = new Set<(event: VaultEvent) => void>()
  const state = { kept: done(kept) as Attempt<KeptStacks>, opened: [] as string[], asked: [] as StackInput[] }
  const trouble: { entry?: Problem; worker?: Problem } = {}
  const vault = {
    stacks: async () => state.kept,
    async entry(id: string) {
      state.opened.push(id)
      if (milliseconds > 0) await new Promise((resolve) => setTimeout(resolve, milliseconds))
      if (trouble.entry) return { ok: false, problem: trouble.entry }
      if (id.startsWith('damaged')) return problem('store_corrupt')
      return done(id.startsWith('gone') ? null : { id, ...entry(id, { report: report({ digest: id }) }) })
    },
    subscribe(listener: (event: VaultEvent) => void) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  } as unknown as Vault
  const stacker: Stacker = {
    async stack(input) {
      state.asked.push(input)
      return trouble.worker ? { ok: false, problem: trouble.worker } : done({ input } as unknown as Stacked)
    },
    layout: async () => problem('cancelled'),
    readPathways: async () => problem('cancelled'),
    end: () => undefined,
  }
  const tell = (event: VaultEvent) => {
    for (const listener of listeners) listener(event)
  }
  const open = (options: GatheringOptions = {}) =>
    createRoot((end) => {
      ends.push(end)
      return createGathering({ vault, cards, damaged }, stacker, options)
    })
  const digests = () => state.asked.at(-1)?.sources.map(({ digest }) => digest)
  return { state, trouble, setCards, setDamaged, tell, open, digests, listeners }
}

const pathway = (id: string): Pathway => ({
  id,
  origin: 'ctdl',
  name: [],
  owners: [],
  steps: [],
  destinations: [],
  levels: [],
  notices: [],
})
const keptPathway = (id: string, text = id): KeptPathway => ({ id, origin: { kind: 'file', name: id }, text, addedAt: '' })

describe('gathering the wallet', () => {
  test('reads every entry, tells how far it is, and hands everything over in the order of the cards', async () => {
    const { open, digests } = wallet(['a', 'b', 'c'], nothing, 20)
    const { stacked, gathering, trouble, kept } = open()
    expect([stacked(), kept()]).toEqual([undefined, nothing])
    await vi.waitFor(() => expect(gathering()).toMatchObject({ ready: 0, total: 3 }), { interval: 5 })
    await vi.waitFor(() => expect(stacked()).toBeDefined())
    expect(digests()).toEqual(['a', 'b', 'c'])
    expect([gathering(), trouble()]).toEqual([null, null])
  })

  test('waits for the cards', async () => {
    const { open, setCards, state, digests } = wallet([])
    setCards(undefined)
    const { stacked } = open()
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(state.asked).toEqual([])
    setCards([card({ id: 'late' })])
    await vi.waitFor(() => expect(stacked()).toBeDefined())
    expect(digests()).toEqual(['late'])
  })

  test('reads again only what changed, and forgets what was removed', async () => {
    const { open, setCards, state, digests } = wallet(['a', 'b', 'c'])
    const { stacked } = open()
    await vi.waitFor(() => expect(stacked()).toBeDefined())
    const checkedAgain = card({ id: 'b', verifiedAt: '2026-06-01T00:00:00Z' })
    setCards([checkedAgain, card({ id: 'c' }), card({ id: 'new' })])
    await vi.waitFor(() => expect(digests()).toEqual(['b', 'c', 'new']))
    expect(state.opened).toEqual(['a', 'b', 'c', 'b', 'new'])
    setCards([card({ id: 'a' }), checkedAgain])
    await vi.waitFor(() => expect(digests()).toEqual(['a', 'b']))
    expect(state.opened.slice(5)).toEqual(['a'])
  })

  test('leaves what changes while nobody looks for when somebody does, and then reads only that', async () => {
    const { open, setCards, state, digests, tell } = wallet(['a', 'b'])
    const [isWatched, setIsWatched] = createSignal(false)
    open({ isWatched })
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect(state.opened).toEqual([])
    setIsWatched(true)
    await vi.waitFor(() => expect(digests()).toEqual(['a', 'b']))
    setIsWatched(false)
    setCards(['a', 'b', 'c'].map((id) => card({ id })))
    tell({ kind: 'stacks' })
    await new Promise((resolve) => setTimeout(resolve, 400))
    expect(state.asked).toHaveLength(1)
    setIsWatched(true)
    await vi.waitFor(() => expect(digests()).toEqual(['a', 'b', 'c']))
    expect(state.opened).toEqual(['a', 'b', 'c'])
    for (const watched of [false, true]) setIsWatched(watched)
    await new Promise((resolve) => setTimeout(resolve, 400))
    expect(state.asked).toHaveLength(2)
  })

  test('passes over what is damaged or gone, and says how much is damaged', async () => {
    const { open, digests, setDamaged } = wallet(['a', 'damaged', 'gone', 'b'])
    const { stacked, skipped, trouble } = open()
    await vi.waitFor(() => expect(stacked()).toBeDefined())
    expect([digests(), trouble()]).toEqual([['a', 'b'], null])
    setDamaged([{ id: 'damaged', kind: 'unreadable', hasSource: true }])
    expect(skipped()).toEqual({ entries: 1, pathways: [] })
  })

  test('a hundred changes while it works are answered by one more time', async () => {
    const { open, setCards, state, digests } = wallet(['a'])
    const { stacked } = open()
    for (let count = 1; count <= 100; count += 1) {
      setCards(Array.from({ length: count }, (_, index) => card({ id: `${index}` })))
    }
    await vi.waitFor(() => expect(digests()).toHaveLength(100))
    expect(stacked()).toBeDefined()
    expect(state.asked.length).toBeLessThanOrEqual(2)
  })

  test('hands over the learner’s own stacks as the graph needs them, anew when they change in any tab', async () => {
    const [at, members] = ['2026-11-23T12:00:00Z', [{ digest: 'a', part: '' }]]
    const own = { id: 's', name: 'Mine', description: 'Words', isOrdered: true, members, createdAt: at, changedAt: at }
    const { open, state, tell } = wallet(['a'], { ...nothing, stacks: [own] })
    const { stacked, kept } = open()
    await vi.waitFor(() => expect(stacked()).toBeDefined())
    expect(state.asked[0]?.own).toEqual([{ id: 's', name: 'Mine', isOrdered: true, members }])
    state.kept = done({ ...nothing, stacks: [{ ...own, name: 'Ours' }] })
    tell({ kind: 'settings' })
    tell({ kind: 'stacks' })
    await vi.waitFor(() => expect(state.asked.at(-1)?.own[0]?.name).toBe('Ours'))
    expect(kept().stacks[0]?.name).toBe('Ours')
    expect(state.opened).toEqual(['a'])
  })

  test('reads each pathway once, by its id, and names those that cannot be read', async () => {
    const { open, state, tell } = wallet([], { ...nothing, pathways: ['p', 'bad', 'q'].map((id) => keptPathway(id)) })
    const read: string[] = []
    const readPathways = async (text: string) => {
      read.push(text)
      return text === 'bad' ? problem('json_malformed') : done([pathway('another'), pathway(text)])
    }
    const { stacked, skipped } = open({ readPathways })
    await vi.waitFor(() => expect(stacked()).toBeDefined())
    expect(state.asked[0]?.pathways.map(({ id }) => id)).toEqual(['p', 'q'])
    expect(skipped()).toEqual({ entries: 0, pathways: ['bad'] })
    state.kept = done({ ...nothing, pathways: [keptPathway('p'), keptPathway('r')] })
    tell({ kind: 'stacks' })
    await vi.waitFor(() => expect(state.asked.at(-1)?.pathways.map(({ id }) => id)).toEqual(['p', 'r']))
    expect(read).toEqual(['p', 'bad', 'q', 'r'])
    expect(skipped().pathways).toEqual([])
  })
})

describe('trouble while gathering', () => {
  test('with the store or the worker is told, what was made stays, and trying again helps', async () => {
    const { open, trouble: wrong, setCards } = wallet(['a'])
    const { stacked, trouble, gathering, refresh } = open()
    await vi.waitFor(() => expect(stacked()).toBeDefined())
    const before = stacked()
    wrong.entry = { code: 'store_aborted' }
    setCards([card({ id: 'a' }), card({ id: 'b' })])
    await vi.waitFor(() => expect(trouble()).toEqual({ code: 'store_aborted' }))
    expect([stacked(), gathering()]).toEqual([before, null])
    delete wrong.entry
    wrong.worker = { code: 'worker_failed' }
    refresh()
    await vi.waitFor(() => expect(trouble()).toEqual({ code: 'worker_failed' }))
    delete wrong.worker
    refresh()
    await vi.waitFor(() => expect(trouble()).toBeNull())
    expect(stacked()).not.toBe(before)
  })

  test('a question that a newer one took the place of is no trouble', async () => {
    const { open, trouble: wrong, state } = wallet(['a'])
    wrong.worker = { code: 'cancelled' }
    const { trouble, stacked } = open()
    await vi.waitFor(() => expect(state.asked).toHaveLength(1))
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect([trouble(), stacked()]).toEqual([null, undefined])
  })

  test('with the learner’s stacks is told, and they are read again with the next change', async () => {
    const { open, state, setCards } = wallet(['a'])
    state.kept = problem('store_unavailable')
    const { trouble, stacked } = open()
    await vi.waitFor(() => expect(trouble()).toEqual({ code: 'store_unavailable' }))
    state.kept = done(nothing)
    setCards([card({ id: 'a' })])
    await vi.waitFor(() => expect(stacked()).toBeDefined())
    expect(trouble()).toBeNull()
  })
})

test('it ends with the screen: nothing is heard, read or told any more', async () => {
  const ids = Array.from({ length: 100 }, (_, index) => `${index}`)
  const { open, state, tell, listeners } = wallet(ids, nothing, 20)
  const { stacked, trouble } = open()
  await vi.waitFor(() => expect(state.opened.length).toBeGreaterThan(0), { interval: 5 })
  ends.pop()?.()
  const opened = state.opened.length
  tell({ kind: 'stacks' })
  await new Promise((resolve) => setTimeout(resolve, 300))
  expect([opened < 100, state.opened.length, listeners.size]).toEqual([true, opened, 0])
  expect([stacked(), trouble(), state.asked]).toEqual([undefined, null, []])
})
