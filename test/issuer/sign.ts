import { CompactSign, importJWK } from 'jose'
import type { JsonObject } from '../../src/core/model/json.ts'
import { listOf } from '../../src/core/model/json.ts'
import { DATA_INTEGRITY, documentLoader, ED25519_2018, ED25519_2020, JWS_2020, VC1, VC2 } from './contexts.ts'
import { type TestIssuer, utf8 } from './issuers.ts'
import type { KeyKind } from './keys.ts'
import {
  cryptosuites,
  DataIntegrityProof,
  Ed25519Signature2018,
  Ed25519Signature2020,
  JwsLinkedDataSignature,
  type Suite,
} from './libraries.ts'

/** The kinds of embedded proof that are made here, each with the keys that it takes. */
export const suiteKeys = {
  'eddsa-rdfc-2022': ['Ed25519'],
  'ecdsa-rdfc-2019': ['P-256', 'P-384'],
  'eddsa-jcs-2022': ['Ed25519'],
  'ecdsa-jcs-2019': ['P-256', 'P-384'],
  Ed25519Signature2020: ['Ed25519'],
  Ed25519Signature2018: ['Ed25519'],
  JsonWebSignature2020: ['Ed25519', 'P-256', 'P-384'],
} as const satisfies Record<string, readonly KeyKind[]>
export type SuiteName = keyof typeof suiteKeys

/** The moment at which the proofs of test credentials were made. */
export const CREATED = '2024-05-03T09:00:00Z'

export interface ProofOptions {
  readonly suite?: SuiteName
  readonly purpose?: string
  readonly created?: string
  /** Overrides the verification method that the proof names. */
  readonly method?: string
  /** Further members of the proof (`id`, `previousProof`, `expires`, `challenge`...); they are signed. */
  readonly members?: JsonObject
}

/** The suite that an issuer signs with unless told otherwise. */
export function suiteFor(issuer: TestIssuer): SuiteName {
  return issuer.key.kind === 'Ed25519' ? 'eddsa-rdfc-2022' : 'ecdsa-rdfc-2019'
}

/**
 * One proof over a document. A `proof` that the document has is signed along: that is how a chain
 * (`previousProof`, VC-DI §2.1.2) is made.
 */
export async function proofOver(document: JsonObject, issuer: TestIssuer, options: ProofOptions = {}): Promise<JsonObject> {
  const suite = signingSuite(issuer, options)
  if (options.members !== undefined) suite.proof = options.members
  const proofPurpose = options.purpose ?? 'assertionMethod'
  return suite.createProof({
    document: { ...document },
    purpose: { update: async (proof) => ({ ...proof, proofPurpose }) },
    proofSet: [],
    documentLoader: documentLoader(),
  })
}

function signingSuite(issuer: TestIssuer, options: ProofOptions): Suite {
  const name = options.suite ?? suiteFor(issuer)
  const signer = {
    id: options.method ?? issuer.methodId,
    algorithm: issuer.key.kind,
    sign: async ({ data }: { data: Uint8Array }) => issuer.key.sign(data),
  }
  const date = options.created ?? CREATED
  if (name === 'Ed25519Signature2020') return new Ed25519Signature2020({ signer, date })
  if (name === 'Ed25519Signature2018') return new Ed25519Signature2018({ signer, date })
  if (name === 'JsonWebSignature2020')
    return new JwsLinkedDataSignature({ type: name, alg: algOf[issuer.key.kind], signer, date })
  return new DataIntegrityProof({ signer, date, cryptosuite: cryptosuites[name].sign })
}

/** The context of a suite, and those that define its terms as well; for all other suites it is that of Data Integrity. */
const suiteContexts: Readonly<Partial<Record<SuiteName, readonly [string, ...string[]]>>> = {
  Ed25519Signature2020: [ED25519_2020],
  Ed25519Signature2018: [ED25519_2018, VC1],
  JsonWebSignature2020: [JWS_2020],
}

