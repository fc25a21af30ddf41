import type { Problem } from '../problem.ts'
import type { Json, JsonObject } from './json.ts'
import type { Witness } from './report.ts'

/** What a person gave us: the exact bytes, kept for ever and exported unchanged. */
export interface Source {
  readonly bytes: Uint8Array
  /** File name or address, as given. */
  readonly name: string
}

/** What was inside a source once its container was opened: text that a format can read. */
export interface Payload {
  readonly text: string
  /** How it was carried. A text may also be the bare address of a hosted badge when it was baked into a picture. */
  readonly container: 'text' | 'png' | 'svg' | 'zip'
  /** What must be said about the container (a wrong CRC, a compressed chunk): each a warning of `structure.data-model`. */
  readonly notices: readonly Problem[]
}

/** Ids of `format` in a report. */
export type FormatId =
  | 'ob05'
  | 'ob1'
  | 'ob1.1'
  | 'ob1-jws'
  | 'ob2'
  | 'ob2-jws'
  | 'ob2-endorsement'
  | 'ob2-endorsement-jws'
  | 'clr1'
  | 'clr1-jws'
  | 'clr1-set'
  | 'sd-jwt-vc'
  | 'sd-jwt-vcdm'
  | 'ob3'
  | 'ob3-jwt'
  | 'ob3-endorsement'
  | 'ob3-endorsement-jwt'
  | 'clr2'
  | 'clr2-jwt'
  | 'vp'
  | 'vp-jwt'
  | 'enveloped'
  | 'vc-other'
  | 'vc-other-jwt'
  | 'status-list'
  | 'status-list-jwt'
  | 'array'

/** How a credential is secured. */
export type Securing =
  | { readonly kind: 'embedded'; readonly proofs: readonly JsonObject[] }
  | { readonly kind: 'jose'; readonly jws: CompactJws; readonly form: 'vc-claim' | 'flat' | 'vc+jwt' }
  | { readonly kind: 'sd-jwt'; readonly sdJwt: SdJwt }
  /** Open Badges 1 and 2, CLR 1.0: it is what its own address serves. Empty when it states no address that could be asked. */
  | { readonly kind: 'hosted'; readonly address: string }
  /** Open Badges 1 and 2, CLR 1.0: a compact JWS whose key the issuer's profile names. */
  | { readonly kind: 'badge-jws'; readonly jws: CompactJws }
  | { readonly kind: 'none' }

/** A compact JWS taken apart; nothing about it is verified yet. */
export interface CompactJws {
  /** The exact string `header.payload.signature`. */
  readonly text: string
  readonly header: JsonObject
  readonly payload: JsonObject
  readonly signature: Uint8Array
}

/** An SD-JWT taken apart (RFC 9901 §4); nothing about it is verified yet. */
export interface SdJwt {
  /** The exact string as received. */
  readonly text: string
  readonly jws: CompactJws
  /** Each disclosure as received (base64url), in order. */
  readonly disclosures: readonly string[]
  /** The key binding JWT after the last `~`; null when there is none. */
  readonly keyBinding: CompactJws | null
  /** The payload with what is soundly disclosed in its place (RFC 9901 §7.1). */
  readonly claims: JsonObject
  /** Digests that no disclosure answers: facts kept back, or decoys. */
  readonly withheld: number
  /** What contradicts the rules of disclosure (a digest that nothing names, a name twice...): it fails the proof. */
  readonly trouble: Problem | null
}

/**
 * A document that a badge of an older generation names by address, and what became of asking for it. Such a badge is
 * spread over the web: assertion, badge class and issuer each have an address of their own.
 */
export interface LinkedDocument {
  readonly role: 'assertion' | 'badge' | 'issuer'
  /** The address asked; empty for one that was embedded without an address. */
  readonly address: string
  /** What the address serves; null when it could not be had. */
  readonly document: JsonObject | null
  /** Why it could not be had, or what its host said instead (`fetch_status` with 410: withdrawn). */
  readonly problem: Problem | null
  /** The address that answered in the end, after redirects; absent for a document that was not asked for. */
  readonly finalUrl?: string
  readonly witness?: Witness
}

/** Text in one or several languages, best guess first. Issuer text is hostile: show it as text or as sanitized markdown only. */
export type Text = readonly TextIn[]
export interface TextIn {
  readonly value: string
  /** BCP 47; absent when not stated. */
  readonly language?: string
  readonly direction?: 'ltr' | 'rtl'
}

export interface Image {
  /** https address or data URI, as stated; nothing else is kept. */
  readonly url: string
  readonly caption?: Text
}

/** An organization or person: issuer, creator, source, parent, endorser. Open Badges 3.0 `Profile`. */
export interface Profile {
  readonly id: string
  readonly name: Text
  readonly url?: string
  readonly description?: Text
  readonly image?: Image
  readonly email?: string
  readonly phone?: string
  readonly official?: string
  readonly address?: readonly string[]
  readonly parentOrg?: Profile
  readonly otherIdentifiers: readonly Identifier[]
}
export type Issuer = Profile

export interface Identifier {
  readonly type: string
  readonly value: string
}

/** Open Badges 3.0 `IdentityObject`: who the subject is, in clear or hashed. */
export interface Identity {
  readonly type: string
  readonly hashed: boolean
  readonly value: string
  readonly salt?: string
}

