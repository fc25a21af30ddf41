import { isObject, type Json, type JsonObject } from '../../src/core/model/json.ts'
import type { Random } from './random.ts'

/** Names that mean something to an engine, to JSON-LD or to a reader of credentials. */
const names = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'then',
  'length',
  '0',
  '',
  '@context',
  '@id',
  '@type',
  '@graph',
  '@value',
  '@list',
  '@set',
  '@reverse',
  '@included',
  '@nest',
  '@index',
  '@language',
  '@none',
  'id',
  'type',
  'proof',
  'issuer',
  'name',
  'credentialSubject',
  'verifiableCredential',
  'credentialStatus',
  'credentialSchema',
  'evidence',
  'endorsement',
  'validFrom',
  'validUntil',
  'contents',
  'results',
  'credential',
  'holder',
  'termsOfUse',
  'refreshService',
  'badge',
  'recipient',
  'verify',
  'verification',
  'assertions',
  'clrs',
  '_sd',
  '_sd_alg',
  '...',
  'vct',
  'cnf',
  'status',
  'vc',
  'vp',
] as const

const words = [
  'a'.repeat(50_000),
  ' '.repeat(20_000),
  '-'.repeat(30_000),
  'https://'.repeat(3_000),
  `https://${'a.'.repeat(10_000)}`,
  `data:${'a,'.repeat(5_000)}`,
  `did:key:z${'1'.repeat(20_000)}`,
  `did:web:${'a%3A'.repeat(3_000)}`,
  `did:jwk:${'e'.repeat(9_000)}`,
  `2024-01-01T00:00:00.${'9'.repeat(20_000)}Z`,
  '9999-12-31T23:59:59Z',
  '0000-00-00T00:00:00Z',
  '-271821-04-20T00:00:00Z',
  `sha256$${'a'.repeat(64)}`,
  `${'+'.repeat(99)}1`,
  `u${'A'.repeat(30_000)}`,
  `z${'z'.repeat(3_000)}`,
  `${'eyJ'.repeat(99)}.e30.AA`,
  `-----BEGIN PUBLIC KEY-----${'\n'.repeat(5_000)}`,
  'javascript:alert(1)',
  'https://a.example/#',
  'https://[::1]/',
  'did:',
  'urn:uuid:',
  '_:b0',
  '_:c14n0',
  '@id',
  '\u0000',
  '\ufeff',
  '\u202e',
  'İ',
  '\u{1f600}',
  '<b>',
  "'",
  '%',
  '%ff',
  '../../..',
  '$2',
  '{{',
  '\\',
  'true',
  'null',
  'VerifiableCredential',
  'OpenBadgeCredential',
  'ClrCredential',
  'VerifiablePresentation',
  'DataIntegrityProof',
  'eddsa-rdfc-2022',
  'ecdsa-sd-2023',
  'bbs-2023',
  'Ed25519Signature2018',
  'BitstringStatusListEntry',
  'none',
  'HS256',
  'https://www.w3.org/ns/credentials/v2',
  'https://www.w3.org/2018/credentials/v1',
  'https://w3id.org/openbadges/v2',
  'http://schema.org/',
] as const

const numbers = [0, -0, -1, 1.5, 1e308, -1e308, 5e-324, 2 ** 31, 2 ** 53 + 1, -(2 ** 53), 94_567, 8.64e15, 1e21] as const

/** A document with one to three places changed; what was taken from another document may be put there. */
export function mutateJson(document: Json, random: Random, other: Json): Json {
  let value = document
  for (let count = 1 + random.below(3); count > 0; count -= 1) value = changedSomewhere(value, random, other)
  return value
}

/** A walk to a random place, ending early now and then so that what is near the top is met often. */
function changedSomewhere(value: Json, random: Random, other: Json): Json {
  if (Array.isArray(value) && value.length > 0 && random.chance(0.9)) {
    const at = random.below(value.length)
    return value.map((item, index) => (index === at ? changedSomewhere(item, random, other) : item))
  }
  if (isObject(value) && Object.keys(value).length > 0 && random.chance(0.85)) {
    const name = random.pick(Object.keys(value))
    return fromEntries(
      Object.entries(value).map(([key, member]) => [
        key,
        key === name ? changedSomewhere(member as Json, random, other) : (member as Json),
      ]),
    )
  }
  return changedHere(value, random, other)
}

