import type { storage } from './en/storage.ts'
import type { Language } from './index.ts'

/** The words about the room that a browser gives us and how long it lasts; English is the shape. */
export type StorageText = typeof storage

const texts: Record<Language, () => Promise<StorageText>> = {
  en: async () => (await import('./en/storage.ts')).storage,
  es: async () => (await import('./es/storage.ts')).storage,
  fr: async () => (await import('./fr/storage.ts')).storage,
}

/** Loads the words about the room that a browser gives us, in one language. */
export function loadStorage(language: Language): Promise<StorageText> {
  return texts[language]()
}
