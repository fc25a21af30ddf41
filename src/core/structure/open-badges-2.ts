import { parseJson } from '../encoding/json.ts'
import { textOf } from '../encoding/utf8.ts'
import { type PartName, partOf, spellsOpenBadges2 } from '../formats/glances.ts'
import { limits } from '../limits.ts'
import type { VerifyContext } from '../model/context.ts'
import type { Credential } from '../model/credential.ts'
import { isObject, type Json, type JsonObject, listOf, memberOf } from '../model/json.ts'
import { attemptNow } from '../problem.ts'
import {
  date,
  email,
  identity,
  knownParts,
  lenient,
  maybe,
  type PartRule,
  partViolations,
  verification,
  words,
} from './badges.ts'
import { merkleReceipt } from './blockcert.ts'
import { clr1EndorsementViolations, isOfClr1 } from './clr1.ts'
import {
  each,
  isUrl,
  objectThat,
  pointer,
  required,
  text,
  typed,
  url,
  type ValueRule,
  type Violation,
  violation,
} from './violation.ts'

/*
 * Open Badges 2.0 and 2.1 "Data Classes".
 */

/** What a badge of Open Badges 2.0 or 2.1 breaks, or a part of one that stands alone, as far as its parts are known. */
export async function openBadges2Violations(
  credential: Credential,
  context: Pick<VerifyContext, 'open' | 'signal'>,
): Promise<readonly Violation[]> {
  const { document, securing } = credential
  const part = securing.kind === 'none' ? partOf(document) : null
  if (part !== null) return [...contexts(document), ...(await partAlone(document, part, context))]
  if (/^ob2-endorsement/.test(credential.format))
    return isOfClr1(document) ? clr1EndorsementViolations(credential) : [...contexts(document), ...endorsement(credential)]
  return [...contexts(document), ...assertion(credential), ...partViolations(credential, { badge: badgeClass, issuer: profile })]
}

/** The vocabulary of Open Badges 2.0 by its addresses, and those of its extensions. */
const vocabulary: readonly string[] = [
  'https://w3id.org/openbadges/v2',
  'https://openbadgespec.org/v2/context.json',
  'https://purl.imsglobal.org/spec/ob/v2p0/context/ob_v2p0.jsonld',
  'https://purl.imsglobal.org/spec/ob/v2p1/context/ob_v2p1.jsonld',
]
const extensions = /^https:\/\/(?:w3id\.org\/openbadges|openbadgespec\.org)\/extensions\//

/** The context is that of Open Badges 2.0, at its address or spelled out; what stands beside it should be known. */
function contexts(document: JsonObject): readonly Violation[] {
  const items = listOf(memberOf(document, '@context'))
  if (items.length === 0) return [violation('context_missing', '/@context')]
  const isOurs = (item: Json) => (typeof item === 'string' ? vocabulary.includes(item) : spellsOpenBadges2(item))
  if (!items.some(isOurs)) return [violation('context_first_wrong', '/@context', vocabulary[0])]
  return items.flatMap((item, index) => {
    if (isOurs(item) || isObject(item) || (typeof item === 'string' && extensions.test(item))) return []
    if (!isUrl(item)) return [violation('context_invalid', `/@context/${index}`, 'url or object')]
    return lenient([violation('context_unfamiliar', `/@context/${index}`)])
  })
}

const when = date('zoned')
/** "Open Badges must express timestamps ... including the time and a time zone indicator": without one it is read as UTC, and said. */
const zoned: ValueRule = (value, at) => (date('no zone')(value, at).length === 0 ? lenient(when(value, at)) : when(value, at))

function assertion(credential: Credential): readonly Violation[] {
  const { document } = credential
  const own = (violations: readonly Violation[]) => (merkleReceipt(document) === null ? violations : lenient(violations))
  return [
    ...typed(document, '', 'Assertion'),
    ...required(document, 'id', '', url),
    ...required(document, 'recipient', '', identity),
    ...required(document, 'badge', '', part),
    ...own(required(document, 'verification', '', verification(credential))),
    ...own(required(document, 'issuedOn', '', zoned)),
    ...maybe(document, 'expires', '', zoned),
    ...maybe(document, 'image', '', baked),
    ...maybe(document, 'evidence', '', (value, at) => lenient(each(evidence)(value, at))),
    ...maybe(document, 'narrative', '', (value, at) => lenient(text(value, at))),
  ]
}

