import { isObject, type Json, type JsonObject, memberOf } from '../model/json.ts'
import type { Witness } from '../model/report.ts'
import { attempt, fail } from '../problem.ts'
import { type ControllerDocument, readControllerDocument } from './controller-document.ts'
import type { Resolved, ResolvePowers } from './did.ts'
import { fetchJson } from './fetch-document.ts'

/**
 * The issuer metadata of an SD-JWT VC (§3.5): JSON whose `issuer` is the issuer, with its keys in `jwks` or at `jwks_uri`, and
 * not both. Never throws: `controller_document_invalid` when it is something else, or what went wrong on the way.
 */
export function issuerMetadata(issuer: string, powers: ResolvePowers): Promise<Resolved> {
  return attempt(async () => {
    const address = metadataAddress(issuer) ?? fail('controller_document_invalid', { facts: { address: issuer.slice(0, 200) } })
    const { json, witnesses } = await fetchJson(address, powers)
    if (!isObject(json) || memberOf(json, 'issuer') !== issuer) fail('controller_document_invalid', { facts: { address } })
    return keysOf(json, issuer, { address, witnesses }, powers)
  }, 'controller_document_invalid')
}

/** The well-known part stands between host and path (§3.5.1). Null for an issuer that is no plain https address. */
export function metadataAddress(issuer: string): string | null {
  if (!/^https:\/\//i.test(issuer) || !URL.canParse(issuer)) return null
  const { origin, pathname, search, hash, username, password } = new URL(issuer)
  if ([search, hash, username, password].some((part) => part !== '')) return null
  return `${origin}/.well-known/jwt-vc-issuer${pathname.replace(/\/$/, '')}`
}

async function keysOf(
  metadata: JsonObject,
  issuer: string,
  { address, witnesses }: { readonly address: string; readonly witnesses: readonly Witness[] },
  powers: ResolvePowers,
): Promise<ControllerDocument> {
  const jwks = memberOf(metadata, 'jwks')
  const uri = memberOf(metadata, 'jwks_uri')
  if ((jwks === undefined) === (uri === undefined)) fail('controller_document_invalid', { facts: { address } })
  if (jwks !== undefined) return keySet(jwks, issuer, witnesses, address)
  if (typeof uri !== 'string' || !/^https:\/\//i.test(uri)) fail('controller_document_invalid', { facts: { address } })
  const fetched = await fetchJson(uri, powers)
  return keySet(fetched.json, issuer, [...witnesses, ...fetched.witnesses], uri)
}

function keySet(jwks: Json, issuer: string, witnesses: readonly Witness[], address: string): ControllerDocument {
  if (!isObject(jwks) || !Array.isArray(memberOf(jwks, 'keys'))) fail('controller_document_invalid', { facts: { address } })
  return readControllerDocument(jwks, issuer, witnesses)
}
