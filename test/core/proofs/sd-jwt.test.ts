import { describe, expect, test } from 'vitest'
import type { VerificationReport } from '../../../src/core/model/report.ts'
import { verifyInput } from '../../../src/core/verify.ts'
import { credentialOf } from '../../issuer/content.ts'
import { doorTo, FETCHED_AT } from '../../issuer/door.ts'
import { documents } from '../../issuer/issue.ts'
import { type Documents, issuerOf, utf8 } from '../../issuer/issuers.ts'
import {
  badgeClaims,
  bound,
  digestOf,
  disclosing,
  disclosure,
  issueSdJwt,
  kestrel,
  metadata,
  sdIssuer,
  sdJwt,
} from '../../issuer/sd-jwt.ts'
import { jws } from '../../issuer/sign.ts'

function report(text: string, served: Documents = metadata()): Promise<VerificationReport> {
  const context = { now: new Date(FETCHED_AT), open: doorTo(served), audience: 'verifier', identities: [] } as const
  return verifyInput({ bytes: utf8(text), name: 'shown' }, context)
}

/** The verdict, and what the checks say that decide it. */
async function told(text: string, served?: Documents) {
  const { verdict, checks } = await report(text, served)
  const say = (id: string) => {
    const found = checks.find((check) => check.id === id)
    return `${found?.status} ${found?.code}`
  }
  return { verdict, signature: say('proof.signature'), coverage: say('proof.coverage'), key: say('issuer.key') }
}

const sound = { verdict: 'verified', signature: 'passed null', coverage: 'passed null', key: 'passed null' }

describe('an SD-JWT VC is verified', () => {
  test.for(['Ed25519', 'P-256', 'P-384'] as const)('signed with %s, by its issuer metadata', async (key) => {
    const issuer = sdIssuer(key)
    expect(await told(await issueSdJwt({ issuer }), metadata([issuer]))).toEqual(sound)
  })

  test.for(['sha-256', 'sha-384', 'sha-512'] as const)('with digests by %s', async (hash) => {
    expect(await told(await issueSdJwt({ hash }))).toEqual(sound)
  })

  test('whatever of it is shown, and how much is kept back is said', async () => {
    const { verdict, checks } = await report(disclosing(await issueSdJwt(), 'result'))
    expect(verdict).toBe('verified')
    expect(checks.find(({ id }) => id === 'proof.coverage')).toMatchObject({
      status: 'passed',
      code: 'facts_withheld',
      evidence: { facts: { count: 7 } },
    })
  })

  test('without `kid` when its issuer has one key of that kind', async () => {
    const unnamed = await issueSdJwt({ header: { kid: undefined } })
    expect(await told(unnamed, metadata([kestrel, sdIssuer('Ed25519')]))).toEqual(sound)
    const second = { ...kestrel, key: issuerOf('westbridge', { key: 'P-256' }).key, methodId: 'second' }
    expect(await told(unnamed, metadata([kestrel, second]))).toMatchObject({
      verdict: 'cannot-tell',
      signature: 'unknown jwt_key_missing',
    })
  })

  test('as a plain JWT with nothing to disclose', async () => {
    const text = await jws(badgeClaims(), { typ: 'dc+sd-jwt', kid: kestrel.methodId }, kestrel)
    expect(await told(text)).toEqual(sound)
  })

  test('by a DID', async () => {
    for (const identity of ['did:web', 'did:key', 'did:jwk'] as const) {
      const issuer = issuerOf('kestrel', { identity, key: 'P-256' })
      const key = identity === 'did:web' ? 'passed null' : 'passed key_by_did_key'
      for (const header of [{}, { kid: undefined }])
        expect(await told(await issueSdJwt({ issuer, header }), documents())).toMatchObject({ verdict: 'verified', key })
    }
  })

  test('by the documents that other credentials of the issuer go by, where there is no metadata', async () => {
    const issuer = { ...issuerOf('kestrel', { identity: 'https', key: 'P-256' }) }
    expect(await told(await issueSdJwt({ issuer }), documents())).toEqual(sound)
  })

  test('as a W3C credential', async () => {
    const issuer = issuerOf('kestrel', { identity: 'did:web', key: 'P-256' })
    const text = await sdJwt(credentialOf(issuer, { content: 'minimal' }), [], { issuer, header: { typ: 'vc+sd-jwt' } })
    expect(await told(text, documents())).toEqual(sound)
  })
})

