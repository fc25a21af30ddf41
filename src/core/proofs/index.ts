import { lazy } from '../lazy.ts'
import { dataIntegrity } from './data-integrity.ts'
import { ed25519Signature2020 } from './ed25519-signature-2020.ts'
import type { ProofSuite } from './proof.ts'

const eddsaRdfc = lazy(async () => (await import('@digitalbazaar/eddsa-rdfc-2022-cryptosuite')).cryptosuite)
const ecdsa = { 'P-256': 64, 'P-384': 96 } as const

/** Every proof suite that we verify, by the name that proofs give it. */
export const proofSuites: readonly ProofSuite[] = [
  dataIntegrity({ name: 'eddsa-rdfc-2022', rdf: true, signatures: { Ed25519: 64 }, load: eddsaRdfc }),
  dataIntegrity({ name: 'eddsa-2022', rdf: true, obsolete: true, signatures: { Ed25519: 64 }, load: eddsaRdfc }),
  dataIntegrity({
    name: 'eddsa-jcs-2022',
    rdf: false,
    signatures: { Ed25519: 64 },
    load: lazy(async () => (await import('@digitalbazaar/eddsa-jcs-2022-cryptosuite')).createVerifyCryptosuite()),
  }),
  dataIntegrity({
    name: 'ecdsa-rdfc-2019',
    rdf: true,
    signatures: ecdsa,
    load: lazy(async () => (await import('@digitalbazaar/ecdsa-rdfc-2019-cryptosuite')).cryptosuite),
  }),
  dataIntegrity({
    name: 'ecdsa-jcs-2019',
    rdf: false,
    signatures: ecdsa,
    load: lazy(async () => (await import('@digitalbazaar/ecdsa-jcs-2019-cryptosuite')).createVerifyCryptosuite()),
  }),
  ed25519Signature2020,
]

/** The suite of a proof; undefined for one that we do not verify. */
export function suiteOf(proof: { readonly type?: unknown; readonly cryptosuite?: unknown }): ProofSuite | undefined {
  const name = proof.type === 'DataIntegrityProof' ? proof.cryptosuite : proof.type
  return proofSuites.find((suite) => suite.name === name)
}
