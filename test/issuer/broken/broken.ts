import type { JsonObject } from '../../../src/core/model/json.ts'
import type { CheckId } from '../../../src/core/model/report.ts'
import type { ProblemCode } from '../../../src/core/problem.ts'
import type { Issued } from '../issue.ts'

/** A credential that must not be verified, and how that shows. */
export interface Broken {
  readonly name: string
  /** What is wrong with it. */
  readonly says: string
  /** The check that must say so; null where more than one may, or where the input is refused before any check: then the verdict tells. */
  readonly check: CheckId | null
  /**
   * The outcome of that check: `failed` makes the verdict `not-verified`, `unknown` makes it `cannot-tell`, and `refused` is
   * either of the two. The verdict is never `verified`.
   */
  readonly outcome: 'failed' | 'unknown' | 'refused'
  /** Set when the input is refused with a coded error before any check. */
  readonly error?: ProblemCode
  /** How the hosts behave: they serve `documents` unless told otherwise. */
  readonly hosts?: 'silent' | 'blocked'
  /** True when a library that looks at the signature alone would accept it. */
  readonly signatureHolds?: boolean
  make(): Promise<Issued>
}

/** The same credential with a changed document; its proof stays as it was. */
export function altered(from: Issued, change: (credential: JsonObject) => JsonObject): Issued {
  const credential = change(from.credential)
  return { ...from, credential, text: JSON.stringify(credential, null, 2) }
}

/** The same credential as another text. */
export function retyped(from: Issued, change: (text: string) => string): Issued {
  return { ...from, text: change(from.text) }
}

/** A document with some member of its subject's achievement changed. */
export function withAchievement(credential: JsonObject, change: (achievement: JsonObject) => JsonObject): JsonObject {
  const subject = credential.credentialSubject as JsonObject
  return { ...credential, credentialSubject: { ...subject, achievement: change(subject.achievement as JsonObject) } }
}

/** A document whose first proof is changed. */
export function withProof(credential: JsonObject, change: (proof: JsonObject) => JsonObject): JsonObject {
  return { ...credential, proof: change(credential.proof as JsonObject) }
}

/** A document without one of its members. */
export function without(document: JsonObject, member: string): JsonObject {
  return Object.fromEntries(Object.entries(document).filter(([name]) => name !== member))
}
