/**
 * The unsigned number that `size` bits form at place `index` of a bitstring, most significant bit first; bit 0 is the
 * left-most bit of byte 0 (Bitstring Status List §3.2). Null past the end.
 */
export function valueAt(bits: Uint8Array, index: number, size: number): number | null {
  const start = index * size
  if (start + size > bits.length * 8) return null
  let value = 0
  for (let place = start; place < start + size; place++) {
    const byte = bits[Math.floor(place / 8)] ?? 0
    value = value * 2 + ((byte >> (7 - (place % 8))) & 1)
  }
  return value
}

/**
 * The status of `width` bits (1, 2, 4 or 8) at place `index` of a Token Status List, whose bytes are filled from the right: entry
 * 0 is the least significant bits of byte 0 (TSL §4.1). Null past the end.
 */
export function statusAt(bytes: Uint8Array, index: number, width: number): number | null {
  const start = index * width
  const byte = bytes[Math.floor(start / 8)]
  return byte === undefined ? null : (byte >> (start % 8)) & (2 ** width - 1)
}

/** How many entries of `size` bits a bitstring has room for. */
export function entriesIn(bits: Uint8Array, size: number): number {
  return Math.floor((bits.length * 8) / size)
}
