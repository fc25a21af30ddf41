import type { JsonObject } from '../../src/core/model/json.ts'
import { type ContentOptions, credentialOf } from './content.ts'
import { type Issued, issued } from './issue.ts'
import { type Documents, identityDocuments, type TestIssuer } from './issuers.ts'
import { type ProofOptions, proofOver, suiteFor, withSuiteContext } from './sign.ts'

/** One of several proofs: who makes it, and how. */
export interface ProofBy extends ProofOptions {
  readonly issuer: TestIssuer
}

export interface SeveralOptions extends ContentOptions {
  readonly change?: (credential: JsonObject) => JsonObject
}

/** A credential of the first signer with a proof set: each proof is over the credential alone (VC-DI §2.1.1). */
export async function issueWithSet(signers: readonly [ProofBy, ...ProofBy[]], options: SeveralOptions = {}): Promise<Issued> {
  const document = documentFor(signers, options)
  const proof = await Promise.all(signers.map((signer) => proofOver(document, signer.issuer, signer)))
  return issued({ ...document, proof }, signers[0].issuer, documentsOf(signers))
}

/** A credential with a proof chain: each proof signs the one before it too, and names it (VC-DI §2.1.2). */
export async function issueWithChain(signers: readonly [ProofBy, ...ProofBy[]], options: SeveralOptions = {}): Promise<Issued> {
  const document = documentFor(signers, options)
  const proofs: JsonObject[] = []
  for (const signer of signers) proofs.push(await nextInChain(document, proofs, signer))
  return issued({ ...document, proof: proofs }, signers[0].issuer, documentsOf(signers))
}

function nextInChain(document: JsonObject, before: readonly JsonObject[], signer: ProofBy): Promise<JsonObject> {
  const previous = before.at(-1)
  const members = { ...signer.members, id: `urn:proof:${before.length + 1}` }
  if (previous === undefined) return proofOver(document, signer.issuer, { ...signer, members })
  const signedAlong = { ...document, proof: [previous] }
  return proofOver(signedAlong, signer.issuer, { ...signer, members: { ...members, previousProof: previous.id } })
}

function documentFor(signers: readonly [ProofBy, ...ProofBy[]], options: SeveralOptions): JsonObject {
  const credential = credentialOf(signers[0].issuer, options)
  const suites = signers.map((signer) => signer.suite ?? suiteFor(signer.issuer))
  return suites.reduce(withSuiteContext, options.change?.(credential) ?? credential)
}

function documentsOf(signers: readonly ProofBy[]): Documents {
  return new Map(signers.flatMap(({ issuer }) => [...identityDocuments(issuer.institution)]))
}
