import type { FormatId } from '../model/credential.ts'
import { idOf, isObject, type Json, type JsonObject, listOf, memberOf, stringsOf } from '../model/json.ts'
import { isWebAddress, sameResource } from './addresses.ts'

/*
 * What the documents of Open Badges 1 and 2 and of CLR 1.0 name: each of them is an address, or the thing itself.
 */

/** Whether a format spreads an award over assertion, badge class and issuer; the others name their issuer themselves. */
export function hasBadgeClass(format: FormatId): boolean {
  return /^ob(?:05|1|2)/.test(format) && !format.includes('endorsement')
}

/** Whether a badge is of the generation whose parts are held together by their origin alone (Open Badges 1.0 and 1.1). */
export function isOfOriginAge(format: FormatId): boolean {
  return /^ob1/.test(format)
}

/** The issuer that a document names: the publisher of a CLR 1.0 record, the issuer of its achievement for an assertion in one. */
export function issuerNamedIn(document: JsonObject): Json | undefined {
  const achievement = memberOf(document, 'achievement')
  const own = memberOf(document, 'publisher') ?? memberOf(document, 'issuer')
  return own ?? (isObject(achievement) ? memberOf(achievement, 'issuer') : undefined)
}

/** The web address by which a document names another; empty when it has none. */
export function addressNamed(value: Json | undefined): string {
  const address = idOf(value)
  return isWebAddress(address) ? address : ''
}

/** Whether a value is the thing itself, and not only its address. */
export function isEmbedded(value: Json | undefined): value is JsonObject {
  return isObject(value) && Object.keys(value).some((name) => !['@context', 'id', 'type'].includes(name))
}

/** The objects that say how a document is to be verified: `verification`, in 1.0 `verify`. */
export function verificationsIn(document: JsonObject): readonly JsonObject[] {
  return ['verification', 'verify'].flatMap((name) => listOf(memberOf(document, name)).filter(isObject))
}

/** Whether a document says that it is signed: then it is nothing without its signature, wherever it lies. */
export function saysSigned(document: JsonObject): boolean {
  return verificationsIn(document).some((one) =>
    stringsOf(memberOf(one, 'type')).some((type) => /^(?:obi:|dt)?signed(?:badge)?$/i.test(type)),
  )
}

/** Whether a document says that it was withdrawn; null when what it says is neither yes nor no. */
export function revokedIn(document: JsonObject): boolean | null {
  const revoked = memberOf(document, 'revoked')
  if (revoked === undefined || revoked === null || revoked === false || revoked === 'false') return false
  return revoked === true || revoked === 'true' ? true : null
}

/**
 * Whether a document is the one that lies at an address: every web address that it states for itself (`id`; in 1.0
 * `verify.url`) is that one. A document that states none (0.5) is whatever its address serves.
 */
export function liesAt(document: JsonObject, address: string): boolean {
  const stated = [memberOf(document, 'id'), ...verificationsIn(document).map((one) => memberOf(one, 'url'))]
  const addresses = stated.filter(isWebAddress)
  if (addresses.length === 0) return memberOf(document, 'id') === undefined
  return addresses.every((one) => sameResource(one, address))
}
