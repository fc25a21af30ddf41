import { describe, expect, test } from 'vitest'
import type { OpenRequest } from '../../../src/core/model/context.ts'
import type { JsonObject } from '../../../src/core/model/json.ts'
import { badgeGenerations, type IssuedBadge, issueBadge } from '../../issuer/badges.ts'
import {
  clean,
  complaints,
  doorWith,
  findingIn,
  type Manner,
  pictureOf,
  reportOn,
  reportThrough,
  said,
  serving,
} from './support.ts'

const hosted = ['1.0', '1.1', '2.0'] as const
const shapes = ['linked', 'embedded'] as const

function asked(badge: IssuedBadge, manner: Manner) {
  return reportOn(badge.text, badge.documents, { [badge.addresses.assertion]: manner })
}

describe('a hosted badge is what its own address serves (Open Badges 2.0 "Hosted verification")', () => {
  for (const generation of hosted)
    for (const shape of shapes)
      test(`${generation}, ${shape}: verified when its address serves it`, async () => {
        const badge = await issueBadge({ generation, shape })
        const report = await reportOn(badge.text, badge.documents)
        // only 2.0 gives an issuer inside a badge class an address of its own that 1.0 lacks
        if (generation === '1.0' && shape === 'embedded') expect(report.verdict).not.toBe('not-verified')
        else expect(complaints(report)).toEqual(clean)
        expect(said(report, 'proof.signature')).toBe('passed hosted_confirmed')
        expect(findingIn(report, 'proof.signature')?.evidence.witnesses?.map(({ url }) => url)).toContain(
          badge.addresses.assertion,
        )
      })

  test('0.5: verified at the address that its picture holds', async () => {
    const badge = await issueBadge({ generation: '0.5' })
    const report = await reportThrough(pictureOf(badge.addresses.assertion), doorWith(badge.documents))
    expect(complaints(report)).toEqual(clean)
    expect(said(report, 'issuer.key')).toBe('passed hosted_by_issuer')
  })

  test('0.5 without an address cannot be told', async () => {
    const badge = await issueBadge({ generation: '0.5' })
    const report = await reportOn(badge.text, badge.documents)
    expect(report.verdict).toBe('cannot-tell')
    expect(said(report, 'proof.signature')).toBe('unknown hosted_no_address')
  })

  test('http is asked as https, and is the same address', async () => {
    const http = (text: string) => text.replaceAll('https://westbridge.example/', 'http://westbridge.example/')
    const badge = await issueBadge()
    const documents = new Map(
      [...badge.documents].map(([address, { bytes, mediaType }]) => [
        address,
        { bytes: new TextEncoder().encode(http(new TextDecoder().decode(bytes))), mediaType },
      ]),
    )
    expect(complaints(await reportOn(http(badge.text), documents))).toEqual(clean)
  })

  test('it asks for assertion, badge class and profile, each within bounds, and for nothing else', async () => {
    const requests: OpenRequest[] = []
    const { text, documents, addresses } = await issueBadge()
    await reportThrough(text, doorWith(documents, {}, requests))
    expect(requests.map(({ url, purpose }) => [url, purpose])).toEqual([
      [addresses.assertion, 'credential'],
      [addresses.badge, 'issuer'],
      [addresses.issuer, 'issuer'],
    ])
    for (const { accept, maxBytes } of requests) {
      expect(accept).toBe('application/ld+json, application/json')
      expect(maxBytes).toBeGreaterThan(0)
    }
  })

  test('the order of members is free', async () => {
    const badge = await issueBadge()
    const turned = Object.fromEntries(Object.entries(badge.assertion).reverse())
    expect(complaints(await reportOn(JSON.stringify(turned), badge.documents))).toEqual(clean)
  })

  test('a badge class inside counts as the word of the assertion, and that is said', async () => {
    const badge = await issueBadge({ shape: 'embedded' })
    expect(said(await reportOn(badge.text, badge.documents), 'proof.coverage')).toBe('passed badge_class_inside')
  })
})

describe('what could not be asked is unknown, and says what would settle it', () => {
  const cases: readonly [string, Manner, string][] = [
    ['offline', { trouble: 'fetch_offline' }, 'fetch_offline'],
    ['blocked by CORS', { trouble: 'fetch_blocked' }, 'fetch_blocked'],
    ['silent', { trouble: 'fetch_failed' }, 'fetch_failed'],
    ['an error', { status: 503 }, 'fetch_status'],
    ['not allowed in', { status: 401 }, 'fetch_status'],
    ['no longer there (404)', { status: 404 }, 'hosted_gone'],
    ['moved to another origin', { finalUrl: 'https://elsewhere.example/x' }, 'document_moved'],
  ]
  for (const [name, manner, code] of cases)
    test(name, async () => {
      const report = await asked(await issueBadge(), manner)
      expect(report.verdict).toBe('cannot-tell')
      expect(said(report, 'proof.signature')).toBe(`unknown ${code}`)
      expect(findingIn(report, 'proof.signature')?.evidence.facts?.host).toBe('westbridge.example')
      expect(report.summary.title).toBe('First aid at sea')
    })

  test('a badge class that is not there leaves coverage unknown', async () => {
    const badge = await issueBadge()
    const report = await reportOn(badge.text, badge.documents, { [badge.addresses.badge]: { status: 404 } })
    expect(report.verdict).toBe('cannot-tell')
    expect(said(report, 'proof.coverage')).toBe('unknown fetch_status')
  })

  test('a profile that is not there leaves the issuer unknown', async () => {
    const badge = await issueBadge({ shape: 'embedded' })
    const report = await reportOn(badge.text, badge.documents, { [badge.addresses.issuer]: { trouble: 'fetch_failed' } })
    expect(report.verdict).toBe('cannot-tell')
    expect(said(report, 'issuer.key')).toBe('unknown fetch_failed')
  })
})

