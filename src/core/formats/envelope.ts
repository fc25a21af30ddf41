import type { Payload } from '../model/credential.ts'
import { isObject, type Json, type JsonObject, listOf, memberOf } from '../model/json.ts'
import { fail } from '../problem.ts'
import { envelopedText, nestedPayloads } from './nested.ts'
import { isCredential, isEnveloped, isPresentation } from './types.ts'

/**
 * Members in which interfaces carry credentials: Open Badges and CLR API responses, OID4VCI credential responses,
 * VC-API and wallet exchanges, JWT in JSON. One value or many.
 */
const members: readonly string[] = [
  'credential',
  'credentials',
  'compactJwsString',
  'compactJwsStrings',
  'verifiableCredential',
  'verifiableCredentials',
  'verifiablePresentation',
  'vc',
  'vp',
  'jwt',
]

/**
 * The payloads in a transport envelope: the items of an array, the credentials of an API response or of a wallet
 * export, the content of an enveloped credential. Null when the value is no envelope.
 * Fails with `nothing_inside`, `too_many_credentials`, or `member_invalid` for an enveloped credential without content.
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
  if (isEnveloped(value)) return [envelopedText(value) ?? fail('member_invalid', { at: '/id', facts: { member: 'id' } })]
  if (isCredential(value) || isPresentation(value)) return null
  const contents = memberOf(value, 'contents')
  // a wallet export holds keys and notes beside credentials
  if (Array.isArray(contents))
    return contents.filter((item: Json) => isCredential(item) || isPresentation(item) || isEnveloped(item))
  const carrying = members.filter((name) => carries(value, name))
  return carrying.length === 0 ? null : carrying.flatMap((name) => listOf(memberOf(value, name)))
}

/** A member carries credentials when it holds objects or strings only: `vc` may be a number in someone's JSON. */
function carries(value: JsonObject, name: string): boolean {
  const items = listOf(memberOf(value, name))
  return memberOf(value, name) !== undefined && items.every((item) => typeof item === 'string' || isObject(item))
}
