import type { Settings } from '../store/types.ts'

/** What the first paint needs to know before the store is open: nothing that says anything about the learner's records. */
export type Preferences = Pick<Settings, 'language' | 'appearance'>

const place = 'satchel.preferences'
const unset: Preferences = { language: 'system', appearance: 'system' }

const languages: readonly Settings['language'][] = ['system', 'en', 'es', 'fr']
const appearances: readonly Settings['appearance'][] = ['system', 'light', 'dark']

/** The preferences as last remembered by this browser; the device's own when there are none. */
export function rememberedPreferences(): Preferences {
  try {
    return readPreferences(JSON.parse(localStorage.getItem(place) ?? '{}'))
  } catch {
    // Storage that is switched off or holds nonsense: the device's own.
    return unset
  }
}

/** Remembers the preferences for the next first paint. */
export function rememberPreferences(preferences: Preferences): void {
  try {
    localStorage.setItem(place, JSON.stringify({ language: preferences.language, appearance: preferences.appearance }))
  } catch {
    // Storage that is switched off or full: the sealed settings still hold them.
  }
}

/** Forgets them, as part of erasing everything. */
export function forgetPreferences(): void {
  try {
    localStorage.removeItem(place)
  } catch {
    // Storage that is switched off holds nothing to forget.
  }
}

/** Shows the page light or dark, or as the device has it. */
export function applyAppearance(appearance: Settings['appearance']): void {
  if (appearance === 'system') delete document.documentElement.dataset.appearance
  else document.documentElement.dataset.appearance = appearance
}

function readPreferences(stored: unknown): Preferences {
  if (typeof stored !== 'object' || stored === null) return unset
  const { language, appearance } = stored as Record<string, unknown>
  return {
    language: languages.find((known) => known === language) ?? unset.language,
    appearance: appearances.find((known) => known === appearance) ?? unset.appearance,
  }
}
