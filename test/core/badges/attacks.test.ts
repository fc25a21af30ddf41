import { describe, expect, test } from 'vitest'
import type { JsonObject } from '../../../src/core/model/json.ts'
import { type IssuedBadge, issueBadge, pemOf } from '../../issuer/badges.ts'
import { type Documents, issuerOf } from '../../issuer/issuers.ts'
import { jws } from '../../issuer/sign.ts'
import { doorWith, type Manners, pictureOf, reportOn, reportThrough, said, serving } from './support.ts'

/*
 * Somebody who has a host of their own, or a place on a host that others use too, would like to be taken for Westbridge College.
 */

const EVIL = 'https://evil.example'
const famous = await issueBadge({ generation: '2.0' })
const famousSigned = await issueBadge({ generation: '2.0', signed: 'RSA' })
const FAMOUS = famous.addresses.issuer
const stranger = issuerOf('stranger', { identity: 'https', key: 'RSA' })

const hostedAt = (address: string, more: JsonObject = {}): JsonObject => ({ ...famous.assertion, id: address, ...more })
const json = (assertion: JsonObject) => JSON.stringify(assertion)

async function verdictOn(text: string, documents: Documents, manners?: Manners) {
  const report = await reportOn(text, documents, manners)
  return { verdict: report.verdict, key: said(report, 'issuer.key') }
}

/** The attacker serves the assertion where it says that it lies. */
function served(assertion: JsonObject, more: Readonly<Record<string, JsonObject | string>> = {}): Documents {
  return serving(famous.documents, { [String(assertion.id)]: assertion, ...more })
}

describe('an assertion on another host', () => {
  test('of a famous badge class is not the issuer’s', async () => {
    const assertion = hostedAt(`${EVIL}/1`)
    expect(await verdictOn(json(assertion), served(assertion))).toEqual({
      verdict: 'not-verified',
      key: 'failed hosted_out_of_scope',
    })
  })

  test('of a badge class on that host that names a famous issuer is not the issuer’s', async () => {
    const badge = { ...famous.badge, id: `${EVIL}/badge`, name: 'Doctor of Medicine' }
    const assertion = hostedAt(`${EVIL}/1`, { badge: badge.id })
    const found = await verdictOn(json(assertion), served(assertion, { [badge.id]: badge }))
    expect(found).toEqual({ verdict: 'not-verified', key: 'failed hosted_out_of_scope' })
  })

  test('with a profile inside that lets it lie there is not the issuer’s', async () => {
    const verification = { allowedOrigins: ['evil.example'], startsWith: EVIL }
    const badge = { ...famous.badge, issuer: { ...famous.issuer, verification } }
    const assertion = hostedAt(`${EVIL}/1`, { badge })
    expect((await verdictOn(json(assertion), served(assertion))).key).toBe('failed hosted_out_of_scope')
  })

  test('whose issuer does not answer cannot be told', async () => {
    const badge = { ...famous.badge, issuer: famous.issuer }
    const assertion = hostedAt(`${EVIL}/1`, { badge })
    const found = await verdictOn(json(assertion), served(assertion), { [FAMOUS]: { trouble: 'fetch_failed' } })
    expect(found).toEqual({ verdict: 'cannot-tell', key: 'unknown fetch_failed' })
  })

  test.for([
    'https://westbridge.example.evil.example/1',
    'https://westbridge.example@evil.example/1',
    'https://westbridge.example:8443/1',
    'https://evil.example/https://westbridge.example/1',
    'https://westbridge.example%2f@evil.example/1',
    'https://WESTBRIDGE.example.evil.example/1',
    'https://xn--westbridge-x.example/1',
  ])('that looks like the famous one is not it: %s', async (address) => {
    const assertion = hostedAt(address)
    expect((await verdictOn(json(assertion), served(assertion))).verdict).not.toBe('verified')
  })
})

