import { sha256 } from '@noble/hashes/sha2.js'
import { encode } from 'cborg'
import { fromBase64url, toBase64url } from '../../src/core/encoding/base64url.ts'
import { joined } from '../../src/core/encoding/bytes.ts'
import { fromCbor } from '../../src/core/encoding/cbor.ts'
import type { JsonObject } from '../../src/core/model/json.ts'
import { type ContentOptions, credentialOf } from './content.ts'
import { documentLoader } from './contexts.ts'
import { documents, type Issued, issued } from './issue.ts'
import { issuerOf, type TestIssuer, utf8 } from './issuers.ts'
import { bbsKeyPair, DataIntegrityProof, type Signer, selectiveSuites } from './libraries.ts'
import { CREATED } from './sign.ts'

/** The suites from whose base proofs a holder derives. */
export const selectiveNames = ['ecdsa-sd-2023', 'bbs-2023'] as const
export type SelectiveName = (typeof selectiveNames)[number]

/** What is compulsory unless a test says otherwise. */
export const MANDATORY = [
  '/id',
  '/issuer',
  '/validFrom',
  ...['id', 'name', 'description', 'criteria'].map((name) => `/credentialSubject/achievement/${name}`),
]

export interface SelectiveOptions extends ContentOptions {
  readonly mandatory?: readonly string[]
  /** The last word on what is signed. */
  readonly change?: (credential: JsonObject) => JsonObject
}

/** A credential with a base proof, as an issuer hands it to a learner. Never the same bytes twice: a base proof has a secret. */
export async function issueBase(suite: SelectiveName, options: SelectiveOptions = {}): Promise<Issued> {
  const { issuer, signer } = await signerFor(suite)
  const plain = credentialOf(issuer, options)
  const credential = options.change?.(plain) ?? plain
  const cryptosuite = selectiveSuites[suite].createSignCryptosuite({ mandatoryPointers: options.mandatory ?? MANDATORY })
  const proof = await new DataIntegrityProof({ signer, date: CREATED, cryptosuite }).createProof({
    document: { ...credential },
    purpose: { update: async (stated) => ({ ...stated, proofPurpose: 'assertionMethod' }) },
    proofSet: [],
    documentLoader: documentLoader(),
  })
  return issued({ ...credential, proof }, issuer, documents())
}

/** What a holder makes of it: what is compulsory, and what the pointers name. */
export async function derive(suite: SelectiveName, base: Issued, pointers: readonly string[]): Promise<Issued> {
  const { proof, ...document } = base.credential
  const cryptosuite = selectiveSuites[suite].createDiscloseCryptosuite({ selectivePointers: pointers })
  const revealed = await new DataIntegrityProof({ cryptosuite }).derive({
    document,
    purpose: { term: 'assertionMethod' },
    proofSet: [proof as JsonObject],
    documentLoader: documentLoader(),
  })
  return issued(revealed, base.issuer, base.documents)
}

async function signerFor(suite: SelectiveName): Promise<{ issuer: TestIssuer; signer: Signer }> {
  if (suite === 'bbs-2023') return bbsIssuer()
  const issuer = issuerOf('westbridge', { key: 'P-256' })
  const sign = async ({ data }: { data: Uint8Array }) => issuer.key.sign(data)
  return { issuer, signer: { id: issuer.methodId, algorithm: 'P-256', sign } }
}

/** Westbridge College as a `did:key` of the curve that only this suite uses; its other key goes unused. */
async function bbsIssuer(): Promise<{ issuer: TestIssuer; signer: Signer }> {
  const pair = await bbsKeyPair({ algorithm: 'BBS-BLS12-381-SHA-256', seed: sha256(utf8('satchel test issuer westbridge')) })
  const westbridge = issuerOf('westbridge')
  const id = `did:key:${pair.publicKeyMultibase}`
  const issuer = { ...westbridge, id, methodId: `${id}#${pair.publicKeyMultibase}`, profile: { ...westbridge.profile, id } }
  pair.id = issuer.methodId
  return { issuer, signer: pair.signer() }
}

/** The parts of a `proofValue`: its kind, and what the CBOR after it holds. */
export interface ProofParts {
  readonly kind: number
  readonly parts: readonly unknown[]
}

export function partsOf({ proof }: JsonObject): ProofParts {
  const bytes = fromBase64url(String((proof as JsonObject).proofValue).slice(1)) as Uint8Array
  return { kind: bytes[2] as number, parts: fromCbor(bytes.subarray(3)) as readonly unknown[] }
}

/** The credential with other parts in its `proofValue`: what a forger writes. */
export function withParts(credential: JsonObject, { kind, parts }: ProofParts): JsonObject {
  const bytes = joined([Uint8Array.of(0xd9, 0x5d, kind), encode([...parts])])
  return { ...credential, proof: { ...(credential.proof as JsonObject), proofValue: `u${toBase64url(bytes)}` } }
}
