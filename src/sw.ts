// The offline shell: every page, script and style of this build, and nothing else. It never answers for another host, and
// nothing that another host sent is ever put into Cache Storage.
import { cleanupOutdatedCaches, precacheAndRoute } from 'workbox-precaching'
import { NavigationRoute, registerRoute } from 'workbox-routing'

/** What is used here of the service worker's own global scope, which the page's type library does not know. */
interface ShellScope {
  readonly __WB_MANIFEST: { url: string; revision: string | null }[]
  readonly registration: { readonly scope: string }
  readonly clients: { claim(): Promise<void> }
  skipWaiting(): Promise<void>
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void
  addEventListener(type: 'activate', listener: (event: Event & { waitUntil(work: Promise<unknown>): void }) => void): void
}
declare const self: ShellScope
declare const __ENTRY_ADDRESSES__: readonly string[]

precacheAndRoute(self.__WB_MANIFEST, { directoryIndex: 'index.html', ignoreURLParametersMatching: [/./] })
cleanupOutdatedCaches()

// Navigations that no precached page answers: an entry address without its last slash, or an address that is nothing.
registerRoute(
  new NavigationRoute(async ({ request, url }) => {
    const root = new URL(self.registration.scope)
    const path = url.pathname.slice(root.pathname.length)
    if (__ENTRY_ADDRESSES__.includes(path)) return Response.redirect(new URL(`${path}/${url.search}`, root).href)
    try {
      return await fetch(request)
    } catch {
      return Response.redirect(root.href)
    }
  }),
)

// A new shell waits until the page asks for it (the learner pressed "Update"), so that no page runs with scripts of two builds.
self.addEventListener('message', ({ data }) => {
  if (data?.type === 'SKIP_WAITING') void self.skipWaiting()
})
// The first shell takes the open page at once: it works offline without a reload.
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))
