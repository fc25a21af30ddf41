import { joined } from './bytes.ts'

/** The compressed forms that platforms inflate: `deflate` is the zlib format (RFC 1950), `deflate-raw` RFC 1951, `gzip` RFC 1952. */
export type Compression = 'deflate' | 'deflate-raw' | 'gzip'

/**
 * Inflates bytes by the platform's own `DecompressionStream`, stopping as soon as more than `most` bytes have come out,
 * so that a small bomb costs neither memory nor time.
 * Null when the stream is broken, 'too-large' past the ceiling.
 */
export async function inflate(bytes: Uint8Array, format: Compression, most: number): Promise<Uint8Array | null | 'too-large'> {
  const reader = new Blob([bytes as Uint8Array<ArrayBuffer>]).stream().pipeThrough(new DecompressionStream(format)).getReader()
  const pieces: Uint8Array[] = []
  let size = 0
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return joined(pieces)
      size += value.length
      if (size > most) {
        await reader.cancel()
        return 'too-large'
      }
      pieces.push(value)
    }
  } catch {
    return null
  }
}