export interface Alignment {
  readonly name: Text
  readonly url: string
  readonly code?: string
  readonly framework?: string
  readonly description?: Text
  readonly type?: string
}

export interface RubricLevel {
  readonly id: string
  readonly name: Text
  readonly description?: Text
  readonly level?: string
  readonly points?: string
}

/** Open Badges 3.0 `Result`, joined with its `ResultDescription` by id. */
export interface Result {
  readonly name?: Text
  readonly type?: string
  readonly value?: string
  /** `ResultStatusType`; absent means Completed. */
  readonly status?: string
  readonly achievedLevel?: string
  readonly requiredLevel?: string
  readonly requiredValue?: string
  readonly valueMin?: string
  readonly valueMax?: string
  readonly allowedValues: readonly string[]
  readonly levels: readonly RubricLevel[]
  readonly alignments: readonly Alignment[]
}

export interface Criteria {
  readonly url?: string
  /** Markdown, unsanitized. */
  readonly narrative?: Text
}

export interface Achievement {
  readonly id: string
  readonly type?: string
  readonly name: Text
  readonly description?: Text
  readonly criteria: Criteria
  readonly image?: Image
  readonly creator?: Profile
  readonly creditsAvailable?: number
  readonly fieldOfStudy?: Text
  readonly specialization?: Text
  readonly humanCode?: string
  readonly language?: string
  readonly version?: string
  readonly tags: readonly string[]
  readonly alignments: readonly Alignment[]
  readonly otherIdentifiers: readonly Identifier[]
  /** What can be earned here, whether or not this award states a result for it. */
  readonly resultDescriptions: readonly Result[]
  readonly related: readonly { readonly id: string; readonly language?: string; readonly version?: string }[]
}

/**
 * How two achievements belong together, as the issuer of a record states it (CLR 2.0 `Association`; CLR 1.0 has it inside
 * the source achievement). Reads: source `type` target.
 */
export interface Association {
  readonly type: string
  readonly sourceId: string
  readonly targetId: string
  readonly title?: Text
}

export interface Evidence {
  readonly url?: string
  readonly name?: Text
  readonly description?: Text
  /** Markdown, unsanitized. */
  readonly narrative?: Text
  readonly genre?: string
  readonly audience?: string
}

export interface Subject {
  readonly id?: string
  readonly identities: readonly Identity[]
  readonly achievement?: Achievement
  readonly results: readonly Result[]
  readonly image?: Image
  /** Markdown, unsanitized. */
  readonly narrative?: Text
  readonly creditsEarned?: number
  readonly licenseNumber?: string
  readonly role?: string
  readonly term?: string
  readonly source?: Profile
  readonly activityStart?: string
  readonly activityEnd?: string
  /** Members of a subject that is no achievement, as stated, for a generic view. */
  readonly otherMembers: JsonObject
}

/** One entry of `credentialStatus`, as stated. */
export interface StatusEntry {
  readonly id?: string
  readonly type: string
  readonly members: JsonObject
}

/** A reference to a schema: `credentialSchema`. */
export interface SchemaReference {
  readonly id: string
  readonly type: string
}

/**
 * A credential of any generation in one shape. Everything that a person is shown comes from here, and everything
 * here was read from `document`, the very members that the proof is checked over.
 */
export interface Credential {
  readonly format: FormatId
  /** The version of the W3C data model that its first context names; null for none. */
  readonly dataModel: '1.1' | '2.0' | null
  /** The whole credential as JSON, proof included; for a JWT the credential that its payload states. */
  readonly document: JsonObject
  readonly securing: Securing
  readonly id?: string
  readonly types: readonly string[]
  readonly title: Text
  readonly description?: Text
  readonly image?: Image
  readonly issuer: Issuer
  readonly subjects: readonly Subject[]
  readonly awardedDate?: string
  /** `validFrom` (2.0) or `issuanceDate` (1.1), as stated. */
  readonly validFrom?: string
  /** `validUntil` (2.0) or `expirationDate` (1.1), as stated. */
  readonly validUntil?: string
  readonly evidence: readonly Evidence[]
  readonly statusEntries: readonly StatusEntry[]
  readonly schemas: readonly SchemaReference[]
  readonly refreshServices: readonly JsonObject[]
  readonly termsOfUse: readonly JsonObject[]
  /** Endorsements as stated: JSON objects or compact JWS strings, with the path where each was found. */
  readonly endorsements: readonly { readonly at: string; readonly value: Json }[]
  /** Credentials inside this one (a presentation, a record), each as its own payload, verbatim. */
  readonly nested: readonly Payload[]
  /** The holder that a presentation names. */
  readonly holder?: string
  /** What a record says about how its achievements belong together. */
  readonly associations: readonly Association[]
  /** Achievements that a record defines without awarding them: programs and pathways that the awards are part of. */
  readonly definitions: readonly Achievement[]
  /** True when a record says that it does not hold everything its issuer has (CLR `partial`). */
  readonly partial?: boolean
  /** Extensions of Open Badges 2.0 and members of older generations that have no place of their own: shown as stated. */
  readonly extensions: readonly { readonly name: string; readonly value: Json }[]
  /** For a badge of an older generation: the documents that it names, once they were asked for. */
  readonly linked: readonly LinkedDocument[]
  readonly notices: readonly Problem[]
}
