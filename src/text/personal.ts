import type { personal } from './en/personal.ts'
import type { Language } from './index.ts'

/** The words about what a person claims, asks for and allows, in Settings and on the page of a credential; English is the shape. */
export type PersonalText = typeof personal

const texts: Record<Language, () => Promise<PersonalText>> = {
  en: async () => (await import('./en/personal.ts')).personal,
  es: async () => (await import('./es/personal.ts')).personal,
  fr: async () => (await import('./fr/personal.ts')).personal,
}

/** Loads the words about what a person claims, asks for and allows, in one language. */
export function loadPersonal(language: Language): Promise<PersonalText> {
  return texts[language]()
}
