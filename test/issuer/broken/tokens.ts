import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { base64, base64urlnopad } from '@scure/base'
import type { JsonObject } from '../../../src/core/model/json.ts'
import { credentialOf } from '../content.ts'
import { type Issued, issue } from '../issue.ts'
import { identityDocuments, issuerOf, type TestIssuer, utf8 } from '../issuers.ts'
import { keyPair } from '../keys.ts'
import { jws, signedJwt } from '../sign.ts'
import { type Broken, retyped } from './broken.ts'

const kestrel = issuerOf('kestrel', { identity: 'did:web', key: 'RSA' })
const kestrelEc = issuerOf('kestrel', { identity: 'did:web', key: 'P-256' })
const published = issuerOf('kestrel', { identity: 'jwks', key: 'P-256' })
const stranger = issuerOf('stranger', { key: 'P-256' })

const encode = (value: JsonObject) => base64urlnopad.encode(utf8(JSON.stringify(value)))

/** A token put together by hand: header and payload as given, and whatever signature comes out for them. */
async function assembled(
  issuer: TestIssuer,
  header: JsonObject,
  sign: (input: Uint8Array) => Promise<Uint8Array> | Uint8Array,
): Promise<Issued> {
  const credential = credentialOf(issuer)
  const input = `${encode({ typ: 'JWT', kid: issuer.methodId, ...header })}.${encode(flatPayload(credential))}`
  const text = `${input}.${base64urlnopad.encode(await sign(utf8(input)))}`
  return { text, credential, issuer, documents: identityDocuments(issuer.institution) }
}

function flatPayload(credential: JsonObject): JsonObject {
  const subject = credential.credentialSubject as JsonObject
  const issuer = credential.issuer as JsonObject
  const nbf = Date.parse(String(credential.validFrom)) / 1000
  return { ...credential, iss: issuer.id, jti: credential.id, sub: subject.id, nbf }
}

