import { scriptUrl } from '../worker/policy.ts'
import { appUrl } from './base.ts'

/**
 * Registers the offline shell and says when a newer one waits; `accept` switches to it and reloads.
 * Does nothing where there are no service workers, and under the development server.
 */
export async function watchForUpdates(onWaiting: (accept: () => void) => void): Promise<void> {
  if (import.meta.env.DEV || !('serviceWorker' in navigator)) return
  const { Workbox } = await import('workbox-window')
  const workbox = new Workbox(scriptUrl(appUrl('sw.js')))
  workbox.addEventListener('waiting', () =>
    onWaiting(() => {
      workbox.addEventListener('controlling', () => window.location.reload())
      workbox.messageSkipWaiting()
    }),
  )
  try {
    await workbox.register()
  } catch {
    // No offline shell this time (a private window, a host without sw.js): the app itself works without.
  }
}
