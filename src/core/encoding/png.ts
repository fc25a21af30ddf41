import { limits } from '../limits.ts'
import { fail } from '../problem.ts'
import { latin1Of } from './utf8.ts'

/** One chunk of a PNG; `data` is a view on the file. */
export interface PngChunk {
  /** Four letters: `IHDR`, `iTXt`... */
  readonly type: string
  readonly data: Uint8Array
  /** Whether the CRC that follows is that of type and data; computed when asked, for most chunks are pictures. */
  crcIsRight(): boolean
}

/** Length of the signature that every PNG begins with, in bytes (PNG §5.2). */
const signatureLength = 8

/**
 * The chunks of a PNG up to and including `IEND` (PNG §5.3); what follows it is not looked at.
 * Fails with `png_malformed` when the file ends inside a chunk or before `IEND`, or has too many chunks.
 */
export function* pngChunks(bytes: Uint8Array): Generator<PngChunk> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let at = signatureLength
  for (let count = 0; count < limits.pngChunks; count += 1) {
    if (at + 12 > bytes.length) fail('png_malformed', { facts: { reason: 'ends too early', position: at } })
    const length = view.getUint32(at)
    const end = at + 8 + length
    if (end + 4 > bytes.length) fail('png_malformed', { facts: { reason: 'ends too early', position: at } })
    const type = latin1Of(bytes.subarray(at + 4, at + 8))
    const covered = bytes.subarray(at + 4, end)
    const stated = view.getUint32(end)
    yield { type, data: bytes.subarray(at + 8, end), crcIsRight: () => crc32(covered) === stated }
    if (type === 'IEND') return
    at = end + 4
  }
  fail('png_malformed', { facts: { reason: 'too many chunks', limit: limits.pngChunks } })
}

/** The CRC of PNG §D, that of ISO 3309. */
export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) crc = (crcTable[(crc ^ byte) & 0xff] as number) ^ (crc >>> 8)
  return (crc ^ 0xffffffff) >>> 0
}

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1
  return crc
})
