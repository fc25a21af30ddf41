import type { trust } from './en/trust.ts'
import type { Language } from './index.ts'

/** The words about whom a person trusts, in Settings and on the page of a credential; English is the shape. */
export type TrustText = typeof trust

const texts: Record<Language, () => Promise<TrustText>> = {
  en: async () => (await import('./en/trust.ts')).trust,
  es: async () => (await import('./es/trust.ts')).trust,
  fr: async () => (await import('./fr/trust.ts')).trust,
}

/** Loads the words about whom a person trusts, in one language. */
export function loadTrust(language: Language): Promise<TrustText> {
  return texts[language]()
}
