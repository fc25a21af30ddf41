import { base58, base64urlnopad } from '@scure/base'
import { fail } from '../problem.ts'

/**
 * Decodes a multibase text: `z` (base58btc) or `u` (base64url without padding), the two that Controlled Identifiers
 * §2.4 allows. Fails with `key_malformed`; a caller that decodes something else names its own code.
 */
export function decodeMultibase(text: string, longest = 4096): Uint8Array {
  if (text.length > longest) fail('key_malformed', { facts: { found: 'too long' } })
  try {
    if (text.startsWith('z')) return base58.decode(text.slice(1))
    if (text.startsWith('u')) return base64urlnopad.decode(text.slice(1))
  } catch {
    fail('key_malformed', { facts: { found: 'not multibase' } })
  }
  fail('key_malformed', { facts: { found: 'not multibase' } })
}

/** Encodes bytes as multibase base58btc. */
export function encodeMultibase(bytes: Uint8Array): string {
  return `z${base58.encode(bytes)}`
}
