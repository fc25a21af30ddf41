import { afterEach, describe, expect, test } from 'vitest'
import { applyAppearance, forgetPreferences, rememberedPreferences, rememberPreferences } from '../../src/app/preferences.ts'

afterEach(() => {
  forgetPreferences()
  applyAppearance('system')
})

describe('what the first paint knows', () => {
  test('is the device’s own until something was chosen', () => {
    expect(rememberedPreferences()).toEqual({ language: 'system', appearance: 'system' })
  })

  test('is what was chosen last, and nothing more of the settings', () => {
    const settings = {
      language: 'es',
      appearance: 'dark',
      identities: ['mailto:learner@example.org'],
      walletLayout: 'list',
      walletSort: 'title',
    } as const
    rememberPreferences(settings)
    expect(rememberedPreferences()).toEqual({ language: 'es', appearance: 'dark' })
    expect(JSON.stringify({ ...localStorage })).not.toContain('learner')
  })

  test('is the device’s own again when what was remembered is nonsense', () => {
    for (const nonsense of ['{', 'null', '[]', '{"language":"tlh","appearance":7}']) {
      localStorage.setItem('satchel.preferences', nonsense)
      expect(rememberedPreferences()).toEqual({ language: 'system', appearance: 'system' })
    }
  })

  test('is forgotten with everything else', () => {
    rememberPreferences({ language: 'fr', appearance: 'light' })
    forgetPreferences()
    expect(localStorage.length).toBe(0)
  })
})

describe('appearance', () => {
  test('overrides the device’s own, both ways', () => {
    applyAppearance('dark')
    expect(document.documentElement.dataset.appearance).toBe('dark')
    applyAppearance('system')
    expect(document.documentElement.dataset.appearance).toBeUndefined()
  })
})
