import type { VerifyContext } from '../model/context.ts'
import type { CompactJws } from '../model/credential.ts'
import type { IssuerList } from '../model/issuers.ts'
import type { Json } from '../model/json.ts'
import type { Problem } from '../problem.ts'

/** Names of the kinds of list, by how each is read. */
export type SourceName = 'dcc-legacy' | 'openid-federation' | 'own-list'

/** A list of institutions as a person uses it: where it is read, and as what. */
export interface ListOrigin {
  readonly source: SourceName
  readonly name: string
  readonly kind: 'production' | 'test'
  /** Where it is read; empty for a list that was given as a file. */
  readonly url: string
}

/** What was given or fetched, parsed once, so that each source only glances. */
export type ListDocument = {
  /** File name, or the address that it came from. */
  readonly name: string
  /** The address that it came from; empty for a file. */
  readonly url: string
  /** The address that answered in the end; empty for a file. */
  readonly finalUrl: string
  /** When it was read (ISO 8601, UTC). */
  readonly at: string
} & (
  | { readonly kind: 'json'; readonly value: Json }
  | { readonly kind: 'jws'; readonly jws: CompactJws }
  | { readonly kind: 'text'; readonly text: string }
)

/** What a list that answers about single issuers needs besides its document; the others ask for nothing. */
export interface Asking extends Pick<VerifyContext, 'open' | 'now' | 'signal'> {
  /** The issuers to ask about. */
  readonly issuers: readonly string[]
  /** The list as last read. */
  readonly previous: IssuerList | null
  /** RFC 7638 thumbprint of the key that it was first read with; any key, the first time. */
  readonly anchor?: string
}

/** A list that was read. */
export interface ListReading {
  readonly origin: ListOrigin
  readonly list: IssuerList
  /** RFC 7638 thumbprint of the key that vouches for the list, to be held against it from now on. */
  readonly anchor?: string
  /** What could not be read of it, though the rest was. */
  readonly trouble: Problem | null
}

/**
 * A kind of list of institutions. `recognizes` is a glance; once it says yes, trouble is a coded failure (`fail()`). Reading is
 * pure but for what `asking` opens.
 */
export interface TrustSource {
  readonly name: SourceName
  recognizes(document: ListDocument): boolean
  read(document: ListDocument, asking: Asking): ListReading | Promise<ListReading>
}
