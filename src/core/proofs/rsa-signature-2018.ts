import { memberOf } from '../model/json.ts'
import { fail } from '../problem.ts'
import { SECURITY_V2, verifyDetached } from './detached-jws.ts'
import type { ProofTask } from './proof.ts'

/** `RsaSignature2018`: as its siblings, with an RSA key. One with a `signatureValue` is older still and is not checked here. */
export async function verify(task: ProofTask): Promise<boolean> {
  if (memberOf(task.proof, 'jws') === undefined) fail('proof_type_unsupported', { facts: { suite: 'RsaSignature2018' } })
  return verifyDetached(task, { algorithms: ['RS256', 'PS256'], contexts: [SECURITY_V2] })
}
