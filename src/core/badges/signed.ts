import type { ResolvedKey } from '../dids/keys.ts'
import type { CompactJws, Credential } from '../model/credential.ts'
import { wordOf } from '../model/json.ts'
import type { Attempt, Facts } from '../problem.ts'
import { headerTrouble, signatureOutcome, trouble } from '../proofs/jws-proof.ts'
import type { ProofOutcome } from '../proofs/proof.ts'
import { keysFor } from './keys.ts'
import type { LinkedPowers } from './linked.ts'
import { partsCoverage } from './parts-coverage.ts'

/** What the header of a signed badge may say that it is: most say `JWT`, or nothing. */
const acceptedTypes = ['jwt', 'jose', 'jws']

/**
 * Checks the compact JWS that a signed badge is (Open Badges 2.0 "Signed verification"; 1.x the same): header, key, signature. The
 * payload is signed whole; what it only names is covered as far as its own address serves it. Whose the key is, is asked elsewhere.
 */
export async function verifySigned(credential: Credential, jws: CompactJws, powers: LinkedPowers): Promise<ProofOutcome> {
  const alg = wordOf(jws.header.alg, 'none', 40)
  const facts: Facts = { suite: 'JWS', alg }
  const refusal = headerTrouble(jws.header, (typ) => acceptedTypes.includes(typ))
  if (refusal) return trouble(refusal, facts)
  const outcomes: ProofOutcome[] = []
  for (const key of await keysFor(credential, alg, powers)) {
    const outcome = await outcomeBy(key, credential, jws, facts)
    if (outcome.status === 'passed') return outcome
    outcomes.push(outcome)
  }
  // a key that could not be had may have been the one
  return outcomes.find(({ status }) => status === 'unknown') ?? outcomes[0] ?? trouble({ code: 'jwt_key_missing' }, facts)
}

async function outcomeBy(
  key: Attempt<ResolvedKey>,
  credential: Credential,
  jws: CompactJws,
  facts: Facts,
): Promise<ProofOutcome> {
  if (!key.ok) return trouble(key.problem, facts)
  const outcome = await signatureOutcome(jws, credential.document, key.value, facts)
  return outcome.coverage.status === 'passed' ? { ...outcome, coverage: partsCoverage(credential) } : outcome
}
