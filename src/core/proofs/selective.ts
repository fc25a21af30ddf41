import { sha256 } from '@noble/hashes/sha2.js'
import { NQuads } from 'rdf-canonize'
import { fromBase64url } from '../encoding/base64url.ts'
import { fromCbor } from '../encoding/cbor.ts'
import { bytesOf } from '../encoding/utf8.ts'
import { canonize, canonizeRdf, toRdf } from '../jsonld/canonize.ts'
import { limits } from '../limits.ts'
import type { JsonObject } from '../model/json.ts'
import { fail } from '../problem.ts'
import type { ProofTask } from './proof.ts'

/**
 * What the two suites of selective disclosure have in common (VC-DI-ECDSA §3.4, VC-DI-BBS §3.3). The issuer signs each statement of
 * a document, the holder shows some of them. For a holder not to say more than the issuer did, what is shown must be a part
 * of what was signed: each blank node stands for one that was signed, no two for the same one, and each statement counts once.
 */

/** What a `proofValue` holds: what its first three bytes say, and the CBOR after them. */
export interface OpenedProof {
  /** The third byte: the suite's own number for a base proof, a derived one, or one with a feature. */
  readonly kind: number
  readonly parts: readonly unknown[]
}

/** Opens a `proofValue`: base64url multibase of `d9 5d`, one more byte and a CBOR array. Fails with `proof_value_malformed`. */
export function openProofValue({ proofValue }: JsonObject): OpenedProof {
  if (typeof proofValue !== 'string' || !proofValue.startsWith('u') || proofValue.length > limits.proofValueLength) malformed()
  const bytes = fromBase64url(proofValue.slice(1)) ?? malformed()
  const [first, second, kind] = bytes
  if (first !== 0xd9 || second !== 0x5d || kind === undefined) malformed()
  const parts = fromCbor(bytes.subarray(3))
  return Array.isArray(parts) ? { kind, parts } : malformed()
}

export function malformed(): never {
  fail('proof_value_malformed')
}

/** Bytes, of exactly that length when one is named. */
export function asBytes(value: unknown, length?: number): Uint8Array {
  return value instanceof Uint8Array && (length === undefined || value.length === length) ? value : malformed()
}

export function asList<T>(value: unknown, one: (item: unknown) => T): readonly T[] {
  return Array.isArray(value) ? value.map(one) : malformed()
}

/** JSON pointers to what is compulsory. */
export function assertPointers(value: unknown): void {
  const { length } = asList(value, (pointer) => (typeof pointer === 'string' ? pointer : malformed()))
  if (length > limits.mandatoryPointers) fail('proof_too_long', { facts: { count: length } })
}

/** A document has no more statements than can be borne. Fails with `proof_too_long`. */
async function assertBearable({ document, texts }: ProofTask, most: number): Promise<void> {
  const { length } = await toRdf(document, texts)
  if (length > most) fail('proof_too_long', { facts: { count: length } })
}

/** Indexes as they come about when a list is gone through: each once, in order. */
export function asIndexes(value: unknown): readonly number[] {
  const indexes = asList(value, asCount)
  return indexes.every((index, at) => at === 0 || index > (indexes[at - 1] as number)) ? indexes : malformed()
}

export function asCount(value: unknown): number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : malformed()
}

/** The labels that a holder gives to what is shown, by number of the canonical label. No two are the same, or a thing could be torn in two. */
export function asLabels(value: unknown, labelOf: (value: unknown) => string): ReadonlyMap<number, string> {
  if (!(value instanceof Map)) malformed()
  const labels = new Map([...value].map(([number, label]) => [asCount(number), labelOf(label)]))
  return new Set(labels.values()).size === labels.size ? labels : malformed()
}

/** What is shown, taken apart into what the issuer made compulsory and the rest; all of it in order. */
export interface Statements {
  readonly mandatory: readonly string[]
  readonly others: readonly string[]
}

/**
 * The statements of a document under the labels that they were signed with (VC-DI-ECDSA §3.4.10, createVerifyData). Null when
 * they cannot be those that were signed: labels are missing or left over, or an index lies outside.
 */
export async function statementsOf(
  { document, texts, signal }: ProofTask,
  labels: ReadonlyMap<number, string>,
  mandatory: readonly number[],
): Promise<Statements | null> {
  const dataset = (await toRdf(document, texts)) as Quad[]
  const canonical = new Map<string, string>()
  await canonizeRdf(dataset, 'SHA-256', signal, canonical)
  const given = new Map<string, string>()
  for (const [node, label] of canonical) {
    const signed = labels.get(Number(label.slice('c14n'.length)))
    if (signed === undefined) return null
    given.set(node, signed)
  }
  if (given.size !== labels.size) return null
  const statements = [...new Set(dataset.map((quad) => NQuads.serialize([relabelled(quad, given)])))].sort()
  if ((mandatory.at(-1) ?? -1) >= statements.length) return null
  const compulsory = new Set(mandatory)
  return {
    mandatory: statements.filter((_, index) => compulsory.has(index)),
    others: statements.filter((_, index) => !compulsory.has(index)),
  }
}

interface Term {
  readonly termType: string
  readonly value: string
}
interface Quad {
  readonly subject: Term
  readonly predicate: Term
  readonly object: Term
  readonly graph: Term
}

function relabelled({ subject, predicate, object, graph }: Quad, labels: ReadonlyMap<string, string>): Quad {
  const named = (term: Term) => (term.termType === 'BlankNode' ? { ...term, value: labels.get(term.value) ?? '' } : term)
  return { subject: named(subject), predicate, object: named(object), graph: named(graph) }
}

/** The hash of the proof's options, under the context of its document. */
export async function hashOfOptions({ document, proof, texts, signal }: ProofTask): Promise<Uint8Array> {
  const { proofValue: _, ...options } = proof
  return sha256(bytesOf(await canonize({ ...options, '@context': document['@context'] }, 'SHA-256', signal, texts)))
}

export function hashOfStatements(statements: readonly string[]): Uint8Array {
  return sha256(bytesOf(statements.join('')))
}

/** How a suite tells its two kinds of proof apart, and makes the one out of the other. */
export interface SelectiveSuite {
  readonly base: number
  readonly derived: number
  /** Fails when a base proof is not made up as it must be. */
  assertBase(parts: readonly unknown[]): void
  /** Most statements that are derived from. */
  readonly most: number
  /** The same credential with a derived proof that shows all of it. */
  revealedWhole(task: ProofTask): Promise<ProofTask>
}

/**
 * The derived proof to be checked: the one that is there or, of a base proof in its holder's own wallet, one that shows everything.
 * Fails with `proof_base_only` where a base proof is presented to somebody else.
 */
export async function derivedProof(
  task: ProofTask,
  suite: SelectiveSuite,
): Promise<{ task: ProofTask; parts: readonly unknown[] }> {
  const { kind, parts } = openProofValue(task.proof)
  if (kind === suite.derived) return { task, parts }
  if (kind !== suite.base) malformed()
  suite.assertBase(parts)
  if (task.audience !== 'holder') fail('proof_base_only')
  await assertBearable(task, suite.most)
  const revealed = await suite.revealedWhole(task)
  return { task: revealed, parts: openProofValue(revealed.proof).parts }
}
