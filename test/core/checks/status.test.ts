import { deflateSync, gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { validityStatus } from '../../../src/core/checks/status.ts'
import { limits } from '../../../src/core/limits.ts'
import type { OpenRequest } from '../../../src/core/model/context.ts'
import type { Json, JsonObject } from '../../../src/core/model/json.ts'
import type { SessionOptions } from './support.ts'
import { credentialOf, haveVectors, jwtOf, reportOf, sessionOf, vectorCases, vectorJson } from './support.ts'

const issuer = 'did:example:issuer'
const address = 'https://status.example/list'
const now = '2026-11-23T00:00:00Z'

/** The bits of a list of `bytes` bytes in which the given places are set. */
function encoded(set: readonly number[], bytes = 16_384): string {
  const bits = new Uint8Array(bytes)
  for (const place of set) bits[place >> 3] = (bits[place >> 3] ?? 0) | (0x80 >> (place & 7))
  return gzipSync(bits).toString('base64url')
}

interface ListOptions {
  readonly set?: readonly number[]
  readonly bytes?: number
  readonly purpose?: Json
  readonly subject?: JsonObject
  readonly more?: JsonObject
}

function listOf({ set = [], bytes, purpose = 'revocation', subject = {}, more = {} }: ListOptions = {}): JsonObject {
  return {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    id: address,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer,
    credentialSubject: {
      id: `${address}#list`,
      type: 'BitstringStatusList',
      statusPurpose: purpose,
      encodedList: `u${encoded(set, bytes)}`,
      ...subject,
    },
    ...more,
  }
}

function entry(more: JsonObject = {}): JsonObject {
  return {
    id: `${address}#7`,
    type: 'BitstringStatusListEntry',
    statusPurpose: 'revocation',
    statusListIndex: '7',
    statusListCredential: address,
    ...more,
  }
}

function withStatus(credentialStatus: Json, more: JsonObject = {}): JsonObject {
  return {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    id: 'urn:x:1',
    type: ['VerifiableCredential'],
    issuer,
    credentialSubject: { id: 'did:example:subject' },
    credentialStatus,
    ...more,
  }
}

async function check(credentialStatus: Json, list: JsonObject | string | null = listOf(), options: SessionOptions = {}) {
  const served = list === null ? {} : { [address]: typeof list === 'string' ? list : JSON.stringify(list) }
  const answer = await validityStatus.run(
    sessionOf(await credentialOf(withStatus(credentialStatus)), { now, served, ...options }),
  )
  if (answer === null) throw new Error('the check was left out')
  return answer
}

const kept = (list: JsonObject, fetchedAt: string): SessionOptions => ({
  served: { [address]: { body: JSON.stringify(list), fetchedAt, kept: true } },
})

test('a credential without status is not asked about', async () => {
  const { credentialStatus: _, ...document } = withStatus([])
  expect(await validityStatus.run(sessionOf(await credentialOf(document)))).toBeNull()
})

describe('an entry of a Bitstring Status List', () => {
  test('whose bit is clear passes plainly, and says where and as of when', async () => {
    expect(await check(entry())).toEqual({
      status: 'passed',
      code: null,
      facts: { purpose: 'revocation', index: 7, host: 'status.example', asOf: '2026-11-23T00:00:00.000Z', value: 0 },
      evidence: {
        details: [expect.objectContaining({ status: 'passed', at: '/credentialStatus/0' })],
        witnesses: [{ url: address, fetchedAt: '2026-11-23T00:00:00.000Z', kept: false }],
      },
    })
  })

  test('is fetched whole: the index is not in the request', async () => {
    const requests: OpenRequest[] = []
    await check(entry({ statusListIndex: '94567' }), listOf(), { requests })
    expect(requests).toMatchObject([{ url: address, purpose: 'status' }])
    expect(JSON.stringify(requests)).not.toContain('94567')
  })

  test.each([
    ['revocation', 'failed', 'status_revoked'],
    ['suspension', 'failed', 'status_suspended'],
    ['refresh', 'warning', 'status_refresh'],
    ['message', 'warning', 'status_message'],
    ['somethingElse', 'unknown', 'status_message'],
  ])('for %s whose bit is set is %s', async (purpose, status, code) => {
    const list = listOf({ set: [7], purpose })
    expect(await check(entry({ statusPurpose: purpose }), list)).toMatchObject({ status, code, facts: { value: 1, purpose } })
    expect(await check(entry({ statusPurpose: purpose, statusListIndex: '8' }), list)).toMatchObject({ status: 'passed' })
  })

  test('may have its index written as a number', async () => {
    expect(await check(entry({ statusListIndex: 7 }), listOf({ set: [7] }))).toMatchObject({ code: 'status_revoked' })
  })

  test('of several bits is read as one number, and its message is told', async () => {
    const wide = entry({
      statusPurpose: 'message',
      statusSize: 2,
      statusListIndex: '3',
      statusMessage: [
        { status: '0x1', message: 'pending' },
        { status: '0x2', message: 'on review' },
      ],
    })
    expect(await check(wide, listOf({ set: [6], purpose: 'message', bytes: 32_768 }))).toMatchObject({
      status: 'warning',
      code: 'status_message',
      facts: { value: 2, message: 'on review' },
    })
  })

  test('for a purpose of the issuer is only a warning once it has a message', async () => {
    const own = entry({ statusPurpose: 'colour', statusMessage: [{ status: '0x1', message: 'blue' }] })
    expect(await check(own, listOf({ set: [7], purpose: 'colour' }))).toMatchObject({
      status: 'warning',
      facts: { message: 'blue' },
    })
  })

  test('may find its purpose among several', async () => {
    expect(await check(entry(), listOf({ purpose: ['suspension', 'revocation'] }))).toMatchObject({ status: 'passed' })
    expect(await check(entry(), listOf({ purpose: ['suspension', 'refresh'] }))).toMatchObject({
      status: 'failed',
      code: 'status_purpose_mismatch',
    })
  })

  test('past the end of its list is refused', async () => {
    expect(await check(entry({ statusListIndex: '131072' }))).toMatchObject({
      status: 'failed',
      code: 'status_index_outside',
      facts: { entries: 131_072 },
    })
    expect(await check(entry({ statusListIndex: '131071' }))).toMatchObject({ status: 'passed' })
  })

  test.each<JsonObject>([
    { statusListIndex: '-1' },
    { statusListIndex: '1.5' },
    { statusListIndex: '0x7' },
    { statusListIndex: null },
    { statusListIndex: '9'.repeat(16) },
    { statusSize: 0 },
    { statusSize: 33 },
    { statusSize: 'two' },
    { statusListCredential: 'list' },
    { statusListCredential: null },
    { statusPurpose: null },
    { statusPurpose: ['revocation'] },
  ])('with %j is refused as malformed', async (more) => {
    expect(await check(entry(more))).toMatchObject({ status: 'failed', code: 'status_entry_invalid' })
  })

  test('is warned of when its list is shorter than the privacy of the herd asks', async () => {
    expect(await check(entry(), listOf({ bytes: 16_383 }))).toMatchObject({
      status: 'warning',
      code: 'status_list_short',
      facts: { shortest: 131_072 },
    })
    expect(await check(entry({ statusSize: 2 }))).toMatchObject({
      status: 'warning',
      code: 'status_list_short',
      facts: { entries: 65_536 },
    })
  })

  test('is warned of when somebody else keeps the list, and revoked all the same', async () => {
    const foreign = listOf({ set: [8], more: { issuer: { id: 'did:example:registry' } } })
    expect(await check(entry(), foreign)).toMatchObject({
      status: 'warning',
      code: 'status_list_foreign',
      facts: { keeper: 'did:example:registry' },
    })
    expect(await check(entry({ statusListIndex: '8' }), foreign)).toMatchObject({ status: 'failed', code: 'status_revoked' })
  })

  test('may point to a list that is a JWT', async () => {
    const claims = listOf({ set: [7] })
    expect(await check(entry(), jwtOf(claims, { alg: 'EdDSA', typ: 'vc+jwt' }))).toMatchObject({ code: 'status_revoked' })
    expect(await check(entry(), jwtOf({ iss: issuer, vc: claims }))).toMatchObject({ code: 'status_revoked' })
  })
})

describe('a list that does not count leaves the status unknown', () => {
  test('when it cannot be had', async () => {
    expect(await check(entry(), null)).toMatchObject({
      status: 'unknown',
      code: 'status_list_unavailable',
      facts: { reason: 'fetch_offline', host: 'status.example' },
    })
  })

  test.each<readonly [string, JsonObject | string]>([
    ['no JSON', 'hello'],
    ['JSON with a name twice', JSON.stringify(listOf()).replace('"issuer":', '"issuer":"did:example:other","issuer":')],
    ['an array of two lists', JSON.stringify([listOf(), listOf()])],
    ['a credential of another type', listOf({ more: { type: ['VerifiableCredential'] } })],
    ['a list whose subject is of another type', listOf({ subject: { type: 'StatusList2021' } })],
    ['a list without bits', listOf({ subject: { encodedList: null } })],
    ['a list without the letter of multibase', listOf({ subject: { encodedList: encoded([]) } })],
    ['a list in another base', listOf({ subject: { encodedList: `z${encoded([])}` } })],
    ['a list that is not compressed', listOf({ subject: { encodedList: `u${Buffer.alloc(16_384).toString('base64url')}` } })],
    ['a list cut short', listOf({ subject: { encodedList: `u${encoded([]).slice(0, 20)}` } })],
    ['a list of nothing', listOf({ subject: { encodedList: 'u' } })],
  ])('when it is %s', async (_, list) => {
    expect(await check(entry(), list)).toMatchObject({ status: 'unknown', code: 'status_list_invalid' })
  })

  test('when it inflates without end', async () => {
    const bomb = gzipSync(Buffer.alloc(limits.statusListBytes + 1)).toString('base64url')
    expect(await check(entry(), listOf({ subject: { encodedList: `u${bomb}` } }))).toMatchObject({
      code: 'status_list_invalid',
      facts: { reason: 'too-large' },
    })
  })

  test.each(['not-verified', 'cannot-tell'] as const)(
    'when it is %s itself, whatever its bit says, and the bit is told',
    async (verdict) => {
      for (const [set, value] of [
        [[], 0],
        [[7], 1],
      ] as const) {
        expect(await check(entry(), listOf({ set }), { verdict })).toMatchObject({
          status: 'unknown',
          code: 'status_list_unverified',
          facts: { verdict, value },
        })
      }
    },
  )

  test('when it has expired, which is said as such', async () => {
    const expired = reportOf('not-verified', [
      { id: 'validity.dates', question: 'validity', status: 'failed', code: 'expired', evidence: {} },
    ])
    expect(await check(entry(), listOf(), { verdict: () => expired })).toMatchObject({
      status: 'unknown',
      code: 'status_list_expired',
    })
  })
})

describe('a kept copy of a list', () => {
  const hour = 3_600_000
  const ago = (milliseconds: number) => new Date(Date.parse(now) - milliseconds).toISOString()

  test('counts while it is young, and says as of when', async () => {
    const fetchedAt = ago(6 * 24 * hour)
    expect(await check(entry(), null, kept(listOf(), fetchedAt))).toMatchObject({
      status: 'passed',
      code: 'status_kept_copy',
      facts: { asOf: fetchedAt },
    })
  })

  test('does not count after seven days; its last answer is told', async () => {
    expect(await check(entry(), null, kept(listOf(), ago(limits.statusListAge + 1)))).toMatchObject({
      status: 'unknown',
      code: 'status_list_stale',
      facts: { value: 0 },
    })
  })

  test('does not count after its own ttl', async () => {
    const list = listOf({ subject: { ttl: hour } })
    expect(await check(entry(), null, kept(list, ago(hour)))).toMatchObject({ status: 'passed' })
    expect(await check(entry(), null, kept(list, ago(hour + 1)))).toMatchObject({ status: 'unknown', code: 'status_list_stale' })
  })

  test('never counts longer for a longer ttl', async () => {
    const list = listOf({ subject: { ttl: 100 * 24 * hour } })
    expect(await check(entry(), null, kept(list, ago(8 * 24 * hour)))).toMatchObject({
      status: 'unknown',
      code: 'status_list_stale',
    })
  })

  test('refuses a revoked badge even when it is stale, but not a suspended one', async () => {
    const old = ago(30 * 24 * hour)
    expect(await check(entry(), null, kept(listOf({ set: [7] }), old))).toMatchObject({
      status: 'failed',
      code: 'status_revoked',
    })
    const suspension = listOf({ set: [7], purpose: 'suspension' })
    expect(await check(entry({ statusPurpose: 'suspension' }), null, kept(suspension, old))).toMatchObject({
      status: 'unknown',
      code: 'status_list_stale',
      facts: { value: 1 },
    })
  })

  test('of unknown age does not count', async () => {
    expect(await check(entry(), null, kept(listOf(), 'some day'))).toMatchObject({ status: 'unknown', code: 'status_list_stale' })
  })
})

describe('several entries', () => {
  test('are all read, the worst counts, and a list that they share is fetched once', async () => {
    const requests: OpenRequest[] = []
    const both = [entry({ statusListIndex: '8' }), entry(), { type: 'SomethingNew' }]
    const answer = await check(both, listOf({ set: [7] }), { requests })
    expect(answer).toMatchObject({ status: 'failed', code: 'status_revoked' })
    expect(answer.evidence?.details?.map(({ status, at }) => [status, at])).toEqual([
      ['passed', '/credentialStatus/0'],
      ['failed', '/credentialStatus/1'],
      ['unknown', '/credentialStatus/2'],
    ])
    expect(requests).toHaveLength(1)
    expect(answer.evidence?.witnesses).toHaveLength(1)
  })

  test('of which one is of a kind that is not read leave the status unknown', async () => {
    expect(await check([entry(), { type: 'SomethingNew' }])).toMatchObject({
      status: 'unknown',
      code: 'status_type_unsupported',
      facts: { type: 'SomethingNew' },
    })
  })

  test('that are too many are not all asked, and that is not passed over', async () => {
    const many = Array.from({ length: limits.statusEntries + 1 }, () => entry())
    expect(await check(many)).toMatchObject({ status: 'unknown', code: 'status_too_many' })
  })

  test('that are no objects leave the status unknown', async () => {
    expect(await check(['https://status.example/list#7'])).toMatchObject({ status: 'unknown', code: 'status_type_unsupported' })
  })

  test('of several types are read by the one that is known', async () => {
    expect(await check(entry({ type: ['Extension', 'BitstringStatusListEntry'] }), listOf({ set: [7] }))).toMatchObject({
      code: 'status_revoked',
    })
  })
})

test('a token status list that a JWT names beside its credential is not passed over', async () => {
  const vc = withStatus([])
  const status = { status_list: { idx: 3, uri: address } }
  const answer = await validityStatus.run(sessionOf(await credentialOf(jwtOf({ vc, status })), { now }))
  expect(answer).toMatchObject({ status: 'unknown', code: 'status_list_unavailable' })
  const inside = withStatus([], { status: { status_list: { idx: 9, uri: address } } })
  expect((await credentialOf(jwtOf({ vc: inside, status }))).statusEntries).toHaveLength(2)
  expect((await credentialOf(jwtOf({ ...vc, status }))).statusEntries).toHaveLength(1)
  for (const broken of [{}, { status_list: 3 }]) {
    const entry = await validityStatus.run(sessionOf(await credentialOf(jwtOf({ vc, status: { status_list: broken } })), { now }))
    expect(entry).toMatchObject({ status: 'failed', code: 'status_entry_invalid' })
  }
})

test('a list that has credentials inside is none, for they would have lists of their own', async () => {
  const inside = listOf({ more: { verifiableCredential: [withStatus(entry())] } })
  const answer = await validityStatus.run(
    sessionOf(await credentialOf(withStatus(entry())), { now, served: { [address]: JSON.stringify(inside) } }),
  )
  expect(answer).toMatchObject({ status: 'unknown', code: 'status_list_invalid' })
})

test('a token status list is not passed over', async () => {
  const { credentialStatus: _, ...document } = withStatus([], { status: { status_list: { idx: 1, uri: address } } })
  expect(await validityStatus.run(sessionOf(await credentialOf(document)))).toMatchObject({
    status: 'unknown',
    code: 'status_list_unavailable',
  })
})

test('a list that names a status of its own is not followed', async () => {
  const requests: OpenRequest[] = []
  const list = await credentialOf(listOf({ more: { credentialStatus: entry() } }))
  expect(await validityStatus.run(sessionOf(list, { requests }))).toMatchObject({ status: 'unknown' })
  expect(requests).toEqual([])
})

describe('an entry of a StatusList2021', () => {
  const old = (set: readonly number[], more: JsonObject = {}) =>
    listOf({
      more: { type: ['VerifiableCredential', 'StatusList2021Credential'], ...more },
      subject: { type: 'StatusList2021', encodedList: gzipSync(bytesWith(set)).toString('base64') },
    })
  const bytesWith = (set: readonly number[]) => {
    const bits = new Uint8Array(16_384)
    for (const place of set) bits[place >> 3] = 0x80 >> (place & 7)
    return bits
  }
  const oldEntry = entry({ type: 'StatusList2021Entry' })

  test('is read from plain base64', async () => {
    expect(await check(oldEntry, old([]))).toMatchObject({ status: 'passed', code: null })
    expect(await check(oldEntry, old([7]))).toMatchObject({ status: 'failed', code: 'status_revoked' })
  })

  test('does not believe a list that somebody else keeps', async () => {
    expect(await check(oldEntry, old([], { issuer: 'did:example:other' }))).toMatchObject({
      status: 'unknown',
      code: 'status_list_foreign',
    })
  })

  test('is not read from a list of the later kind', async () => {
    expect(await check(oldEntry, listOf())).toMatchObject({ status: 'unknown', code: 'status_list_invalid' })
  })
})

describe('an entry of a Revocation List 2020', () => {
  const bytesWith = (set: readonly number[]) => {
    const bits = new Uint8Array(16_384)
    for (const place of set) bits[place >> 3] = 0x80 >> (place & 7)
    return bits
  }
  const list = (set: readonly number[], more: JsonObject = {}, pack: (bytes: Uint8Array) => Buffer = deflateSync) =>
    listOf({
      more: { type: ['VerifiableCredential', 'RevocationList2020Credential'], ...more },
      subject: { type: 'RevocationList2020', statusPurpose: undefined, encodedList: pack(bytesWith(set)).toString('base64') },
    })
  const members = {
    id: `${address}#7`,
    type: 'RevocationList2020Status',
    revocationListIndex: '7',
    revocationListCredential: address,
  }

  test('is read from base64 of zlib, and from gzip as some wrote it', async () => {
    for (const pack of [deflateSync, gzipSync]) {
      expect(await check(members, list([], {}, pack))).toMatchObject({ status: 'passed', facts: { purpose: 'revocation' } })
      expect(await check(members, list([7], {}, pack))).toMatchObject({ status: 'failed', code: 'status_revoked' })
    }
  })

  test('may be written as an entry of the later kind', async () => {
    expect(await check(entry({ type: 'RevocationList2020Status' }), list([7]))).toMatchObject({ code: 'status_revoked' })
  })

  test('does not believe a list that somebody else keeps, nor one of the later kind', async () => {
    expect(await check(members, list([], { issuer: 'did:example:other' }))).toMatchObject({ code: 'status_list_foreign' })
    expect(await check(members, listOf())).toMatchObject({ status: 'unknown', code: 'status_list_invalid' })
  })

  test('is not followed when a list has one itself', async () => {
    const requests: OpenRequest[] = []
    const looping = await credentialOf(list([], { credentialStatus: members }))
    expect(await validityStatus.run(sessionOf(looping, { requests }))).toMatchObject({ status: 'unknown' })
    expect(requests).toEqual([])
  })
})

describe('a 1EdTech revocation list', () => {
  const listed = { id: address, type: '1EdTechRevocationList' }
  const list = (revokedCredential: Json, more: JsonObject = {}) => ({ id: address, revokedCredential, ...more })

  test('that does not name the credential passes it', async () => {
    expect(await check(listed, list([{ id: 'urn:x:2' }], { issuer }))).toMatchObject({
      status: 'passed',
      code: null,
      facts: { host: 'status.example' },
    })
    expect(await check(listed, list([]))).toMatchObject({ status: 'passed' })
  })

  test('that names it revokes it, with the reason', async () => {
    expect(await check(listed, list([{ id: 'urn:x:2' }, { id: 'urn:x:1', revocationReason: 'Issued in error' }]))).toMatchObject({
      status: 'failed',
      code: 'status_revoked',
      facts: { reason: 'Issued in error' },
    })
    expect(await check(listed, list(['urn:x:1']))).toMatchObject({ code: 'status_revoked' })
  })

  test('may take a revocation back', async () => {
    expect(await check(listed, list([{ id: 'urn:x:1', revoked: false }]))).toMatchObject({ status: 'passed' })
    expect(
      await check(
        listed,
        list([
          { id: 'urn:x:1', revoked: false },
          { id: 'urn:x:1', revoked: true },
        ]),
      ),
    ).toMatchObject({ code: 'status_revoked' })
  })

  test.each<readonly [string, JsonObject | string | null, string]>([
    ['is unreachable', null, 'status_list_unavailable'],
    ['is no JSON', '<html>', 'status_list_invalid'],
    ['names nothing', { id: address }, 'status_list_invalid'],
    ['names another issuer', { revokedCredential: [], issuer: 'did:example:other' }, 'status_list_foreign'],
  ])('that %s leaves the status unknown', async (_, served, code) => {
    expect(await check(listed, served)).toMatchObject({ status: 'unknown', code })
  })

  test('that answers from elsewhere leaves the status unknown', async () => {
    const served = { [address]: { body: JSON.stringify(list([])), finalUrl: 'https://elsewhere.example/list' } }
    expect(await check(listed, null, { served })).toMatchObject({ status: 'unknown', code: 'document_moved' })
  })

  test('that is an old kept copy leaves the status unknown', async () => {
    const served = { [address]: { body: JSON.stringify(list([])), fetchedAt: '2026-11-01T00:00:00Z', kept: true } }
    expect(await check(listed, null, { served })).toMatchObject({ status: 'unknown', code: 'status_list_stale' })
  })

  test('has nothing to say of a credential without id', async () => {
    const { id: _, ...document } = withStatus(listed)
    const served = { [address]: JSON.stringify(list([])) }
    expect(await validityStatus.run(sessionOf(await credentialOf(document), { served }))).toMatchObject({
      status: 'unknown',
      code: 'status_entry_invalid',
    })
  })
})

describe.skipIf(!haveVectors)('the published bundles (read from beside the project, skipped when they are not there)', () => {
  const read = ['bitstringstatuslist', 'statuslist2021', 'revocationlist2020']
  const bundles = vectorCases().filter(({ file, scope }) => scope === 'status' && read.some((kind) => file.includes(`/${kind}/`)))
  const placeholder = '<STATUS-CREDENTIAL-PATH-PLACEHOLDER>'

  /** The lists of a bundle by their addresses, and the status entries of its holder. */
  function open(file: string) {
    const text = JSON.stringify(vectorJson(file)).replaceAll(placeholder, address)
    const bundle = JSON.parse(text) as {
      'status-credential': string | { id: string; content: string }[]
      'holder-credential': { credentialStatus: Json }
      attribute: { value: number } | { value: number }[]
      valid: boolean
    }
    const lists = bundle['status-credential']
    const served =
      typeof lists === 'string' ? { [address]: lists } : Object.fromEntries(lists.map(({ id, content }) => [id, content]))
    return {
      served,
      entries: bundle['holder-credential'].credentialStatus,
      wanted: [bundle.attribute].flat().map(({ value }) => value),
      valid: bundle.valid,
    }
  }

  test('are there', () => {
    expect(bundles.length).toBeGreaterThan(5)
  })

  // A bundle says which value of each entry is fine; that the lists are signed is not what it is about.
  test.each(bundles)('$file is $expect', async ({ file, expect: wanted }) => {
    const { served, entries, wanted: values, valid } = open(file)
    expect(valid).toBe(wanted === 'verified')
    const [keeper] = await Promise.all(Object.values(served).map(async (jwt) => (await credentialOf(jwt)).issuer.id))
    const holder = await credentialOf(withStatus(entries, { issuer: keeper ?? '' }))
    const answer = await validityStatus.run(sessionOf(holder, { now, served }))
    if (answer === null) expect.fail('the check was left out')
    const told = answer.evidence?.details?.flatMap(({ facts }) => (typeof facts?.value === 'number' ? [facts.value] : [])) ?? []
    const fine = values.every((value) => told.includes(value)) && told.every((value) => values.includes(value)) && told.length > 0
    expect(fine).toBe(valid)
    if (!valid) expect(['failed', 'unknown']).toContain(answer.status)
    else if (values.every((value) => value === 0)) expect(['passed', 'warning']).toContain(answer.status)
  })
})
