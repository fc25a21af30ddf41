import type { VerifyContext } from '../model/context.ts'
import type { Credential } from '../model/credential.ts'
import type { ProofsOutcome } from '../proofs/proof.ts'
import { verifyHosted } from './hosted.ts'
import { merkleOutcome } from './merkle.ts'
import { verifySigned } from './signed.ts'

export { completeBadge } from './complete.ts'
export { badgeIssuerKey } from './issuer-key.ts'

/** What its own address serves, or the key of its issuer, says of a badge of Open Badges 1 or 2 (or a CLR 1.0) that was completed. */
export async function verifyBadge(credential: Credential, context: VerifyContext): Promise<ProofsOutcome> {
  const { securing } = credential
  if (securing.kind === 'hosted') {
    const merkle = merkleOutcome(credential.document)
    if (merkle && securing.address === '') return { proofs: [merkle] }
    return { proofs: [verifyHosted(credential, securing.address), ...(merkle ? [merkle] : [])] }
  }
  if (securing.kind === 'badge-jws') return { proofs: [await verifySigned(credential, securing.jws, context)] }
  return { proofs: [] }
}
