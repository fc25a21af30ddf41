import type { security } from './en/security.ts'
import type { Language } from './index.ts'

/** The words about guarding the wallet, unlocking it and locking it; English is the shape. */
export type SecurityText = typeof security

const texts: Record<Language, () => Promise<SecurityText>> = {
  en: async () => (await import('./en/security.ts')).security,
  es: async () => (await import('./es/security.ts')).security,
  fr: async () => (await import('./fr/security.ts')).security,
}

/** Loads the words about guarding the wallet, in one language. */
export function loadSecurity(language: Language): Promise<SecurityText> {
  return texts[language]()
}
