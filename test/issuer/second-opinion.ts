import { createPublicKey, type JsonWebKey, verify } from 'node:crypto'
import { compactVerify, decodeProtectedHeader, importJWK, type JWK } from 'jose'
import { isObject, type Json, type JsonObject, listOf } from '../../src/core/model/json.ts'
import { documentLoader } from './contexts.ts'
import type { Documents } from './issuers.ts'
import {
  cryptosuites,
  DataIntegrityProof,
  Ed25519Signature2018,
  Ed25519Signature2020,
  JwsLinkedDataSignature,
  jwkOfMultikey,
  type Suite,
} from './libraries.ts'

/**
 * Whether the libraries of other people accept every signature of a credential, with keys looked up where its proofs
 * say that they are. They are asked about signatures alone: not whose keys these are, nor dates, nor status.
 */
export async function signatureHolds(text: string, documents: Documents): Promise<boolean> {
  try {
    return text.trimStart().startsWith('{')
      ? await proofsHold(JSON.parse(text) as JsonObject, documents)
      : await tokenHolds(text, documents)
  } catch {
    return false
  }
}

async function proofsHold(credential: JsonObject, documents: Documents): Promise<boolean> {
  const { proof: stated, ...document } = credential
  const proofs = listOf(stated).filter(isObject)
  const answers = await Promise.all(proofs.map((proof) => proofHolds(document, proof, proofs, documents)))
  return answers.length > 0 && answers.every((answer) => answer)
}

async function proofHolds(
  document: JsonObject,
  proof: JsonObject,
  proofs: readonly JsonObject[],
  documents: Documents,
): Promise<boolean> {
  const id = String(proof.verificationMethod)
  const method = methodOf(id, documents)
  if (method === undefined) return false
  const before = proofs.filter((other) => other.id !== undefined && listOf(proof.previousProof).includes(other.id))
  const { verified } = await (await verifyingSuite(proof, method)).verifyProof({
    proof: { ...proof },
    document: { ...document, ...(before.length === 0 ? {} : { proof: before }) },
    documentLoader: documentLoader(new Map([[id, { '@context': 'https://w3id.org/security/multikey/v1', ...method }]])),
  })
  return verified
}

async function verifyingSuite(proof: JsonObject, method: JsonObject): Promise<Suite> {
  if (proof.type === 'Ed25519Signature2020') return new Ed25519Signature2020({})
  if (typeof proof.jws === 'string') return detachedSuite(proof, method)
  const name = String(proof.cryptosuite) as keyof typeof cryptosuites
  return new DataIntegrityProof({ cryptosuite: cryptosuites[name].verify })
}

/** A suite that checks a detached JWS, with a key that Node imports. */
async function detachedSuite(proof: JsonObject, method: JsonObject): Promise<Suite> {
  const [header = ''] = String(proof.jws).split('.')
  const { alg } = JSON.parse(atob(header.replaceAll('-', '+').replaceAll('_', '/'))) as { alg: string }
  const key = createPublicKey({ key: (await jwkOfMethod(method)) as JsonWebKey, format: 'jwk' })
  const digest = alg === 'EdDSA' ? null : `sha${alg.slice(2)}`
  const verifier = {
    id: String(method.id),
    verify: async ({ data, signature }: { data: Uint8Array; signature: Uint8Array }) =>
      verify(digest, data, { key, dsaEncoding: 'ieee-p1363' }, signature),
  }
  const options = { type: String(proof.type), alg, verifier }
  const suite = proof.type === 'Ed25519Signature2018' ? new Ed25519Signature2018(options) : new JwsLinkedDataSignature(options)
  return Object.assign(suite, { getVerificationMethod: async () => method })
}

async function jwkOfMethod(method: JsonObject): Promise<JsonObject> {
  return isObject(method.publicKeyJwk) ? method.publicKeyJwk : jwkOfMultikey(method)
}

async function tokenHolds(text: string, documents: Documents): Promise<boolean> {
  const header = decodeProtectedHeader(text)
  const jwk = header.jwk ?? (await jwkOf(String(header.kid), documents))
  if (jwk === undefined) return false
  const { kty, crv, x, y, n, e } = jwk as JWK
  await compactVerify(text, await importJWK({ kty, crv, x, y, n, e } as JWK, header.alg))
  return true
}

async function jwkOf(kid: string, documents: Documents): Promise<JsonObject | undefined> {
  const method = methodOf(kid, documents)
  if (method?.type === 'Multikey') return jwkOfMultikey(method)
  return isObject(method?.publicKeyJwk) ? method.publicKeyJwk : method
}

/** The verification method, or the JSON Web Key, that some document gives under that id. */
function methodOf(id: string, documents: Documents): JsonObject | undefined {
  const [did = '', fragment = ''] = id.split('#')
  if (did.startsWith('did:key:')) return { id, type: 'Multikey', controller: did, publicKeyMultibase: fragment }
  if (did.startsWith('did:jwk:')) return { id, type: 'JsonWebKey', controller: did, publicKeyJwk: decodedJwk(did) }
  for (const { bytes } of documents.values()) {
    const found = methodIn(JSON.parse(new TextDecoder().decode(bytes)) as Json, id)
    if (found !== undefined) return found
  }
  return undefined
}

function decodedJwk(did: string): JsonObject {
  return JSON.parse(atob(did.slice('did:jwk:'.length).replaceAll('-', '+').replaceAll('_', '/'))) as JsonObject
}

function methodIn(document: Json, id: string): JsonObject | undefined {
  if (!isObject(document)) return undefined
  if (document.kid === id) return document
  const methods = [...listOf(document.verificationMethod), ...listOf(document.assertionMethod)].filter(isObject)
  return methods.find((method) => method.id === id || String(document.id) + String(method.id) === id)
}
