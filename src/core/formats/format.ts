import type { CompactJws, Credential, Payload } from '../model/credential.ts'
import type { Json } from '../model/json.ts'

/** A payload parsed once, so that each format only glances: either JSON or a compact JWS. */
export type ParsedPayload = Payload &
  ({ readonly kind: 'json'; readonly value: Json } | { readonly kind: 'jws'; readonly jws: CompactJws })

/**
 * A credential format. `recognizes` is a glance at types and members; once it says yes, trouble is a coded failure
 * (`fail()`). A document that is recognised but breaks rules of its data model is still read as far as it goes:
 * the structure check says what is wrong with it.
 */
export interface Format {
  readonly name: string
  recognizes(payload: ParsedPayload): boolean
  read(payload: ParsedPayload): Credential
}
