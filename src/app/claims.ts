import { readClaim, writeClaim } from '../core/identity/claim.ts'
import type { IdentityKind } from '../core/identity/kinds.ts'

/** Longest identifier that is taken, in characters. */
const longest = 400

/**
 * The claim (as `readClaim` reads it) that somebody typed for one kind of identity, null standing for any; null when it cannot be
 * one. Its case is left alone: fingerprints were made from it as it was written.
 */
export function claimIn(kind: IdentityKind | null, typed: string): string | null {
  const value = Object.hasOwn(readers, kind ?? '') ? readers[kind ?? '']?.(typed.trim()) : typed.trim()
  return value === undefined || value === null || value === '' || value.length > longest ? null : writeClaim({ kind, value })
}

const readers: Readonly<Record<string, (text: string) => string | null>> = {
  email(text) {
    const address = text.replace(/^mailto:/i, '')
    return /^[^\s@]+@[^\s@]+$/.test(address) ? address : null
  },
  telephone(text) {
    const number = text.replace(/^tel:/i, '').trim()
    return /^\+?[\d\s().\-/]{3,}$/.test(number) && /\d/.test(number) ? number : null
  },
  url(text) {
    const address = /^https?:\/\//i.test(text) ? text : `https://${text}`
    return /^\S+\.\S+$/.test(address) && URL.canParse(address) ? address : null
  },
}

/** A claim for people: without the word for its kind. */
export function claimWords(claim: string): string {
  return readClaim(claim).value
}
