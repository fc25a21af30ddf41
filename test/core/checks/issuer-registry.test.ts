import { describe, expect, test } from 'vitest'
import type { Session } from '../../../src/core/checks/check.ts'
import { readJwk } from '../../../src/core/dids/keys.ts'
import type { KnownIssuers, ListedIssuer } from '../../../src/core/model/issuers.ts'
import type { JsonObject } from '../../../src/core/model/json.ts'
import type { VerificationReport } from '../../../src/core/model/report.ts'
import { listOfPins } from '../../../src/core/trust/pins.ts'
import { standingOf } from '../../../src/core/trust/standing.ts'
import { thumbprintOf } from '../../../src/core/trust/thumbprint.ts'
import { verifyInput } from '../../../src/core/verify.ts'
import { findings as en } from '../../../src/text/en/findings.ts'
import { findingOf, knownIssuer, messageOf, verdictSentence } from '../../../src/text/verdict.ts'
import { credentialWith } from '../../app/credential/credentials.ts'
import { credentialOf } from '../../issuer/content.ts'
import { doorTo, FETCHED_AT } from '../../issuer/door.ts'
import { documents, issue } from '../../issuer/issue.ts'
import { type IssuerIdentity, issuerOf, type TestIssuer, utf8 } from '../../issuer/issuers.ts'
import { issueWithSet } from '../../issuer/several.ts'
import { jws } from '../../issuer/sign.ts'
import { listOf } from '../trust/support.ts'
import { sessionOf } from './support.ts'

const byKey = issuerOf('westbridge')
const byWeb = issuerOf('westbridge', { identity: 'did:web' })
const stranger = issuerOf('stranger')

type Lists = KnownIssuers['lists']

async function reportOn(text: string, lists: Lists, unread: KnownIssuers['unread'] = []): Promise<VerificationReport> {
  const context = { now: new Date(FETCHED_AT), open: doorTo(documents()), audience: 'verifier', identities: [] } as const
  return verifyInput({ bytes: utf8(text), name: 'badge' }, { ...context, issuers: { lists, unread } })
}

/** What is said of a badge of this issuer. */
async function standing(issuer: TestIssuer, lists: Lists, unread: KnownIssuers['unread'] = []) {
  const report = await reportOn((await issue({ issuer })).text, lists, unread)
  const finding = findingOf(report, 'issuer.registry')
  if (!finding) throw new Error('no finding')
  return { report, finding, known: knownIssuer(report), sentence: verdictSentence(report, en), message: messageOf(finding, en) }
}

const listing = (id: string, entry: Partial<ListedIssuer> = {}, more: Parameters<typeof listOf>[0] = {}) =>
  listOf({ entries: new Map([[id, { name: 'Westbridge College', ...entry }]]), ...more })

const pin = async (issuer: TestIssuer, key = issuer) =>
  listOfPins(
    [{ issuer: issuer.id, name: 'My college', thumbprints: [await thumbprintOf(readJwk(key.key.publicJwk))], since: FETCHED_AT }],
    FETCHED_AT,
  )

