import { sameAddress } from './dids/same-address.ts'
import type { Credential } from './model/credential.ts'
import { idOf, stringsOf } from './model/json.ts'
import { parseDateTime } from './structure/datetime.ts'

/** The kind of refresh service that Open Badges 3.0 and CLR 2.0 define (1EdTech VCCR 1.0). */
const refreshType = '1EdTechCredentialRefresh'

/** What tells the versions of a credential from other credentials, and from one another. */
export type Versioned = Pick<Credential, 'id' | 'issuer' | 'validFrom' | 'awardedDate'>

/** Where a newer version of a credential may be had; null when it names no such place. */
export function refreshAddressOf({ refreshServices }: Pick<Credential, 'refreshServices'>): string | null {
  const services = refreshServices.filter(({ type }) => stringsOf(type).includes(refreshType))
  return services.map(idOf).find((id) => id !== undefined && /^https?:\/\//i.test(id)) ?? null
}

/**
 * Whether two readings are of one credential (OB 3.0 "Credential equality"): the same issuer and the same id, white space and
 * needless percent-encoding aside.
 */
export function isSameCredential(one: Versioned, other: Versioned): boolean {
  if (one.id === undefined || other.id === undefined || one.issuer.id === '' || plainId(one.id) === '') return false
  return sameAddress(one.issuer.id, other.issuer.id) && plainId(one.id) === plainId(other.id)
}

/** An id as it is compared: equal for two that name one credential. */
export function plainId(id: string): string {
  try {
    return decodeURIComponent(id.trim())
  } catch {
    return id.trim()
  }
}

/** Whether a reading is of a later version than another: by the start of its validity, else by when it was awarded. */
export function isLater(one: Versioned, other: Versioned): boolean {
  const [later, earlier] = [versionDateOf(one), versionDateOf(other)].map((date) => (date === null ? null : parseDateTime(date)))
  return typeof later === 'number' && typeof earlier === 'number' && later > earlier
}

/** The date by which a version is told from another, as stated (ISO 8601); null when it states none that can be read. */
export function versionDateOf({ validFrom, awardedDate }: Pick<Versioned, 'validFrom' | 'awardedDate'>): string | null {
  return [validFrom, awardedDate].find((date) => date !== undefined && parseDateTime(date) !== null) ?? null
}
