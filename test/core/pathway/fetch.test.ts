import { expect, test } from 'vitest'
import type { Open, OpenRequest } from '../../../src/core/model/context.ts'
import { readPathwayAt } from '../../../src/core/pathway/fetch.ts'
import { pathwayLimits } from '../../../src/core/pathway/limits.ts'
import { doorTo, FETCHED_AT } from '../../issuer/door.ts'
import { associateDegree, ctids } from './associate-degree.ts'

const text = JSON.stringify(associateDegree)
const bytes = new TextEncoder().encode(text)
const graph = `https://credentialengineregistry.org/graph/${ctids.pathway}`
const door = doorTo(new Map([[graph, { bytes, mediaType: 'application/json' }]]))

test('reads a pathway by the address of its page, and keeps the document', async () => {
  const read = await readPathwayAt({ url: `https://credentialfinder.org/pathway/${ctids.pathway}` }, { open: door })
  expect(read).toMatchObject({ ok: true, value: { text, finalUrl: graph, at: FETCHED_AT, pathways: [{ id: ctids.pathway }] } })
})

test('reads a pathway from a file', async () => {
  const read = await readPathwayAt({ bytes, name: 'data.json' }, { open: door })
  expect(read).toMatchObject({ ok: true, value: { text, pathways: [{ id: ctids.pathway }] } })
  expect(read.ok && Object.keys(read.value).toSorted()).toEqual(['pathways', 'text'])
})

test('asks for no more than a pathway may be, and says what for', async () => {
  const asked: OpenRequest[] = []
  const open: Open = (request) => {
    asked.push(request)
    return door(request)
  }
  const { signal } = new AbortController()
  await readPathwayAt({ url: ctids.pathway }, { open, signal })
  expect(asked).toEqual([
    expect.objectContaining({ url: graph, purpose: 'pathway', maxBytes: pathwayLimits.bytes, maxAge: 0, signal }),
  ])
})

test.for([
  ['what is no address', { url: 'a pathway' }, 'fetch_address_refused'],
  ['a host that is silent', { url: 'https://school.example/a.json' }, 'fetch_failed'],
  ['a file that is no text', { bytes: new Uint8Array([0xff, 0xfe, 0x00]), name: 'a' }, 'text_not_utf8'],
  ['a file without a pathway', { bytes: new TextEncoder().encode('{"name":"A badge"}'), name: 'a' }, 'pathway_missing'],
  ['a file that is too large', { bytes: new Uint8Array(pathwayLimits.bytes + 1), name: 'a' }, 'json_too_large'],
] as const)('refuses %s', async ([, place, code]) => {
  expect(await readPathwayAt(place, { open: door })).toMatchObject({ ok: false, problem: { code } })
})