describe('an issuer in a production list', () => {
  test.for(['did:key', 'did:jwk', 'did:web', 'did:web-path', 'https'] as const satisfies readonly IssuerIdentity[])(
    'is recognised by its identifier: %s',
    async (identity) => {
      const issuer = issuerOf('westbridge', { identity })
      const { report, finding, known, sentence } = await standing(issuer, [listing(issuer.id)])
      expect(finding).toMatchObject({ status: 'passed', code: null })
      expect(finding.evidence.facts).toEqual({ list: 'Open Learning Registry', name: 'Westbridge College', asOf: FETCHED_AT })
      expect(report.verdict).toBe('verified')
      expect(known).toMatchObject({ level: 'listed', list: 'Open Learning Registry', name: 'Westbridge College', stated: '' })
      expect(sentence).toMatch(/^Genuine\. Issued by Westbridge College on .* and unchanged since\.$/)
    },
  )

  test('bears the name in the list, and the name it gives itself is said beside it', async () => {
    const { known, sentence, message } = await standing(byKey, [
      listing(byKey.id, { name: 'Westbridge Community College District' }),
    ])
    expect(known).toMatchObject({ name: 'Westbridge Community College District', stated: 'Westbridge College' })
    expect(sentence).toMatch(
      /^Genuine\. Issued by Westbridge Community College District on .* It calls its issuer “Westbridge College”\.$/,
    )
    expect(message).toMatch(/ It calls itself “Westbridge College”\.$/)
  })

  test('whose names differ only in letter case, or who gives its legal name, is not said to be called otherwise', async () => {
    for (const entry of [{ name: 'WESTBRIDGE  college' }, { name: 'Westbridge', legalName: 'Westbridge College' }])
      expect((await standing(byKey, [listing(byKey.id, entry)])).known.stated).toBe('')
  })

  test('is told with every list that knows it', async () => {
    const { finding } = await standing(byKey, [listing(byKey.id), listing(byKey.id, { name: 'WB' }, { name: 'Second list' })])
    expect(finding.evidence.details).toEqual([
      { status: 'passed', code: 'issuer_also_listed', facts: { list: 'Second list', name: 'WB', asOf: FETCHED_AT } },
    ])
  })

  test('is one whose identifier lies on a listed host, exactly', async () => {
    const hosts = (host: string) => [listOf({ hosts: new Map([[host, { name: 'Westbridge College' }]]) })]
    for (const identity of ['did:web', 'did:web-path', 'https'] as const)
      expect((await standing(issuerOf('westbridge', { identity }), hosts('westbridge.example'))).known.level).toBe('listed')
    expect((await standing(byWeb, hosts('bridge.example'))).known.level).toBe('web')
    expect((await standing(byWeb, hosts('example'))).known.level).toBe('web')
    expect((await standing(byKey, hosts(''))).known.level).toBe('key')
  })

  test('counts only with the keys that the list pins, where it pins any', async () => {
    const right = await thumbprintOf(readJwk(byWeb.key.publicJwk))
    expect((await standing(byWeb, [listing(byWeb.id, { thumbprints: ['other', right] })])).known.level).toBe('listed')
    const { finding, known } = await standing(byWeb, [listing(byWeb.id, { thumbprints: ['other'] })])
    expect(finding).toMatchObject({
      status: 'warning',
      code: 'issuer_other_key',
      evidence: { facts: { list: 'Open Learning Registry', thumbprint: right } },
    })
    expect(known.level).toBe('web')
  })

  test('does not count as long as the key is not shown to be the issuer’s', async () => {
    const posing = await jws(credentialOf(byKey), { jwk: stranger.key.publicJwk, typ: 'vc+jwt' }, stranger)
    for (const lists of [[listing(byKey.id)], [await pin(byKey, stranger)], [await pin(byKey)]]) {
      const report = await reportOn(posing, lists)
      expect(findingOf(report, 'issuer.key')?.status).not.toBe('passed')
      expect(findingOf(report, 'issuer.registry')).toMatchObject({ status: 'warning', code: 'issuer_listed_unproven' })
      expect(knownIssuer(report).level).toBe('none')
      expect(report.verdict).not.toBe('verified')
      expect(verdictSentence(report, en)).not.toMatch(/genuine/i)
    }
  })

  test('is known by the very identifier, not by one that is like it', async () => {
    for (const id of [`${byWeb.id}#key`, byWeb.id.toUpperCase(), 'did:web:westbridge.example:', 'constructor', '__proto__'])
      expect((await standing(byWeb, [listing(id)])).known.level).toBe('web')
  })
})

describe('a list for tests', () => {
  const test1 = { kind: 'test', name: 'Sandbox' } as const

  test('never looks like the real thing, whatever stands behind the issuer', async () => {
    for (const issuer of [byKey, byWeb]) {
      const { report, finding, known, sentence } = await standing(issuer, [listing(issuer.id, {}, test1)])
      expect(finding).toMatchObject({ status: 'warning', code: 'issuer_in_test_list', evidence: { facts: { list: 'Sandbox' } } })
      expect(known).toMatchObject({ level: 'test', name: 'Westbridge College' })
      expect(report.questions.authority).toBe('warning')
      expect(sentence).toBe(
        'Unchanged since it was signed, but only a list for tests (Sandbox) knows its issuer. It says it is from “Westbridge College”; nothing confirms that.',
      )
    }
  })

  test('takes nothing from an issuer that a real list knows too', async () => {
    expect((await standing(byKey, [listing(byKey.id, {}, test1), listing(byKey.id)])).known.level).toBe('listed')
  })
})

describe('an issuer that this person trusts', () => {
  test('is called by the name it was trusted under', async () => {
    const { finding, known, sentence, message } = await standing(byKey, [await pin(byKey)])
    expect(finding).toMatchObject({ status: 'passed', code: null, evidence: { facts: { personal: true, name: 'My college' } } })
    expect(known).toMatchObject({ level: 'personal', name: 'My college', stated: 'Westbridge College', list: '' })
    expect(sentence).toMatch(/^Genuine\. Issued by My college on/)
    expect(message).toMatch(/^You trust this issuer/)
    expect(en.levels.personal({ host: '', list: '', stated: '' })).toBe('trusted by you')
  })

  test.for(['P-256', 'P-384', 'RSA'] as const)('is told by its key on %s', async (key) => {
    const issuer = issuerOf('westbridge', { identity: 'did:web', key })
    const { text } = await issue({ issuer, jwt: {} })
    expect(knownIssuer(await reportOn(text, [await pin(issuer)])).level).toBe('personal')
    expect(knownIssuer(await reportOn(text, [await pin(issuer, stranger)])).level).toBe('web')
  })

  test('with another key is a warning that says so', async () => {
    const { finding, report, known } = await standing(byWeb, [await pin(byWeb, stranger)])
    expect(finding).toMatchObject({ status: 'warning', code: 'issuer_other_key', evidence: { facts: { personal: true } } })
    expect(report.verdict).toBe('verified')
    expect(known).toMatchObject({ level: 'web', host: 'westbridge.example' })
  })

  test('with another key, but in a list, is listed; and the other key is still said', async () => {
    const { finding, known } = await standing(byWeb, [await pin(byWeb, stranger), listing(byWeb.id)])
    expect(known.level).toBe('listed')
    expect(finding.evidence.details).toMatchObject([{ status: 'warning', code: 'issuer_other_key' }])
  })

  test('may have signed with several keys, of which one is trusted', async () => {
    const kestrel = issuerOf('kestrel', { identity: 'did:web' })
    const other = issuerOf('kestrel', { identity: 'did:web', key: 'P-384' })
    const { text } = await issueWithSet([{ issuer: kestrel }, { issuer: other }])
    expect(knownIssuer(await reportOn(text, [await pin(kestrel, stranger)])).level).toBe('web')
    for (const trusted of [kestrel, other])
      expect(knownIssuer(await reportOn(text, [await pin(kestrel, trusted)])).level).toBe('personal')
  })
})

