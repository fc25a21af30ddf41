import type { interfaceText } from './en/interface.ts'
import type { FindingsText } from './findings.ts'

/**
 * The catalogues: one folder per language. `interface.ts` holds the words of the screens (English is
 * the shape), `findings.ts` every sentence about a credential and the labels of its page (`../findings.ts` is the shape).
 * A language that lacks a text does not compile.
 */
export const languages = ['en', 'es', 'fr'] as const
export type Language = (typeof languages)[number]

/** The words of the screens. */
export type InterfaceText = typeof interfaceText
export type { FindingsText }

const interfaces: Record<Language, () => Promise<InterfaceText>> = {
  en: async () => (await import('./en/interface.ts')).interfaceText,
  es: async () => (await import('./es/interface.ts')).interfaceText,
  fr: async () => (await import('./fr/interface.ts')).interfaceText,
}

const sentences: Record<Language, () => Promise<FindingsText>> = {
  en: async () => (await import('./en/findings.ts')).findings,
  es: async () => (await import('./es/findings.ts')).findings,
  fr: async () => (await import('./fr/findings.ts')).findings,
}

/** Loads the words of the screens in one language. */
export function loadInterface(language: Language): Promise<InterfaceText> {
  return interfaces[language]()
}

/** Loads the sentences about credentials in one language. */
export function loadFindings(language: Language): Promise<FindingsText> {
  return sentences[language]()
}

/**
 * The language to speak: what was chosen, else the first that the reader prefers and we have, else English.
 * @param preferred BCP 47, best first (`navigator.languages`).
 */
export function chooseLanguage(chosen: Language | 'system', preferred: readonly string[]): Language {
  if (chosen !== 'system') return chosen
  for (const locale of preferred) {
    const found = languages.find((language) => language === locale.toLowerCase().split('-')[0])
    if (found) return found
  }
  return 'en'
}

const rightToLeft = new Set(['ar', 'fa', 'he', 'ur'])

/** The direction in which a language is written. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return rightToLeft.has(language) ? 'rtl' : 'ltr'
}
