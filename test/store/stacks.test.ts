import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { openDatabase } from '../../src/store/database.ts'
import { migrations } from '../../src/store/migrations.ts'
import { stackLimits } from '../../src/store/stacks.ts'
import type { KeptPathway, KeptStack, VaultEvent } from '../../src/store/types.ts'
import { everything, freshDisk, meddle, tab, valueIn } from './disk.ts'

beforeEach(freshDisk)

const digest = 'ab'.repeat(32)

function stack(id: string, more: Partial<KeptStack> = {}): KeptStack {
  return {
    id,
    name: 'Towards nursing',
    description: 'What I show at interviews',
    isOrdered: true,
    members: [
      { digest, part: '' },
      { digest, part: '2.1' },
    ],
    createdAt: '2026-11-23T12:00:00.000Z',
    changedAt: '2026-11-23T12:00:00.000Z',
    ...more,
  }
}

function pathway(id: string, more: Partial<KeptPathway> = {}): KeptPathway {
  const url = `https://registry.example/${id}`
  return { id, origin: { kind: 'address', url }, text: `{"@id":"${id}"}`, addedAt: '2026-11-23T12:00:00.000Z', ...more }
}

const [older, newer] = [stack('b', { createdAt: '2026-11-22T12:00:00.000Z' }), stack('a')]
const [first, second] = [pathway('ce-2', { addedAt: '2026-11-22T12:00:00.000Z' }), pathway('ce-1')]

describe('what the learner arranged', () => {
  test('is nothing at first', async () => {
    expect(valueIn(await (await tab()).stacks())).toEqual({ stacks: [], pathways: [] })
  })

  test('comes back as it was kept, oldest first, in this tab and the next', async () => {
    const vault = await tab()
    for (const each of [newer, older]) valueIn(await vault.keepStack(each))
    for (const each of [second, first]) valueIn(await vault.keepPathway(each))
    vault.close()
    expect(valueIn(await (await tab()).stacks())).toEqual({ stacks: [older, newer], pathways: [first, second] })
  })

  test('is changed in its place, and taken away', async () => {
    const vault = await tab()
    for (const each of [older, newer, { ...older, name: 'Nursing' }]) valueIn(await vault.keepStack(each))
    for (const each of [first, second, { ...first, text: '{}' }]) valueIn(await vault.keepPathway(each))
    expect(valueIn(await vault.stacks())).toEqual({
      stacks: [{ ...older, name: 'Nursing' }, newer],
      pathways: [{ ...first, text: '{}' }, second],
    })
    valueIn(await vault.dropStack(older.id))
    valueIn(await vault.dropPathway(first.id))
    expect(valueIn(await vault.stacks())).toEqual({ stacks: [newer], pathways: [second] })
  })

  test('is heard of in every tab, and seen there', async () => {
    const [here, there] = [await tab(), await tab()]
    const heard: VaultEvent[] = []
    there.subscribe((event) => void heard.push(event))
    valueIn(await here.keepStack(newer))
    valueIn(await here.keepPathway(second))
    valueIn(await here.dropPathway(second.id))
    valueIn(await here.dropStack('another'))
    await vi.waitFor(() => expect(heard).toEqual(Array.from({ length: 4 }, () => ({ kind: 'stacks' }))))
    expect(valueIn(await there.stacks())).toEqual({ stacks: [newer], pathways: [] })
  })

  test('lies on the disk sealed, pathways under names that say nothing', async () => {
    const vault = await tab()
    valueIn(await vault.keepStack(newer))
    valueIn(await vault.keepPathway(second))
    const disk = JSON.stringify(await everything(), (_, value: unknown) =>
      value instanceof ArrayBuffer ? new TextDecoder('latin1').decode(value) : value,
    )
    expect(disk).not.toMatch(/nursing|interviews|registry\.example|ce-1|abab/)
  })

  test('outlives a new data key, and can then be changed in its place', async () => {
    const vault = await tab()
    for (const each of [older, newer]) valueIn(await vault.keepStack(each))
    valueIn(await vault.keepPathway(second))
    const names = () => meddle('pathways', (store) => store.getAllKeys())
    const before = await names()
    valueIn(await vault.security.secure([{ method: 'passphrase', name: 'Words', passphrase: 'correct horse battery staple' }]))
    expect(valueIn(await vault.stacks())).toEqual({ stacks: [older, newer], pathways: [second] })
    expect(await names()).not.toEqual(before)
    valueIn(await vault.keepPathway({ ...second, text: '{}' }))
    valueIn(await vault.dropStack(older.id))
    expect(valueIn(await vault.stacks())).toEqual({ stacks: [newer], pathways: [{ ...second, text: '{}' }] })
  })
})

