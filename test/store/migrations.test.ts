import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, test } from 'vitest'
import { openDatabase } from '../../src/store/database.ts'
import { migrations } from '../../src/store/migrations.ts'
import type { Vault } from '../../src/store/types.ts'
import { everything, freshDisk, rawDatabase, tab, valueIn } from './disk.ts'
import { type Fixture, fixtures, kept, restore } from './fixtures.ts'

// Strict in every way, so that equal texts are equal bytes.
const exactly = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

beforeEach(freshDisk)

test('every version before today’s has a fixture', () => {
  expect(fixtures.map(({ version }) => version)).toEqual(migrations.slice(1).map((_step, index) => index + 1))
})

describe.each(fixtures)('a wallet of version $version', (fixture) => {
  beforeEach(() => restore(fixture))

  test('opens with everything that is in it, and does so again', async () => {
    await expectWhole(await tab(), fixture)
    expect(await versionNow()).toBe(migrations.length)
    await expectWhole(await tab(), fixture)
  })

  test('can be added to, and loses nothing by it', async () => {
    const vault = await tab()
    const [first] = valueIn(await vault.cards()).cards
    const removed = valueIn(await vault.remove(first!.id))
    const { id, ...entry } = removed!
    expect(valueIn(await vault.add([entry]))).toEqual([{ id, isNew: true }])
    await expectWhole(vault, fixture)
  })

  test('is as it was when the upgrade breaks off in the middle', async () => {
    const before = await everything()
    const breaking = openDatabase({ steps: [...migrations, (_database, transaction) => transaction.abort()] })
    await expect(breaking).rejects.toMatchObject({ problem: { code: expect.stringMatching(/^store_/) } })
    expect(await versionNow()).toBe(fixture.version)
    expect(await everything()).toEqual(before)
    await expectWhole(await tab(), fixture)
  })

  test('opens when the page went away right after the upgrade', async () => {
    const database = await openDatabase()
    database.close()
    await expectWhole(await tab(), fixture)
  })
})

/** Everything that was put into it when it was made. */
async function expectWhole(vault: Vault, { version }: Fixture): Promise<void> {
  const { cards, damaged } = valueIn(await vault.cards())
  expect(damaged).toEqual([])
  expect(await Promise.all(cards.map(({ id }) => whatIsIn(vault, id)))).toEqual(
    kept.sources.map(({ name, text, title }) => ({ name, text, title })).reverse(),
  )
  expect(valueIn(await vault.settings())).toMatchObject(kept.settings)
  expect(valueIn(await vault.log(10))).toEqual(kept.log.toReversed())
  const picture = valueIn(await vault.picture(kept.picture.url))
  expect(Buffer.from(picture?.bytes ?? []).toString('base64')).toBe(kept.picture.base64)
  expect(exactly.decode((await vault.keeper.recall(kept.copy.url))?.bytes)).toBe(kept.copy.text)
  await expectTrust(vault, version)
}

async function whatIsIn(vault: Vault, id: string) {
  const entry = valueIn(await vault.entry(id))
  const source = valueIn(await vault.source(id))
  expect(entry?.source).toEqual(source)
  return { name: source?.name, text: exactly.decode(source?.bytes), title: entry?.report.summary.title }
}

async function expectTrust(vault: Vault, version: number): Promise<void> {
  const { lists, pins, changedAt } = valueIn(await vault.trust())
  const { list, pin, vocabulary } = kept
  expect(lists.map((each) => [each.id, each.origin.name, each.list?.entries.has(list.issuer)])).toEqual(
    version >= 2 ? [[list.id, list.name, true]] : [],
  )
  expect(pins).toEqual(version >= 2 ? [pin] : [])
  expect(changedAt).toBe(version >= 2 ? list.changedAt : '')
  expect(valueIn(await vault.vocabularies())).toEqual(version >= 3 ? [vocabulary] : [])
  expect(valueIn(await vault.holder.keys()).map(({ kind }) => kind)).toEqual(version >= 4 ? ['Ed25519'] : [])
  expect(valueIn(await vault.stacks())).toEqual({ stacks: [], pathways: [] })
}

async function versionNow(): Promise<number> {
  const database = await rawDatabase()
  database.close()
  return database.version
}
