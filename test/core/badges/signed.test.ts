import { describe, expect, test } from 'vitest'
import type { Json, JsonObject } from '../../../src/core/model/json.ts'
import { type BadgeOptions, type IssuedBadge, issueBadge, pemOf } from '../../issuer/badges.ts'
import { issuerOf } from '../../issuer/issuers.ts'
import type { KeyKind } from '../../issuer/keys.ts'
import { jws } from '../../issuer/sign.ts'
import { clean, complaints, findingIn, reportOn, said, serving } from './support.ts'

const kinds: readonly KeyKind[] = ['RSA', 'P-256', 'P-384', 'Ed25519']
const signer = issuerOf('westbridge', { identity: 'https', key: 'RSA' })

async function report(options: BadgeOptions, more: Readonly<Record<string, JsonObject | string>> = {}) {
  const badge = await issueBadge({ signed: 'RSA', ...options })
  return reportOn(badge.text, serving(badge.documents, more))
}

describe('a signed badge is verified by the key that its issuer lists (Open Badges 2.0 "Signed verification")', () => {
  for (const generation of ['1.0', '1.1', '2.0'] as const)
    for (const signed of kinds)
      test(`${generation} with ${signed}`, async () => {
        const badge = await issueBadge({ generation, signed })
        const found = await reportOn(badge.text, badge.documents)
        expect(complaints(found)).toEqual(clean)
        expect(said(found, 'proof.signature')).toBe('passed null')
        expect(said(found, 'issuer.key')).toMatch(/^passed/)
      })

  test('embedded parts are signed with it', async () => {
    expect(complaints(await report({ shape: 'embedded' }))).toEqual(clean)
  })

  const key = async (): Promise<JsonObject> => ({
    id: 'https://westbridge.example/badges/key',
    type: 'CryptographicKey',
    owner: 'https://westbridge.example/badges/issuer',
    publicKeyPem: await pemOf(signer),
  })
  const uncreated = ({ verification: _, ...assertion }: JsonObject): JsonObject => ({
    ...assertion,
    verification: { type: 'SignedBadge' },
  })

  test('the key may be written out in the profile', async () => {
    const publicKey = await key()
    const changeIssuer = (issuer: JsonObject) => ({ ...issuer, publicKey })
    expect(complaints(await report({ changeIssuer }))).toEqual(clean)
    expect(complaints(await report({ changeIssuer, change: uncreated }))).toEqual(clean)
  })

  test('or as a JWK, or as a Multikey', async () => {
    const jwk: JsonObject = { ...(await key()), publicKeyJwk: { ...signer.key.publicJwk }, publicKeyPem: undefined }
    const { publicKeyPem: _, ...method } = jwk
    expect(complaints(await report({ changeIssuer: (issuer) => ({ ...issuer, publicKey: method }) }))).toEqual(clean)
    const ed = issuerOf('westbridge')
    const { publicKeyJwk: __, ...bare } = method
    const multikey = { ...bare, publicKeyMultibase: ed.key.multibase as string }
    expect(
      complaints(await report({ signed: 'Ed25519', changeIssuer: (issuer) => ({ ...issuer, publicKey: multikey }) })),
    ).toEqual(clean)
  })

  test('a badge that names no key is tried with those of the profile', async () => {
    const other = {
      ...(await key()),
      id: 'https://westbridge.example/badges/key-0',
      publicKeyPem: await pemOf(issuerOf('kestrel', { identity: 'https', key: 'RSA' })),
    }
    const publicKey = [other, await key()]
    expect(complaints(await report({ change: uncreated, changeIssuer: (issuer) => ({ ...issuer, publicKey }) }))).toEqual(clean)
    expect(complaints(await report({ change: uncreated }))).toEqual(clean)
  })

  test('and cannot be told when the profile has none', async () => {
    const found = await report({ change: uncreated, changeIssuer: ({ publicKey: _, ...issuer }) => issuer })
    expect(found.verdict).toBe('cannot-tell')
    expect(said(found, 'proof.signature')).toBe('unknown jwt_key_missing')
  })
})

