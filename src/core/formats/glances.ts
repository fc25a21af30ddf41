import { isObject, type Json, type JsonObject, listOf, memberOf } from '../model/json.ts'
import type { ParsedPayload } from './format.ts'
import { contextsOf, hasType } from './types.ts'

/*
 * Glances at formats whose readers are loaded when one of their kind is met (formats.md §5): types, contexts and members,
 * nothing more.
 */

/** The generations of Open Badges before 3.0. */
export type BadgeGeneration = 'ob05' | 'ob1' | 'ob1.1' | 'ob2'

/** The object that a payload states: JSON, or what a compact JWS signs; null when it is none. */
export function statedIn(payload: ParsedPayload): JsonObject | null {
  if (payload.kind === 'jws') return payload.jws.payload
  return payload.kind === 'json' && isObject(payload.value) ? payload.value : null
}

/** An address that stands for the badge that it serves: alone, or in an assertion that says nothing else. Null when it is none. */
export function addressIn(payload: ParsedPayload): string | null {
  if (payload.kind === 'address') return payload.address
  if (payload.kind !== 'json' || !isObject(payload.value)) return null
  const verify = memberOf(payload.value, 'verify')
  const url = isObject(verify) && Object.keys(payload.value).length === 1 ? memberOf(verify, 'url') : undefined
  return typeof url === 'string' && /^https?:\/\//i.test(url) ? url : null
}

/** Open Badges 0.5, 1.0 and 1.1, hosted or signed. */
export function isOpenBadge1(payload: ParsedPayload): boolean {
  const stated = statedIn(payload)
  const generation = stated && generationOf(stated)
  return generation !== null && generation !== 'ob2'
}

/** Open Badges 2.0 and 2.1, hosted or signed, and the documents that only go with such a badge. */
export function isOpenBadge2(payload: ParsedPayload): boolean {
  const stated = statedIn(payload)
  return stated !== null && (generationOf(stated) === 'ob2' || (payload.kind === 'json' && partOf(stated) !== null))
}

/** Which generation an assertion is of; null when it is none of these. */
export function generationOf(stated: JsonObject): BadgeGeneration | null {
  if (has(stated, 'credentialSubject') || has(stated, 'achievement') || hasType(stated, 'Endorsement')) return null
  const asserts = hasType(stated, 'Assertion')
  const awards = asserts || has(stated, 'badge')
  if (awards && speaksOpenBadges2(stated)) return 'ob2'
  if (awards && inContext(stated, /openbadges\/v1/)) return 'ob1.1'
  if (has(stated, 'badge') && has(stated, 'verification')) return 'ob2'
  if (isObject(memberOf(stated, 'verify')) || (has(stated, 'uid') && awards) || asserts) return 'ob1'
  return typeof memberOf(stated, 'recipient') === 'string' && isObject(memberOf(stated, 'badge')) ? 'ob05' : null
}

/** Open Badges 2.0 `Endorsement`, hosted or signed: somebody's claim about a badge, a badge class or an issuer. */
export function isEndorsement2(payload: ParsedPayload): boolean {
  const stated = statedIn(payload)
  if (stated === null || has(stated, 'credentialSubject')) return false
  const claim = memberOf(stated, 'claim')
  return hasType(stated, 'Endorsement', 'dtEndorsement') || (isObject(claim) && has(claim, 'endorsementComment'))
}

/** Classes of Open Badges 2.0 that describe a badge or its issuer, without awarding it to anybody. */
const parts = ['BadgeClass', 'Issuer', 'Profile', 'AlignmentObject'] as const
export type PartName = (typeof parts)[number]

/** Which part of an Open Badges 2.0 badge a document is when it stands alone; null when it is none. */
export function partOf(stated: JsonObject): PartName | null {
  return speaksOpenBadges2(stated) ? (parts.find((name) => hasType(stated, name)) ?? null) : null
}

/** Whether a document is written in the vocabulary of Open Badges 2.0, by its address or spelled out. */
export function speaksOpenBadges2(stated: JsonObject): boolean {
  return inContext(stated, /openbadges\/v2|\/ob\/v2p[01]\//) || listOf(memberOf(stated, '@context')).some(spellsOpenBadges2)
}

/** Whether an inline context defines what Open Badges 2.0 calls a badge class, as its published context does. */
export function spellsOpenBadges2(context: Json): boolean {
  const term = isObject(context) ? memberOf(context, 'BadgeClass') : undefined
  return term === 'obi:BadgeClass' || term === 'https://w3id.org/openbadges#BadgeClass'
}

function inContext(value: JsonObject, pattern: RegExp): boolean {
  return contextsOf(value).some((context) => pattern.test(context))
}

function has(value: JsonObject, name: string): boolean {
  return memberOf(value, name) !== undefined
}

/** An SD-JWT, or a JWT of the kind that has a `vct` (SD-JWT VC §2) with nothing left to disclose. */
export function isSelective(payload: ParsedPayload): boolean {
  return payload.kind === 'sd-jwt' || (payload.kind === 'jws' && typeof memberOf(payload.jws.payload, 'vct') === 'string')
}

/** A Token Status List as a JWT: only its `typ` tells (TSL §5.1). */
export function isTokenStatusList(payload: ParsedPayload): boolean {
  const typ = payload.kind === 'jws' ? memberOf(payload.jws.header, 'typ') : undefined
  return typeof typ === 'string' && /^(?:application\/)?statuslist\+jwt$/i.test(typ)
}
