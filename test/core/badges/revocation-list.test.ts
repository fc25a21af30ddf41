import { describe, expect, test } from 'vitest'
import type { Json } from '../../../src/core/model/json.ts'
import { type BadgeGeneration, badgeAddresses, issueBadge } from '../../issuer/badges.ts'
import { json, utf8 } from '../../issuer/issuers.ts'
import { findingIn, type Manner, reportOn, said } from './support.ts'

const ID = 'urn:uuid:1b2f7b6e-6d5c-4a0e-9f3d-2c5a7e6b1f20'
const UID = 'first-aid-1'
const { issuer, revocationList } = badgeAddresses('westbridge')

/** What is said of a signed badge when its issuer serves this as the list of the withdrawn. */
async function answer(list: Json | string, generation: BadgeGeneration = '2.0', manner: Manner = {}) {
  const badge = await issueBadge({ signed: 'RSA', generation })
  const body = typeof list === 'string' ? { bytes: utf8(list), mediaType: 'text/plain' } : json(list)
  const report = await reportOn(badge.text, new Map([...badge.documents, [revocationList, body]]), { [revocationList]: manner })
  return {
    said: said(report, 'validity.status'),
    verdict: report.verdict,
    facts: findingIn(report, 'validity.status')?.evidence.facts,
  }
}

const revoked = 'failed status_revoked'
const invalid = 'unknown status_list_invalid'

describe('a revocation list (Open Badges 2.0 `RevocationList`)', () => {
  test.for<readonly [string, Json, string]>([
    ['an address', [ID], revoked],
    ['an object with `id`', [{ id: ID }], revoked],
    ['an object with `uid`', [{ uid: ID }], revoked],
    ['an object that says so', [{ id: ID, revoked: true }], revoked],
    ['a single object', { id: ID }, revoked],
    ['a single address', ID, revoked],
    ['an object that takes it back', [{ id: ID, revoked: false }], 'passed null'],
    ['one that takes it back and one that does not', [{ id: ID, revoked: false }, ID], revoked],
    ['another', [{ id: 'urn:uuid:1' }, 'urn:uuid:2', null], 'passed null'],
    ['nothing', [], 'passed null'],
  ])('%s', async ([, revokedAssertions, outcome]) => {
    expect((await answer({ type: 'RevocationList', id: revocationList, issuer, revokedAssertions })).said).toBe(outcome)
  })

  test('gives its reason', async () => {
    const { facts, verdict } = await answer({ revokedAssertions: [{ id: ID, revocationReason: 'A good reason' }] })
    expect(facts?.reason).toBe('A good reason')
    expect(verdict).toBe('not-verified')
  })

  test('of somebody else answers nothing, unless it withdraws', async () => {
    const keeper = 'https://kestrel.example/issuer'
    expect((await answer({ issuer: keeper, revokedAssertions: [] })).said).toBe('unknown status_list_foreign')
    expect((await answer({ issuer: keeper, revokedAssertions: [ID] })).said).toBe(revoked)
  })

  test('may be a plain list', async () => {
    expect((await answer([ID])).said).toBe(revoked)
    expect((await answer(['urn:uuid:1'])).said).toBe('passed null')
  })
})

describe('a revocation list of 1.x maps each `uid` to a reason', () => {
  test('', async () => {
    const { said, facts } = await answer({ [UID]: 'Issued in error' }, '1.0')
    expect(said).toBe(revoked)
    expect(facts?.reason).toBe('Issued in error')
    expect((await answer({ other: 'x' }, '1.0')).said).toBe('passed null')
    expect((await answer({}, '1.0')).said).toBe('passed null')
    expect((await answer({ [UID]: null }, '1.0')).said).toBe(revoked)
    expect((await answer({ revokedAssertions: [{ uid: UID }] }, '1.1')).said).toBe(revoked)
  })
})

describe('what is no list is unknown', () => {
  test.for<readonly [string, Json | string]>([
    ['a page', '<html>'],
    ['a string', '"revoked"'],
    ['a document of another kind', { '@context': 'https://w3id.org/openbadges/v2', type: 'RevocationList' }],
    ['an answer of another shape', { error: { code: 404 } }],
    ['a name twice', '{"a": "x", "a": "y"}'],
  ])('%s', async ([, list]) => {
    const { said, verdict } = await answer(list)
    expect(said).toBe(invalid)
    expect(verdict).toBe('cannot-tell')
  })

  test('and so is a silent host', async () => {
    expect((await answer({}, '2.0', { trouble: 'fetch_failed' })).said).toBe('unknown status_list_unavailable')
    expect((await answer({}, '2.0', { status: 404 })).said).toBe('unknown status_list_unavailable')
    expect((await answer({}, '2.0', { finalUrl: 'https://elsewhere.example/list' })).said).toBe('unknown status_list_unavailable')
    expect((await answer({ revokedAssertions: [] }, '2.0', { kept: true })).said).toBe('passed status_kept_copy')
    const old = { kept: true, fetchedAt: '2026-01-01T00:00:00Z' }
    expect((await answer({ revokedAssertions: [] }, '2.0', old)).said).toBe('unknown status_list_stale')
  })

  test('and so is a list at no address', async () => {
    const badge = await issueBadge({ signed: 'RSA', changeIssuer: (profile) => ({ ...profile, revocationList: 'urn:x' }) })
    expect(said(await reportOn(badge.text, badge.documents), 'validity.status')).toBe('unknown status_entry_invalid')
  })
})