describe('a kept copy', () => {
  const day = 24 * 60 * 60 * 1000
  const ago = (days: number) => new Date(Date.parse('2026-11-23T00:00:00Z') - days * day).toISOString()

  test('answers while it is young, and that is said', async () => {
    const report = await asked(await issueBadge(), { kept: true, fetchedAt: ago(2) })
    expect(report.verdict).toBe('verified')
    expect(said(report, 'proof.signature')).toBe('warning hosted_kept_copy')
    expect(said(report, 'validity.status')).toBe('passed status_kept_copy')
  })

  test('that is too old answers nothing', async () => {
    const report = await asked(await issueBadge(), { kept: true, fetchedAt: ago(8) })
    expect(report.verdict).toBe('cannot-tell')
    expect(said(report, 'proof.signature')).toBe('unknown hosted_copy_old')
  })

  test('of a date that is none answers nothing', async () => {
    expect((await asked(await issueBadge(), { kept: true, fetchedAt: 'lately' })).verdict).toBe('cannot-tell')
  })
})

describe('withdrawn', () => {
  test('by `revoked` in what is served, with the reason', async () => {
    const badge = await issueBadge({ revoked: 'body' })
    const report = await reportOn(badge.text, badge.documents)
    expect(report.verdict).toBe('not-verified')
    expect(said(report, 'validity.status')).toBe('failed status_revoked')
    expect(findingIn(report, 'validity.status')?.evidence.facts?.reason).toBe('Issued in error')
    // it was cut down or added to by its issuer, not altered by the learner
    expect(said(report, 'proof.coverage')).toBe('unknown hosted_withdrawn')
  })

  test('by nothing but that word', async () => {
    const badge = await issueBadge()
    const { '@context': context, type, id } = badge.assertion
    const stub = { '@context': context, type, id, revoked: true } as JsonObject
    const report = await reportOn(badge.text, serving(badge.documents, { [badge.addresses.assertion]: stub }))
    expect(said(report, 'validity.status')).toBe('failed status_revoked')
    expect(said(report, 'proof.coverage')).toBe('unknown hosted_withdrawn')
  })

  test('by HTTP 410', async () => {
    const report = await asked(await issueBadge(), { status: 410 })
    expect(report.verdict).toBe('not-verified')
    expect(said(report, 'validity.status')).toBe('failed status_revoked')
    expect(said(report, 'proof.signature')).toBe('unknown hosted_withdrawn')
  })

  test('in what came in', async () => {
    const badge = await issueBadge({ change: (assertion) => ({ ...assertion, revoked: true }) })
    expect(said(await reportOn(badge.text, badge.documents), 'validity.status')).toBe('failed status_revoked')
  })

  test.for([1, 'yes', {}, []])('by a word that is neither yes nor no (%j) is unknown', async (revoked) => {
    const badge = await issueBadge({ change: (assertion) => ({ ...assertion, revoked }) })
    const report = await reportOn(badge.text, badge.documents)
    expect(report.verdict).not.toBe('verified')
    expect(said(report, 'validity.status')).toBe('unknown status_entry_invalid')
  })
})

