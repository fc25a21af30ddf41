import { pickText } from '../../core/formats/text.ts'
import type { Text } from '../../core/model/credential.ts'

/** Text of the issuer with the language and direction it is stated in. Hostile: show it as text or sanitized only. */
export interface Phrase {
  readonly value: string
  readonly language?: string
  readonly direction: 'ltr' | 'rtl' | 'auto'
}

/** The phrase to show to a reader of these languages; null when there is none. */
export function phraseOf(text: Text | undefined, languages: readonly string[]): Phrase | null {
  if (text === undefined) return null
  const value = pickText(text, languages)
  if (value.trim() === '') return null
  const stated = text.find((each) => each.value === value)
  const language = stated?.language !== undefined && isTag(stated.language) ? { language: stated.language } : {}
  return { value, ...language, direction: stated?.direction ?? 'auto' }
}

/** A phrase in no stated language. */
export function plainPhrase(value: string): Phrase {
  return { value, direction: 'auto' }
}

/** A language tag that is safe to put into a `lang` attribute and to hand to Intl. */
export function isTag(tag: string): boolean {
  return /^[a-z]{2,3}(-[a-z0-9]{1,8}){0,4}$/i.test(tag)
}

/** An address of the issuer's that may become a link. */
export interface Link {
  readonly href: string
  readonly host: string
}

/** Only http and https become links, without user information; anything else is null. */
export function linkOf(url: string | undefined): Link | null {
  if (url === undefined || !URL.canParse(url)) return null
  const parsed = new URL(url)
  if ((parsed.protocol !== 'https:' && parsed.protocol !== 'http:') || parsed.host === '') return null
  if (parsed.username !== '' || parsed.password !== '') return null
  return { href: parsed.href, host: parsed.host }
}
