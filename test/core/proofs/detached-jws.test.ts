import { describe, expect, test } from 'vitest'
import { fromBase64url, toBase64url } from '../../../src/core/encoding/base64url.ts'
import { textOf } from '../../../src/core/encoding/utf8.ts'
import type { JsonObject } from '../../../src/core/model/json.ts'
import { verifyInput } from '../../../src/core/verify.ts'
import { credentialOf } from '../../issuer/content.ts'
import { documentLoader } from '../../issuer/contexts.ts'
import { doorTo, FETCHED_AT } from '../../issuer/door.ts'
import { documents, type Issued, issue, issued } from '../../issuer/issue.ts'
import { issuerOf, utf8 } from '../../issuer/issuers.ts'
import { JwsLinkedDataSignature } from '../../issuer/libraries.ts'
import { CREATED } from '../../issuer/sign.ts'

async function told(credential: JsonObject, { documents }: Issued): Promise<string> {
  const context = { now: new Date(FETCHED_AT), open: doorTo(documents), audience: 'verifier', identities: [] } as const
  const { verdict, checks } = await verifyInput({ bytes: utf8(JSON.stringify(credential)), name: 'signed' }, context)
  const { status, code } = checks.find(({ id }) => id === 'proof.signature') ?? {}
  return `${verdict}: ${status} ${code}`
}

const PASSED = 'verified: passed null'
const WRONG = 'not-verified: failed proof_signature_wrong'
const GARBLED = 'not-verified: failed proof_value_malformed'

const proofOf = (credential: JsonObject) => credential.proof as JsonObject
const withProof = (credential: JsonObject, more: JsonObject): JsonObject => ({
  ...credential,
  proof: { ...proofOf(credential), ...more },
})

/** The credential with another header, payload or signature in its `jws`. */
function withJws(credential: JsonObject, change: (parts: { header: JsonObject; payload: string; signature: string }) => string) {
  const [header = '', payload = '', signature = ''] = String(proofOf(credential).jws).split('.')
  const stated = JSON.parse(textOf(fromBase64url(header) as Uint8Array)) as JsonObject
  return withProof(credential, { jws: change({ header: stated, payload, signature }) })
}

const coded = (header: JsonObject) => toBase64url(utf8(JSON.stringify(header)))

describe.each(['Ed25519Signature2018', 'JsonWebSignature2020'] as const)('%s', (suite) => {
  const badge = issue({ content: 'minimal', dataModel: '1.1', proof: { suite } })

  test('is verified, under the data model of its time and under that of today', async () => {
    for (const dataModel of ['1.1', '2.0'] as const) {
      const one = await issue({ dataModel, proof: { suite } })
      expect(await told(one.credential, one)).toBe(PASSED)
    }
  })

  test('is wrong when the document or an option of the proof was changed', async () => {
    const { credential } = await badge
    expect(await told({ ...credential, issuanceDate: '2026-01-01T00:00:00Z' }, await badge)).toBe(WRONG)
    expect(await told(withProof(credential, { created: '2020-01-01T00:00:00Z' }), await badge)).toBe(WRONG)
  })

  test('says with `b64` and `crit` that its payload is not encoded, or it is not understood (RFC 7797 §6)', async () => {
    const { credential } = await badge
    const headers: readonly JsonObject[] = [
      { b64: true },
      { b64: null },
      { crit: [] },
      { crit: ['b64', 'exp'] },
      { crit: 'b64' },
      { crit: ['exp'] },
    ]
    for (const more of headers) {
      const changed = withJws(credential, ({ header, signature }) => `${coded({ ...header, ...more })}..${signature}`)
      expect(await told(changed, await badge)).toBe('not-verified: failed crit_unknown')
    }
  })

  test('names the algorithm of its key', async () => {
    const { credential } = await badge
    for (const alg of ['none', 'HS256', 'ES256', 'RS256', 'toString', 7]) {
      const changed = withJws(credential, ({ header, signature }) => `${coded({ ...header, alg })}..${signature}`)
      expect(await told(changed, await badge)).toBe('not-verified: failed alg_key_mismatch')
    }
  })

  test('has nothing between its two full stops, and a header that is an object', async () => {
    const { credential } = await badge
    const { jws } = proofOf(credential)
    const [header, , signature] = String(jws).split('.')
    const others = [
      `${header}.e30.${signature}`,
      `${header}.${signature}`,
      `${header}..`,
      `..${signature}`,
      `${header}..${signature}.`,
      `${toBase64url(utf8('[]'))}..${signature}`,
      `${toBase64url(utf8('{"b64":false,"b64":true}'))}..${signature}`,
      `${header}..${signature} `,
      `${header}..${'A'.repeat(10_000)}`,
      7,
      null,
    ]
    for (const other of others) expect(await told(withProof(credential, { jws: other }), await badge)).toBe(GARBLED)
    const { jws: _, ...without } = proofOf(credential)
    expect(await told({ ...credential, proof: without }, await badge)).toBe(GARBLED)
  })

  test('is wrong with the signature of another header', async () => {
    const { credential } = await badge
    const changed = withJws(credential, ({ header, signature }) => `${coded({ ...header, kid: 'another' })}..${signature}`)
    expect(await told(changed, await badge)).toBe(WRONG)
  })
})

