import { parseJson } from '../encoding/json.ts'
import type { Json } from '../model/json.ts'
import type { Witness } from '../model/report.ts'
import { Failure, fail } from '../problem.ts'
import { hostOf, witnessOf } from '../witness.ts'
import { type ControllerDocument, readControllerDocument } from './controller-document.ts'
import type { ResolvePowers } from './did.ts'

const accept = 'application/did+json, application/did+ld+json, application/ld+json, application/json, application/jwk-set+json'

/** JSON as a host serves it, with where it came from. */
interface Fetched {
  readonly json: Json
  readonly witnesses: readonly Witness[]
}

/**
 * Fetches a document that lists keys and reads it as the document of `id`. Fails with what went wrong on the way
 * (`fetchJson`) and with `controller_document_invalid`.
 */
export async function fetchControllerDocument(address: string, id: string, powers: ResolvePowers): Promise<ControllerDocument> {
  const { json, witnesses } = await fetchJson(address, powers)
  return readControllerDocument(json, id, witnesses)
}

/**
 * Fetches JSON that speaks for an issuer. A document that ends on another origin than it was asked at answers for nobody
 * here (`document_moved`): that origin, not the issuer's, would be vouching.
 */
export async function fetchJson(address: string, powers: ResolvePowers): Promise<Fetched> {
  const { signal } = powers
  const opened = await powers.open({ url: address, purpose: 'issuer', accept, ...(signal && { signal }) })
  if (!opened.ok) throw new Failure(opened.problem)
  if (new URL(opened.value.finalUrl).origin !== new URL(opened.value.url).origin)
    fail('document_moved', { facts: { host: hostOf(address), to: hostOf(opened.value.finalUrl) } })
  return { json: parseJson(decodeText(opened.value.bytes, address)), witnesses: [witnessOf(opened.value)] }
}

function decodeText(bytes: Uint8Array, address: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    fail('controller_document_invalid', { facts: { address } })
  }
}
