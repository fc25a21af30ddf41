import './styles/tokens.css'
import './styles/base.css'
import './styles/ui.css'
import './styles/shell.css'
import { render } from 'solid-js/web'
import type { Attempt } from '../core/problem.ts'
import { App } from './app.tsx'
import { isFramed, showWayOut } from './framed.ts'
import { keepInstallPrompt } from './install-prompt.ts'
import { screenAt } from './paths.ts'
import { applyAppearance, rememberedPreferences } from './preferences.ts'
import type { Opening } from './services.ts'
import { openTexts } from './text.ts'

let opening: Promise<Attempt<Opening>> | undefined

if (isFramed()) showWayOut()
else void start()

async function start(): Promise<void> {
  keepInstallPrompt()
  const preferences = rememberedPreferences()
  applyAppearance(preferences.appearance)
  // Opening the store starts at once and is waited for inside, so that the frame is painted meanwhile. The page that keeps
  // nothing leaves it closed.
  if (screenAt(window.location.pathname) !== 'view') void openOnce()
  const texts = await openTexts(preferences.language)
  const place = document.getElementById('app')
  if (place) render(() => <App texts={texts} services={openOnce} />, place)
}

function openOnce(): Promise<Attempt<Opening>> {
  opening ??= import('./open-services.ts').then(({ openServices }) => openServices())
  return opening
}
