import { firstElement } from '../encoding/markup.ts'
import { latin1Of } from '../encoding/utf8.ts'

/** The eight bytes that every PNG begins with (PNG §5.2). */
const signature = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

/** Whether bytes begin as a PNG does. */
export function isPng(bytes: Uint8Array): boolean {
  return signature.every((byte, at) => bytes[at] === byte)
}

/** Whether bytes begin as a ZIP does: with its first file, or, when it has none, with the end of its directory (APPNOTE 4.3). */
export function isZip(bytes: Uint8Array): boolean {
  const [p, k, first, second] = bytes
  return p === 0x50 && k === 0x4b && ((first === 3 && second === 4) || (first === 5 && second === 6))
}

/** Whether bytes begin as gzip does (RFC 1952 §2.3.1). */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b
}

/** How far into a file its first element may begin, in bytes: drawing programs open with long comments. */
const prologBytes = 64 * 1024

/** Whether the first element of a text file is `svg`, whatever its prefix. */
export function isSvg(bytes: Uint8Array): boolean {
  return beginsAsMarkup(bytes) && /^(?:[\w.-]+:)?svg$/.test(firstElement(latin1Of(bytes.subarray(0, prologBytes))))
}

/** Whether the first byte after byte order mark and white space is `<`, so that other text is not looked through. */
function beginsAsMarkup(bytes: Uint8Array): boolean {
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
  const first = bytes.subarray(start, prologBytes).find((byte) => byte > 0x20)
  return first === 0x3c
}
