import 'fake-indexeddb/auto'
import { beforeEach, expect, test, vi } from 'vitest'
import type { AllowedContext } from '../../src/core/model/context.ts'
import { openDatabase } from '../../src/store/database.ts'
import { migrations } from '../../src/store/migrations.ts'
import type { VaultEvent } from '../../src/store/types.ts'
import { everything, freshDisk, meddle, tab, valueIn } from './disk.ts'

beforeEach(freshDisk)

function context(url: string, more: Partial<AllowedContext> = {}): AllowedContext {
  return { url, digest: 'aa', text: `{"@context":{"secret":"${url}#"}}`, fetchedAt: '2026-11-23T12:00:00.000Z', ...more }
}
const [a, b] = [context('https://a.example/v1'), context('https://b.example/v1', { fetchedAt: '2026-11-22T12:00:00.000Z' })]

test('allowed vocabularies come back as they were kept, oldest first, in this tab and the next', async () => {
  const first = await tab()
  expect(valueIn(await first.vocabularies())).toEqual([])
  for (const each of [a, b]) valueIn(await first.keepVocabulary(each))
  first.close()
  expect(valueIn(await (await tab()).vocabularies())).toEqual([b, a])
})

test('one from the same address takes the place of the one before, and can be dropped', async () => {
  const vault = await tab()
  for (const each of [a, b, { ...a, digest: 'bb' }]) valueIn(await vault.keepVocabulary(each))
  expect(valueIn(await vault.vocabularies())).toEqual([b, { ...a, digest: 'bb' }])
  valueIn(await vault.dropVocabulary(a.url))
  expect(valueIn(await vault.vocabularies())).toEqual([b])
})

test('every tab hears of it', async () => {
  const vault = await tab()
  const heard: VaultEvent[] = []
  vault.subscribe((event) => void heard.push(event))
  await vault.keepVocabulary(a)
  await vault.dropVocabulary(a.url)
  await vi.waitFor(() => expect(heard).toEqual([{ kind: 'vocabularies' }, { kind: 'vocabularies' }]))
})

test('nothing of them lies on the disk in clear', async () => {
  await (await tab()).keepVocabulary(a)
  const disk = JSON.stringify(await everything(), (_, value: unknown) =>
    value instanceof ArrayBuffer ? new TextDecoder('latin1').decode(value) : value,
  )
  expect(disk).not.toMatch(/a\.example|secret/)
})

test('one that cannot be opened is not allowed, and the others are', async () => {
  const vault = await tab()
  for (const each of [a, b]) await vault.keepVocabulary(each)
  await meddle('vocabularies', (store) =>
    store.put({ id: 'forged', version: 1, iv: new Uint8Array(12), data: new ArrayBuffer(32) }),
  )
  expect(valueIn(await vault.vocabularies())).toEqual([b, a])
})

test('a wallet of an earlier release gets a place for them', async () => {
  ;(await openDatabase({ steps: migrations.slice(0, 2) })).close()
  const vault = await tab()
  valueIn(await vault.keepVocabulary(a))
  expect(valueIn(await vault.vocabularies())).toEqual([a])
})