describe('a badge that nobody signs, but that its own address serves', () => {
  const issuer = 'https://badges.example/issuer.json'
  const hosted = credentialWith({
    format: 'ob2',
    issuer: { id: issuer, name: [{ value: 'Badges' }], otherIdentifiers: [] },
    securing: { kind: 'hosted', address: 'https://badges.example/1.json' },
  })
  const said = (thumbprints: readonly string[], credential = hosted) => {
    const session: Session = { ...sessionOf(credential), answer: async () => ({ status: 'passed', code: 'hosted_by_issuer' }) }
    const lists = [listOfPins([{ issuer, name: 'Badges', thumbprints, since: '' }], FETCHED_AT)]
    const byItself = { status: 'warning', code: 'issuer_by_web_address', facts: { host: 'badges.example' } } as const
    return standingOf(session, { lists, unread: [] }, byItself)
  }

  test('is trusted without a key, and a key makes it another matter', async () => {
    expect(await said([''])).toMatchObject({ status: 'passed', code: null, facts: { personal: true } })
    expect(await said(['key-1'])).toMatchObject({ status: 'warning', code: 'issuer_other_key' })
  })

  test('lends its trust to nothing that is signed', async () => {
    const signed = credentialWith({ ...hosted, securing: { kind: 'embedded', proofs: [] } })
    expect(await said([''], signed)).toMatchObject({ status: 'warning', code: 'issuer_other_key' })
  })
})

describe('an issuer that no list knows', () => {
  test('is known as before, and it is said that the lists were searched', async () => {
    const web = await standing(byWeb, [listOf()])
    expect(web.finding).toMatchObject({ status: 'warning', code: 'issuer_by_web_address', evidence: { facts: { lists: 1 } } })
    expect(web.message).toBe('The web address that it names, westbridge.example, is in none of the lists that you use.')
    const key = await standing(byKey, [listOf()])
    expect(key.finding.code).toBe('issuer_key_only')
    expect(key.message).toMatch(/It is in none of the lists that you use\.$/)
  })

  test('is not said to be in none of them when one could not be read', async () => {
    const unread = [{ name: 'Silent registry', reason: 'fetch_failed' }] as const
    for (const issuer of [byWeb, byKey]) {
      const { message, finding } = await standing(issuer, [listOf()], unread)
      expect(finding.status).toBe('warning')
      expect(message).toContain('We could not look it up in Silent registry.')
      expect(message).not.toContain('none of the lists')
    }
  })

  test('nor when a list was not asked about it, or what it said has ended', async () => {
    const unasked = listOf({ complete: false })
    const ended = listing(byKey.id, { until: FETCHED_AT }, { complete: false })
    for (const list of [unasked, ended]) {
      const { known, message } = await standing(byKey, [list])
      expect(known.level).toBe('key')
      expect(message).toContain('We could not look it up in Open Learning Registry.')
    }
  })

  test('is one about whom a registry answered that it does not know it', async () => {
    const { message } = await standing(byKey, [listOf({ complete: false, entries: new Map([[byKey.id, null]]) })])
    expect(message).toContain('It is in none of the lists that you use.')
  })

  test('is said so only of lists: whom this person trusts is no list', async () => {
    expect((await standing(byKey, [await pin(byWeb)])).message).not.toContain('lists that you use')
  })
})

test('without any list in use nothing is looked up', async () => {
  expect((await standing(byKey, [])).finding).toEqual({
    id: 'issuer.registry',
    question: 'authority',
    status: 'warning',
    code: 'issuer_key_only',
    evidence: {},
  })
})

test('no list changes a verdict', async () => {
  const { text } = await issue({ issuer: byWeb, change: (badge) => ({ ...badge, validUntil: '2025-06-01T00:00:00Z' }) })
  for (const lists of [[], [listing(byWeb.id)], [listing(byWeb.id, {}, { kind: 'test' })], [await pin(byWeb, stranger)]])
    expect((await reportOn(text, lists)).verdict).toBe('not-verified')
  const altered = (text: string) => JSON.stringify({ ...(JSON.parse(text) as JsonObject), name: 'Doctor' })
  expect((await reportOn(altered(text), [listing(byWeb.id)])).verdict).toBe('not-verified')
})
