import { limits } from '../limits.ts'
import type { StatusEntry } from '../model/credential.ts'
import { idOf, isObject, type Json, listOf, memberOf } from '../model/json.ts'

/**
 * The revocation lists that the profiles of an issuer name (Open Badges 2.0 and CLR 1.0 `revocationList`), each once. One that is at
 * no address is among them, for it must be said and not passed over; so is one more than are looked at, which tells that there are
 * too many.
 */
export function revocationListsOf(profiles: readonly (Json | undefined)[]): readonly StatusEntry[] {
  const lists = profiles.filter(isObject).flatMap((profile) => listOf(memberOf(profile, 'revocationList')))
  const addresses = new Set(lists.map((list) => idOf(list) ?? ''))
  return [...addresses]
    .slice(0, limits.statusEntries + 1)
    .map((id) => ({ type: 'OpenBadgesRevocationList', id, members: { id } }))
}
