import { createEffect, type JSX } from 'solid-js'
import { applyAppearance, rememberPreferences } from './preferences.ts'
import { useServices } from './services.ts'
import { useTexts } from './text.ts'

/** Makes the page follow the settings (language, appearance), whichever tab changed them. Shows nothing. */
export function SpokenSettings(): JSX.Element {
  const { settings } = useServices()
  const texts = useTexts()
  createEffect(() => {
    applyAppearance(settings().appearance)
    void texts.speak(settings().language)
    rememberPreferences(settings())
  })
  return null
}
