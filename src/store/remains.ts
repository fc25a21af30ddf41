import { rememberPresence } from './presence.ts'

/**
 * Removes what an erased wallet leaves outside its database: the offline shell of the app at `scope` (its full address) with the
 * worker that serves it, and the mark that a wallet was here. What others keep on the same host stays.
 */
export async function removeRemains(scope: string): Promise<void> {
  rememberPresence('none')
  // First the worker, which could otherwise fill its cache again. None of it is about the learner: what cannot be removed is no failure.
  await unregister(scope).catch(() => undefined)
  await dropCaches(scope).catch(() => undefined)
}

async function unregister(scope: string): Promise<void> {
  // Absent where the page is not served securely.
  const workers = (navigator as Partial<Navigator>).serviceWorker
  const registrations = (await workers?.getRegistrations()) ?? []
  await Promise.all(registrations.filter((each) => each.scope === scope).map((each) => each.unregister()))
}

async function dropCaches(scope: string): Promise<void> {
  if (!('caches' in globalThis)) return
  // The shell's caches are named after its scope (workbox-core, cacheNames).
  const ours = (await caches.keys()).filter((name) => name.endsWith(scope))
  await Promise.all(ours.map((name) => caches.delete(name)))
}
