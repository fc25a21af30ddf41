import type { Credential, LinkedDocument } from '../model/credential.ts'
import { isObject, type Json, type JsonObject, listOf, memberOf } from '../model/json.ts'
import { type BadgeDate, parseBadgeDate } from './badge-dates.ts'
import { objectThat, pointer, required, type ValueRule, type Violation, violation } from './violation.ts'

/*
 * What the generations of Open Badges before 3.0 have in common: identities, ways of verification, dates, and parts that lie
 * elsewhere.
 */

/** What a part of a badge breaks; `at` is where it stands, or where its address stands. */
export type PartRule = (part: JsonObject, at: string) => readonly Violation[]

/** A member that need not be there; in JSON-LD null is "not there", and many older exports write it. */
export function maybe(object: JsonObject, member: string, at: string, rule: ValueRule): readonly Violation[] {
  const value = memberOf(object, member)
  return value === undefined || value === null ? [] : rule(value, pointer(at, member))
}

/** A rule that genuine badges often break and that costs a reader nothing: it is only said. */
export function lenient(violations: readonly Violation[]): readonly Violation[] {
  return violations.map((each) => ({ ...each, outcome: 'warning' }))
}

/** A string that says something. */
export const words: ValueRule = (value, at) =>
  typeof value === 'string' && value.trim() !== '' ? [] : [violation('member_invalid', at, 'text')]

/** Longest e-mail address there can be (RFC 5321 §4.5.3.1). */
const longestEmail = 320

/** An e-mail address, as far as a glance tells. */
export const email: ValueRule = (value, at) =>
  typeof value === 'string' && value.length <= longestEmail && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value)
    ? []
    : [violation('member_invalid', at, 'e-mail')]

/** A hash with the name of its algorithm before it: `sha256$5678...`; sha1 only in what is older than 1.0. */
export const hash: ValueRule = (value, at) =>
  typeof value === 'string' && /^(?:sha256\$[\da-f]{64}|sha1\$[\da-f]{40}|md5\$[\da-f]{32})$/i.test(value)
    ? []
    : [violation('member_invalid', at, 'algorithm$hash')]

const flag: ValueRule = (value, at) => (typeof value === 'boolean' ? [] : [violation('member_invalid', at, 'boolean')])

/** `IdentityObject`: its kind, whether it is hashed, and the identity or its hash. */
export const identity: ValueRule = objectThat((object, at) => [
  ...required(object, 'type', at, (value, place) =>
    listOf(value).every(isWord) ? [] : [violation('member_invalid', place, 'text')],
  ),
  ...required(object, 'hashed', at, flag),
  ...required(object, 'identity', at, identityValue(object)),
  ...maybe(object, 'salt', at, (value, place) => (typeof value === 'string' ? [] : [violation('member_invalid', place, 'text')])),
])

function identityValue(object: JsonObject): ValueRule {
  if (memberOf(object, 'hashed') === true) return hash
  return listOf(memberOf(object, 'type')).includes('email') ? email : words
}

function isWord(value: Json): boolean {
  return typeof value === 'string' && value !== ''
}

/** Names of the two ways in which a badge is verified. */
const ways: Readonly<Record<'hosted' | 'badge-jws', readonly string[]>> = {
  hosted: ['hosted', 'HostedBadge'],
  'badge-jws': ['signed', 'SignedBadge'],
}

/** The `type` of a `VerificationObject`: one of the two ways, and the one in which the badge came. */
export function verification(credential: Credential): ValueRule {
  return objectThat((object, at) => {
    const { kind } = credential.securing
    const types = listOf(memberOf(object, 'type'))
    const place = pointer(at, 'type')
    if (types.length === 0) return [violation('type_missing', place)]
    const named = (way: keyof typeof ways) => types.some((type) => typeof type === 'string' && ways[way].includes(type))
    if (!named('hosted') && !named('badge-jws')) return [violation('member_invalid', place, 'hosted or signed')]
    return kind in ways && !named(kind as keyof typeof ways) ? [violation('badge_form_mixed', place)] : []
  })
}

/** A date written in one of some ways. */
export function date(...written: readonly BadgeDate['written'][]): ValueRule {
  return (value, at) => {
    const parsed = parseBadgeDate(value)
    return parsed !== null && written.includes(parsed.written) ? [] : [violation('date_invalid', at, 'ISO 8601')]
  }
}

/** Every copy of a part that is known: the one inside the badge, and the one that its address serves. */
export function knownParts(
  credential: Credential,
  role: LinkedDocument['role'],
  embedded: Json | undefined,
): readonly JsonObject[] {
  const linked = credential.linked.flatMap((each) => (each.role === role && each.document !== null ? [each.document] : []))
  return [...(isObject(embedded) ? [embedded] : []), ...linked]
}

/** What the known badge classes and issuers of a badge break, each said once. */
export function partViolations(credential: Credential, rules: { badge: PartRule; issuer: PartRule }): readonly Violation[] {
  const badges = knownParts(credential, 'badge', memberOf(credential.document, 'badge'))
  const issuers = [
    ...badges.map((badge) => memberOf(badge, 'issuer')).filter(isObject),
    ...knownParts(credential, 'issuer', undefined),
  ]
  const all = [
    ...badges.flatMap((badge) => rules.badge(badge, '/badge')),
    ...issuers.flatMap((issuer) => rules.issuer(issuer, '/badge/issuer')),
  ]
  return [...new Map(all.map((each) => [`${each.code} ${each.at}`, each])).values()]
}
