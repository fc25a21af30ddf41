import { expect, test } from 'vitest'
import { createDoor } from '../../src/net/door.ts'
import { createMemoryKeeper } from '../../src/net/memory-keeper.ts'

test('a copy that HTTP calls fresh is asked again when it is older than the asker wants', async () => {
  let minutes = 0
  const asked: string[] = []
  const open = createDoor({
    keeper: createMemoryKeeper(),
    now: () => new Date(Date.UTC(2026, 10, 23, 12, minutes)),
    online: () => true,
    fetch: async (input) => {
      asked.push(String(input))
      const response = new Response('{}', { headers: { 'cache-control': 'max-age=3600', 'content-type': 'application/json' } })
      Object.defineProperty(response, 'url', { value: String(input) })
      return response
    },
  })
  const request = { url: 'https://lists.example/1', purpose: 'status', accept: 'application/json' } as const
  await open(request)
  minutes = 10
  await open(request)
  expect(asked).toHaveLength(1)
  await open({ ...request, maxAge: 5 * 60_000 })
  expect(asked).toHaveLength(2)
})

test('a page that a host sends in place of a document does not take the place of the last good copy', async () => {
  const answers = [
    new Response('{"keys":[]}', { headers: { 'content-type': 'application/json' } }),
    new Response('<h1>Back soon</h1>', { headers: { 'content-type': 'text/html; charset=utf-8' } }),
  ]
  let online = true
  let minutes = 0
  const open = createDoor({
    keeper: createMemoryKeeper(),
    now: () => new Date(Date.UTC(2026, 10, 23, 12, minutes)),
    online: () => online,
    fetch: async (input) => {
      const response = answers.shift()
      if (!response) throw new TypeError('nobody there')
      Object.defineProperty(response, 'url', { value: String(input) })
      return response
    },
  })
  const request = { url: 'https://issuer.example/keys', purpose: 'issuer', accept: 'application/json' } as const
  await open(request)
  minutes = 1
  await open(request)
  minutes = 2
  online = false
  const kept = await open(request)
  expect(kept.ok && kept.value.kept && new TextDecoder().decode(kept.value.bytes)).toBe('{"keys":[]}')
})