/** `Endorsement`: a claim about something that has an id, by an issuer. */
function endorsement(credential: Credential): readonly Violation[] {
  const { document } = credential
  const issuers = knownParts(credential, 'issuer', memberOf(document, 'issuer'))
  return [
    ...typed(document, '', 'Endorsement'),
    ...required(document, 'id', '', url),
    ...required(
      document,
      'claim',
      '',
      objectThat((claim, at) => required(claim, 'id', at, url)),
    ),
    ...required(document, 'issuer', '', part),
    ...required(document, 'issuedOn', '', zoned),
    ...required(document, 'verification', '', verification(credential)),
    ...issuers.flatMap((issuer) => profile(issuer, '/issuer')),
  ]
}

/** The address of a part, or the part itself, which has rules of its own. */
const part: ValueRule = (value, at) => (isObject(value) ? [] : url(value, at))

/** "If the property is present, the image must be a baked badge": an address, which a data URI is not. */
const baked: ValueRule = (value, at) => {
  const id = isObject(value) ? memberOf(value, 'id') : value
  const place = isObject(value) ? pointer(at, 'id') : at
  if (typeof id === 'string' && /^data:/i.test(id)) return [violation('image_not_baked', place)]
  return isUrl(id) ? [] : [violation('member_invalid', place, 'url')]
}

const evidence: ValueRule = (value, at) => (isObject(value) ? maybe(value, 'narrative', at, text) : url(value, at))

/** A picture of a badge class or profile: its address, a data URI, or an object with one of these as `id`. */
const picture: ValueRule = (value, at) => {
  const id = isObject(value) ? memberOf(value, 'id') : value
  return typeof id === 'string' && (/^data:image\//i.test(id) || isUrl(id)) ? [] : [violation('member_invalid', at, 'url')]
}

/** Many genuine badge classes lack a picture or describe an alignment in the words of 1.1. */
const badgeClass: PartRule = (badge, at) => [
  ...typed(badge, at, 'BadgeClass'),
  ...required(badge, 'id', at, url),
  ...required(badge, 'name', at, text),
  ...required(badge, 'description', at, text),
  ...required(badge, 'criteria', at, each(part)),
  ...required(badge, 'issuer', at, part),
  ...lenient(required(badge, 'image', at, picture)),
  ...lenient(maybe(badge, 'tags', at, each(words))),
  ...lenient(maybe(badge, 'alignment', at, each(objectThat(alignment)))),
]

const alignment: PartRule = (object, at) => [
  ...required(object, 'targetName', at, text),
  ...required(object, 'targetUrl', at, url),
]

/** An issuer is a `Profile`, by its older name an `Issuer`. */
const profile: PartRule = (issuer, at) => [
  ...typed(issuer, at, listOf(memberOf(issuer, 'type')).includes('Issuer') ? 'Issuer' : 'Profile'),
  ...required(issuer, 'id', at, url),
  ...required(issuer, 'name', at, text),
  ...lenient(required(issuer, 'url', at, url)),
  ...lenient(required(issuer, 'email', at, email)),
]

const rulesOfPart: Readonly<Record<PartName, PartRule>> = {
  BadgeClass: badgeClass,
  Issuer: profile,
  Profile: profile,
  AlignmentObject: alignment,
}

/** Such a part is nobody's badge, and that is said first. A badge class is held to what its issuer is, where that can be had. */
async function partAlone(
  document: JsonObject,
  name: PartName,
  context: Pick<VerifyContext, 'open' | 'signal'>,
): Promise<readonly Violation[]> {
  const stated = name === 'BadgeClass' ? memberOf(document, 'issuer') : undefined
  const issuer = isObject(stated) ? stated : await objectAt(stated, context)
  const said = lenient([violation('badge_part_only', '')])
  return [...said, ...rulesOfPart[name](document, ''), ...(issuer ? profile(issuer, '/issuer') : [])]
}

/** The JSON object that an address serves; null when there is none to be had. */
async function objectAt(
  address: Json | undefined,
  { open, signal }: Pick<VerifyContext, 'open' | 'signal'>,
): Promise<JsonObject | null> {
  if (typeof address !== 'string' || !/^https?:\/\//i.test(address)) return null
  const accept = 'application/ld+json, application/json'
  const opened = await open({ url: address, purpose: 'issuer', accept, maxBytes: limits.fetchBytes, ...(signal && { signal }) })
  const parsed = opened.ok ? attemptNow(() => parseJson(textOf(opened.value.bytes))) : opened
  return parsed.ok && isObject(parsed.value) ? parsed.value : null
}
