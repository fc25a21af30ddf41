import type { InterfaceText } from './index.ts'

/**
 * The name of a kind of credential in the reader's language: an Open Badges `achievementType` or a credential type.
 * A kind of the issuer's own (`ext:LabSafety`, or the address of a type) is taken apart into words, as stated.
 */
export function kindName(kind: string, text: InterfaceText): string {
  const known: Readonly<Record<string, string>> = text.kinds
  if (Object.hasOwn(known, kind)) return known[kind] ?? kind
  return wordIn(kind)
    .replace(/^ext:/, '')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replaceAll('_', ' ')
    .trim()
}

/** The last word of an address that names a type; anything else as it is. */
function wordIn(kind: string): string {
  if (!/^https?:/i.test(kind) || !URL.canParse(kind)) return kind
  const { pathname, hash, host } = new URL(kind)
  const last = hash.slice(1) || pathname.split('/').findLast((part) => part !== '') || host
  return last.charAt(0).toUpperCase() + last.slice(1).replaceAll('-', ' ')
}
