import { unwrap } from './containers/index.ts'
import { bytesOf } from './encoding/utf8.ts'
import { readPayload } from './formats/index.ts'
import { limits } from './limits.ts'
import type { Credential, Source } from './model/credential.ts'
import { type Attempt, done, problem } from './problem.ts'

/** One credential of a source, with the bytes to keep for it. */
export interface ReadItem {
  /** The whole file when it holds one credential, else this credential's own text. */
  readonly source: Source
  readonly result: Attempt<Credential>
}

/**
 * From what a person gave us to the credentials in it: opens the container, then its envelopes, then reads each
 * credential. A credential that cannot be read is an item with its problem; the whole fails only when nothing could be
 * looked at (`input_empty`, `input_too_large`, `png_no_badge`, `json_malformed`, `too_many_credentials`...).
 */
export async function readSource(source: Source): Promise<Attempt<readonly ReadItem[]>> {
  const payloads = await unwrap(source)
  if (!payloads.ok) return payloads
  const readings = payloads.value.flatMap(readPayload)
  if (readings.length > limits.credentialsPerInput) {
    return problem('too_many_credentials', { facts: { limit: limits.credentialsPerInput } })
  }
  const [only] = readings
  if (only !== undefined && readings.length === 1) return done([{ source, result: only.result }])
  return done(
    readings.map(({ payload, result }, at) => ({
      source: { bytes: bytesOf(payload.text), name: `${source.name}#${at + 1}` },
      result,
    })),
  )
}
