import { withoutFragment } from '../dids/controller-document.ts'
import type { CompactJws, Credential } from '../model/credential.ts'
import { memberOf } from '../model/json.ts'
import { fail } from '../problem.ts'
import type { Format } from './format.ts'
import { isTokenStatusList } from './glances.ts'
import { dateClaim, stringClaim } from './jwt.ts'
import { readProfile, stated } from './readers.ts'
import { unstated } from './unstated.ts'

/** A Token Status List as a JWT (TSL §5.1): a list of statuses, about nobody. */
export const tokenStatusList: Format = {
  name: 'token-status-list',
  recognizes: isTokenStatusList,
  read(payload) {
    if (payload.kind !== 'jws') fail('input_not_credential', { facts: { found: 'json' } })
    const { jws, notices } = payload
    return {
      ...unstated,
      format: 'status-list-jwt',
      document: jws.payload,
      securing: { kind: 'jose', jws, form: 'flat' },
      types: ['TokenStatusList'],
      issuer: readProfile(keeperOf(jws)),
      notices,
      ...stated<Partial<Credential>>({
        id: stringClaim(jws.payload, 'sub'),
        validFrom: dateClaim(jws.payload, 'iat'),
        validUntil: dateClaim(jws.payload, 'exp'),
      }),
    }
  },
}

/** Who keeps the list: its `iss`, which may be left out, else the DID that its `kid` belongs to. */
function keeperOf({ header, payload }: CompactJws): string | undefined {
  const kid = memberOf(header, 'kid')
  return stringClaim(payload, 'iss') ?? (typeof kid === 'string' && kid.startsWith('did:') ? withoutFragment(kid) : undefined)
}
