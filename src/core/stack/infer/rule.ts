import type { Award, EdgeKind, SkillNode, Strength } from '../types.ts'

/** Two awards that have something in common, the smaller kind of achievement first. */
export interface Pair {
  readonly small: Award
  readonly big: Award
  readonly smallRank: number
  readonly bigRank: number
  /** Milliseconds from when the small one was earned to the big one; null when either is not stated. */
  readonly apart: number | null
  /** What they share; null when an issuer states that they belong together. */
  readonly skill: SkillNode | null
}

/** A reason to think that one achievement builds on another. It looks at the two alone, so that it says the same in any wallet. */
export interface InferenceRule {
  /** Stable: `Statement.type`. */
  readonly name: string
  readonly kind: EdgeKind
  /** How strong it is for this pair (trust.md §6.1); null when it does not hold. The edge goes from the small to the big one. */
  holds(pair: Pair): Strength | null
}
