import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Vault } from '../../src/store/types.ts'
import { openVault } from '../../src/store/vault.ts'
import { credential, entry, report, text } from './sample.ts'

async function tab(): Promise<Vault> {
  const opened = await openVault({ stretch: async () => expect.fail('no passphrase here') })
  if (!opened.ok) throw new Error(opened.problem.code)
  if (opened.value.state !== 'open') throw new Error('locked')
  return opened.value.vault
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

  test('once it is secured, another tab has its keys from the one that is open, and none once it is locked', async () => {
    const first = await tab()
    const added = await first.add([entry('{"kept":true}')])
    expect((await first.security.secure([{ name: 'Paper', method: 'recovery', code: 'AAAAA' }])).ok).toBe(true)
    const second = await tab()
    const before = await second.cards()
    expect(before.ok && before.value.cards.length).toBeGreaterThan(0)
    expect(added.ok).toBe(true)
    const left = new Promise((resolve) => second.subscribe(resolve))
    first.lock()
    expect(await left).toEqual({ kind: 'locked' })
    expect((await second.cards()).ok).toBe(false)
    const opened = await openVault({ stretch: async () => expect.fail('no passphrase here') })
    if (!opened.ok || opened.value.state !== 'locked') throw new Error('not locked')
    expect(await opened.value.gate.unlock({ method: 'recovery', code: 'BBBBB' })).toMatchObject({
      problem: { code: 'unlock_wrong' },
    })
    const again = await opened.value.gate.unlock({ method: 'recovery', code: 'AAAAA' })
    if (!again.ok) throw new Error(again.problem.code)
    expect(await again.value.cards()).toEqual(before)
    await again.value.erase()
    vault = await tab()
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
