/**
 * Where the app lives. It may be served from any folder of any host, so the page says where its root is
 * (`<meta name="satchel-root">`, './' or '../') and nothing else knows. Read once, as the page loads: the address changes as the
 * learner moves about, the root does not.
 *
 * Addresses are one level deep and end with a slash (`''`, `add/`, `credential/?id=…`, `settings/`), because each has a page
 * of its own (tools/vite/entries.mjs) that any static host can serve.
 */
const root = new URL(document.querySelector<HTMLMetaElement>('meta[name="satchel-root"]')?.content ?? './', document.baseURI)

/** The path of the app's root, with a slash at both ends: the base of the router and of every address of ours. */
export function appBase(): string {
  return root.pathname
}

/** The full address of a file or screen of the app, given relative to its root: `appUrl('sw.js')`, `appUrl('add/')`. */
export function appUrl(path: string): string {
  return new URL(path, root).href
}
