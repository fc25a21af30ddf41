import { inflate } from '../encoding/inflate.ts'
import { type PngChunk, pngChunks } from '../encoding/png.ts'
import { latin1Of, textOf } from '../encoding/utf8.ts'
import { limits } from '../limits.ts'
import type { Payload } from '../model/credential.ts'
import { type Attempt, attempt, attemptNow, fail, type Problem } from '../problem.ts'
import { isAddress, preferred, readable } from './baked.ts'
import type { Container } from './container.ts'
import { isPng } from './glance.ts'
import { credentialTexts } from './text.ts'

/** Keywords of badge chunks: Open Badges to 2.1, Open Badges 3.0 (§5.3.1), CLR 2.0. */
const keywords: readonly string[] = ['openbadges', 'openbadgecredential', 'clrcredential']

/** A PNG with credentials baked into its text chunks (`iTXt`; `tEXt` and `zTXt` by older bakers). */
export const png: Container = {
  name: 'png',
  recognizes: isPng,
  async unwrap({ bytes }) {
    const chunks = [...pngChunks(bytes)].filter(isBadge)
    if (chunks.length === 0) fail('png_no_badge')
    if (chunks.length > limits.credentialsPerInput) fail('too_many_credentials', { facts: { limit: limits.credentialsPerInput } })
    const attempts: Attempt<readonly Payload[]>[] = []
    // one ceiling for all chunks of a file, so that many small bombs are no better than a large one
    let room = limits.inflatedChunkBytes
    for (const chunk of chunks) {
      attempts.push(
        await attempt(async () => {
          const { bytes: inside, compressed } = await textOfChunk(chunk, room)
          if (compressed) room -= inside.length
          const notices = noticesOf(chunk, compressed)
          return credentialTexts(decoded(chunk, inside)).map((text) => ({ text, container: 'png' as const, notices }))
        }),
      )
    }
    return withCount(preferred(attempts, holdsAddress))
  },
}

function holdsAddress(attempt: Attempt<readonly Payload[]>): boolean {
  return attempt.ok && attempt.value.every(({ text }) => isAddress(text))
}

/** What could be read; where there is more than one badge, each says so (OB3 §5.3.1). */
function withCount(badges: readonly Attempt<readonly Payload[]>[]): readonly Payload[] {
  const payloads = readable(badges)
  if (badges.length < 2) return payloads
  const several: Problem = { code: 'png_several_badges', facts: { count: badges.length } }
  return payloads.map((payload) => ({ ...payload, notices: [several, ...payload.notices] }))
}

interface ChunkText {
  readonly bytes: Uint8Array
  readonly compressed: boolean
}

function isBadge({ type, data }: PngChunk): boolean {
  return (type === 'iTXt' || type === 'tEXt' || type === 'zTXt') && keywords.includes(keywordOf(data))
}

/** The keyword: 1 to 79 bytes before the first null (PNG §11.3.3). */
function keywordOf(data: Uint8Array): string {
  const end = data.subarray(0, 80).indexOf(0)
  return end < 0 ? '' : latin1Of(data.subarray(0, end))
}

/** The text of a chunk, inflated when it is compressed. */
async function textOfChunk({ type, data }: PngChunk, room: number): Promise<ChunkText> {
  const rest = data.subarray(data.indexOf(0) + 1)
  if (type === 'tEXt') return { bytes: rest, compressed: false }
  if (type === 'zTXt') return { bytes: await inflated(rest[0], rest.subarray(1), room), compressed: true }
  // iTXt: compression flag, compression method, language tag, null, translated keyword, null, text
  const language = rest.indexOf(0, 2)
  const keyword = language < 0 ? -1 : rest.indexOf(0, language + 1)
  if (keyword < 0) fail('png_malformed', { facts: { reason: 'text chunk without its fields' } })
  const body = rest.subarray(keyword + 1)
  if (rest[0] === 0) return { bytes: body, compressed: false }
  return { bytes: await inflated(rest[1], body, room), compressed: true }
}

async function inflated(method: number | undefined, bytes: Uint8Array, room: number): Promise<Uint8Array> {
  if (method !== 0) fail('png_inflate_failed', { facts: { reason: 'unknown method' } })
  const out = await inflate(bytes, 'deflate', room)
  if (out === 'too-large') fail('png_inflate_failed', { facts: { reason: 'too large', limit: limits.inflatedChunkBytes } })
  return out ?? fail('png_inflate_failed', { facts: { reason: 'damaged' } })
}

function noticesOf(chunk: PngChunk, compressed: boolean): readonly Problem[] {
  const notices: Problem[] = []
  if (!chunk.crcIsRight()) notices.push({ code: 'png_crc_wrong', facts: { chunk: chunk.type } })
  if (compressed) notices.push({ code: 'png_chunk_compressed', facts: { chunk: chunk.type } })
  return notices
}

/** iTXt is UTF-8; the others are Latin-1 by the standard, yet bakers put UTF-8 JSON into them. */
function decoded({ type }: PngChunk, bytes: Uint8Array): string {
  if (type === 'iTXt') return textOf(bytes)
  const utf8 = attemptNow(() => textOf(bytes))
  return utf8.ok ? utf8.value : latin1Of(bytes)
}