describe('whose key it is, is never guessed', () => {
  test('a stranger signs in the name of the issuer', async () => {
    const { key } = issuerOf('stranger', { key: 'P-256' })
    const text = await issueSdJwt({ issuer: { ...kestrel, key } })
    expect(await told(text)).toMatchObject({ verdict: 'not-verified', signature: 'failed proof_signature_wrong' })
  })

  test('a key that the metadata does not list is not the issuer’s, wherever else it is listed', async () => {
    const gone = { ...kestrel, methodId: 'gone' }
    const elsewhere = new Map([...documents(), ...metadata([sdIssuer('P-384')])])
    expect(await told(await issueSdJwt({ issuer: gone }), elsewhere)).toMatchObject({
      verdict: 'not-verified',
      signature: 'failed key_not_listed',
      key: 'failed key_not_listed',
    })
    const carried = await issueSdJwt({ header: { kid: undefined, jwk: kestrel.key.publicJwk } })
    expect(await told(carried, elsewhere)).toMatchObject({ verdict: 'not-verified', key: 'failed key_not_listed' })
    expect(await told(carried)).toEqual(sound)
  })

  test('a key that the header carries is nobody’s until a document of the issuer lists it', async () => {
    const { key } = issuerOf('stranger', { key: 'P-256' })
    const text = await issueSdJwt({ issuer: { ...kestrel, key }, header: { kid: undefined, jwk: key.publicJwk } })
    expect(await told(text)).toMatchObject({ verdict: 'not-verified', key: 'failed key_not_listed' })
    expect(await told(text, new Map())).toMatchObject({
      verdict: 'cannot-tell',
      signature: 'passed null',
      key: 'unknown fetch_failed',
    })
  })

  test('a certificate shows that nothing was changed, and no more', async () => {
    const { certificate, issuer } = certified
    const header = { kid: undefined, x5c: [certificate] }
    const text = await sdJwt({ ...badgeClaims(), iss: issuer.id }, [], { issuer, header })
    expect(await told(text, new Map())).toMatchObject({ verdict: 'cannot-tell', signature: 'passed null' })
    expect(await told(text)).toMatchObject({ verdict: 'not-verified', key: 'failed key_not_listed' })
    expect(await told(text, metadata([issuer]))).toEqual(sound)
    const { iss: _, ...nobody } = badgeClaims()
    expect(await told(await sdJwt(nobody, [], { issuer, header }))).toMatchObject({
      verdict: 'cannot-tell',
      key: 'unknown key_not_tied',
    })
    const other = await sdJwt(badgeClaims(), [], { header: { x5c: [certificate] } })
    expect(await told(other)).toMatchObject({ verdict: 'not-verified', signature: 'failed jwt_key_conflict' })
    for (const x5c of [[], ['garbage'], [1], 'x', [certificate.slice(0, 100)], ['A'.repeat(40_000)]])
      expect((await told(await sdJwt(badgeClaims(), [], { header: { x5c: x5c } }))).verdict).toBe('not-verified')
  })

  test('a host that does not answer leaves it open', async () => {
    expect(await told(await issueSdJwt(), new Map())).toMatchObject({
      verdict: 'cannot-tell',
      signature: 'unknown fetch_failed',
    })
  })
})

describe('a header that is not an SD-JWT’s is refused', () => {
  test.for([
    ['none', { alg: 'none' }, 'failed alg_none'],
    ['HMAC', { alg: 'HS256' }, 'failed alg_symmetric'],
    ['the algorithm of another key', { alg: 'EdDSA' }, 'failed alg_key_mismatch'],
    ['an unknown algorithm', { alg: 'XX' }, 'unknown alg_unsupported'],
    ['a critical extension', { crit: ['x'], x: 1 }, 'failed crit_unknown'],
    ['a key binding JWT', { typ: 'kb+jwt' }, 'failed proof_malformed'],
    ['a status list', { typ: 'statuslist+jwt+x' }, 'failed proof_malformed'],
    ['a type that is no text', { typ: 1 }, 'failed proof_malformed'],
  ] as const)('%s', async ([, header, signature]) => {
    const [token = '', ...rest] = (await issueSdJwt()).split('~')
    const [, payload, bytes] = token.split('.')
    const changed = { typ: 'dc+sd-jwt', kid: kestrel.methodId, alg: 'ES256', ...header }
    const text = [`${Buffer.from(JSON.stringify(changed)).toString('base64url')}.${payload}.${bytes}`, ...rest].join('~')
    expect(await told(text)).toMatchObject({ signature })
    expect((await told(text)).verdict).not.toBe('verified')
  })

  test('a VC that calls itself something else breaks the rules of its format', async () => {
    for (const typ of [undefined, 'JWT', 'example+sd-jwt']) {
      const { verdict, checks } = await report(await sdJwt(badgeClaims(), [], { header: { typ } }))
      expect(verdict).toBe('not-verified')
      expect(checks.find(({ id }) => id === 'structure.data-model')).toMatchObject({ status: 'failed', code: 'member_invalid' })
    }
    expect((await report(await sdJwt(badgeClaims(), [], { header: { typ: 'vc+sd-jwt' } }))).verdict).toBe('verified')
  })
})

describe('the rules of SD-JWT VC and its dates are kept', () => {
  test.for([
    ['no type', { vct: undefined }, 'structure.data-model', 'member_missing'],
    ['an empty type', { vct: '' }, 'structure.data-model', 'member_invalid'],
    ['a key that is no object', { cnf: 'key' }, 'structure.data-model', 'member_invalid'],
    ['a status that is no object', { status: 'revoked' }, 'structure.data-model', 'member_invalid'],
    ['over', { exp: 1_780_000_000 }, 'validity.dates', 'expired'],
    ['not yet begun', { nbf: 1_900_000_000 }, 'validity.dates', 'not_yet_valid'],
    ['issued in the future', { iat: 1_900_000_000 }, 'validity.dates', 'not_yet_valid'],
    ['an end that is no date', { exp: '2036-01-01' }, 'validity.dates', 'date_invalid'],
  ] as const)('%s', async ([, change, id, code]) => {
    const { verdict, checks } = await report(await sdJwt({ ...badgeClaims(), ...change }))
    expect(verdict).toBe('not-verified')
    expect(checks.find((check) => check.id === id)).toMatchObject({ status: 'failed', code })
  })
})

