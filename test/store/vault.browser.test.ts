import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Vault } from '../../src/store/types.ts'
import { openVault } from '../../src/store/vault.ts'
import { credential, entry, report, text } from './sample.ts'

async function tab(): Promise<Vault> {
  const opened = await openVault()
  if (!opened.ok) throw new Error(opened.problem.code)
  return opened.value
}

describe('in a real browser', () => {
  let vault: Vault
  beforeAll(async () => {
    vault = await tab()
    await vault.erase()
    vault = await tab()
  })
  afterAll(async () => {
    await vault.erase()
  })

  test('what one tab adds another reads, with the device key as it came back from disk', async () => {
    const other = await tab()
    const heard = new Promise((resolve) => other.subscribe(resolve))
    const given = entry('{"a":1}')
    const added = await vault.add([given])
    const id = added.ok ? (added.value[0]?.id ?? '') : ''
    expect(await heard).toEqual({ kind: 'added', ids: [id] })
    expect(await other.entry(id)).toEqual({ ok: true, value: { id, ...given } })
    other.close()
  })

  test('says how much room there is', async () => {
    const { used, quota } = await vault.usage()
    expect(quota).toBeGreaterThan(used)
  })

  test('lists 5,000 cards', async () => {
    const description = text('Designs, builds and publishes accessible pages. '.repeat(20))
    const badges = Array.from({ length: 5_000 }, (_each, index) =>
      entry(`badge ${index}`, {
        credential: credential({ title: text(`Badge ${index}`), description }),
        report: report(),
      }),
    )
    for (let start = 0; start < badges.length; start += 500)
      expect((await vault.add(badges.slice(start, start + 500))).ok).toBe(true)
    const started = performance.now()
    const outcome = await vault.cards()
    const milliseconds = Math.round(performance.now() - started)
    console.info(`5,000 cards in ${milliseconds} ms`)
    expect(outcome.ok && outcome.value.cards.length).toBeGreaterThanOrEqual(5_000)
    expect(outcome.ok && outcome.value.damaged).toEqual([])
  }, 60_000)

  test('erases while another tab is open, which hears of it', async () => {
    const other = await tab()
    const heard = new Promise((resolve) => other.subscribe(resolve))
    expect((await vault.erase()).ok).toBe(true)
    expect(await heard).toEqual({ kind: 'erased' })
    vault = await tab()
    expect(await vault.cards()).toEqual({ ok: true, value: { cards: [], damaged: [] } })
  })
})
