import { isObject, type JsonObject, listOf, memberOf, stringsOf } from '../model/json.ts'
import { authorityOf, isWebAddress } from './addresses.ts'

/** Whether an address is one where an issuer keeps its assertions; `unreadable` when its profile asks for what nobody defines. */
export type Scope = 'inside' | 'outside' | 'unreadable'

/**
 * Applies the scope that an issuer's profile states (Open Badges 2.0, `VerificationObject` of a Profile): `startsWith`,
 * `allowedOrigins`, each that is there; with neither, the assertion lies on the host of the issuer's own address.
 * @param addresses all that answered for the assertion: the one asked, and the one that a redirect led to
 */
export function scopeOf(profile: JsonObject, issuer: string, addresses: readonly string[]): Scope {
  const stated = listOf(memberOf(profile, 'verification'))
  if (!stated.every(isObject)) return 'unreadable'
  if (stated.some((one) => statesOtherProperty(one))) return 'unreadable'
  const rules = stated.flatMap(rulesIn)
  const all = rules.length > 0 ? rules : [ofOrigins([authorityOf(issuer)])]
  return addresses.every((address) => all.every((rule) => rule(address))) ? 'inside' : 'outside'
}

/** Whether a profile says itself where its assertions lie. */
export function statesScope(profile: JsonObject): boolean {
  return memberOf(profile, 'verification') !== undefined
}

type Rule = (address: string) => boolean

function statesOtherProperty(verification: JsonObject): boolean {
  const property = memberOf(verification, 'verificationProperty')
  return property !== undefined && property !== 'id'
}

function rulesIn(verification: JsonObject): readonly Rule[] {
  const beginnings = memberOf(verification, 'startsWith')
  const origins = memberOf(verification, 'allowedOrigins')
  return [
    ...(beginnings === undefined ? [] : [ofBeginnings(stringsOf(beginnings))]),
    ...(origins === undefined ? [] : [ofOrigins(stringsOf(origins).map(authorityOfEntry))]),
  ]
}

/** Entries are host names; some issuers write whole origins. */
function authorityOfEntry(entry: string): string {
  const address = /^https?:\/\//i.test(entry) ? entry : `https://${entry}`
  if (!isWebAddress(address)) return ''
  const { pathname, search, hash } = new URL(address)
  return pathname === '/' && search === '' && hash === '' ? authorityOf(address) : ''
}

function ofOrigins(authorities: readonly string[]): Rule {
  return (address) => authorityOf(address) !== '' && authorities.includes(authorityOf(address))
}

function ofBeginnings(beginnings: readonly string[]): Rule {
  return (address) => isWebAddress(address) && beginnings.some((beginning) => beginsWith(address, beginning))
}

/**
 * A beginning counts only within its own host, for `https://good.example` is also how `https://good.example.evil.example`
 * begins; and only by the path that is asked in the end, with `..` worked out. An encoded slash may be one to the server, and some
 * take `..;` for `..`.
 */
function beginsWith(address: string, beginning: string): boolean {
  if (!isWebAddress(beginning) || authorityOf(address) !== authorityOf(beginning)) return false
  const [path, start] = [pathOf(address), pathOf(beginning)]
  return path.startsWith(start) && !/%(?:2f|5c|2e)|\.\.(?:;|%3b)/i.test(path.slice(start.length))
}

function pathOf(address: string): string {
  const { pathname, search } = new URL(address)
  return pathname + search
}
