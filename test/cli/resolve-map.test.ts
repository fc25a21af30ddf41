import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { closedDoor, emptyMap, mapDids, mapDoor, type ResolveMap, readResolveMap } from '../../src/cli/resolve-map.ts'
import type { OpenRequest } from '../../src/core/model/context.ts'

const now = new Date('2026-11-23T12:00:00Z')
let folder = ''
let map: ResolveMap = emptyMap

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'satchel-map-'))
  await writeFile(join(folder, 'list.json'), '{"id": "list"}')
  await writeFile(
    join(folder, 'map.json'),
    JSON.stringify({
      'https://a.example/list': 'list.json',
      'http://b.example/list': 'list.json',
      'https://a.example/gone': 'gone.json',
      'did:example:123': 'list.json',
    }),
  )
  map = (await readResolveMap(join(folder, 'map.json'))) ?? emptyMap
})
afterAll(() => rm(folder, { recursive: true }))

const ask = (url: string, more: Partial<OpenRequest> = {}) =>
  mapDoor(map, now, closedDoor)({ url, purpose: 'status', accept: '*/*', ...more })

describe('a map of addresses to files', () => {
  test('answers from a path relative to itself, as fetched at the clock of the run', async () => {
    const opened = await ask('https://a.example/list')
    expect(opened).toMatchObject({
      ok: true,
      value: { mediaType: 'application/json', kept: false, fetchedAt: '2026-11-23T12:00:00.000Z' },
    })
    expect(opened.ok && new TextDecoder().decode(opened.value.bytes)).toBe('{"id": "list"}')
  })

  test('answers an http address as https, and the other way round', async () => {
    expect(await ask('http://a.example/list')).toMatchObject({ ok: true, value: { finalUrl: 'https://a.example/list' } })
    expect(await ask('https://b.example/list')).toMatchObject({ ok: true })
  })

  test('answers an address whatever its fragment', async () => {
    expect(await ask('https://a.example/list#94567')).toMatchObject({ ok: true })
  })

  test('hands on what it does not name', async () => {
    expect(await ask('https://a.example/other')).toEqual({
      ok: false,
      problem: { code: 'fetch_offline', facts: { host: 'a.example' } },
    })
  })

  test('says that a file it names cannot be read', async () => {
    expect(await ask('https://a.example/gone')).toMatchObject({ ok: false, problem: { code: 'fetch_failed' } })
  })

  test('keeps to the size that is asked for', async () => {
    expect(await ask('https://a.example/list', { maxBytes: 3 })).toMatchObject({
      ok: false,
      problem: { code: 'fetch_too_large' },
    })
  })

  test('answers a DID directly, and no other', async () => {
    expect(await mapDids(map)('did:example:123')).toEqual({ id: 'list' })
    expect(await mapDids(map)('did:example:456')).toBeNull()
  })

  test.each([
    ['no JSON', '{'],
    ['a list', '[]'],
    ['values that are no paths', '{"https://a.example": 1}'],
  ])('is refused when it is %s', async (_, text) => {
    await writeFile(join(folder, 'bad.json'), text)
    expect(await readResolveMap(join(folder, 'bad.json'))).toBeNull()
  })

  test('is refused when it is not there', async () => {
    expect(await readResolveMap(join(folder, 'nowhere.json'))).toBeNull()
  })
})
