import 'fake-indexeddb/auto'
import { beforeEach, expect, test } from 'vitest'
import type { SealedRecord } from '../../src/store/schema.ts'
import { freshDisk, meddle, tab, valueIn } from './disk.ts'
import { entry, source } from './sample.ts'

beforeEach(freshDisk)

test('what cannot be opened is set aside, can be saved and dropped, and costs no other', async () => {
  const vault = await tab()
  const [bad, good] = valueIn(await vault.add([entry('bad'), entry('good')]))
  const id = bad?.id ?? ''
  const record = await meddle<SealedRecord>('cards', (each) => each.get(id))
  await meddle('cards', (each) => each.put({ ...record, data: record.data.slice(1) }))
  const fresh = await tab()
  expect(valueIn(await fresh.cards()).damaged).toMatchObject([{ id, kind: 'unreadable' }])
  valueIn(await fresh.setAside(id))
  expect(valueIn(await fresh.cards())).toMatchObject({ cards: [{ id: good?.id }], damaged: [] })
  const [aside] = valueIn(await fresh.aside())
  expect(aside).toMatchObject({ kind: 'unreadable' })
  expect(aside?.size).toBeGreaterThan(100)
  const file = JSON.parse(new TextDecoder().decode(valueIn(await fresh.asideFile(aside?.id ?? ''))))
  expect(file.records.map((row: { store: string }) => row.store).toSorted()).toEqual(['cards', 'readings', 'sources'])
  expect(JSON.stringify(file)).toContain(Buffer.from(record.data.slice(1)).toString('base64url'))
  valueIn(await fresh.dropAside(aside?.id ?? ''))
  expect(valueIn(await fresh.aside())).toEqual([])
  expect(await fresh.asideFile(aside?.id ?? '')).toMatchObject({ problem: { code: 'store_corrupt' } })
  // Added again, it is in the wallet as if nothing had been.
  valueIn(await fresh.add([entry('bad')]))
  expect(valueIn(await fresh.entry(id))?.source).toEqual(source('bad'))
})

test('an entry of which something is left is set aside with what is left', async () => {
  const vault = await tab()
  const [added] = valueIn(await vault.add([entry('a')]))
  const id = added?.id ?? ''
  for (const store of ['cards', 'sources']) await meddle(store, (each) => each.delete(id))
  valueIn(await vault.setAside(id))
  expect(valueIn(await vault.aside())).toMatchObject([{ kind: 'missing' }])
  expect(valueIn(await (await tab()).cards())).toEqual({ cards: [], damaged: [] })
})

test('an entry whose card is whole and whose reading is not is found out when it is opened, and mended by adding it again', async () => {
  const vault = await tab()
  const [added] = valueIn(await vault.add([entry('a')]))
  const id = added?.id ?? ''
  const record = await meddle<SealedRecord>('readings', (each) => each.get(id))
  await meddle('readings', (each) => each.put({ ...record, data: record.data.slice(1) }))
  expect(valueIn(await vault.cards())).toMatchObject({ cards: [{ id }], damaged: [] })
  const heard = new Promise((resolve) => vault.subscribe(resolve))
  expect((await vault.entry(id)).ok).toBe(false)
  expect(await heard).toMatchObject({ kind: 'changed' })
  expect(valueIn(await vault.cards())).toMatchObject({ cards: [], damaged: [{ id, hasSource: true }] })
  valueIn(await vault.add([entry('a')]))
  expect(valueIn(await vault.cards())).toMatchObject({ cards: [{ id }], damaged: [] })
})