describe('JsonWebSignature2020', () => {
  test.each(['Ed25519', 'P-256', 'P-384'] as const)(
    'with a %s key is verified, and with that of a stranger is not',
    async (key) => {
      const issuer = issuerOf('westbridge', { key, identity: 'did:web-path' })
      const one = await issue({ content: 'minimal', issuer, proof: { suite: 'JsonWebSignature2020' } })
      expect(await told(one.credential, one)).toBe(PASSED)
      const stranger = issuerOf('stranger', { key, identity: 'did:web-path' })
      const forged = await issue({
        content: 'minimal',
        issuer: { ...issuer, key: stranger.key },
        proof: { suite: 'JsonWebSignature2020' },
      })
      expect(await told(forged.credential, forged)).toBe(WRONG)
    },
  )
})

/** A credential signed with RSA: by the suite of 2018, as its libraries wrote it. */
async function signedWithRsa(type: string, alg: 'RS256' | 'PS256', dataModel: '1.1' | '2.0' = '1.1'): Promise<Issued> {
  const issuer = issuerOf('kestrel', { key: 'RSA', identity: 'did:web' })
  const name = alg === 'RS256' ? 'RSASSA-PKCS1-v1_5' : 'RSA-PSS'
  const key = await crypto.subtle.importKey('jwk', issuer.key.privateJwk, { name, hash: 'SHA-256' }, false, ['sign'])
  const sign = async ({ data }: { data: Uint8Array }) =>
    new Uint8Array(await crypto.subtle.sign({ name, saltLength: 32 }, key, data as BufferSource))
  const plain = credentialOf(issuer, { content: 'minimal', dataModel })
  const signer = { id: issuer.methodId, sign }
  const proof = await new JwsLinkedDataSignature({ type, alg, signer, date: CREATED }).createProof({
    document: { ...plain },
    purpose: { update: async (stated) => ({ ...stated, proofPurpose: 'assertionMethod' }) },
    proofSet: [],
    documentLoader: documentLoader(),
  })
  return issued({ ...plain, proof }, issuer, documents())
}

describe('RsaSignature2018', () => {
  test.each(['RS256', 'PS256'] as const)('with %s is verified with a key of its issuer', async (alg) => {
    const one = await signedWithRsa('RsaSignature2018', alg)
    expect(await told(one.credential, one)).toBe(PASSED)
    expect(await told({ ...one.credential, issuanceDate: '2026-01-01T00:00:00Z' }, one)).toBe(WRONG)
  })

  test('of the older form cannot be checked', async () => {
    const one = await signedWithRsa('RsaSignature2018', 'RS256')
    const { jws: _, ...rest } = proofOf(one.credential)
    const older = { ...one.credential, proof: { ...rest, signatureValue: 'MIAGCSqG' } }
    expect(await told(older, one)).toBe('cannot-tell: unknown proof_type_unsupported')
  })
})

describe('the options of a proof of 2018', () => {
  test('may have been signed under the security vocabulary of their suite, whatever the document names', async () => {
    const issuer = issuerOf('westbridge')
    const plain = credentialOf(issuer, { content: 'minimal', dataModel: '2.0' })
    const signer = { id: issuer.methodId, sign: async ({ data }: { data: Uint8Array }) => issuer.key.sign(data) }
    const suite = new JwsLinkedDataSignature({ type: 'Ed25519Signature2018', alg: 'EdDSA', signer, date: CREATED })
    const own = suite as unknown as { canonizeProof(proof: JsonObject, options: object): Promise<string> }
    const { canonizeProof } = own
    own.canonizeProof = (proof, options) =>
      canonizeProof.call(suite, proof, { ...options, document: { '@context': 'https://w3id.org/security/v2' } })
    const proof = await suite.createProof({
      document: { ...plain },
      purpose: { update: async (stated) => ({ ...stated, proofPurpose: 'assertionMethod' }) },
      proofSet: [],
      documentLoader: documentLoader(),
    })
    const one = issued({ ...plain, proof }, issuer, documents())
    expect(await told(one.credential, one)).toBe(PASSED)
    expect(await told(withProof(one.credential, { created: '2020-01-01T00:00:00Z' }), one)).toBe(WRONG)
  })
})

describe('a proof of a kind that nobody here can check', () => {
  test.each(['MerkleProof2019', 'BbsBlsSignature2020', 'EcdsaSecp256k1RecoverySignature2020'])(
    '%s is unknown, by its name',
    async (type) => {
      const one = await issue({ content: 'minimal' })
      expect(await told({ ...one.credential, proof: { ...proofOf(one.credential), type } }, one)).toBe(
        'cannot-tell: unknown proof_type_unsupported',
      )
    },
  )
})