async function rsaPublicPem(): Promise<Uint8Array> {
  const key = await crypto.subtle.importKey(
    'jwk',
    { ...keyPair('kestrel', 'RSA').publicJwk },
    { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
    true,
    ['verify'],
  )
  const lines = base64.encode(new Uint8Array(await crypto.subtle.exportKey('spki', key))).match(/.{1,64}/g) ?? []
  return utf8(`-----BEGIN PUBLIC KEY-----\n${lines.join('\n')}\n-----END PUBLIC KEY-----\n`)
}

async function withHeader(issuer: TestIssuer, header: JsonObject, signer: TestIssuer = issuer): Promise<Issued> {
  const credential = credentialOf(issuer)
  const text = await jws(flatPayload(credential), { typ: 'JWT', ...header }, signer)
  return { text, credential, issuer, documents: identityDocuments(issuer.institution) }
}

/** A token whose claims do not say what the credential says. */
const claims = (
  [
    ['iss', { iss: 'did:web:westbridge.example' }],
    ['sub', { sub: 'did:example:somebody-else' }],
    ['jti', { jti: 'urn:uuid:ffffffff-8d4c-4f0e-9c1e-3f1f0f6d2a10' }],
    ['nbf', { nbf: 1_500_000_000 }],
    ['exp', { exp: 4_000_000_000 }],
  ] as const
).map(
  ([claim, changed]): Broken => ({
    name: `claim-${claim}-differs`,
    says: `The claim ${claim} says something else than the credential.`,
    check: null,
    outcome: 'failed',
    signatureHolds: true,
    make: () =>
      issue({
        issuer: kestrelEc,
        jwt: { claims: changed },
        change: (credential) => ({ ...credential, validUntil: '2045-01-01T00:00:00Z' }),
      }),
  }),
)

/** Algorithms and headers that must not be believed. */
const headers: readonly Broken[] = [
  {
    name: 'alg-none',
    says: 'The header says that there is no signature, and there is none.',
    check: null,
    outcome: 'failed',
    make: () => assembled(kestrel, { alg: 'none' }, () => new Uint8Array()),
  },
  {
    name: 'alg-none-with-bytes',
    says: 'The header says that there is no signature.',
    check: 'proof.signature',
    outcome: 'failed',
    make: () => assembled(kestrel, { alg: 'none' }, () => new Uint8Array(64)),
  },
  {
    name: 'alg-hs256-over-the-public-key',
    says: 'An HMAC with the published RSA key as its secret.',
    check: 'proof.signature',
    outcome: 'failed',
    make: () => assembled(kestrel, { alg: 'HS256' }, async (input) => hmac(sha256, await rsaPublicPem(), input)),
  },
  {
    name: 'alg-rs256-for-an-elliptic-key',
    says: 'The header says RS256, the key that it names is an elliptic one.',
    check: 'proof.signature',
    outcome: 'failed',
    make: () => assembled(kestrelEc, { alg: 'RS256' }, (input) => kestrelEc.key.sign(input)),
  },
  {
    name: 'alg-es256-for-an-rsa-key',
    says: 'The header says ES256, the key that it names is an RSA one.',
    check: 'proof.signature',
    outcome: 'failed',
    make: () => assembled(kestrel, { alg: 'ES256' }, (input) => kestrelEc.key.sign(input)),
  },
  {
    name: 'crit-unknown',
    says: 'The header demands an extension that nobody knows.',
    check: 'proof.signature',
    outcome: 'failed',
    make: () => assembled(kestrelEc, { alg: 'ES256', crit: ['moon'], moon: 'full' }, (input) => kestrelEc.key.sign(input)),
  },
  {
    name: 'crit-b64-false',
    says: 'The header says that the payload is not encoded, though it is.',
    check: 'proof.signature',
    outcome: 'failed',
    signatureHolds: true,
    make: () => assembled(kestrelEc, { alg: 'ES256', crit: ['b64'], b64: false }, (input) => kestrelEc.key.sign(input)),
  },
  {
    name: 'key-nowhere',
    says: 'Neither kid nor jwk says which key it was.',
    check: 'proof.signature',
    outcome: 'refused',
    make: () => withHeader(kestrelEc, {}),
  },
]

/** Keys that the header brings along. */
const keys: readonly Broken[] = [
  {
    name: 'jwk-of-a-stranger',
    says: 'The header brings a key that the host of the issuer does not publish.',
    check: 'issuer.key',
    outcome: 'failed',
    signatureHolds: true,
    make: () => withHeader(published, { jwk: stranger.key.publicJwk }, stranger),
  },
  {
    name: 'kid-of-a-stranger',
    says: 'The header names a key on the host of a stranger.',
    check: 'issuer.key',
    outcome: 'failed',
    signatureHolds: true,
    async make() {
      const hosted = issuerOf('stranger', { identity: 'jwks', key: 'P-256' })
      const from = await withHeader(published, { kid: hosted.methodId }, hosted)
      return { ...from, documents: new Map([...from.documents, ...identityDocuments('stranger')]) }
    },
  },
  {
    name: 'jwk-with-its-secret',
    says: 'The key in the header is a private one.',
    check: 'proof.signature',
    outcome: 'failed',
    signatureHolds: true,
    make: () => withHeader(published, { jwk: published.key.privateJwk }),
  },
  {
    name: 'kid-and-jwk-differ',
    says: 'kid and jwk are two different keys.',
    check: 'proof.signature',
    outcome: 'failed',
    signatureHolds: true,
    make: () => withHeader(published, { kid: published.methodId, jwk: stranger.key.publicJwk }, stranger),
  },
]

/** Tokens that are not written as they should be. */
const writing: readonly Broken[] = [
  {
    name: 'token-tampered',
    says: 'The payload was changed after signing.',
    check: 'proof.signature',
    outcome: 'failed',
    async make() {
      const from = await issue({ issuer: kestrelEc, jwt: {} })
      const [header, payload = '', signature] = from.text.split('.')
      const changed = new TextDecoder().decode(base64urlnopad.decode(payload)).replaceAll('Data Storytelling', 'Neurosurgery')
      return retyped(from, () => `${header}.${base64urlnopad.encode(utf8(changed))}.${signature}`)
    },
  },
  {
    name: 'token-with-noise',
    says: 'There are characters in the payload that base64url does not have.',
    check: null,
    outcome: 'failed',
    make: async () => retyped(await issue({ issuer: kestrelEc, jwt: {} }), (text) => text.replace(/\.(.{8})/, '.$1!*')),
  },
  {
    name: 'token-padded',
    says: 'The signature is padded, as base64url in a JWS never is.',
    check: null,
    outcome: 'failed',
    signatureHolds: true,
    make: async () => retyped(await issue({ issuer: kestrelEc, jwt: {} }), (text) => `${text}==`),
  },
  {
    name: 'token-duplicate-key',
    says: 'A member of the payload stands there twice.',
    check: null,
    outcome: 'failed',
    signatureHolds: true,
    async make() {
      const from = await issue({ issuer: kestrelEc, jwt: {} })
      const [header, payload = ''] = from.text.split('.')
      const doubled = new TextDecoder().decode(base64urlnopad.decode(payload)).replace('{', '{"name":"Neurosurgery",')
      const input = `${header}.${base64urlnopad.encode(utf8(doubled))}`
      return retyped(from, () => `${input}.${base64urlnopad.encode(kestrelEc.key.sign(utf8(input)))}`)
    },
  },
  {
    name: 'version-disagrees-with-vc-claim',
    says: 'A vc claim is of VC 1.1, the credential in it says 2.0.',
    check: null,
    outcome: 'failed',
    signatureHolds: true,
    make: () => issue({ issuer: kestrelEc, jwt: { form: 'vc-claim' } }),
  },
  {
    name: 'vc-claim-in-vc-jwt',
    says: 'Of type vc+jwt, and yet with a vc claim.',
    check: null,
    outcome: 'failed',
    signatureHolds: true,
    async make() {
      const credential = credentialOf(kestrelEc)
      const text = await signedJwt(credential, kestrelEc, { form: 'vc+jwt', claims: { vc: credential } })
      return { text, credential, issuer: kestrelEc, documents: identityDocuments('kestrel') }
    },
  },
  {
    name: 'token-expired',
    says: 'It was valid until 1 June 2025.',
    check: 'validity.dates',
    outcome: 'failed',
    signatureHolds: true,
    make: () =>
      issue({ issuer: kestrelEc, jwt: {}, change: (credential) => ({ ...credential, validUntil: '2025-06-01T00:00:00Z' }) }),
  },
]

export const brokenTokens: readonly Broken[] = [...claims, ...headers, ...keys, ...writing]
