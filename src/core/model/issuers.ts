import type { ProblemCode } from '../problem.ts'

/** What a list of institutions says of one issuer. */
export interface ListedIssuer {
  /** The name in the list: where the credential states another, this one counts. */
  readonly name: string
  readonly legalName?: string
  readonly url?: string
  /** Credential Engine and ROR ids, where the list has them. */
  readonly ctid?: string
  readonly ror?: string
  /** RFC 7638 thumbprints of the only keys that count, where the list pins them. */
  readonly thumbprints?: readonly string[]
  /** When this word ends (ISO 8601), where the list says so: after that it counts as not read. */
  readonly until?: string
}

/** A list of institutions, as last read. Being listed says that an institution is known, never that it is good. */
export interface IssuerList {
  readonly name: string
  /** `test` lists (sandbox, community) never look like the real thing; `personal` is what this person trusts. */
  readonly kind: 'production' | 'test' | 'personal'
  /** When it was read (ISO 8601, UTC). */
  readonly asOf: string
  /** By exact issuer id. A list that was asked about single issuers has null for those that it does not know. */
  readonly entries: ReadonlyMap<string, ListedIssuer | null>
  /** By web host, lower case, where a list speaks for whole hosts: an issuer whose identifier lies on it. */
  readonly hosts?: ReadonlyMap<string, ListedIssuer>
  /** True when every issuer that the list knows is in `entries`, so that one that is missing is not listed. */
  readonly complete: boolean
}

/** The lists in use, and those that could not be read: "not listed" is said only when all were. */
export interface KnownIssuers {
  readonly lists: readonly IssuerList[]
  readonly unread: readonly { readonly name: string; readonly reason: ProblemCode }[]
}
