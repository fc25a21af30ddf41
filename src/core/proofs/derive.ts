import type { DiscloseCryptosuite } from '@digitalbazaar/bbs-2023-cryptosuite'
import { libraryLoader } from '../jsonld/for-libraries.ts'
import { Failure, fail } from '../problem.ts'
import type { ProofTask } from './proof.ts'

type CreateDisclosure = (options: { selectivePointers: readonly string[] }) => DiscloseCryptosuite

/** The pointer to a whole document (RFC 6901 §5). */
const everything = ''

/**
 * The same task with the base proof replaced by one that reveals everything: how a holder can check what only an issuer could
 * have made. Fails with `proof_base_unchecked` when nothing can be derived.
 */
export async function revealed(task: ProofTask, createDisclosure: CreateDisclosure): Promise<ProofTask> {
  const { document, proof, texts, signal } = task
  const cryptosuite = createDisclosure({ selectivePointers: [everything] })
  try {
    const whole = await cryptosuite.derive({
      cryptosuite,
      document,
      purpose: { term: proof.proofPurpose },
      proofSet: [proof],
      documentLoader: libraryLoader(texts, signal),
      dataIntegrityProof: { matchProof: async () => true },
    })
    return { ...task, proof: { ...proof, proofValue: String(whole.proof.proofValue) } }
  } catch (error) {
    if (error instanceof Failure) throw error
    fail('proof_base_unchecked')
  }
}
