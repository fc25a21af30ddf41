import type { JsonObject } from '../../src/core/model/json.ts'
import { documentLoader } from './contexts.ts'
import type { TestIssuer } from './issuers.ts'
import { cryptosuites, DataIntegrityProof } from './libraries.ts'
import { CREATED, withSuiteContext } from './sign.ts'

/**
 * A document signed by an issuer who had other texts of some contexts than those that are shipped, or contexts that are not.
 * Its issuer holds an Ed25519 key.
 */
export async function signedUnder(
  texts: ReadonlyMap<string, object>,
  document: JsonObject,
  issuer: TestIssuer,
): Promise<JsonObject> {
  const suite = 'eddsa-rdfc-2022'
  const signer = {
    id: issuer.methodId,
    algorithm: issuer.key.kind,
    sign: async ({ data }: { data: Uint8Array }) => issuer.key.sign(data),
  }
  const others = documentLoader()
  const ready = withSuiteContext(document, suite)
  const proof = await new DataIntegrityProof({ signer, date: CREATED, cryptosuite: cryptosuites[suite].sign }).createProof({
    document: { ...ready },
    purpose: { update: async (proof) => ({ ...proof, proofPurpose: 'assertionMethod' }) },
    proofSet: [],
    documentLoader: async (url) => {
      const text = texts.get(url)
      // The library writes into what it is given.
      return text ? { contextUrl: null, documentUrl: url, document: structuredClone(text) } : others(url)
    },
  })
  return { ...ready, proof }
}
