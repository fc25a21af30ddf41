import { isObject, memberOf } from '../model/json.ts'
import { glance, readPresentation } from './credential.ts'
import type { Format } from './format.ts'
import { isPresentation } from './types.ts'

/** A `VerifiablePresentation`, with embedded proofs or as a JWT (`vp` claim or `vp+jwt`). */
export const presentation: Format = {
  name: 'vp',
  recognizes: (payload) =>
    isPresentation(glance(payload) ?? undefined) ||
    (payload.kind === 'jws' &&
      isObject(memberOf(payload.jws.payload, 'vp')) &&
      memberOf(payload.jws.payload, 'vc') === undefined),
  read: (payload) => readPresentation(payload, { embedded: 'vp', jose: 'vp-jwt' }),
}
