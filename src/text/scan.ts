import type { scan } from './en/scan.ts'
import type { Language } from './index.ts'

/** The words of codes that are shown and scanned; English is the shape. */
export type ScanText = typeof scan

const texts: Record<Language, () => Promise<ScanText>> = {
  en: async () => (await import('./en/scan.ts')).scan,
  es: async () => (await import('./es/scan.ts')).scan,
  fr: async () => (await import('./fr/scan.ts')).scan,
}

/** Loads the words of codes that are shown and scanned, in one language. */
export function loadScan(language: Language): Promise<ScanText> {
  return texts[language]()
}
