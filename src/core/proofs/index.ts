import { lazy } from '../lazy.ts'
import type { JsonObject } from '../model/json.ts'
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
  whenMet({ name: 'ecdsa-sd-2023', rdf: true, isPartial: startsWith('u2V0B') }, () => import('./ecdsa-sd-2023.ts')),
  whenMet({ name: 'bbs-2023', rdf: true, isPartial: startsWith('u2V0D') }, () => import('./bbs-2023.ts')),
  whenMet({ name: 'Ed25519Signature2018', rdf: true }, () => import('./ed25519-signature-2018.ts')),
  whenMet({ name: 'JsonWebSignature2020', rdf: true }, () => import('./json-web-signature-2020.ts')),
  whenMet({ name: 'RsaSignature2018', rdf: true }, () => import('./rsa-signature-2018.ts')),
]

/** A suite that is loaded when a proof of its kind is met. */
function whenMet(row: Omit<ProofSuite, 'verify'>, load: () => Promise<Pick<ProofSuite, 'verify'>>): ProofSuite {
  const loaded = lazy(load)
  return { ...row, verify: async (task) => (await loaded()).verify(task) }
}

/** A derived proof is told from a base proof by how its value starts. */
function startsWith(start: string): (proof: JsonObject) => boolean {
  return ({ proofValue }) => typeof proofValue === 'string' && proofValue.startsWith(start)
}

/** The suite of a proof; undefined for one that we do not verify. */
export function suiteOf(proof: { readonly type?: unknown; readonly cryptosuite?: unknown }): ProofSuite | undefined {
  const name = proof.type === 'DataIntegrityProof' ? proof.cryptosuite : proof.type
  return proofSuites.find((suite) => suite.name === name)
}