describe('a broken rule of disclosure fails the proof', () => {
  const wrong = disclosure('salt', 'level', 9)
  test.for([
    ['disclosure_unsigned', badgeClaims()],
    ['disclosure_repeated', { ...badgeClaims(), level: 1, _sd: [digestOf(wrong)] }],
    ['disclosure_forbidden', { ...badgeClaims(), status: { _sd: [digestOf(wrong)] } }],
    ['sd_jwt_malformed', { ...badgeClaims(), list: [{ '...': digestOf(wrong) }] }],
  ] as const)('%s', async ([code, claims]) => {
    expect(await told(await sdJwt(claims, [wrong]))).toMatchObject({
      verdict: 'not-verified',
      signature: `failed ${code}`,
      coverage: `failed ${code}`,
    })
  })

  test('a hash that we do not know leaves it open', async () => {
    const claims = { ...badgeClaims(), _sd_alg: 'sha3-256', _sd: [digestOf(wrong)] }
    expect(await told(await sdJwt(claims, [wrong]))).toMatchObject({
      verdict: 'cannot-tell',
      signature: 'unknown sd_hash_unsupported',
      coverage: 'unknown sd_hash_unsupported',
    })
  })

  test('a disclosed member that readers would overlook', async () => {
    const hidden = disclosure('salt', '__proto__', { achievement: {} })
    expect(await told(await sdJwt({ ...badgeClaims(), _sd: [digestOf(hidden)] }, [hidden]))).toMatchObject({
      verdict: 'not-verified',
      coverage: 'failed member_hidden',
    })
  })
})

describe('an SD-JWT changed in any single place is no longer verified', () => {
  const cases = [
    ['with all disclosures', issueSdJwt],
    ['with some and a key binding JWT', async () => bound(disclosing(await issueSdJwt(), 'result', 'es'))],
  ] as const
  test.for(cases)('%s', { timeout: 240_000 }, async ([, make]) => {
    const text = await make()
    expect((await report(text)).verdict).toBe('verified')
    const kept: number[] = []
    for (let at = 0; at < text.length; at++) {
      for (const other of [text[at] === 'A' ? 'B' : 'A', '~', '']) {
        const changed = text.slice(0, at) + other + text.slice(at + 1)
        if (changed !== text && (await report(changed)).verdict === 'verified') kept.push(at)
      }
    }
    expect(kept).toEqual([])
  })

  test('by a disclosure of another credential', async () => {
    const [token, ...own] = (await issueSdJwt()).split('~')
    const [, ...others] = (await issueSdJwt({ claims: { ...badgeClaims(), result: 'F' } })).split('~')
    for (const [index, other] of others.slice(0, -1).entries()) {
      if (other === own[index]) continue
      const parts = own.with(index, other)
      expect((await report([token, ...parts].join('~'))).verdict).toBe('not-verified')
    }
  })
})

/** A certificate for the P-256 key of Westbridge College in the name of Kestrel University, made once with openssl. */
const certified = {
  issuer: { ...kestrel, key: issuerOf('westbridge', { key: 'P-256' }).key, methodId: 'certified' },
  certificate: [
    'MIIBvDCCAWKgAwIBAgIUdxhTxEgX66C27jiJhBziEe0uFsAwCgYIKoZIzj0EAwIwHTEbMBkGA1UEAwwSS2VzdHJlbCBVbml2ZXJzaXR5MCAXDT',
    'I2MTEyMzE2MzQzNVoYDzIxMjYxMDMwMTYzNDM1WjAdMRswGQYDVQQDDBJLZXN0cmVsIFVuaXZlcnNpdHkwWTATBgcqhkjOPQIBBggqhkjOPQMB',
    'BwNCAAQRen5f0FObpUeLmwM+yflX2fFjsjhQCNNdajJd6IaLj+7kbO2y7vGIY7FFlgHHBEGe2Wlb2GQKHWJl3VDvTX/Ao34wfDAdBgNVHQ4EFg',
    'QUsVX1yBJOcloqmI5gmB3T6YbTyFowHwYDVR0jBBgwFoAUsVX1yBJOcloqmI5gmB3T6YbTyFowDwYDVR0TAQH/BAUwAwEB/zApBgNVHREEIjAg',
    'hh5odHRwczovL2tlc3RyZWwuZXhhbXBsZS9pc3N1ZXIwCgYIKoZIzj0EAwIDSAAwRQIgc9VLid4bFBatNR4h9rQts5r6Vn6HWK247pyH3DCvWD',
    'MCIQCFFMt+jIFKmvdxO8wIZlK6rv4NHr5vaDEXBV/iSqthjQ==',
  ].join(''),
}
