import { type Piece, piecesOf } from './containers/index.ts'
import { bytesOf } from './encoding/utf8.ts'
import { readPayload } from './formats/index.ts'
import { limits } from './limits.ts'
import type { Credential, Source } from './model/credential.ts'
import { type Attempt, done, type ProblemCode, problem } from './problem.ts'

/** One credential of a source, with the bytes to keep for it. */
export interface ReadItem {
  /** The whole file when it holds one credential (of an archive, the file in it), else this credential's own text. */
  readonly source: Source
  readonly result: Attempt<Credential>
  /** Set for a file of an archive that is no credential and lies beside some: a read-me, a picture. It is said, and counts for nothing. */
  readonly beside?: true
}

/**
 * From what a person gave us to the credentials in it: opens archive and container, then envelopes, then reads each
 * credential. A credential that cannot be read is an item with its problem; the whole fails only when nothing could be
 * looked at (`input_empty`, `input_too_large`, `png_no_badge`, `json_malformed`, `too_many_credentials`...).
 */
export async function readSource(source: Source): Promise<Attempt<readonly ReadItem[]>> {
  const pieces = await piecesOf(source)
  const [only] = pieces
  const isArchive = only?.source !== source
  if (!isArchive && !only.payloads.ok) return only.payloads
  const items: ReadItem[] = []
  for (const piece of pieces) {
    items.push(...(await itemsOf(piece)))
    if (items.length > limits.credentialsPerInput)
      return problem('too_many_credentials', { facts: { limit: limits.credentialsPerInput } })
  }
  return isArchive ? sorted(items) : done(items)
}

async function itemsOf({ source, payloads }: Piece): Promise<readonly ReadItem[]> {
  if (!payloads.ok) return [{ source, result: payloads }]
  const readings = (await Promise.all(payloads.value.map(readPayload))).flat()
  const [only] = readings
  if (only !== undefined && readings.length === 1) return [{ source, result: only.result }]
  return readings.map(({ payload, result }, at) => ({
    source: { bytes: bytesOf(payload.text), name: `${source.name}#${at + 1}` },
    result,
  }))
}

/** What a file comes to that was never meant to be a credential. */
const noCredential: readonly ProblemCode[] = [
  'input_empty',
  'input_unrecognized',
  'input_is_address',
  'input_is_html',
  'input_is_pdf',
  'input_not_credential',
  'nothing_inside',
  'png_no_badge',
  'svg_no_badge',
  'text_not_utf8',
]

/** The files of an archive with those marked that only lie beside credentials; `archive_no_credential` when all would be. */
function sorted(items: readonly ReadItem[]): Attempt<readonly ReadItem[]> {
  if (items.every(isNone)) return problem('archive_no_credential', { facts: { files: items.length } })
  return done(items.map((item) => (isNone(item) ? { ...item, beside: true } : item)))
}

function isNone({ result }: ReadItem): boolean {
  return !result.ok && noCredential.includes(result.problem.code)
}
