import { type BbsProof, from } from '@digitalbazaar/bls12-381-multikey'
import { joined } from '../encoding/bytes.ts'
import { bytesOf } from '../encoding/utf8.ts'
import { lazy } from '../lazy.ts'
import { limits } from '../limits.ts'
import { fail } from '../problem.ts'
import type { ProofTask } from './proof.ts'
import {
  asBytes,
  asCount,
  asIndexes,
  asLabels,
  assertPointers,
  derivedProof,
  hashOfOptions,
  hashOfStatements,
  malformed,
  openProofValue,
  type SelectiveSuite,
  statementsOf,
} from './selective.ts'

/** Holder binding and pseudonyms: they build on drafts that are not finished. */
const features = [0x04, 0x05, 0x06, 0x07, 0x08, 0x09]

const loadDerive = lazy(() => import('./derive-bbs-2023.ts'))

const suite: SelectiveSuite = {
  base: 0x02,
  derived: 0x03,
  assertBase,
  most: limits.bbsStatements,
  revealedWhole: async (task) => (await loadDerive()).revealedWhole(task),
}

/** A proof has three points and four scalars, and one scalar more for each statement that is left out. */
const proofLength = 3 * 48 + 4 * 32
const scalarLength = 32

/**
 * `bbs-2023` (VC-DI-BBS §3): one signature over all statements, from which a holder derives a proof that shows some of them and
 * cannot be linked to another. Baseline only. A base proof is the holder's own: presented to somebody else it fails with
 * `proof_base_only`; one with a feature that is no part of the baseline, with `proof_type_unsupported`.
 */
export async function verify(task: ProofTask): Promise<boolean> {
  const { kind } = openProofValue(task.proof)
  if (features.includes(kind)) fail('proof_type_unsupported', { facts: { suite: `bbs-2023 d95d0${kind}` } })
  const opened = await derivedProof(task, suite)
  return verifyDerived(opened.task, opened.parts)
}

/** parseBaseProofValue (§3.3.10). */
function assertBase(parts: readonly unknown[]): void {
  const [signature, header, publicKey, hmacKey, pointers] = parts
  if (parts.length !== 5) malformed()
  asBytes(signature, 80)
  asBytes(header, 64)
  asBytes(publicKey, 96)
  asBytes(hmacKey, 32)
  assertPointers(pointers)
}

/** verifyDerived (§3.4.7), by the issuer's key. */
async function verifyDerived(task: ProofTask, parts: readonly unknown[]): Promise<boolean> {
  const { key } = task.key
  if (key.kind !== 'multikey' || key.curve !== 'BLS12-381-G2') fail('alg_key_mismatch', { facts: { key: key.curve } })
  if (parts.length !== 5) malformed()
  const [first, second, third, fourth, fifth] = parts
  const bbsProof = asBytes(first)
  const labels = asLabels(second, (label) => `b${asCount(label)}`)
  const mandatoryIndexes = asIndexes(third)
  const selectiveIndexes = asIndexes(fourth)
  const presentationHeader = asBytes(fifth)
  const hidden = (bbsProof.length - proofLength) / scalarLength
  if (!Number.isInteger(hidden) || hidden < 0) malformed()
  const count = hidden + selectiveIndexes.length
  if (count > limits.bbsStatements) fail('proof_too_long', { facts: { count } })
  if ((selectiveIndexes.at(-1) ?? -1) >= count) malformed()
  const [proofHash, statements] = await Promise.all([hashOfOptions(task), statementsOf(task, labels, mandatoryIndexes)])
  if (statements === null || statements.others.length !== selectiveIndexes.length) return false
  const header = joined([proofHash, hashOfStatements(statements.mandatory)])
  const messages: Uint8Array[] = []
  for (const [at, statement] of statements.others.entries()) messages[selectiveIndexes[at] as number] = bytesOf(statement)
  return holds(key.multibase, { proof: bbsProof, header, presentationHeader, messages })
}

/** ProofVerify of the BBS draft. That numbers are no points of the curve, the library says by throwing: such a proof is wrong. */
async function holds(publicKeyMultibase: string, parts: BbsProof): Promise<boolean> {
  try {
    const key = await from({ type: 'Multikey', publicKeyMultibase })
    return await key.verifier().multiverify(parts)
  } catch {
    return false
  }
}
