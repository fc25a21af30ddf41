import type { JsonObject } from '../model/json.ts'
import type { ProofOutcome } from '../proofs/proof.ts'
import { merkleReceipt } from '../structure/blockcert.ts'

/**
 * What is said of a Blockcert: the root of its Merkle receipt stands in a blockchain, which nobody here asks. Null for a badge
 * without a receipt. It is never wrong for that, nor is it shown to be right.
 */
export function merkleOutcome(document: JsonObject): ProofOutcome | null {
  const suite = merkleReceipt(document)
  if (suite === null) return null
  const told = { status: 'unknown', code: 'proof_type_unsupported', facts: { suite: suite.slice(0, 80) } } as const
  return { ...told, coverage: told }
}
