import type { IssuerLevel } from '../issuer-level.ts'
import type { Achievement, Image, Profile, Text } from '../model/credential.ts'
import type { Outcome, Question, Verdict } from '../model/report.ts'
import type { Pathway, PathwayProgress } from '../pathway/types.ts'

/** One achievement that a credential awards, with how that credential stands. Plain data: it crosses to the worker. */
export interface Award {
  /** Names it among all awards of a wallet: `DIGEST` of the source, then `/PATH` of the part, then `#N` of a further subject. */
  readonly ref: string
  /** SHA-256 (hex) of the source that it lies in. */
  readonly digest: string
  /** The part of that source, as an address names it (`2.1`); empty for the whole. */
  readonly part: string
  /** What the caller knows the source by (a record's id in the vault); empty when nothing. */
  readonly entry: string
  readonly example: boolean
  readonly achievement: Achievement
  readonly title: Text
  /** The picture of the award, else of the achievement. */
  readonly image?: Image
  readonly issuer: Pick<Profile, 'id' | 'name'>
  readonly issuerLevel: IssuerLevel
  /** The name under which a list or this person knows the issuer; empty when nobody but the credential names it. */
  readonly issuerKnownAs: string
  readonly verdict: Verdict
  /** The code that explains the verdict best (`status_revoked`, `dates_expired`...); null for none. */
  readonly code: string | null
  readonly questions: Readonly<Record<Question, Outcome>>
  /** When it was earned (ISO 8601, as stated); empty when not stated. */
  readonly earned: string
  /** Until when it holds (ISO 8601, as stated); empty when not stated. */
  readonly expires: string
  readonly term: string
  readonly creditsEarned?: number
}

/** What a record says beside what it awards: how its achievements belong together, and which it defines without awarding them. */
export interface RecordStatement {
  /** `DIGEST` or `DIGEST/PATH` of the credential that says it. */
  readonly ref: string
  readonly entry: string
  readonly issuer: Pick<Profile, 'id' | 'name'>
  readonly issuerLevel: IssuerLevel
  readonly issuerKnownAs: string
  readonly verdict: Verdict
  readonly code: string | null
  readonly associations: readonly {
    readonly type: string
    readonly sourceId: string
    readonly targetId: string
    readonly title?: Text
  }[]
  readonly definitions: readonly Achievement[]
  /** Ids by which its associations may name what it holds, beside achievement ids (data-model.md §2): id, then the refs of awards. */
  readonly aliases: readonly { readonly id: string; readonly refs: readonly string[] }[]
  /** The refs of the awards inside it: an association names those first, and others of the same id only when there are none. */
  readonly awards: readonly string[]
}

/** Everything of one source that a stack is made of. */
export interface StackSource {
  readonly digest: string
  readonly awards: readonly Award[]
  readonly records: readonly RecordStatement[]
}

/**
 * How one thing builds on another (AACRAO): `vertical` leads to something bigger, in order; `horizontal` lies around one subject,
 * without order; `value-added` adds to something finished. `succession`: a newer version, which is none of the three.
 */
export const edgeKinds = ['vertical', 'horizontal', 'value-added', 'succession'] as const
export type EdgeKind = (typeof edgeKinds)[number]

/** Who says so: an issuer, a published pathway, we (inferred), or the learner. Never confused. */
export const bases = ['issuer', 'pathway', 'inferred', 'learner'] as const
export type Basis = (typeof bases)[number]

/** trust.md §6.1: 5 asserted, 4 published framework, 3 shared identifiers, 2 heuristic, 1 arranged by the learner. */
export type Strength = 1 | 2 | 3 | 4 | 5

/** One reason for an edge, by one who says so. */
export interface Statement {
  readonly basis: Basis
  readonly strength: Strength
  /**
   * `issuer`: the association type as stated (`isPartOf`...), `related`, `alignment`, `tag`, `fieldOfStudy`, `specialization`.
   * `pathway`: the CTDL relation. `inferred`: the name of the rule. `learner`: `stack`.
   */
  readonly type: string
  /** True when it was stated from `to` to `from` (`isParentOf`, `precededBy`). */
  readonly reversed: boolean
  /** Who says so, for `issuer`: the credential that carries it (its `ref`). For `inferred`: the awards behind it, and the record that calls them related. */
  readonly by: readonly string[]
  /** For `issuer`: whether the speaker awards or created the bigger of the two. Somebody else's word is shown as such. */
  readonly isOwn?: boolean
  /** What the speaker's credential amounts to; what is `not-verified` weakens the edge. Absent where no credential speaks. */
  readonly verdict?: Verdict
  /** Skill nodes that are the reason, for rules about what is shared. */
  readonly skills?: readonly string[]
  /** The pathway or the learner's stack it comes from. */
  readonly source?: string
  readonly title?: Text
  /** `related`: the language or version that is said of the other. */
  readonly language?: string
  readonly version?: string
}

/** `from` leads to, belongs to or adds to `to`. Without direction (`horizontal`), the two stand in the order of their ids. */
export interface StackEdge {
  /** Made of its ends and kind: the same in whatever order things were added. */
  readonly id: string
  readonly from: string
  readonly to: string
  readonly kind: EdgeKind
  /** Strongest first; there is at least one. */
  readonly statements: readonly Statement[]
}

