import { describe, expect, test } from 'vitest'
import type { JsonObject } from '../../../src/core/model/json.ts'
import type { VerificationReport } from '../../../src/core/model/report.ts'
import { verifyInput } from '../../../src/core/verify.ts'
import { VC2 } from '../../issuer/contexts.ts'
import { doorTo, FETCHED_AT } from '../../issuer/door.ts'
import { issuerOf, utf8 } from '../../issuer/issuers.ts'
import {
  ANSWERED_AT,
  asked,
  type BindOptions,
  badgeClaims,
  bound,
  disclosing,
  holder,
  issueSdJwt,
  kestrel,
  metadata,
  sdJwt,
} from '../../issuer/sd-jwt.ts'
import { signed } from '../../issuer/sign.ts'

/** What is said of who shows an SD-JWT, and the verdict, when our own challenge and domain were asked. */
async function told(text: string, question: { challenge?: string; domain?: string } = asked) {
  const context = {
    now: new Date(FETCHED_AT),
    open: doorTo(metadata()),
    audience: 'verifier',
    identities: [],
    ...question,
  } as const
  const report: VerificationReport = await verifyInput({ bytes: utf8(text), name: 'shown' }, context)
  const found = report.checks.find(({ id }) => id === 'identity.holder')
  return { verdict: report.verdict, holder: `${found?.status} ${found?.code}` }
}

const shown = async (options?: BindOptions) => bound(disclosing(await issueSdJwt(), 'result'), options)
const refused = { verdict: 'not-verified', holder: 'failed holder_proof_wrong' }

describe('a holder who answers what was asked (RFC 9901 §7.3)', () => {
  test('is shown to be whom the credential is bound to', async () => {
    expect(await told(await shown())).toEqual({ verdict: 'verified', holder: 'passed null' })
  })

  test('whichever hash the credential goes by', async () => {
    const text = await issueSdJwt({ hash: 'sha-512' })
    expect(await told(await bound(text, { hash: 'sha-512' }))).toEqual({ verdict: 'verified', holder: 'passed null' })
    expect(await told(await bound(text, { hash: 'sha-256' }))).toEqual(refused)
  })

  test('also where the issuer names the key by a DID', async () => {
    const ana = issuerOf('stranger', { key: 'P-256' })
    const text = await sdJwt({ ...badgeClaims(), cnf: { kid: ana.methodId } })
    expect(await told(await bound(text, { by: ana }))).toEqual({ verdict: 'verified', holder: 'passed null' })
    expect(await told(await bound(text))).toEqual(refused)
  })
})

describe('an answer that is none', () => {
  test('is missing although it was asked for', async () => {
    expect(await told(await issueSdJwt())).toEqual(refused)
    expect(await told(await issueSdJwt(), { domain: asked.domain })).toEqual(refused)
  })

  test('was given to somebody else', async () => {
    expect(await told(await shown({ claims: { nonce: 'earlier' } }))).toEqual({
      verdict: 'not-verified',
      holder: 'failed challenge_wrong',
    })
    expect(await told(await shown({ claims: { aud: 'https://elsewhere.example' } }))).toEqual({
      verdict: 'not-verified',
      holder: 'failed domain_wrong',
    })
  })

  test('was made over another selection', async () => {
    const text = await issueSdJwt()
    const answer = (await bound(disclosing(text, 'result'))).split('~').at(-1)
    expect(await told(disclosing(text, 'result', 'es') + answer)).toEqual(refused)
    expect(await told(disclosing(text) + answer)).toEqual(refused)
  })

  test('was signed by somebody else', async () => {
    expect(await told(await shown({ by: issuerOf('stranger', { key: 'P-256' }) }))).toEqual(refused)
    expect(await told(await shown({ by: kestrel }))).toEqual(refused)
    expect(await told(await shown({ by: issuerOf('stranger') }))).toEqual(refused)
  })

  test.for([
    ['of another type', { header: { typ: 'JWT' } }],
    ['of no type', { header: { typ: undefined } }],
    ['without nonce', { claims: { nonce: undefined } }],
    ['without audience', { claims: { aud: undefined } }],
    ['for several audiences', { claims: { aud: [asked.domain, 'https://elsewhere.example'] } }],
    ['without time', { claims: { iat: undefined } }],
    ['without the hash of what it is over', { claims: { sd_hash: undefined } }],
    ['from the future', { claims: { iat: ANSWERED_AT + 120 } }],
    ['with a time that is none', { claims: { iat: 'now' } }],
    ['that has run out', { claims: { exp: ANSWERED_AT - 120 } }],
  ] as const)('is one %s', async ([, options]) => {
    expect(await told(await shown(options as BindOptions))).toEqual(refused)
    expect(await told(await shown(options as BindOptions), {})).toEqual(refused)
  })

  test('is for a credential that is bound to no key', async () => {
    const { cnf: _, ...claims } = badgeClaims()
    expect(await told(await bound(await sdJwt(claims)))).toEqual(refused)
  })
})

describe('what was not asked for', () => {
  test('is a remark when it holds: a copy would look the same', async () => {
    expect(await told(await shown(), {})).toEqual({ verdict: 'verified', holder: 'warning holder_not_asked' })
    expect(await told(await shown(), { domain: asked.domain })).toMatchObject({ holder: 'warning holder_not_asked' })
  })

  test('is no answer when it is missing', async () => {
    expect(await told(await issueSdJwt(), {})).toEqual({ verdict: 'verified', holder: 'unknown holder_unproven' })
  })
})

test('a credential that is bound to nobody shows nobody', async () => {
  const { cnf: _, ...claims } = badgeClaims()
  expect(await told(await sdJwt(claims))).toEqual({ verdict: 'verified', holder: 'unknown holder_unproven' })
})

test('a binding of a kind that we do not know leaves it open', async () => {
  for (const cnf of [{ jku: 'https://learner.example' }, { kid: 'key-1' }, { jwk: { kty: 'OKP', crv: 'X448', x: 'AA' } }]) {
    const text = await bound(await sdJwt({ ...badgeClaims(), cnf }))
    expect((await told(text)).holder).toMatch(/^unknown /)
  }
})

test('a key that a stranger named as the holder’s proves nothing', async () => {
  const forged = await issueSdJwt({ issuer: { ...kestrel, key: holder.key } })
  expect(await told(await bound(forged))).toEqual({ verdict: 'not-verified', holder: 'unknown holder_unproven' })
})

describe('a presentation that carries an SD-JWT VC', () => {
  const ana = issuerOf('stranger')
  const presenting = async (text: string) => {
    const envelope = { '@context': [VC2], type: 'EnvelopedVerifiableCredential', id: `data:application/dc+sd-jwt,${text}` }
    const shown = { '@context': [VC2], type: ['VerifiablePresentation'], holder: ana.id, verifiableCredential: [envelope] }
    return JSON.stringify(await signed(shown, ana, { purpose: 'authentication', members: asked }))
  }
  const badgeFor = (cnf: JsonObject) => sdJwt({ ...badgeClaims(), cnf })

  test('is its holder’s when it is signed with the key that the credential is bound to', async () => {
    const text = await badgeFor({ jwk: ana.key.publicJwk })
    expect(await told(await presenting(text))).toEqual({ verdict: 'verified', holder: 'passed null' })
  })

  test('is somebody else’s when it is not', async () => {
    const text = await badgeFor({ jwk: holder.key.publicJwk })
    expect(await told(await presenting(text))).toEqual({ verdict: 'cannot-tell', holder: 'failed holder_not_subject' })
  })
})
