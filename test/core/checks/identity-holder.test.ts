import { describe, expect, test } from 'vitest'
import type { JsonObject } from '../../../src/core/model/json.ts'
import type { VerificationReport } from '../../../src/core/model/report.ts'
import { verifyInput } from '../../../src/core/verify.ts'
import { LEARNER } from '../../issuer/content.ts'
import { VC2 } from '../../issuer/contexts.ts'
import { doorTo, FETCHED_AT } from '../../issuer/door.ts'
import { documents, issue } from '../../issuer/issue.ts'
import { issuerOf, type TestIssuer, utf8 } from '../../issuer/issuers.ts'
import { keyPair } from '../../issuer/keys.ts'
import { jws, type ProofOptions, proofOver, signed } from '../../issuer/sign.ts'

const stranger = issuerOf('stranger')
const ana: TestIssuer = {
  ...stranger,
  id: LEARNER.id,
  key: keyPair('ana', 'Ed25519'),
  methodId: `${LEARNER.id}#${keyPair('ana', 'Ed25519').multibase}`,
}
const asked = { challenge: 'n-0S6_WzA2Mj', domain: 'https://office.example' }
const answering: ProofOptions = { purpose: 'authentication', members: asked }

/** What is said of who shows a presentation, and the verdict, when our own challenge and domain were asked. */
async function told(text: string, question: { challenge?: string; domain?: string } = asked) {
  const context = {
    now: new Date(FETCHED_AT),
    open: doorTo(documents()),
    audience: 'verifier',
    identities: [],
    ...question,
  } as const
  const report: VerificationReport = await verifyInput({ bytes: utf8(text), name: 'shown' }, context)
  const holder = report.checks.find(({ id }) => id === 'identity.holder')
  return { verdict: report.verdict, holder: `${holder?.status} ${holder?.code}` }
}

/** An unsigned presentation of one badge that was issued to `subject`. */
async function presentationOf(subject: string, more: JsonObject = {}): Promise<JsonObject> {
  const { credential } = await issue({
    content: 'minimal',
    change: (badge) => ({ ...badge, credentialSubject: { ...(badge.credentialSubject as JsonObject), id: subject } }),
  })
  return { '@context': [VC2], type: ['VerifiablePresentation'], verifiableCredential: [credential], ...more }
}

const textOf = (document: JsonObject) => JSON.stringify(document)

describe('a presentation that answers what was asked', () => {
  test('with a key of the subject is verified, holder named or not', async () => {
    for (const more of [{ holder: LEARNER.id }, {}]) {
      const shown = await signed(await presentationOf(LEARNER.id, more), ana, answering)
      expect(await told(textOf(shown))).toEqual({ verdict: 'verified', holder: 'passed null' })
    }
  })

  test('is verified beside a proof of a kind that is not known here', async () => {
    const shown = await signed(await presentationOf(LEARNER.id), ana, answering)
    const both = { ...shown, proof: [{ type: 'UnheardOf2031' }, shown.proof as JsonObject] }
    expect(await told(textOf(both))).toEqual({ verdict: 'verified', holder: 'passed null' })
  })
})

describe('an answer given to somebody else is not taken for ours', () => {
  const earlier: ProofOptions = {
    purpose: 'authentication',
    members: { challenge: 'earlier', domain: 'https://elsewhere.example' },
  }

  test('by a second proof of an unknown kind that carries our challenge', async () => {
    const caught = await signed(await presentationOf(LEARNER.id, { holder: LEARNER.id }), ana, earlier)
    const replayed = { ...caught, proof: [{ type: 'UnheardOf2031', ...asked }, caught.proof as JsonObject] }
    expect(await told(textOf(replayed))).toEqual({ verdict: 'not-verified', holder: 'failed challenge_wrong' })
  })

  test('by a second proof of whoever replays it', async () => {
    for (const more of [{ holder: LEARNER.id }, {}]) {
      const unsigned = await presentationOf(LEARNER.id, more)
      const proofs = [await proofOver(unsigned, stranger, answering), await proofOver(unsigned, ana, earlier)]
      for (const proof of [proofs, [...proofs].reverse()])
        expect((await told(textOf({ ...unsigned, proof }))).verdict).not.toBe('verified')
    }
  })

  test('when it was given to several domains at once', async () => {
    const members = { ...asked, domain: [asked.domain, 'https://elsewhere.example'] }
    const shown = await signed(await presentationOf(LEARNER.id), ana, { purpose: 'authentication', members })
    expect(await told(textOf(shown))).toEqual({ verdict: 'not-verified', holder: 'failed domain_wrong' })
  })

  test('also when the document of the holder cannot be had', async () => {
    const shown = await signed(await presentationOf('did:web:silent.example', { holder: 'did:web:silent.example' }), ana, earlier)
    expect(await told(textOf(shown))).toEqual({ verdict: 'not-verified', holder: 'failed challenge_wrong' })
  })
})

describe('a key that calls itself by the name of the subject is not the key of the subject', () => {
  const named = [
    'did:web:kestrel.example',
    'https://kestrel.example/issuer',
    'mailto:ana.rivera@learner.example',
    'urn:uuid:5a3ad5b8-8d4c-4f0e-9c1e-3f1f0f6d2a11',
  ]
  for (const id of named)
    for (const more of [{ holder: id }, {}])
      test(`${id}, ${'holder' in more ? 'named as holder' : 'no holder named'}`, async () => {
        const shown = await signed(await presentationOf(id, more), stranger, {
          ...answering,
          method: `${id}#${stranger.key.multibase}`,
        })
        const { verdict, holder } = await told(textOf(shown))
        expect(verdict).not.toBe('verified')
        expect(holder).toMatch(/^failed /)
      })

  test('in the header of a JWT', async () => {
    for (const claims of [{}, { iss: LEARNER.id }, { iss: 'https://kestrel.example/issuer' }]) {
      const vp = await presentationOf(claims.iss ?? LEARNER.id)
      const header = { typ: 'JWT', jwk: { ...stranger.key.publicJwk, kid: claims.iss ?? LEARNER.id } }
      const text = await jws({ ...claims, nonce: asked.challenge, aud: asked.domain, vp }, header, stranger)
      expect(await told(text)).toEqual({ verdict: 'not-verified', holder: 'failed holder_proof_wrong' })
    }
  })
})