describe('a profile of one’s own that calls itself famous', () => {
  test('under the famous id is that of another', async () => {
    const profile = { ...famous.issuer, id: FAMOUS }
    const badge = { ...famous.badge, id: `${EVIL}/badge`, issuer: `${EVIL}/issuer` }
    const assertion = hostedAt(`${EVIL}/1`, { badge: badge.id })
    const documents = served(assertion, { [badge.id]: badge, [`${EVIL}/issuer`]: profile })
    expect(await verdictOn(json(assertion), documents)).toEqual({ verdict: 'cannot-tell', key: 'unknown profile_of_other' })
  })

  test('under its own address is known by that address', async () => {
    const badge = { ...famous.badge, id: `${EVIL}/badge`, issuer: `${EVIL}/issuer` }
    const assertion = hostedAt(`${EVIL}/1`, { badge: badge.id })
    const documents = served(assertion, { [badge.id]: badge, [`${EVIL}/issuer`]: { ...famous.issuer, id: `${EVIL}/issuer` } })
    const report = await reportOn(json(assertion), documents)
    const registry = report.checks.find(({ id }) => id === 'issuer.registry')
    expect(registry?.evidence.facts?.host).toBe('evil.example')
  })

  test('on a host that others share is known by where it lies, not by what it calls itself', async () => {
    const mine = 'https://westbridge.example/users/evil/issuer'
    const badge = { ...famous.badge, id: 'https://westbridge.example/users/evil/badge', issuer: mine }
    const assertion = hostedAt('https://westbridge.example/users/evil/1', { badge: badge.id })
    const text = json(assertion)
    const open = doorWith(served(assertion, { [badge.id]: badge, [mine]: famous.issuer }))
    const report = await reportThrough(text, open)
    const key = report.checks.find(({ id }) => id === 'issuer.key')
    expect(key?.evidence.facts?.issuer).toBe(mine)
    expect(key?.evidence.details?.map(({ code }) => code)).toContain('profile_by_address')
  })

  test.for(['urn:uuid:2d391246-6e0d-4dab-906c-b29770bd7aa6', 'did:web:westbridge.example', 'mailto:a@westbridge.example'])(
    'under an id that is no web address cannot be told: %s',
    async (id) => {
      const documents = serving(famous.documents, { [FAMOUS]: { ...famous.issuer, id } })
      expect(await verdictOn(famous.text, documents)).toEqual({ verdict: 'cannot-tell', key: 'unknown issuer_not_web' })
    },
  )

  test.for([
    'urn:uuid:1',
    'did:web:westbridge.example',
    'https://westbridge.example@evil.example/issuer',
    'javascript:alert(1)',
    '',
    null,
    7,
    ['https://westbridge.example/badges/issuer'],
  ])('and one that is named by no web address cannot be told: %j', async (issuer) => {
    const badge: JsonObject = { ...famous.badge, issuer }
    const report = await reportOn(famous.text, serving(famous.documents, { [famous.addresses.badge]: badge }))
    expect(report.verdict).not.toBe('verified')
    expect(said(report, 'issuer.key')).toMatch(/^unknown/)
  })
})

describe('a redirect', () => {
  const away = { finalUrl: `${EVIL}/anything` }

  test.for(['assertion', 'badge', 'issuer'] as const)('of the %s to another host answers for nobody', async (part) => {
    const found = await verdictOn(famous.text, famous.documents, { [famous.addresses[part]]: away })
    expect(found.verdict).toBe('cannot-tell')
  })

  test('of the key to another host answers for nobody', async () => {
    const found = await verdictOn(famousSigned.text, famousSigned.documents, { [famousSigned.addresses.key]: away })
    expect(found.verdict).toBe('cannot-tell')
  })

  test('out of the scope that the issuer states is out of it', async () => {
    const scoped = { ...famous.issuer, verification: { startsWith: 'https://westbridge.example/badges/' } }
    const documents = serving(famous.documents, { [FAMOUS]: scoped })
    expect((await verdictOn(famous.text, documents)).verdict).toBe('verified')
    const led = { [famous.addresses.assertion]: { finalUrl: 'https://westbridge.example/users/evil/1' } }
    expect(await verdictOn(famous.text, documents, led)).toEqual({ verdict: 'not-verified', key: 'failed hosted_out_of_scope' })
  })
})

