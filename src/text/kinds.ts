import type { InterfaceText } from './index.ts'

/**
 * The name of a kind of credential in the reader's language: an Open Badges `achievementType` or a credential type.
 * A kind of the issuer's own (`ext:LabSafety`) is taken apart into words, as stated.
 */
export function kindName(kind: string, text: InterfaceText): string {
  const known: Readonly<Record<string, string>> = text.kinds
  if (Object.hasOwn(known, kind)) return known[kind] ?? kind
  return kind
    .replace(/^ext:/, '')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replaceAll('_', ' ')
    .trim()
}