describe('what somebody did to the disk', () => {
  test('an older record put back, a forged one and one from elsewhere do not count, and the others do', async () => {
    const vault = await tab()
    for (const each of [older, newer]) valueIn(await vault.keepStack(each))
    const [was] = await meddle('stacks', (store) => store.getAll())
    valueIn(await vault.keepStack({ ...newer, name: 'Changed since' }))
    expect(was.id).toBe(newer.id)
    await meddle('stacks', (store) => store.put(was))
    await meddle('stacks', (store) => store.put({ ...was, id: 'slipped in' }))
    expect(valueIn(await vault.stacks()).stacks).toEqual([older])
    await meddle('pathways', (store) => store.put({ ...was, id: 'forged' }))
    expect(valueIn(await vault.stacks()).pathways).toEqual([])
  })

  test('what was removed and put back stays removed', async () => {
    const vault = await tab()
    valueIn(await vault.keepStack(newer))
    const [was] = await meddle('stacks', (store) => store.getAll())
    valueIn(await vault.dropStack(newer.id))
    await meddle('stacks', (store) => store.put(was))
    expect(valueIn(await vault.stacks()).stacks).toEqual([])
  })
})

describe('more than there is room for', () => {
  test('is cut where nobody would miss it', async () => {
    const vault = await tab()
    const members = Array.from({ length: stackLimits.members + 1 }, (_, index) => ({ digest, part: String(index + 1) }))
    valueIn(await vault.keepStack(stack('a', { name: 'n'.repeat(300), description: 'd'.repeat(6_000), members })))
    const [kept] = valueIn(await vault.stacks()).stacks
    expect([kept?.name.length, kept?.description.length]).toEqual([stackLimits.name, stackLimits.description])
    expect(kept?.members).toEqual(members.slice(0, -1))
  })

  test('a pathway larger than is kept is refused, and nothing is written', async () => {
    const vault = await tab()
    const text = 'é'.repeat(stackLimits.pathway / 2)
    valueIn(await vault.keepPathway(pathway('just', { text })))
    expect(await vault.keepPathway(pathway('over', { text: `${text}é` }))).toMatchObject({ problem: { code: 'json_too_large' } })
    expect(valueIn(await vault.stacks()).pathways.map(({ id }) => id)).toEqual(['just'])
  })

  test('one more than there may be is refused; those that are there can still be changed', async () => {
    const vault = await tab()
    for (let index = 0; index < stackLimits.pathways; index += 1) valueIn(await vault.keepPathway(pathway(`ce-${index}`)))
    const refused = await vault.keepPathway(pathway('one-more'))
    expect(refused).toMatchObject({ problem: { code: 'stacks_full', facts: { limit: stackLimits.pathways } } })
    valueIn(await vault.keepPathway(pathway('ce-7', { text: '{}' })))
    valueIn(await vault.dropPathway('ce-8'))
    valueIn(await vault.keepPathway(pathway('one-more')))
    expect(valueIn(await vault.stacks()).pathways).toHaveLength(stackLimits.pathways)
  })
})

test('a wallet of an earlier release gets a place for them', async () => {
  ;(await openDatabase({ steps: migrations.slice(0, 4) })).close()
  const vault = await tab()
  valueIn(await vault.keepStack(newer))
  expect(valueIn(await vault.stacks()).stacks).toEqual([newer])
})
