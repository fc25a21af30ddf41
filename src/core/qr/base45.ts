/** The alphabet of RFC 9285, which is that of the alphanumeric mode of QR codes: a byte costs 8.25 bits of the picture. */
const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'
const values = new Map([...alphabet].map((letter, value) => [letter, value]))

/** Base45 (RFC 9285 §4): three letters for two bytes, two for a last single one. */
export function toBase45(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 2) {
    const isPair = at + 1 < bytes.length
    const number = isPair ? (bytes[at] as number) * 256 + (bytes[at + 1] as number) : (bytes[at] as number)
    text += lettersOf(number, isPair ? 3 : 2)
  }
  return text
}

/** The bytes of a base45 text; null when it is none: a foreign letter, a length that cannot be, a number too large (RFC 9285 §6). */
export function fromBase45(text: string): Uint8Array | null {
  if (text.length % 3 === 1) return null
  const bytes = new Uint8Array(Math.floor(text.length / 3) * 2 + (text.length % 3 === 2 ? 1 : 0))
  let filled = 0
  for (let at = 0; at < text.length; at += 3) {
    const letters = text.slice(at, at + 3)
    const number = numberOf(letters)
    if (number === null || number >= 256 ** (letters.length - 1)) return null
    if (letters.length === 3) bytes[filled++] = number >>> 8
    bytes[filled++] = number & 0xff
  }
  return bytes
}

/** The least significant letter comes first. */
function lettersOf(number: number, length: number): string {
  let text = ''
  for (let rest = number; text.length < length; rest = Math.floor(rest / 45)) text += alphabet[rest % 45]
  return text
}

function numberOf(letters: string): number | null {
  let number = 0
  for (let at = letters.length - 1; at >= 0; at -= 1) {
    const value = values.get(letters[at] as string)
    if (value === undefined) return null
    number = number * 45 + value
  }
  return number
}
