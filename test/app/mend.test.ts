import 'fake-indexeddb/auto'
import { beforeEach, expect, test } from 'vitest'
import { damageWords } from '../../src/app/damaged.view.ts'
import { mend } from '../../src/app/mend.ts'
import { backup } from '../../src/text/en/backup.ts'
import { freshDisk, meddle, tab, valueIn } from '../store/disk.ts'
import { entryOf, walletOf } from './backup/wallet.ts'

beforeEach(freshDisk)

test('what has its original bytes is read anew, and what is gone is no longer missed', async () => {
  const first = await tab()
  const ids = valueIn(await first.add([await entryOf('whole'), await entryOf('torn'), await entryOf('gone')])).map(({ id }) => id)
  await meddle('cards', (store) => store.delete(ids[1] ?? ''))
  await meddle('readings', (store) => store.delete(ids[1] ?? ''))
  for (const store of ['sources', 'readings', 'cards']) await meddle(store, (each) => each.delete(ids[2] ?? ''))
  first.close()

  const vault = await tab()
  const { damaged } = valueIn(await vault.cards())
  expect(damageWords(damaged, backup.damaged)).toEqual(['2 are not there any more'])
  const { services } = await walletOf(vault)
  expect(await mend(services, damaged)).toEqual({ mended: 1, aside: 0, gone: 1 })
  const after = valueIn(await vault.cards())
  expect(after.damaged).toEqual([])
  expect(after.cards.map(({ title }) => title).toSorted()).toEqual(['torn', 'whole'])
})

test('what can no longer be read though its bytes are whole is set aside with them', async () => {
  const first = await tab()
  const [id] = valueIn(await first.add([await entryOf('!broken')])).map((added) => added.id)
  await meddle('cards', (store) => store.delete(id ?? ''))
  first.close()
  const vault = await tab()
  const { services } = await walletOf(vault)
  expect(await mend(services, valueIn(await vault.cards()).damaged)).toEqual({ mended: 0, aside: 1, gone: 0 })
  const [aside] = valueIn(await vault.aside())
  expect(aside?.size).toBeGreaterThan(0)
})

test('what has its original bytes stays where it is when nobody came to read them', async () => {
  const first = await tab()
  const [id] = valueIn(await first.add([await entryOf('whole')])).map((added) => added.id)
  await meddle('cards', (store) => store.delete(id ?? ''))
  first.close()
  const vault = await tab()
  const { services } = await walletOf(vault)
  const { damaged } = valueIn(await vault.cards())
  const unread = { ...services, verifier: { ...services.verifier, inspect: async () => [] } }
  expect(await mend(unread, damaged)).toEqual({ mended: 0, aside: 0, gone: 0 })
  expect(valueIn(await vault.cards()).damaged).toEqual(damaged)
  expect(await mend(services, damaged)).toEqual({ mended: 1, aside: 0, gone: 0 })
})
