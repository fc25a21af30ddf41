import { isSdJwt } from '../containers/text.ts'
import { looksLikeJws } from '../encoding/jws.ts'
import type { Payload } from '../model/credential.ts'
import { isObject, type Json, type JsonObject, listOf, memberOf } from '../model/json.ts'
import { fail } from '../problem.ts'
import { isAssertion, isRecord } from './clr1-glance.ts'
import { generationOf } from './glances.ts'
import { envelopedText, nestedPayloads } from './nested.ts'
import { hasType, isCredential, isEnveloped, isPresentation } from './types.ts'

/**
 * Members in which interfaces carry credentials: Open Badges and CLR API responses, OID4VCI credential responses,
 * VC-API and wallet exchanges, JWT in JSON, CLR 1.0 sets and API responses. One value or many.
 */
const members: readonly string[] = [
  'credential',
  'credentials',
  'compactJwsString',
  'compactJwsStrings',
  'clr',
  'clrs',
  'signedClr',
  'signedClrs',
  'verifiableCredential',
  'verifiableCredentials',
  'verifiablePresentation',
  'vc',
  'vp',
  'jwt',
]

/**
 * Members in which Open Badges 2.1 (Badge Connect) carries assertions. Others use these words for other things, so they count only
 * where a badge lies inside.
 */
const badgeMembers: readonly string[] = ['results', 'assertions', 'assertion']

/**
 * The payloads in a transport envelope: the items of an array, the credentials of an API response or of a wallet
 * export, the content of an enveloped credential. Null when the value is no envelope.
 * Fails with `nothing_inside`, `too_many_credentials`, `wallet_locked`, or `member_invalid` for an enveloped credential without
 * content.
 */
export function openEnvelope(outer: Payload, value: Json): readonly Payload[] | null {
  const items = itemsOf(value)
  if (items === null) return null
  if (items.length === 0) fail('nothing_inside')
  return nestedPayloads(outer, items).map((payload) => ({ ...payload, notices: outer.notices }))
}

function itemsOf(value: Json): readonly Json[] | null {
  if (Array.isArray(value)) return value
  if (!isObject(value)) return null
  if (isLocked(value)) fail('wallet_locked')
  if (isEnveloped(value)) return [envelopedText(value) ?? fail('member_invalid', { at: '/id', facts: { member: 'id' } })]
  if (isCredential(value) || isPresentation(value)) return null
  const contents = memberOf(value, 'contents')
  if (Array.isArray(contents)) return contents.filter(isKept)
  const carrying = carryingIn(value)
  return carrying.length === 0 ? null : carrying.flatMap((name) => listOf(memberOf(value, name)))
}

/**
 * An export of a Universal Wallet that only its owner can open: a credential of type `EncryptedWallet`, or a wallet whose status or
 * whose contents say so.
 */
function isLocked(value: JsonObject): boolean {
  if (hasType(value, 'EncryptedWallet', 'EncryptedWallet2020')) return true
  const contents = listOf(memberOf(value, 'contents'))
  const isWallet = hasType(value, 'UniversalWallet2020')
  return (isWallet && memberOf(value, 'status') === 'LOCKED') || (contents.length > 0 && contents.every(isEncrypted))
}

/** A general or flattened JWE (RFC 7516 §7.2), bare or as a wallet keeps it. */
function isEncrypted(item: Json): boolean {
  if (!isObject(item)) return false
  return memberOf(item, 'jwe') !== undefined || typeof memberOf(item, 'ciphertext') === 'string'
}

/** What of a wallet export is opened: it holds keys and notes beside credentials. */
function isKept(item: Json): boolean {
  if (typeof item === 'string') return looksLikeJws(item) || isSdJwt(item)
  if (!isObject(item)) return false
  return isCredential(item) || isPresentation(item) || isEnveloped(item) || isOlder(item) || carryingIn(item).length > 0
}

/** A badge of Open Badges 1 or 2, a record of CLR 1.0 or a part of one. */
function isOlder(value: Json): boolean {
  return isRecord(value) || isAssertion(value) || (isObject(value) && generationOf(value) !== null)
}

/** The members of an envelope that carry credentials. */
function carryingIn(value: JsonObject): readonly string[] {
  const badges = isOlder(value) ? [] : badgeMembers.filter((name) => listOf(memberOf(value, name)).some(isKeptBadge))
  return [...members.filter((name) => carries(value, name)), ...badges]
}

function isKeptBadge(item: Json): boolean {
  return typeof item === 'string' ? looksLikeJws(item) : isOlder(item) || isCredential(item)
}

/** A member carries credentials when it holds objects or strings only: `vc` may be a number in someone's JSON. */
function carries(value: JsonObject, name: string): boolean {
  const items = listOf(memberOf(value, name))
  return memberOf(value, name) !== undefined && items.every((item) => typeof item === 'string' || isObject(item))
}