describe('a signature that does not hold', () => {
  const altered = (badge: IssuedBadge, change: (assertion: JsonObject) => JsonObject) => {
    const [header, , signature] = badge.text.split('.')
    return `${header}.${Buffer.from(JSON.stringify(change(badge.assertion))).toString('base64url')}.${signature}`
  }

  test('over something else fails', async () => {
    const badge = await issueBadge({ signed: 'RSA' })
    const found = await reportOn(
      altered(badge, (assertion) => ({ ...assertion, narrative: 'Better' })),
      badge.documents,
    )
    expect(found.verdict).toBe('not-verified')
    expect(said(found, 'proof.signature')).toBe('failed proof_signature_wrong')
    expect(said(found, 'issuer.key')).toBe('unknown key_unproven')
  })

  test('of another key fails', async () => {
    const badge = await issueBadge({ signed: 'RSA' })
    const forged = await jws(badge.assertion, {}, issuerOf('stranger', { identity: 'https', key: 'RSA' }))
    expect(said(await reportOn(forged, badge.documents), 'proof.signature')).toBe('failed proof_signature_wrong')
  })

  test.for([
    ['none', 'failed alg_none'],
    ['HS256', 'failed alg_symmetric'],
    ['RS1', 'unknown alg_unsupported'],
    ['ES256', 'failed key_malformed'],
  ] as const)('with alg %s is %s', async ([alg, outcome]) => {
    const badge = await issueBadge({ signed: 'RSA' })
    const [, payload, signature] = badge.text.split('.')
    const header = Buffer.from(JSON.stringify({ alg })).toString('base64url')
    const found = await reportOn(`${header}.${payload}.${alg === 'none' ? '' : signature}`, badge.documents)
    expect(said(found, 'proof.signature')).toBe(outcome)
    expect(found.verdict).not.toBe('verified')
  })

  test('that needs an extension nobody knows fails', async () => {
    const badge = await issueBadge({ signed: 'RSA' })
    const critical = await jws(badge.assertion, { crit: ['b64'], b64: true }, signer).catch(() => null)
    if (critical) expect(said(await reportOn(critical, badge.documents), 'proof.signature')).toBe('failed crit_unknown')
  })

  test('a key of the header is not looked at', async () => {
    const badge = await issueBadge({ signed: 'RSA' })
    const stranger = issuerOf('stranger', { identity: 'https', key: 'RSA' })
    const forged = await jws(badge.assertion, { jwk: { ...stranger.key.publicJwk } }, stranger)
    expect((await reportOn(forged, badge.documents)).verdict).toBe('not-verified')
  })
})

