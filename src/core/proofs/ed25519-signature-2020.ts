import { lazy } from '../lazy.ts'
import { Failure } from '../problem.ts'
import {
  assertProofValue,
  conclude,
  methodDocument,
  nativeEd25519,
  rdfInput,
  type Watch,
  watchVerifier,
} from './data-integrity.ts'
import type { ProofSuite, ProofTask } from './proof.ts'

/** `Ed25519Signature2020`: the suite that came before `eddsa-rdfc-2022`, still in use with VC data model 1.1. */
export const ed25519Signature2020: ProofSuite = {
  name: 'Ed25519Signature2020',
  rdf: true,
  verify,
}

const load = lazy(() => Promise.all([import('@digitalbazaar/ed25519-signature-2020'), import('../jsonld/canonize.ts')]))

async function verify(task: ProofTask): Promise<boolean> {
  assertProofValue(task.proof.proofValue, task.key.key.curve === 'Ed25519' ? 64 : undefined)
  const [{ Ed25519Signature2020 }, { canonize }] = await load()
  const watch: Watch = { verified: null, problem: null }
  const native = await nativeEd25519(task.key.key)
  const suite = new Ed25519Signature2020(native ? { verifier: watchVerifier(native, watch) } : {})
  suite.canonize = async (input) => {
    try {
      return await canonize(input, 'SHA-256', task.signal, task.texts)
    } catch (error) {
      if (error instanceof Failure) watch.problem ??= error.problem
      throw error
    }
  }
  const method = await methodDocument(task.key.key, task.key.id)
  const { verified } = await suite.verifyProof({
    ...rdfInput(task),
    documentLoader: async () => ({ document: method }),
  })
  if (!native) watch.verified ??= verified
  return conclude(verified, watch)
}
