import { parseJson } from '../encoding/json.ts'
import { Failure, fail } from '../problem.ts'
import { hostOf, witnessOf } from '../witness.ts'
import { type ControllerDocument, readControllerDocument } from './controller-document.ts'
import type { ResolvePowers } from './did.ts'

const accept = 'application/did+json, application/did+ld+json, application/ld+json, application/json, application/jwk-set+json'

/**
 * Fetches a document that lists keys and reads it as the document of `id`. One that ends on another origin than it was
 * asked at answers for nobody here (`document_moved`): that origin, not the issuer's, would be vouching.
 */
export async function fetchControllerDocument(address: string, id: string, powers: ResolvePowers): Promise<ControllerDocument> {
  const { signal } = powers
  const opened = await powers.open({ url: address, purpose: 'issuer', accept, ...(signal && { signal }) })
  if (!opened.ok) throw new Failure(opened.problem)
  if (new URL(opened.value.finalUrl).origin !== new URL(opened.value.url).origin)
    fail('document_moved', { facts: { host: hostOf(address), to: hostOf(opened.value.finalUrl) } })
  const text = decodeText(opened.value.bytes, address)
  return readControllerDocument(parseJson(text), id, [witnessOf(opened.value)])
}

function decodeText(bytes: Uint8Array, address: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    fail('controller_document_invalid', { facts: { address } })
  }
}
