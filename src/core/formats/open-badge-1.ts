import type { FormatId, Securing } from '../model/credential.ts'
import { idOf, type JsonObject, memberOf } from '../model/json.ts'
import { fail } from '../problem.ts'
import { embeddedParts, readBadge } from './badge-parts.ts'
import { objectIn } from './badge-text.ts'
import type { Format, ParsedPayload } from './format.ts'
import { generationOf, isOpenBadge1, statedIn } from './glances.ts'
import { hasType } from './types.ts'
import { webAddress } from './web-address.ts'

/** Open Badges 0.5, 1.0 and 1.1: what its own address serves, or a compact JWS (formats.md §5). */
export const openBadge1: Format = {
  name: 'ob1',
  recognizes: isOpenBadge1,
  read(payload) {
    const assertion = statedIn(payload) ?? fail('input_not_credential', { facts: { found: 'json' } })
    return readBadge(embeddedParts(assertion), { ...howStated(payload, assertion), notices: payload.notices })
  },
}

function howStated(payload: ParsedPayload, assertion: JsonObject): { format: FormatId; securing: Securing } {
  if (payload.kind === 'jws') return { format: 'ob1-jws', securing: { kind: 'badge-jws', jws: payload.jws } }
  const generation = generationOf(assertion) ?? 'ob1'
  return { format: generation, securing: { kind: 'hosted', address: addressOf(assertion) } }
}

/** `verify.url` of a hosted assertion, else its id. Of a signed one that address is where its key lies, not the assertion. */
function addressOf(assertion: JsonObject): string {
  const verify = objectIn(assertion, 'verify') ?? objectIn(assertion, 'verification') ?? {}
  const stated = hasType(verify, 'signed', 'SignedBadge') ? '' : webAddress(memberOf(verify, 'url'))
  return stated || webAddress(idOf(assertion))
}
