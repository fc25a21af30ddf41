import type { stacks } from './en/stacks/index.ts'
import type { Language } from './index.ts'

/** The words about stacks, pathways and groupings; English is the shape. */
export type StacksText = typeof stacks

const texts: Record<Language, () => Promise<StacksText>> = {
  en: async () => (await import('./en/stacks/index.ts')).stacks,
  es: async () => (await import('./es/stacks/index.ts')).stacks,
  fr: async () => (await import('./fr/stacks/index.ts')).stacks,
}

/** Loads the words about stacks, pathways and groupings, in one language. */
export function loadStacks(language: Language): Promise<StacksText> {
  return texts[language]()
}