describe('whose key it is', () => {
  const keyDocument = async (change: JsonObject): Promise<Record<string, JsonObject>> => ({
    'https://westbridge.example/badges/key': {
      id: 'https://westbridge.example/badges/key',
      type: 'CryptographicKey',
      owner: 'https://westbridge.example/badges/issuer',
      publicKeyPem: await pemOf(signer),
      ...change,
    },
  })

  test.for([
    ['of another owner', { owner: 'https://kestrel.example/badges/issuer' }, 'failed key_owner_wrong'],
    ['of no owner', { owner: null }, 'failed key_owner_wrong'],
    ['of several owners', { owner: ['https://westbridge.example/badges/issuer'] }, 'failed key_owner_wrong'],
  ] as const)('a key %s is not the issuer’s', async ([, change, outcome]) => {
    const found = await report({}, await keyDocument(change))
    expect(found.verdict).toBe('not-verified')
    expect(said(found, 'issuer.key')).toBe(outcome)
  })

  test('a key document under another id is another key', async () => {
    const found = await report({}, await keyDocument({ id: 'https://westbridge.example/badges/key-2' }))
    expect(said(found, 'proof.signature')).toBe('unknown key_unavailable')
  })

  test.for<readonly [string, Json]>([
    ['none', null],
    ['another', 'https://westbridge.example/badges/key-2'],
    ['the same at another host', 'https://kestrel.example/badges/key'],
  ])('a profile that lists %s does not have it', async ([, publicKey]) => {
    const found = await report({ changeIssuer: (issuer) => ({ ...issuer, publicKey }) })
    expect(found.verdict).toBe('not-verified')
    expect(said(found, 'issuer.key')).toBe('failed key_not_listed')
  })

  test('a profile that cannot be had leaves it unknown', async () => {
    const badge = await issueBadge({ signed: 'RSA', shape: 'embedded' })
    const found = await reportOn(badge.text, badge.documents, { [badge.addresses.issuer]: { trouble: 'fetch_blocked' } })
    expect(found.verdict).toBe('cannot-tell')
    expect(said(found, 'proof.signature')).toBe('passed null')
    expect(said(found, 'issuer.key')).toBe('unknown fetch_blocked')
  })

  test('a key that cannot be had leaves the signature unknown', async () => {
    const badge = await issueBadge({ signed: 'RSA' })
    const found = await reportOn(badge.text, badge.documents, { [badge.addresses.key]: { trouble: 'fetch_failed' } })
    expect(found.verdict).toBe('cannot-tell')
    expect(said(found, 'proof.signature')).toBe('unknown fetch_failed')
  })

  test.for([
    ['a private key', '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----', 'failed jwt_private_key'],
    ['a certificate', '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----', 'unknown key_type_unsupported'],
    ['garbage in PEM', '-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----', 'failed key_malformed'],
    ['too much of it', `-----BEGIN PUBLIC KEY-----\n${'A'.repeat(20_000)}\n-----END PUBLIC KEY-----`, 'failed key_malformed'],
    ['a page', '<html>', 'unknown key_unavailable'],
  ] as const)('an address that serves %s in its place', async ([, body, outcome]) => {
    for (const generation of ['1.0', '2.0'] as const) {
      const badge = await issueBadge({ generation, signed: 'RSA' })
      const found = await reportOn(badge.text, serving(badge.documents, { [badge.addresses.key]: body }))
      expect(said(found, 'proof.signature')).toBe(outcome)
      expect(found.verdict).not.toBe('verified')
    }
  })

  test('the evidence names the documents that were read', async () => {
    const found = await report({})
    const urls = findingIn(found, 'issuer.key')?.evidence.witnesses?.map(({ url }) => url)
    expect(urls).toEqual(['https://westbridge.example/badges/key', 'https://westbridge.example/badges/issuer'])
  })
})

describe('1.x: key, badge class and issuer share an origin', () => {
  test.for(['1.0', '1.1'] as const)('%s', async (generation) => {
    const badge = await issueBadge({ generation, signed: 'RSA' })
    const elsewhere = 'https://cdn.example/key'
    const moved = await issueBadge({
      generation,
      signed: 'RSA',
      change: (assertion) => ({ ...assertion, verify: { type: 'signed', url: elsewhere } }),
    })
    const documents = serving(moved.documents, { [elsewhere]: await pemOf(signer) })
    const found = await reportOn(moved.text, documents)
    expect(found.verdict).toBe('not-verified')
    expect(said(found, 'issuer.key')).toBe('failed origins_differ')
    expect(said(await reportOn(badge.text, badge.documents), 'issuer.key')).toBe('passed key_by_origin')
  })

  test('an issuer that lists its keys must list this one', async () => {
    const found = await report({
      generation: '1.1',
      changeIssuer: (issuer) => ({ ...issuer, publicKey: 'https://westbridge.example/badges/another-key' }),
    })
    expect(said(found, 'issuer.key')).toBe('failed key_not_listed')
  })
})