describe('a badge signed by somebody else', () => {
  const key = `${EVIL}/key`
  const payload = (more: JsonObject): JsonObject => ({
    ...famousSigned.assertion,
    verification: { type: 'SignedBadge', creator: key },
    ...more,
  })
  const keyDocument = async (owner: string): Promise<JsonObject> => ({
    id: key,
    type: 'CryptographicKey',
    owner,
    publicKeyPem: await pemOf(stranger),
  })
  const withKey = async (owner = FAMOUS) => serving(famousSigned.documents, { [key]: await keyDocument(owner) })

  test('with a key that claims the famous owner is not listed', async () => {
    const text = await jws(payload({}), {}, stranger)
    expect(await verdictOn(text, await withKey())).toEqual({ verdict: 'not-verified', key: 'failed key_not_listed' })
  })

  test('with a profile inside that lists the key is not listed', async () => {
    const badge = { ...famous.badge, issuer: { ...famousSigned.issuer, publicKey: await keyDocument(FAMOUS) } }
    const text = await jws(payload({ badge }), {}, stranger)
    expect((await verdictOn(text, await withKey())).key).toBe('failed key_not_listed')
    const unanswered = await verdictOn(text, await withKey(), { [FAMOUS]: { trouble: 'fetch_failed' } })
    expect(unanswered).toEqual({ verdict: 'cannot-tell', key: 'unknown fetch_failed' })
  })

  test('that names the famous key fails', async () => {
    const text = await jws(famousSigned.assertion, {}, stranger)
    expect((await verdictOn(text, famousSigned.documents)).verdict).toBe('not-verified')
  })

  test('with a key document that calls itself the famous key is another key', async () => {
    const documents = serving(famousSigned.documents, {
      [key]: { ...(await keyDocument(FAMOUS)), id: famousSigned.addresses.key },
    })
    const found = await verdictOn(await jws(payload({}), {}, stranger), documents)
    expect(found.verdict).not.toBe('verified')
  })

  test('with a badge class on another host that names the famous issuer is not the issuer’s', async () => {
    const badge = { ...famous.badge, id: `${EVIL}/badge`, name: 'Doctor of Medicine' }
    const documents = new Map([...(await withKey()), ...serving({ [badge.id]: badge })])
    expect((await verdictOn(await jws(payload({ badge: badge.id }), {}, stranger), documents)).verdict).toBe('not-verified')
  })

  test('in the older way, with a bare key on another host, is not the issuer’s', async () => {
    const older = await issueBadge({ generation: '1.0' })
    const assertion = { ...older.assertion, verify: { type: 'signed', url: `${EVIL}/key.pem` } }
    const documents = serving(older.documents, { [`${EVIL}/key.pem`]: await pemOf(stranger) })
    const found = await verdictOn(await jws(assertion, {}, stranger), documents)
    expect(found).toEqual({ verdict: 'not-verified', key: 'failed origins_differ' })
  })

  test('but stripped of its signature is no badge', async () => {
    const assertion = { ...famousSigned.assertion, id: famous.addresses.assertion }
    const documents = serving(famousSigned.documents, { [famous.addresses.assertion]: assertion })
    const report = await reportOn(json(assertion), documents)
    expect(report.verdict).toBe('not-verified')
    expect(said(report, 'proof.signature')).toBe('failed proof_missing')
  })
})

describe('an older badge (1.0, 1.1) whose parts do not share an origin', () => {
  const changes: readonly [string, (badge: IssuedBadge) => Promise<IssuedBadge> | IssuedBadge][] = [
    ['the assertion', (older) => moved(older, 'assertion')],
    ['the badge class', (older) => moved(older, 'badge')],
    ['the issuer', (older) => moved(older, 'issuer')],
  ]
  for (const generation of ['1.0', '1.1'] as const)
    for (const [name, change] of changes)
      test(`${generation}: ${name} lies elsewhere`, async () => {
        const { text, documents } = await change(await issueBadge({ generation }))
        expect(await verdictOn(text, documents)).toEqual({ verdict: 'not-verified', key: 'failed origins_differ' })
      })

  test('its profile calls another host its own', async () => {
    const { text, documents } = await issueBadge({ generation: '1.0', changeIssuer: (issuer) => ({ ...issuer, url: EVIL }) })
    expect((await verdictOn(text, documents)).key).toBe('failed origins_differ')
  })

  test('the scope that the profile states holds for an older badge as well', async () => {
    const verification = { startsWith: 'https://westbridge.example/records/' }
    const { text, documents } = await issueBadge({ generation: '1.1', changeIssuer: (issuer) => ({ ...issuer, verification }) })
    expect((await verdictOn(text, documents)).key).toBe('failed hosted_out_of_scope')
  })

  function moved(badge: IssuedBadge, part: 'assertion' | 'badge' | 'issuer'): IssuedBadge {
    const from = badge.addresses[part]
    const to = `${EVIL}/${part}`
    const swap = (text: string) => text.replaceAll(`"${from}"`, `"${to}"`)
    const documents = new Map(
      [...badge.documents].map(([address, { bytes, mediaType }]) => [
        address === from ? to : address,
        { bytes: new TextEncoder().encode(swap(new TextDecoder().decode(bytes))), mediaType },
      ]),
    )
    return { ...badge, text: swap(badge.text), documents }
  }
})

describe('a badge of 0.5', () => {
  const address = `${EVIL}/1`
  const at = async (change: (issuer: JsonObject) => JsonObject, place = address) => {
    const badge = await issueBadge({ generation: '0.5', changeIssuer: change })
    const report = await reportThrough(pictureOf(place), doorWith(serving({ [place]: badge.text })))
    return { verdict: report.verdict, key: said(report, 'issuer.key') }
  }

  test('lies where its issuer is', async () => {
    expect(await at((issuer) => issuer)).toEqual({ verdict: 'not-verified', key: 'failed origins_differ' })
    expect(await at((issuer) => ({ ...issuer, origin: EVIL }))).toEqual({ verdict: 'verified', key: 'passed hosted_by_issuer' })
  })

  test('whose issuer also has an id is not taken for it', async () => {
    expect((await at((issuer) => ({ ...issuer, origin: EVIL, id: FAMOUS }))).verdict).toBe('not-verified')
  })

  test('of an issuer without origin cannot be told', async () => {
    expect((await at(({ origin: _, ...issuer }) => ({ ...issuer, origin: 'Westbridge' }))).verdict).not.toBe('verified')
  })
})
