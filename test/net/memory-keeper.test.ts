import { describe, expect, test } from 'vitest'
import { createMemoryKeeper } from '../../src/net/memory-keeper.ts'

const copy = (url: string, size: number) => ({
  url,
  finalUrl: url,
  bytes: new Uint8Array(size),
  mediaType: 'application/json',
  fetchedAt: '2026-11-23T12:00:00.000Z',
})
const addressOf = (index: number) => `https://host.example/${index}`

describe('a keeper in memory', () => {
  test('drops the oldest copies when they are too many', async () => {
    const keeper = createMemoryKeeper()
    for (let index = 0; index <= 2_000; index += 1) await keeper.keep(copy(addressOf(index), 1))
    expect(await keeper.recall(addressOf(0))).toBeNull()
    expect(await keeper.recall(addressOf(1))).not.toBeNull()
    expect(await keeper.recall(addressOf(2_000))).not.toBeNull()
  })

  test('drops the oldest copies when they are too large together, and counts one that is kept again once', async () => {
    const keeper = createMemoryKeeper()
    const large = 30 * 1024 * 1024
    for (const index of [0, 1, 1, 1]) await keeper.keep(copy(addressOf(index), large))
    expect(await keeper.recall(addressOf(0))).not.toBeNull()
    await keeper.keep(copy(addressOf(2), large))
    expect(await keeper.recall(addressOf(0))).toBeNull()
    expect(await keeper.recall(addressOf(1))).not.toBeNull()
    await keeper.forget(addressOf(1))
    await keeper.keep(copy(addressOf(3), large))
    expect(await keeper.recall(addressOf(2))).not.toBeNull()
  })

  test('keeps the last lines of the log', async () => {
    const keeper = createMemoryKeeper()
    for (let index = 0; index <= 2_000; index += 1) {
      const at = new Date(index).toISOString()
      await keeper.log({ at, host: 'host.example', purpose: 'status', outcome: 'fetched', bytes: 1, milliseconds: 1 })
    }
    expect(keeper.entries.length).toBe(2_000)
    expect(keeper.entries[0]?.at).toBe(new Date(1).toISOString())
  })
})