describe('an address that serves something else fails the proof', () => {
  const others: readonly [string, JsonObject | string, string][] = [
    ['a page', '<!doctype html><title>Welcome</title>', 'hosted_not_badge'],
    ['a list', '[]', 'hosted_not_badge'],
    ['nothing', '', 'hosted_not_badge'],
    ['garbled JSON', '{"id": ', 'hosted_not_badge'],
    ['a name twice', '{"id": 1, "id": 2}', 'hosted_not_badge'],
    ['an assertion of another id', { type: 'Assertion', id: 'https://westbridge.example/badges/other' }, 'hosted_other_id'],
    ['an assertion without an id of the web', { type: 'Assertion', id: 'urn:uuid:1' }, 'hosted_other_id'],
  ]
  for (const [name, body, code] of others)
    test(name, async () => {
      const badge = await issueBadge()
      const report = await reportOn(badge.text, serving(badge.documents, { [badge.addresses.assertion]: body }))
      expect(report.verdict).toBe('not-verified')
      expect(said(report, 'proof.signature')).toBe(`failed ${code}`)
    })

  test('bytes that are no text', async () => {
    const badge = await issueBadge()
    const documents = new Map([
      ...badge.documents,
      [badge.addresses.assertion, { bytes: Uint8Array.of(0x89, 0x50, 0xff), mediaType: 'image/png' }] as const,
    ])
    expect(said(await reportOn(badge.text, documents), 'proof.signature')).toBe('failed hosted_not_badge')
  })

  test('what differs is named', async () => {
    const badge = await issueBadge({ changeCopy: (copy) => ({ ...copy, issuedOn: '2020-01-01T00:00:00Z', narrative: 'Better' }) })
    const report = await reportOn(badge.text, badge.documents)
    expect(report.verdict).toBe('not-verified')
    expect(said(report, 'proof.coverage')).toBe('failed hosted_differs')
    expect(findingIn(report, 'proof.coverage')?.evidence.facts).toMatchObject({ members: '/issuedOn, /narrative', count: 2 })
  })
})

describe('a part that one copy writes out and the other names', () => {
  const inside = async (change: (badge: JsonObject) => JsonObject = (badge) => badge) => {
    const linked = await issueBadge()
    const text = JSON.stringify({ ...linked.assertion, badge: change(linked.badge) })
    return reportOn(text, linked.documents)
  }

  test('is compared with its own document', async () => {
    expect(complaints(await inside())).toEqual(clean)
    const better = await inside((badge) => ({ ...badge, name: 'Captain' }))
    expect(better.verdict).toBe('not-verified')
    expect(findingIn(better, 'proof.coverage')?.evidence.facts?.members).toBe('/badge/name')
  })

  test('and must be the one that is named', async () => {
    const other = await inside((badge) => ({ ...badge, id: 'https://westbridge.example/badges/captain' }))
    expect(said(other, 'proof.coverage')).toBe('failed hosted_differs')
  })

  test('its issuer too', async () => {
    const linked = await issueBadge()
    const as = (issuer: JsonObject) => JSON.stringify({ ...linked.assertion, badge: { ...linked.badge, issuer } })
    expect(complaints(await reportOn(as(linked.issuer), linked.documents))).toEqual(clean)
    const renamed = await reportOn(as({ ...linked.issuer, name: 'Kestrel University' }), linked.documents)
    expect(said(renamed, 'proof.coverage')).toBe('failed hosted_differs')
    expect(renamed.summary.issuer).toBe('Westbridge College')
  })
})

describe('a bare address', () => {
  for (const generation of badgeGenerations)
    test(`${generation}: is what lies there, and that is said`, async () => {
      const badge = await issueBadge({ generation })
      const report = await reportThrough(pictureOf(badge.addresses.assertion), doorWith(badge.documents))
      expect(complaints(report)).toEqual(clean)
      expect(said(report, 'structure.data-model')).toMatch(/^warning/)
      expect(report.summary.title).toBe('First aid at sea')
    })

  test('that serves a signed badge is that badge', async () => {
    const badge = await issueBadge({ signed: 'RSA' })
    const documents = serving(badge.documents, { [badge.addresses.assertion]: badge.text })
    expect(complaints(await reportThrough(pictureOf(badge.addresses.assertion), doorWith(documents)))).toEqual(clean)
  })

  test('that serves a badge of another address is asked for there', async () => {
    const badge = await issueBadge()
    const copy = 'https://mirror.example/copy'
    const mirrored = serving(badge.documents, { [copy]: badge.text })
    expect(complaints(await reportThrough(pictureOf(copy), doorWith(mirrored)))).toEqual(clean)
    const altered = serving(badge.documents, { [copy]: badge.text.replace('2019-05-03', '2018-05-03') })
    expect(said(await reportThrough(pictureOf(copy), doorWith(altered)), 'proof.coverage')).toBe('failed hosted_differs')
  })

  test.for([
    ['a page', '<!doctype html>'],
    ['another address', 'https://westbridge.example/badges/first-aid/assertions/1'],
    ['a picture', '\u0089PNG'],
    ['an address in an assertion that says nothing else', '{"verify": {"url": "https://westbridge.example/x"}}'],
    ['several', '[{"a": 1}, {"a": 2}]'],
  ] as const)('that serves %s fails', async ([, body]) => {
    const address = 'https://westbridge.example/x'
    const report = await reportThrough(pictureOf(address), doorWith(serving({ [address]: body })))
    expect(report.verdict).toBe('not-verified')
    expect(said(report, 'proof.signature')).toBe('failed hosted_not_badge')
  })

  test('that does not answer cannot be told', async () => {
    const report = await reportThrough(pictureOf('https://westbridge.example/x'), doorWith(new Map()))
    expect(report.verdict).toBe('cannot-tell')
    expect(said(report, 'proof.signature')).toBe('unknown fetch_failed')
  })
})