function changedHere(value: Json, random: Random, other: Json): Json {
  if (random.chance(0.25)) return anything(random, other)
  if (typeof value === 'string') return changedText(value, random)
  if (Array.isArray(value)) return changedList(value, random, other)
  if (isObject(value)) return changedObject(value, random, other)
  return anything(random, other)
}

function changedText(value: string, random: Random): Json {
  const at = random.below(value.length + 1)
  switch (random.below(5)) {
    case 0:
      return value.slice(0, at)
    case 1:
      return value.slice(0, at) + random.pick(words) + value.slice(at)
    case 2:
      return [value]
    case 3:
      return { id: value }
    default:
      return value.slice(0, at) + String.fromCharCode(random.below(0xd800)) + value.slice(at + 1)
  }
}

function changedList(value: readonly Json[], random: Random, other: Json): Json {
  switch (random.below(5)) {
    case 0:
      return [...value].reverse()
    case 1:
      return [...value, anything(random, other)]
    case 2:
      return value.slice(1)
    case 3:
      return Array.from({ length: random.pick([2, 20, 300]) }, () => value)
        .flat()
        .slice(0, 3_000)
    default:
      return value[0] ?? null
  }
}

function changedObject(value: JsonObject, random: Random, other: Json): Json {
  const entries = Object.entries(value) as [string, Json][]
  const at = random.below(entries.length + 1)
  const named = entries[at]
  switch (random.below(5)) {
    case 0:
      return fromEntries(entries.toSpliced(at, 1))
    case 1:
      return fromEntries([...entries, [random.pick(names), anything(random, other)]])
    case 2:
      return named ? fromEntries(entries.with(at, [random.pick(names), named[1]])) : value
    case 3:
      return named ? fromEntries([...entries, [random.pick(names), named[1]]]) : [value]
    default:
      return [value, value]
  }
}

function anything(random: Random, other: Json): Json {
  switch (random.below(8)) {
    case 0:
      return null
    case 1:
      return random.pick(numbers)
    case 2:
      return random.chance(0.5)
    case 3:
      return random.pick(words)
    case 4:
      return deep(random.pick([3, 30, 70]), random)
    case 5:
      return fromEntries([[random.pick(names), random.pick(words)]])
    case 6:
      return []
    default:
      return partOf(other, random)
  }
}

function deep(levels: number, random: Random): Json {
  const name = random.pick(names)
  let value: Json = random.chance(0.5) ? {} : 'end'
  for (let level = 0; level < levels; level += 1) value = random.chance(0.5) ? [value] : fromEntries([[name, value]])
  return value
}

function partOf(value: Json, random: Random): Json {
  const inside = Array.isArray(value) ? value : isObject(value) ? (Object.values(value) as Json[]) : []
  return inside.length > 0 && random.chance(0.7) ? partOf(random.pick(inside), random) : value
}

/** An object with these members as its own, whatever they are called. */
function fromEntries(entries: readonly (readonly [string, Json])[]): JsonObject {
  return Object.fromEntries(entries)
}

/** Tokens put into the text of a document: what no writer of JSON would write. */
const tokens = [
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '"',
  '\\',
  '\\u',
  '\\ud800',
  '\\udc00\\ud800',
  '1e999',
  '-',
  '01',
  '0x1',
  'NaN',
  'undefined',
  '/*',
  '//',
  "'",
  '\u0000',
  '\u2028',
  '[[[[[[[[',
  '{"a":'.repeat(100),
  '"id":"x",',
  '"id":1,"id":2',
  '"__proto__":{},',
  '\n',
  '\r\n\r\n',
  'true',
  '\ufeff',
  '9'.repeat(5_000),
  `"${'\\u0041'.repeat(5_000)}"`,
] as const

/** The text of a document with a token put in, taken out or said twice. */
export function mutateJsonText(text: string, random: Random): string {
  const places = [...text.matchAll(/[{}[\],:"]/g)].map(({ index }) => index)
  const at = places.length > 0 ? random.pick(places) : 0
  const end = places.length > 0 ? random.pick(places) : text.length
  switch (random.below(4)) {
    case 0:
      return text.slice(0, at) + random.pick(tokens) + text.slice(at)
    case 1:
      return text.slice(0, at) + text.slice(at + 1)
    case 2:
      return text.slice(0, Math.max(at, end)) + text.slice(Math.min(at, end))
    default:
      return text.slice(0, at) + random.pick(tokens) + text.slice(at + 1)
  }
}
