import { base64, base64nopad, base64url, base64urlnopad } from '@scure/base'

/** base64url without padding, as JOSE writes it. Null when the text is anything else (padding, white space, stray bits). */
export function fromBase64url(text: string): Uint8Array | null {
  return decoded(base64urlnopad, text)
}

/** base64url without padding. */
export function toBase64url(bytes: Uint8Array): string {
  return base64urlnopad.encode(bytes)
}

/** base64 or base64url, padded or not: for data URLs and lists whose writers disagree. Null when it is none of them. */
export function fromAnyBase64(text: string): Uint8Array | null {
  const padded = text.endsWith('=')
  if (/[-_]/.test(text)) return decoded(padded ? base64url : base64urlnopad, text)
  return decoded(padded ? base64 : base64nopad, text)
}

function decoded(coder: { decode(text: string): Uint8Array }, text: string): Uint8Array | null {
  try {
    return coder.decode(text)
  } catch {
    return null
  }
}
