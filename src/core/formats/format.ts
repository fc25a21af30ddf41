import type { CompactJws, Credential, Payload } from '../model/credential.ts'
import type { Json } from '../model/json.ts'

/** A payload parsed once, so that each format only glances. */
export type ParsedPayload = Payload &
  (
    | { readonly kind: 'json'; readonly value: Json }
    | { readonly kind: 'jws'; readonly jws: CompactJws }
    /** A compact JWS followed by disclosures, after its first `~` (RFC 9901 §4). */
    | { readonly kind: 'sd-jwt'; readonly jws: CompactJws }
    /** The bare address of a hosted badge. */
    | { readonly kind: 'address'; readonly address: string }
  )

/**
 * A credential format. `recognizes` is a glance at types and members; once it says yes, trouble is a coded failure
 * (`fail()`). A document that is recognised but breaks rules of its data model is still read as far as it goes:
 * the structure check says what is wrong with it.
 */
export interface Format {
  readonly name: string
  recognizes(payload: ParsedPayload): boolean
  read(payload: ParsedPayload): Credential | Promise<Credential>
}

/** A format whose reader is loaded when one of its kind is met; only the glance is there from the start. */
export function whenMet(name: string, recognizes: Format['recognizes'], load: () => Promise<Format>): Format {
  return { name, recognizes, read: async (payload) => (await load()).read(payload) }
}
