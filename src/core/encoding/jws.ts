import { limits } from '../limits.ts'
import type { CompactJws } from '../model/credential.ts'
import { isObject, type JsonObject } from '../model/json.ts'
import { attemptNow, fail } from '../problem.ts'
import { fromBase64url } from './base64url.ts'
import { parseJson } from './json.ts'
import { textOf } from './utf8.ts'

/** Whether a text has the shape of a compact JWS whose header is a JSON object; a glance, nothing is decoded. */
export function looksLikeJws(text: string): boolean {
  // base64url of `{` and then a quotation mark or space, a line break or tab, or `}`
  return /^e[yw3][\w-]*\.[\w-]*\.[\w-]*$/.test(text)
}

/**
 * Takes a compact JWS apart (RFC 7515 §3.1). Nothing is verified. An empty signature is allowed here, for `alg: none`
 * is refused by name later.
 * Fails with `jws_malformed` (fact `part`), or `json_duplicate_key` and the other refusals of `parseJson`.
 */
export function parseJws(text: string): CompactJws {
  const [header, payload, signature, ...rest] = text.split('.')
  if (header === undefined || payload === undefined || signature === undefined || rest.length > 0) {
    fail('jws_malformed', { facts: { part: 'serialization' } })
  }
  return {
    text,
    header: objectIn(header, 'header'),
    payload: objectIn(payload, 'payload'),
    signature: bytesIn(signature, 'signature'),
  }
}

function objectIn(part: string, name: string): JsonObject {
  if (part.length > limits.jsonBytes * 2) fail('json_too_large', { facts: { limit: limits.jsonBytes } })
  const value = attemptNow(() => parseJson(textOf(bytesIn(part, name))))
  if (!value.ok) {
    const { code, facts } = value.problem
    const ours = code === 'json_malformed' || code === 'text_not_utf8' ? 'jws_malformed' : code
    fail(ours, { facts: { ...facts, part: name } })
  }
  if (!isObject(value.value)) fail('jws_malformed', { facts: { part: name } })
  return value.value
}

function bytesIn(part: string, name: string): Uint8Array {
  return fromBase64url(part) ?? fail('jws_malformed', { facts: { part: name } })
}
