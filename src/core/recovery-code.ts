import { sha256 } from '@noble/hashes/sha2.js'
import { joined } from './encoding/bytes.ts'
import { bytesOf } from './encoding/utf8.ts'
import { type Attempt, attemptNow, fail } from './problem.ts'

/** Crockford's base 32: no I, L, O, which are read as digits, and no U. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** 128 bits take 26 characters, the last two bits of which are zero; 20 bits of their digest take four more. */
const secretLength = 26
const codeLength = 30
const groupLength = 5

/** Longer than any way of spacing a code out. */
const longest = 200

const domain = bytesOf('satchel recovery code 1')

/**
 * A new recovery code: six groups of five letters and digits, `0123A-…`, with 128 bits of randomness. What opens a wallet or a backup
 * with it is this text, so it is the same for ever.
 */
export function newRecoveryCode(): string {
  const bits = crypto.getRandomValues(new Uint8Array(16))
  try {
    return recoveryCodeOf(bits)
  } finally {
    bits.fill(0)
  }
}

/** The code that stands for 16 bytes. */
export function recoveryCodeOf(bits: Uint8Array): string {
  const digest = sha256(joined([domain, bits]))
  const characters = base32(bits).slice(0, secretLength) + base32(digest).slice(0, codeLength - secretLength)
  return characters.match(/.{5}/g)?.join('-') ?? ''
}

/**
 * A recovery code as somebody typed it, as `newRecoveryCode` wrote it: in any case, with any spaces and dashes, and with the letters O,
 * I and L for the digits that they look like. Fails with `recovery_code_mistyped`; the fact `group` (from 1) names the group with a
 * character that no code has.
 */
export function readRecoveryCode(typed: string): Attempt<string> {
  return attemptNow(() => {
    if (typed.length > longest) fail('recovery_code_mistyped')
    const characters = charactersOf(typed)
    const stranger = [...characters].findIndex((character) => !alphabet.includes(character))
    if (stranger >= 0) fail('recovery_code_mistyped', { facts: { group: Math.floor(stranger / groupLength) + 1 } })
    if (characters.length !== codeLength) fail('recovery_code_mistyped')
    const code = recoveryCodeOf(bitsOf(characters))
    // The spare bits and the digest are in this comparison.
    if (code.replaceAll('-', '') !== characters) fail('recovery_code_mistyped')
    return code
  })
}

/** The letters and digits of a code, as `newRecoveryCode` writes them. Phones put long dashes and invisible characters into what is typed or pasted. */
export function charactersOf(code: string): string {
  return code
    .normalize('NFKC')
    .replace(/[\s\p{Dash}\p{Cf}]/gu, '')
    .toUpperCase()
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
}

/** Five bits a character, the last one filled up with zeros. */
function base32(bytes: Uint8Array): string {
  let text = ''
  for (let bit = 0; bit < bytes.length * 8; bit += 5) {
    const at = bit >> 3
    const pair = ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)
    text += alphabet[(pair >> (11 - (bit & 7))) & 31]
  }
  return text
}

/** The 16 bytes in the first characters. */
function bitsOf(characters: string): Uint8Array {
  const bits = new Uint8Array(16)
  for (let bit = 0; bit < 128; bit += 1) {
    const value = alphabet.indexOf(characters[Math.floor(bit / 5)] ?? '')
    if ((value >> (4 - (bit % 5))) & 1) bits[bit >> 3] = (bits[bit >> 3] ?? 0) | (0x80 >> (bit & 7))
  }
  return bits
}
