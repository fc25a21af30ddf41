import type { ResolvedKey } from '../dids/keys.ts'
import type { Texts } from '../jsonld/texts.ts'
import type { Audience } from '../model/context.ts'
import type { JsonObject } from '../model/json.ts'
import type { FindingDetail, Outcome } from '../model/report.ts'
import type { Facts, ProblemCode } from '../problem.ts'

/** What was found out about one proof. */
export interface ProofOutcome {
  readonly status: Outcome
  readonly code: ProblemCode | null
  readonly facts: Facts
  /** The key that the signature was checked with; absent when none could be had. */
  readonly key?: ResolvedKey
  /** When the proof says that it was made (ISO 8601). */
  readonly created?: string
  /** The embedded proof itself: what it answers (`challenge`, `domain`) counts only with its own signature. */
  readonly stated?: JsonObject
  /** Set where the holder chose what to show of all that was signed. */
  readonly partial?: true
  /** Whether everything shown is under this proof: the answer of `proof.coverage`. */
  readonly coverage: FindingDetail
}

export interface ProofsOutcome {
  readonly proofs: readonly ProofOutcome[]
}

/** One embedded proof and all that is needed to check it. */
export interface ProofTask {
  /** The document without its proofs, except those that this proof signs as well (`previousProof`). */
  readonly document: JsonObject
  readonly proof: JsonObject
  readonly key: ResolvedKey
  readonly audience: Audience
  /** What stands for some contexts in this verification; the shipped texts alone when absent. */
  readonly texts?: Texts
  readonly signal?: AbortSignal
}

/**
 * A proof suite says whether `proof` was made over `document` by `key`: only that. Whose key it is, dates and purposes
 * are asked elsewhere. Resolves to true or false; fails with a coded problem when it cannot be told.
 */
export interface ProofSuite {
  /** The `cryptosuite`, or the `type` of a proof that has none. */
  readonly name: string
  /** True when the suite signs canonical RDF, so that JSON-LD decides what is covered. */
  readonly rdf: boolean
  /** Set for a name that is out of date but means the same bytes. */
  readonly obsolete?: true
  /** Whether a proof is over a part of what was signed, which its holder chose; never where the suite does not know parts. */
  readonly isPartial?: (proof: JsonObject) => boolean
  verify(task: ProofTask): Promise<boolean>
}
