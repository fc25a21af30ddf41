import type { Credential, Securing } from '../model/credential.ts'
import { idOf, isObject, type JsonObject, memberOf } from '../model/json.ts'
import { fail } from '../problem.ts'
import { readIssuer } from './badge-class.ts'
import type { BadgeOrigin, BadgeParts } from './badge-parts.ts'
import { dateIn, objectIn } from './badge-text.ts'
import { endorsementsOf } from './endorsements.ts'
import type { Format } from './format.ts'
import { isEndorsement2, statedIn } from './glances.ts'
import { stated } from './readers.ts'
import { typesOf } from './types.ts'
import { unstated } from './unstated.ts'
import { webAddress } from './web-address.ts'

/** Open Badges 2.0 `Endorsement`: what its own address serves, or a compact JWS. CLR 1.0 writes it the same way. */
export const openBadge2Endorsement: Format = {
  name: 'ob2-endorsement',
  recognizes: isEndorsement2,
  read(payload) {
    const assertion = statedIn(payload) ?? fail('input_not_credential', { facts: { found: 'json' } })
    const signed = payload.kind === 'jws'
    const securing: Securing = signed
      ? { kind: 'badge-jws', jws: payload.jws }
      : { kind: 'hosted', address: webAddress(idOf(assertion)) }
    const format = signed ? 'ob2-endorsement-jws' : 'ob2-endorsement'
    const issuer = objectIn(assertion, 'issuer')
    return readEndorsement({ assertion, badge: null, issuer }, { format, securing, notices: payload.notices })
  },
}

/**
 * Reads an endorsement from as many of its parts as are there: `claim.id` is what is endorsed, the other members of the claim are
 * what is said of it, as those of an endorsement of today are.
 */
export function readEndorsement({ assertion, issuer }: BadgeParts, { format, securing, notices }: BadgeOrigin): Credential {
  return {
    ...unstated,
    format,
    document: assertion,
    securing,
    // an endorsement presents nobody, whatever it calls itself
    types: typesOf(assertion).filter((type) => type !== 'VerifiablePresentation'),
    issuer: readIssuer(idOf(memberOf(assertion, 'issuer')) ?? '', issuer ?? {}),
    subjects: subjectsOf(memberOf(assertion, 'claim')),
    endorsements: endorsementsOf(assertion, ''),
    notices,
    ...stated<Partial<Credential>>({
      id: idOf(assertion),
      validFrom: dateIn(assertion, 'issuedOn'),
      validUntil: dateIn(assertion, 'expires'),
    }),
  }
}

function subjectsOf(claim: JsonObject[string]): Credential['subjects'] {
  if (!isObject(claim)) return []
  const id = idOf(claim)
  const otherMembers = Object.fromEntries(Object.entries(claim).filter(([name]) => name !== 'id' && name !== 'type'))
  return [{ identities: [], results: [], otherMembers, ...(id !== undefined && { id }) }]
}
