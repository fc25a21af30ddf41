/** What we use of Trusted Types; the DOM library of TypeScript does not know them. */
interface ScriptUrlPolicy {
  createScriptURL(url: string): unknown
}
interface PolicyFactory {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): ScriptUrlPolicy
}

/** A name can be given to one policy in a realm, so it is created here and nowhere else. */
const policy = (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes?.createPolicy('app-worker', {
  createScriptURL: ownScript,
})

/**
 * The address of one of our own scripts (a worker, the service worker), as the browser wants it under Trusted Types.
 * Throws for an address on another origin.
 * @returns a `TrustedScriptURL` where the browser has them, typed as the string that the DOM library of TypeScript asks for
 */
export function scriptUrl(url: string): string {
  return policy === undefined ? ownScript(url) : (policy.createScriptURL(url) as string)
}

function ownScript(url: string): string {
  const { href, origin } = globalThis.location
  if (new URL(url, href).origin !== origin) throw new TypeError('a script from another origin')
  return url
}
