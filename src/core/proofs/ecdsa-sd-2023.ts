import { type PublicKey, readMultikey } from '../dids/keys.ts'
import { toBase64url } from '../encoding/base64url.ts'
import { joined } from '../encoding/bytes.ts'
import { encodeMultibase } from '../encoding/multibase.ts'
import { bytesOf } from '../encoding/utf8.ts'
import { lazy } from '../lazy.ts'
import { limits } from '../limits.ts'
import { fail } from '../problem.ts'
import { cryptoKey } from './crypto-keys.ts'
import type { ProofTask } from './proof.ts'
import {
  asBytes,
  asIndexes,
  asLabels,
  asList,
  assertPointers,
  derivedProof,
  hashOfOptions,
  hashOfStatements,
  malformed,
  type SelectiveSuite,
  statementsOf,
} from './selective.ts'

const loadDerive = lazy(() => import('./derive-ecdsa-sd-2023.ts'))

const suite: SelectiveSuite = {
  base: 0x00,
  derived: 0x01,
  assertBase,
  most: limits.derivedStatements,
  revealedWhole: async (task) => (await loadDerive()).revealedWhole(task),
}

/**
 * `ecdsa-sd-2023` (VC-DI-ECDSA §3.4): each statement that a holder may leave out has a signature of its own, by a key made for this
 * credential, which the issuer signs together with what must always be shown. A base proof is the holder's own: presented
 * to somebody else it fails with `proof_base_only`.
 */
export async function verify(task: ProofTask): Promise<boolean> {
  if (task.key.key.curve !== 'P-256') fail('alg_key_mismatch', { facts: { key: task.key.key.curve } })
  const opened = await derivedProof(task, suite)
  return verifyDerived(opened.task, opened.parts)
}

/** parseBaseProofValue (§3.4.15). */
function assertBase(parts: readonly unknown[]): void {
  const [baseSignature, publicKey, hmacKey, signatures, pointers] = parts
  if (parts.length !== 5) malformed()
  asBytes(baseSignature, 64)
  asProofKey(publicKey)
  asBytes(hmacKey, 32)
  asSignatures(signatures)
  assertPointers(pointers)
}

/** verifyDerived (§3.5.7): the issuer's key for the base signature, the credential's own for each statement. */
async function verifyDerived(task: ProofTask, parts: readonly unknown[]): Promise<boolean> {
  if (parts.length !== 5) malformed()
  const [first, second, third, fourth, fifth] = parts
  const baseSignature = asBytes(first, 64)
  const publicKey = asProofKey(second)
  const signatures = asSignatures(third)
  const labels = asLabels(fourth, (label) => `u${toBase64url(asBytes(label, 32))}`)
  const mandatoryIndexes = asIndexes(fifth)
  const [proofHash, statements] = await Promise.all([hashOfOptions(task), statementsOf(task, labels, mandatoryIndexes)])
  if (statements === null || statements.others.length !== signatures.length) return false
  const signed = joined([proofHash, publicKey, hashOfStatements(statements.mandatory)])
  if (!(await isSigned(signed, baseSignature, task.key.key))) return false
  const ownKey = readMultikey(encodeMultibase(publicKey))
  const answers = await Promise.all(
    statements.others.map((statement, index) => isSigned(bytesOf(statement), signatures[index] as Uint8Array, ownKey)),
  )
  return answers.every((answer) => answer)
}

/** ECDSA with P-256 and SHA-256. */
async function isSigned(bytes: Uint8Array, signature: Uint8Array, key: PublicKey): Promise<boolean> {
  const native = (await cryptoKey(key, 'ECDSA')) as CryptoKey
  return crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, native, signature as BufferSource, bytes as BufferSource)
}

/** The key of this one credential: a P-256 point after the prefix of its Multikey (35 bytes, not the 36 of the specification's text). */
function asProofKey(value: unknown): Uint8Array {
  const bytes = asBytes(value, 35)
  return bytes[0] === 0x80 && bytes[1] === 0x24 ? bytes : malformed()
}

function asSignatures(value: unknown): readonly Uint8Array[] {
  const signatures = asList(value, (signature) => asBytes(signature, 64))
  if (signatures.length > limits.signedStatements) fail('proof_too_long', { facts: { count: signatures.length } })
  return signatures
}
