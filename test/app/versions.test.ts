import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { settleVersions } from '../../src/app/versions.ts'
import type { Credential } from '../../src/core/model/credential.ts'
import type { VerificationReport } from '../../src/core/model/report.ts'
import { done } from '../../src/core/problem.ts'
import { defaultSettings } from '../../src/store/default-settings.ts'
import type { RecordId, Vault, WalletEntry } from '../../src/store/types.ts'
import { freshDisk, tab, valueIn } from '../store/disk.ts'
import { credential, entry, finding, report } from '../store/sample.ts'

beforeEach(freshDisk)

const [first, second, third] = ['2026-01-01T00:00:00Z', '2026-02-01T00:00:00Z', '2026-03-01T00:00:00Z']
const holding = ['structure.data-model', 'proof.signature', 'proof.coverage', 'validity.dates', 'issuer.key'] as const
const checks = holding.map((id) => finding(id, 'passed'))

/** A version of one credential, told from others by its start. */
function version(validFrom: string, more: Partial<Credential> = {}, said: Partial<VerificationReport> = {}) {
  const read = credential({ id: 'urn:uuid:one', validFrom, ...more })
  return entry(JSON.stringify([validFrom, more, said.verdict]), { credential: read, report: report({ checks, ...said }) })
}

async function add(vault: Vault, ...entries: readonly Omit<WalletEntry, 'id'>[]): Promise<readonly RecordId[]> {
  const ids = valueIn(await vault.add(entries)).map(({ id }) => id)
  await settleVersions({ vault, settings: () => defaultSettings, tell: () => undefined }, ids)
  return ids
}

async function read(vault: Vault, id: RecordId | undefined): Promise<WalletEntry> {
  const found = valueIn(await vault.entry(id ?? ''))
  if (!found) throw new Error('not there')
  return found
}

const superseded = (date: string) =>
  expect.objectContaining({ id: 'validity.refresh', status: 'failed', code: 'superseded', evidence: { facts: { date } } })

describe('of two versions in the wallet', () => {
  test.each([
    ['the newer is added later', [first, second]],
    ['the older is added later', [second, first]],
  ])('the older is marked and no longer called valid, both are kept: %s', async (_, order) => {
    const vault = await tab()
    const ids: RecordId[] = []
    for (const date of order) ids.push(...(await add(vault, version(date))))
    const [old, newer] = [ids[order.indexOf(first)], ids[order.indexOf(second)]]
    const { replacedBy, report } = await read(vault, old)
    expect(replacedBy).toEqual({ id: newer, date: second })
    expect(report).toMatchObject({ verdict: 'not-verified', questions: { validity: 'failed' } })
    expect(report.checks).toContainEqual(superseded(second))
    expect(await read(vault, newer)).toMatchObject({ report: { verdict: 'verified' } })
    const { cards } = valueIn(await vault.cards())
    expect(cards.find(({ id }) => id === old)).toMatchObject({ verdict: 'not-verified', code: 'superseded' })
  })

  test.each<[string, Omit<WalletEntry, 'id'>]>([
    ['one that is not verified', version(second, {}, { verdict: 'cannot-tell' })],
    [
      'one of another issuer',
      version(second, { issuer: { id: 'https://kestrel.example/issuer', name: [], otherIdentifiers: [] } }),
    ],
    ['another credential', version(second, { id: 'urn:uuid:other' })],
    ['one of the same date', version(first, { description: [{ value: 'again' }] })],
    [
      'one without a date',
      (({ validFrom: _, ...read }) => entry('undated', { credential: read, report: report({ checks }) }))(
        version(second).credential,
      ),
    ],
  ])('%s replaces nothing', async (_, other) => {
    const vault = await tab()
    const [old] = await add(vault, version(first), other)
    const kept = await read(vault, old)
    expect(kept.replacedBy).toBeUndefined()
    expect(kept.report.verdict).toBe('verified')
  })

  test('credentials without an id are never versions of one another', async () => {
    const vault = await tab()
    const without = (validFrom: string) => {
      const { id: _, ...read } = version(validFrom).credential
      return entry(validFrom, { credential: read, report: report({ checks }) })
    }
    const [old] = await add(vault, without(first), without(second))
    expect((await read(vault, old)).replacedBy).toBeUndefined()
  })
})

test('of three versions the latest replaces both others', async () => {
  const vault = await tab()
  const [old] = await add(vault, version(first))
  const [middle] = await add(vault, version(second))
  const [newest] = await add(vault, version(third))
  for (const id of [old, middle]) expect((await read(vault, id)).replacedBy).toEqual({ id: newest, date: third })
})

test('what was replaced stays so when the newer version is removed, is checked again or the old one is added again', async () => {
  const vault = await tab()
  const [old, newer] = await add(vault, version(first), version(second))
  valueIn(await vault.remove(newer ?? ''))
  await add(vault, version(first))
  const again = await read(vault, old)
  expect(again.replacedBy).toEqual({ id: newer, date: second })
  expect(again.report.checks).toContainEqual(superseded(second))
  valueIn(await vault.update(old ?? '', { ...again, report: report({ checks }) }))
  expect((await read(vault, old)).replacedBy).toEqual({ id: newer, date: second })
})

test('a thousand files that claim to be one credential are looked at as one group, once', async () => {
  const vault = await tab()
  const many = Array.from({ length: 300 }, (_, index) => version(first, { description: [{ value: String(index) }] }))
  const ids = valueIn(await vault.add([...many, version(second)])).map(({ id }) => id)
  const [sorted, parsed] = [vi.spyOn(Array.prototype, 'toSorted'), vi.spyOn(Date.prototype, 'setUTCHours')]
  try {
    const looked: Vault = { ...vault, revise: async () => done(undefined) }
    await settleVersions({ vault: looked, settings: () => defaultSettings, tell: () => undefined }, ids)
    expect(sorted.mock.contexts.filter((array) => (array as readonly unknown[]).length > 100).length).toBeLessThan(10)
    expect(parsed.mock.calls.length).toBeLessThan(20 * ids.length)
  } finally {
    sorted.mockRestore()
    parsed.mockRestore()
  }
})
