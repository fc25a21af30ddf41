import { dataUrlText } from '../containers/text.ts'
import { limits } from '../limits.ts'
import type { Payload } from '../model/credential.ts'
import { idOf, type Json } from '../model/json.ts'
import { fail } from '../problem.ts'
import { isEnveloped } from './types.ts'

/**
 * Credentials found inside another document, each as a payload of its own: strings as they are, what an
 * `EnvelopedVerifiableCredential` holds, objects as JSON (their proofs are checked over parsed JSON).
 * Fails with `too_many_credentials`.
 */
export function nestedPayloads(outer: Payload, values: readonly Json[]): readonly Payload[] {
  if (values.length > limits.credentialsPerInput) {
    fail('too_many_credentials', { facts: { limit: limits.credentialsPerInput } })
  }
  return values.map((value) => ({ text: nestedText(value), container: outer.container, notices: [] }))
}

function nestedText(value: Json): string {
  if (typeof value === 'string') return value
  return envelopedText(value) ?? JSON.stringify(value)
}

/** What an enveloped credential holds in the `data:` URL that is its id (VCDM 2.0 §4.14); null when it holds nothing. */
export function envelopedText(value: Json): string | null {
  const address = isEnveloped(value) ? idOf(value) : undefined
  return address === undefined ? null : dataUrlText(address)
}
