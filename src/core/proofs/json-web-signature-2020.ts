import { verifyDetached } from './detached-jws.ts'
import type { ProofTask } from './proof.ts'

/** `JsonWebSignature2020` (JSON Web Signature 2020 §3): the algorithm follows from the key. */
export function verify(task: ProofTask): Promise<boolean> {
  return verifyDetached(task, { algorithms: ['EdDSA', 'ES256', 'ES384', 'ES256K', 'PS256'], contexts: [] })
}
