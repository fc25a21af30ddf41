import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, test } from 'vitest'
import { createIdentities } from '../../src/app/identities.ts'
import { settleVersions } from '../../src/app/versions.ts'
import { openDatabase } from '../../src/store/database.ts'
import { defaultSettings } from '../../src/store/default-settings.ts'
import { migrations } from '../../src/store/migrations.ts'
import type { Vault } from '../../src/store/types.ts'
import { everything, freshDisk, tab, valueIn } from './disk.ts'
import { credential, entry, finding, report } from './sample.ts'

/* News about a credential that come while something else is being worked out about it. */

beforeEach(freshDisk)

const holding = ['structure.data-model', 'proof.signature', 'proof.coverage', 'validity.dates', 'issuer.key'] as const
const checks = holding.map((id) => finding(id, 'passed'))
const identity = { type: 'emailAddress', hashed: false, value: 'ana@learner.example' }
const subjects = [{ identities: [identity], results: [], otherMembers: {} }]
const badge = (validFrom: string) =>
  entry(validFrom, { credential: credential({ id: 'urn:uuid:one', validFrom, subjects }), report: report({ checks }) })
const [first, second] = ['2026-01-01T00:00:00Z', '2026-02-01T00:00:00Z']
const revoked = report({
  at: '2026-11-24T12:00:00.000Z',
  verdict: 'not-verified',
  checks: [...checks, finding('validity.status', 'failed', 'status_revoked')],
})
const settings = () => ({ ...defaultSettings, identities: ['mailto:ana@learner.example'] })
const tell = ({ code }: { code: string }) => expect.fail(code)

async function idsIn(vault: Vault, ...entries: Parameters<Vault['add']>[0]) {
  return valueIn(await vault.add(entries)).map(({ id }) => id)
}

/** A vault on which something else happens to an entry right before the first time that anything is written to it. */
function interrupted(vault: Vault, meanwhile: () => Promise<unknown>): Vault {
  let once: (() => Promise<unknown>) | null = meanwhile
  const interrupt = async () => {
    const work = once
    once = null
    await work?.()
  }
  return {
    ...vault,
    async update(id, reading) {
      await interrupt()
      return vault.update(id, reading)
    },
    revise: (id, change) =>
      vault.revise(id, async (known) => {
        const changed = await change(known)
        await interrupt()
        return changed
      }),
  }
}

async function verdictOf(vault: Vault, id = '') {
  return valueIn(await vault.entry(id))?.report.verdict
}

describe('a check that finds a credential revoked is not undone', () => {
  test('by an identity that is compared at the same time', async () => {
    const [vault, other] = [await tab(), await tab()]
    const [id = ''] = await idsIn(vault, badge(first))
    const known = valueIn(await vault.entry(id))
    if (!known) throw new Error('not there')
    const slow = interrupted(vault, () => other.update(id, { ...known, report: revoked }))
    await createIdentities({ vault: slow, settings, changeSettings: async () => undefined, tell }).keep([
      'mailto:ana@learner.example',
    ])
    expect(await verdictOf(vault, id)).toBe('not-verified')
    const { report } = valueIn(await vault.entry(id)) ?? {}
    expect(report?.checks).toContainEqual(expect.objectContaining({ code: 'status_revoked' }))
    expect(report?.checks).toContainEqual(expect.objectContaining({ id: 'identity.recipient', status: 'passed' }))
  })

  test('by a newer version that is settled at the same time', async () => {
    const [vault, other] = [await tab(), await tab()]
    const [id = '', newer = ''] = await idsIn(vault, badge(first), badge(second))
    const known = valueIn(await vault.entry(id))
    if (!known) throw new Error('not there')
    const slow = interrupted(vault, () => other.update(id, { ...known, report: revoked }))
    await settleVersions({ vault: slow, settings, tell }, [id])
    const now = valueIn(await vault.entry(id))
    expect(now?.replacedBy).toMatchObject({ id: newer })
    for (const code of ['status_revoked', 'superseded'])
      expect(now?.report.checks).toContainEqual(expect.objectContaining({ code }))
  })
})

test('a change is made of what is there when it is written', async () => {
  const vault = await tab()
  const [id = ''] = await idsIn(vault, badge(first))
  let turns = 0
  const kept = await vault.revise(id, async (known) => {
    turns += 1
    if (turns === 1) await vault.update(id, { ...known, report: revoked })
    return { ...known, report: { ...known.report, input: `seen ${known.report.verdict}` } }
  })
  expect(kept.ok).toBe(true)
  expect(turns).toBe(2)
  expect(valueIn(await vault.entry(id))?.report).toMatchObject({ input: 'seen not-verified', verdict: 'not-verified' })
})

test('what was removed meanwhile stays removed, and what is not there is not made', async () => {
  const vault = await tab()
  const [id = ''] = await idsIn(vault, badge(first))
  const kept = await vault.revise(id, async (known) => {
    await vault.remove(id)
    return known
  })
  expect(kept.ok).toBe(true)
  expect(valueIn(await vault.entry(id))).toBeNull()
  expect(valueIn(await vault.cards()).cards).toHaveLength(0)
  await vault.revise('nobody', async () => expect.fail('asked'))
})

test('a change that others keep coming before is given up, and nothing of it is kept', async () => {
  const vault = await tab()
  const [id = ''] = await idsIn(vault, badge(first))
  const kept = await vault.revise(id, async (known) => {
    await vault.update(id, { ...known, report: revoked })
    return { ...known, report: report({ checks, input: 'mine' }) }
  })
  expect(kept).toMatchObject({ ok: false, problem: { code: 'store_aborted' } })
  expect(valueIn(await vault.entry(id))?.report).toEqual(revoked)
})

test.each([1, 2])(
  'an upgrade from version %i that breaks off half way leaves all as it was, and the next one goes through',
  async (version) => {
    const old = await openDatabase({ steps: migrations.slice(0, version) })
    await old.put('settings', { id: 'x', version: 1, iv: new Uint8Array(1), data: new ArrayBuffer(2) })
    old.close()
    const breaking = () => {
      throw new Error('power cut')
    }
    await expect(openDatabase({ steps: [...migrations.slice(0, version + 1), breaking] })).rejects.toThrow()
    const now = await openDatabase()
    expect([...now.objectStoreNames]).toEqual(expect.arrayContaining(['lists', 'pins', 'vocabularies']))
    now.close()
    expect((await everything()).map(({ store, key }) => [store, key])).toEqual([['settings', 'x']])
  },
)
