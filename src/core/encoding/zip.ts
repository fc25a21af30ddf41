/*
 * The records of a ZIP file (APPNOTE 6.3), as they state things: what to believe of that, and what to say of the rest, is for those who
 * read them.
 */

/** The end record (4.3.16). */
export interface ZipEnd {
  /** Where it is itself: the directory ends before. */
  readonly at: number
  readonly disk: number
  readonly count: number
  readonly size: number
  readonly start: number
}

/** One file as the directory states it (4.3.12). Its name is UTF-8, or in a code page that only its writer knew. */
export interface ZipListed {
  readonly nameBytes: Uint8Array
  readonly flags: number
  readonly method: number
  readonly crc: number
  /** How many bytes it has, packed and unpacked. */
  readonly packed: number
  readonly size: number
  /** Where its own header is, which repeats most of this. */
  readonly header: number
  /** Where the next one is stated. */
  readonly next: number
}

/** How files are packed (4.4.5). */
export const STORED = 0
export const DEFLATED = 8

/** The least that a file's own header takes, in bytes. */
export const fileHeaderLength = 30

const signatures = { file: 0x04034b50, listed: 0x02014b50, end: 0x06054b50 } as const
const lengths = { listed: 46, end: 22, comment: 0xffff } as const

/** The end record is the last thing in the file but for a comment of any length. Null when there is none. */
export function zipEnd(bytes: Uint8Array): ZipEnd | null {
  const view = viewOf(bytes)
  const lowest = Math.max(0, bytes.length - lengths.end - lengths.comment)
  for (let at = bytes.length - lengths.end; at >= lowest; at -= 1) {
    if (view.getUint32(at, true) !== signatures.end) continue
    return {
      at,
      disk: view.getUint16(at + 4, true),
      count: view.getUint16(at + 10, true),
      size: view.getUint32(at + 12, true),
      start: view.getUint32(at + 16, true),
    }
  }
  return null
}

/** The file that the directory states at a place; null when it states none there, or one that goes on beyond its end. */
export function zipListed(bytes: Uint8Array, at: number, end: number): ZipListed | null {
  const view = viewOf(bytes)
  const name = at + lengths.listed
  if (name > end || view.getUint32(at, true) !== signatures.listed) return null
  const nameEnd = name + view.getUint16(at + 28, true)
  const next = nameEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  if (next > end) return null
  return {
    nameBytes: bytes.subarray(name, nameEnd),
    flags: view.getUint16(at + 8, true),
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    packed: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    header: view.getUint32(at + 42, true),
    next,
  }
}

/**
 * The packed bytes of a file, which begin after a header of a length of its own (4.3.7) and end before the directory; else which of the
 * two is not so.
 */
export function zipPacked(
  bytes: Uint8Array,
  { header, packed }: Pick<ZipListed, 'header' | 'packed'>,
  directory: number,
): Uint8Array | 'header' | 'size' {
  const view = viewOf(bytes)
  if (header + fileHeaderLength > directory || view.getUint32(header, true) !== signatures.file) return 'header'
  const start = header + fileHeaderLength + view.getUint16(header + 26, true) + view.getUint16(header + 28, true)
  return start + packed > directory ? 'size' : bytes.subarray(start, start + packed)
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