/** Rows of the ladder, from the ground up. */
export const tiers = ['experience', 'course', 'certificate', 'license', 'degree', 'work'] as const
export type Tier = (typeof tiers)[number]

/** An achievement, earned or not, under all the identifiers it is known by. */
export interface AchievementNode {
  readonly kind: 'achievement'
  readonly id: string
  /** Normalised identifiers that stand for it, sorted: achievement ids, CTIDs, CASE GUIDs. */
  readonly keys: readonly string[]
  readonly name: Text
  /** `achievementType` as stated; absent when nobody states one. */
  readonly type?: string
  /** data-model.md §1.1; 15 for what is unknown. */
  readonly rank: number
  readonly tier: Tier
  /** Refs of the awards of it, newest first. None: it is defined or named, but not earned here. */
  readonly awards: readonly string[]
  /** `awarded`; `defined` by a record without being awarded; a step of a `pathway`; only `named` by an association: nobody here says what it is. */
  readonly presence: 'awarded' | 'defined' | 'pathway' | 'named'
  readonly image?: Image
  readonly creditsAvailable?: number
  /** Ids of issuers and creators who award or define it. */
  readonly owners: readonly string[]
}

/** A skill, standard or subject that achievements share. */
export interface SkillNode {
  readonly kind: 'skill'
  readonly id: string
  /** Normalised: a CTID, GUID, address, or the folded words. */
  readonly keys: readonly string[]
  readonly source: 'alignment' | 'field' | 'tag'
  readonly name: Text
  readonly framework?: string
  readonly code?: string
  readonly url?: string
}

export type StackNode = AchievementNode | SkillNode

/**
 * What builds on what, and who says so. It holds everything that is said: what is added never takes an edge away, and it does not
 * matter in which order. What that amounts to (cycles, what is shadowed by a stronger reason) is in `StackAnalysis`.
 */
export interface StackGraph {
  readonly achievements: readonly AchievementNode[]
  readonly skills: readonly SkillNode[]
  readonly edges: readonly StackEdge[]
  /** By `ref`. */
  readonly awards: Readonly<Record<string, Award>>
  /** What records say, by `ref`, without what they define: who speaks in a statement. */
  readonly speakers: Readonly<Record<string, Speaker>>
  /** True when there was more than is bounded (`limits.ts`): something is missing, which is said. */
  readonly isCut: boolean
}

export type Speaker = Pick<RecordStatement, 'ref' | 'entry' | 'issuer' | 'issuerLevel' | 'issuerKnownAs' | 'verdict' | 'code'>

/** How something stands that other things build on. `none`: nobody earned it here. */
export type NodeStanding = Verdict | 'none'

/** What the graph amounts to as it is now. Changes as things are added. */
export interface StackAnalysis {
  /** Edges that go round in a circle, one list per circle. */
  readonly cycles: readonly (readonly string[])[]
  /** Pairs of edges that say the opposite of each other, or an edge from a thing to itself (once). */
  readonly contradictions: readonly (readonly string[])[]
  /** Containment from something of higher rank to something of lower: kept, and said to be unusual. */
  readonly unusual: readonly string[]
  /** Nodes that an association names and nobody here describes. */
  readonly dangling: readonly string[]
  /** Inferred edges that say less than a stronger edge between the same two, directly or by way of others. */
  readonly shadowed: readonly string[]
  /** Skills that nearly everything shares: they tell little (trust.md §6.3). */
  readonly common: readonly string[]
  /** How each achievement stands by itself: the best of its awards. */
  readonly standing: Readonly<Record<string, NodeStanding>>
  /** Achievements that lean on something that is not verified, with those parts. */
  readonly leaning: Readonly<Record<string, readonly string[]>>
  /** Of what has parts stated by issuers or pathways: how many are earned and verified. */
  readonly parts: Readonly<Record<string, PartsEarned>>
}

export interface PartsEarned {
  readonly earned: number
  readonly of: number
  /** Credits as stated, when the issuer of both states both (trust.md §6.2). */
  readonly credits?: { readonly earned: number; readonly of: number }
}

/** A grouping of the learner's own, as far as the graph needs it. */
export interface OwnStack {
  readonly id: string
  readonly name: string
  /** In the learner's order: each leads to the next. Otherwise they lie side by side. */
  readonly isOrdered: boolean
  readonly members: readonly { readonly digest: string; readonly part: string }[]
}

/** What a stack is made of: everything in the wallet, the pathways that were added, the learner's own groupings. */
export interface StackInput {
  readonly sources: readonly StackSource[]
  readonly pathways: readonly Pathway[]
  readonly own: readonly OwnStack[]
}

/** What the worker made of it. */
export interface Stacked {
  readonly graph: StackGraph
  readonly analysis: StackAnalysis
  /** The pathways that were given, then those that records state; each with how far this person is. */
  readonly pathways: readonly { readonly pathway: Pathway; readonly progress: PathwayProgress }[]
}
