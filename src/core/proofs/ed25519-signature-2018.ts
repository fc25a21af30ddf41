import { SECURITY_V2, verifyDetached } from './detached-jws.ts'
import type { ProofTask } from './proof.ts'

/** `Ed25519Signature2018`: the first suite that credentials of the data model 1.0 were signed with. */
export function verify(task: ProofTask): Promise<boolean> {
  return verifyDetached(task, { algorithms: ['EdDSA'], contexts: [SECURITY_V2] })
}
