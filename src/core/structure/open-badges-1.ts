import type { Credential } from '../model/credential.ts'
import { isObject, type JsonObject, listOf, memberOf } from '../model/json.ts'
import { date, email, hash, identity, lenient, maybe, type PartRule, partViolations, verification, words } from './badges.ts'
import { each, objectThat, required, typed, url, type ValueRule, type Violation, violation } from './violation.ts'

/*
 * Open Badges 0.5, 1.0 and 1.1: "Assertion Specification" of each. Dates are seconds since 1970, days, or ISO 8601.
 */

const when = date('seconds', 'day', 'no zone', 'zoned')

/** What a badge of Open Badges 0.5, 1.0 or 1.1 breaks of the rules of its own time, as far as its parts are known. */
export function openBadges1Violations(credential: Credential): readonly Violation[] {
  if (credential.format === 'ob05') return [tooOld, ...assertion05(credential.document)]
  const linkedData = isLinkedData(credential.document)
  return [
    ...(linkedData ? assertion11(credential) : assertion10(credential)),
    ...partViolations(credential, linkedData ? parts11 : parts10),
  ]
}

/** Open Badges 1.1 says so in its context. */
function isLinkedData(document: JsonObject): boolean {
  return listOf(memberOf(document, '@context')).some((context) => typeof context === 'string' && /openbadges\/v1/.test(context))
}

/** Nothing in 0.5 says how a badge is verified. */
const tooOld: Violation = { ...violation('badge_too_old', ''), outcome: 'warning' }

function assertion05(document: JsonObject): readonly Violation[] {
  const recipient: ValueRule = (value, at) => (email(value, at).length === 0 ? [] : hash(value, at))
  return [
    ...required(document, 'recipient', '', recipient),
    ...required(document, 'badge', '', objectThat(badge05)),
    ...maybe(document, 'issued_on', '', when),
    ...maybe(document, 'expires', '', when),
  ]
}

const badge05: PartRule = (badge, at) => [
  ...['name', 'image', 'description', 'criteria'].flatMap((member) => required(badge, member, at, words)),
  ...required(
    badge,
    'issuer',
    at,
    objectThat((issuer, place) => [...required(issuer, 'origin', place, url), ...required(issuer, 'name', place, words)]),
  ),
]

function assertion10(credential: Credential): readonly Violation[] {
  const { document } = credential
  const verify: ValueRule = objectThat((object, at) => [
    ...verification(credential)(object, at),
    ...required(object, 'url', at, url),
  ])
  return [
    ...required(document, 'uid', '', words),
    ...required(document, 'badge', '', urlOrObject),
    ...required(document, 'verify', '', verify),
    ...assertionOfBoth(document),
  ]
}

/** Some issuers of 1.1 wrote `verification` as 2.0 does; the address of a hosted assertion may be its id alone. */
function assertion11(credential: Credential): readonly Violation[] {
  const { document } = credential
  const verify = memberOf(document, 'verify') === undefined && memberOf(document, 'verification') ? 'verification' : 'verify'
  const identified = memberOf(document, 'id') === undefined && memberOf(document, 'uid') !== undefined ? 'uid' : 'id'
  return [
    ...typed(document, '', 'Assertion'),
    ...required(document, identified, '', identified === 'id' ? url : words),
    ...required(document, 'badge', '', urlOrObject),
    ...required(document, verify, '', verification(credential)),
    ...assertionOfBoth(document),
  ]
}

/** The address of a part, or the part itself, which has rules of its own. */
const urlOrObject: ValueRule = (value, at) => (isObject(value) ? [] : url(value, at))

function assertionOfBoth(document: JsonObject): readonly Violation[] {
  return [
    ...required(document, 'recipient', '', identity),
    ...required(document, 'issuedOn', '', when),
    ...maybe(document, 'expires', '', when),
    ...maybe(document, 'evidence', '', (value, at) => lenient(each(url)(value, at))),
  ]
}

const badge10: PartRule = (badge, at) => [
  ...required(badge, 'name', at, words),
  ...lenient(['description', 'image'].flatMap((member) => required(badge, member, at, words))),
  ...lenient(required(badge, 'criteria', at, url)),
  ...required(badge, 'issuer', at, urlOrObject),
]

const issuer10: PartRule = (issuer, at) => [...required(issuer, 'name', at, words), ...required(issuer, 'url', at, url)]

const parts10 = { badge: badge10, issuer: issuer10 }
const parts11 = {
  badge: (badge: JsonObject, at: string) => [...typed(badge, at, 'BadgeClass'), ...badge10(badge, at)],
  issuer: (issuer: JsonObject, at: string) => [
    ...typed(issuer, at, listOf(memberOf(issuer, 'type')).includes('IssuerOrg') ? 'IssuerOrg' : 'Issuer'),
    ...issuer10(issuer, at),
  ],
}