/** The document with one more context, when the suite's own terms are not defined yet. */
export function withSuiteContext(document: JsonObject, suite: SuiteName): JsonObject {
  const contexts = listOf(document['@context'])
  const [needed, ...others] = suiteContexts[suite] ?? [DATA_INTEGRITY, VC2]
  const defined = [needed, ...others].some((context) => contexts.includes(context))
  return defined ? document : { ...document, '@context': [...contexts, needed] }
}

/** The document signed with one proof. */
export async function signed(document: JsonObject, issuer: TestIssuer, options: ProofOptions = {}): Promise<JsonObject> {
  const ready = withSuiteContext(document, options.suite ?? suiteFor(issuer))
  return { ...ready, proof: await proofOver(ready, issuer, options) }
}

/** How a JWT carries the credential: in a `vc` claim (VCDM 1.1), flat (OB3 §8.2), or as `vc+jwt` (VC-JOSE-COSE). */
export const jwtForms = ['vc-claim', 'flat', 'vc+jwt'] as const
export type JwtForm = (typeof jwtForms)[number]

/** Where the header says that the key is. */
export type KeyPlace = 'kid' | 'jwk'

export interface JwtOptions {
  readonly form?: JwtForm
  readonly keyPlace?: KeyPlace
  /** Header members that replace or add. */
  readonly header?: JsonObject
  /** Claims that replace or add; `undefined` removes. */
  readonly claims?: JsonObject
}

/** The algorithm of each kind of key. */
export const algOf: Readonly<Record<KeyKind, string>> = { Ed25519: 'EdDSA', 'P-256': 'ES256', 'P-384': 'ES384', RSA: 'RS256' }

/** A credential as compact JWS. */
export async function signedJwt(credential: JsonObject, issuer: TestIssuer, options: JwtOptions = {}): Promise<string> {
  const form = options.form ?? 'flat'
  const payload = { ...payloadOf(credential, form), ...options.claims }
  return jws(payload, { ...headerOf(issuer, form, options.keyPlace ?? 'kid'), ...options.header }, issuer)
}

/** Any payload as compact JWS. */
export async function jws(payload: JsonObject, header: JsonObject, issuer: TestIssuer): Promise<string> {
  const alg = algOf[issuer.key.kind]
  const key = await importJWK({ ...issuer.key.privateJwk }, alg)
  return new CompactSign(utf8(JSON.stringify(payload))).setProtectedHeader({ ...header, alg }).sign(key)
}

function headerOf(issuer: TestIssuer, form: JwtForm, keyPlace: KeyPlace): JsonObject {
  const type = form === 'vc+jwt' ? { typ: 'vc+jwt', cty: 'vc' } : { typ: 'JWT' }
  const key = keyPlace === 'jwk' ? { jwk: issuer.key.publicJwk } : { kid: issuer.methodId }
  return { alg: algOf[issuer.key.kind], ...type, ...key }
}

function payloadOf(credential: JsonObject, form: JwtForm): JsonObject {
  if (form === 'vc+jwt') return { ...credential }
  const claims = registeredClaims(credential)
  return form === 'vc-claim' ? { ...claims, vc: credential } : { ...credential, ...claims }
}

/** OB3 §8.2.4: the registered claims say what the credential says. */
function registeredClaims(credential: JsonObject): JsonObject {
  const { issuer, credentialSubject } = credential as { issuer: JsonObject; credentialSubject: JsonObject }
  const from = credential.validFrom ?? credential.issuanceDate
  const until = credential.validUntil ?? credential.expirationDate
  return {
    iss: issuer.id,
    jti: credential.id,
    ...(credentialSubject.id === undefined ? {} : { sub: credentialSubject.id }),
    nbf: seconds(from),
    ...(until === undefined ? {} : { exp: seconds(until) }),
  }
}

const seconds = (date: unknown) => Math.floor(Date.parse(String(date)) / 1000)
