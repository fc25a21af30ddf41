/** The eight bytes that every PNG starts with. */
export const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)

/** A PNG of ready chunks. */
export function pngOf(chunks: readonly Uint8Array[]): Uint8Array {
  return concat([SIGNATURE, ...chunks])
}

/** One chunk: length, type, data, CRC-32 over type and data (PNG §5.3). */
export function chunk(type: string, data: Uint8Array): Uint8Array {
  const typed = concat([new TextEncoder().encode(type), data])
  return concat([uint32(data.length), typed, uint32(crc32(typed))])
}

/** The chunks of a PNG as they stand. */
export function chunksOf(png: Uint8Array): readonly Uint8Array[] {
  const chunks: Uint8Array[] = []
  const view = new DataView(png.buffer, png.byteOffset)
  for (let at = SIGNATURE.length; at < png.length; ) {
    const end = at + 12 + view.getUint32(at)
    chunks.push(png.slice(at, end))
    at = end
  }
  return chunks
}

export function concat(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

function uint32(value: number): Uint8Array {
  const bytes = new Uint8Array(4)
  new DataView(bytes.buffer).setUint32(0, value)
  return bytes
}

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0)
  }
  return (crc ^ 0xffffffff) >>> 0
}
