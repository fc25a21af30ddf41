/** What a browser offers once it finds that a page can be installed (Manifest Incubations §2, not in all browsers). */
interface InstallPrompt extends Event {
  prompt(): Promise<{ readonly outcome: 'accepted' | 'dismissed' }>
}

let kept: InstallPrompt | null = null

/** Keeps the browser's offer to install for when the person asks for it. It comes once, soon after the page was opened. */
export function keepInstallPrompt(): void {
  window.addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault()
    kept = event as InstallPrompt
  })
}

/** The browser's own question whether to install; null when it has none to ask. It can be asked once. */
export function installPrompt(): (() => Promise<boolean>) | null {
  const prompt = kept
  if (prompt === null) return null
  return async () => {
    kept = null
    return (await prompt.prompt()).outcome === 'accepted'
  }
}
