import { fail } from '../problem.ts'

/**
 * The text that UTF-8 bytes stand for, without a leading byte order mark.
 * Fails with `text_not_utf8` when they are not UTF-8: no replacement characters, so that two different inputs never
 * read the same.
 */
export function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    fail('text_not_utf8')
  }
}

/** UTF-8 bytes of a text. */
export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

/** Each byte as the character of the same number (ISO 8859-1): what PNG calls Latin-1. */
export function latin1Of(bytes: Uint8Array): string {
  const slices: string[] = []
  for (let at = 0; at < bytes.length; at += 8192) slices.push(String.fromCharCode(...bytes.subarray(at, at + 8192)))
  return slices.join('')
}
