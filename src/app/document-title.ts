import { useLocation } from '@solidjs/router'
import { createEffect, createMemo, type JSX } from 'solid-js'
import { isCurtained } from './curtained.ts'
import { screenAt } from './paths.ts'
import { useServices } from './services.ts'
import { useTexts } from './text.ts'

/** Keeps the title of the window: the screen, or the credential that is open. Shows nothing on the page. */
export function DocumentTitle(): JSX.Element {
  const { ui } = useTexts()
  const { cards } = useServices()
  const location = useLocation()
  const title = createMemo(() => {
    const screen = screenAt(location.pathname)
    if (screen === 'other') return ui().titles.notFound
    if (screen !== 'credential') return ui().titles[screen]
    return cards()?.find(({ id }) => id === location.query.id)?.title || ui().titles.credential
  })
  createEffect(() => {
    document.title = isCurtained() ? ui().name : `${title()} · ${ui().name}`
  })
  return null
}
