import 'fake-indexeddb/auto'
import { createHash } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { createVocabularies } from '../../src/app/vocabularies.ts'
import { done, type Problem, problem } from '../../src/core/problem.ts'
import { freshDisk, tab } from '../store/disk.ts'

beforeEach(freshDisk)

const url = 'https://vocabulary.example/v1'
const fetchedAt = '2026-11-23T12:00:00.000Z'

async function vocabulariesWith(body: string | Uint8Array | null) {
  const vault = await tab()
  const asked: unknown[] = []
  const told: Problem[] = []
  const verifier = {
    async open(request: { url: string; purpose: string }) {
      asked.push(request)
      if (body === null) return problem('fetch_blocked', { facts: { host: 'vocabulary.example' } })
      const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body
      return done({ url: request.url, bytes, mediaType: 'application/ld+json', fetchedAt })
    },
  } as unknown as Parameters<typeof createVocabularies>[0]['verifier']
  const powers = { vault, verifier, tell: (trouble: Problem) => void told.push(trouble) }
  return { vocabularies: await createVocabularies(powers), again: () => createVocabularies(powers), asked, told }
}

test('an allowed vocabulary is fetched once, pinned by its digest and kept', async () => {
  const text = '{"@context": {"level": "https://vocabulary.example/v1#level"}}'
  const { vocabularies, again, asked } = await vocabulariesWith(text)
  expect(asked).toEqual([])
  expect(await vocabularies.allow(url)).toMatchObject({ ok: true })
  const digest = createHash('sha256').update(text).digest('hex')
  expect(vocabularies.kept()).toEqual([{ url, digest, text, fetchedAt }])
  expect((await again()).kept()).toEqual(vocabularies.kept())
  expect(asked).toMatchObject([{ url, purpose: 'context' }])
  await vocabularies.remove(url)
  expect(vocabularies.kept()).toEqual([])
})

test('its digest is of the text that is used, without a byte order mark', async () => {
  const { vocabularies } = await vocabulariesWith('\uFEFF{"@context": {}}')
  await vocabularies.allow(url)
  const digest = createHash('sha256').update('{"@context": {}}').digest('hex')
  expect(vocabularies.kept()).toMatchObject([{ digest, text: '{"@context": {}}' }])
})

test.each<[string, string | Uint8Array | null, string]>([
  ['does not answer', null, 'fetch_blocked'],
  ['gives a page', '<!doctype html>', 'json_malformed'],
  ['gives something else', '{"context": {}}', 'context_invalid'],
  ['gives a list', '[{"@context": {}}]', 'context_invalid'],
  ['gives no text', new Uint8Array([0xff, 0xfe, 0x00]), 'text_not_utf8'],
])('a host that %s is told, and nothing is kept', async (_, body, code) => {
  const { vocabularies } = await vocabulariesWith(body)
  expect(await vocabularies.allow(url)).toMatchObject({ ok: false, problem: { code } })
  expect(vocabularies.kept()).toEqual([])
})
