import type { view } from './en/view.ts'
import type { Language } from './index.ts'

/** The words of the page that a receiver opens; English is the shape. */
export type ViewText = typeof view

const views: Record<Language, () => Promise<ViewText>> = {
  en: async () => (await import('./en/view.ts')).view,
  es: async () => (await import('./es/view.ts')).view,
  fr: async () => (await import('./fr/view.ts')).view,
}

/** Loads the words of the page that a receiver opens, in one language. */
export function loadView(language: Language): Promise<ViewText> {
  return views[language]()
}
