const ctid = /ce-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i
/** The registry and its finder, by the domains they have had. */
const registries = /(?:^|\.)credential(?:engineregistry|engine|finder)\.org$/i
/** Longest address that is looked at, in characters. */
const longest = 2_048

/**
 * Where the document of a pathway is read that a person names: an address of the Credential Registry or its finder, or a bare CTID, is
 * its whole graph (trust.md §5), in the sandbox where the address is of the sandbox; any other https address is itself, and `http:` is
 * asked as `https:`. Null when it is none.
 */
export function registryAddress(address: string): string | null {
  const text = address.trim()
  if (text === '' || text.length > longest) return null
  const bare = text.match(ctid)?.[0]
  if (bare !== undefined && bare.length === text.length) return graphOf(bare, false)
  const url = addressOf(text)
  if (url === null) return null
  if (bare === undefined || !registries.test(url.hostname)) return url.href
  return graphOf(bare, /(?:^|\.)sandbox\./i.test(url.hostname))
}

function graphOf(found: string, isSandbox: boolean): string {
  return `https://${isSandbox ? 'sandbox.' : ''}credentialengineregistry.org/graph/${found.toLowerCase()}`
}

/** People copy addresses without their scheme. */
function addressOf(text: string): URL | null {
  const whole = /^https?:\/\//i.test(text) ? text.replace(/^http:/i, 'https:') : `https://${text}`
  const isOne = /^https:\/\/[^\s/@]+\.[^\s/@]{2,}/i.test(whole) && !/\s/.test(whole) && URL.canParse(whole)
  return isOne ? new URL(whole) : null
}
