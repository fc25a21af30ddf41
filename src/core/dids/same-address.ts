/**
 * True when two identifiers name the same thing: DIDs and URNs byte for byte, web addresses after URL normalisation
 * (case of scheme and host, default port, needless percent-encoding; a trailing slash counts).
 */
export function sameAddress(one: string, other: string): boolean {
  return one === other || plainAddress(one) === plainAddress(other)
}

/** An identifier as `sameAddress` compares it. */
export function plainAddress(address: string): string {
  if (!/^https?:/i.test(address)) return address
  try {
    return normalAddress(address)
  } catch {
    return address
  }
}

function normalAddress(address: string): string {
  const url = new URL(address)
  return `${url.protocol}//${url.host}${url.pathname.replace(/%[0-9a-f]{2}/gi, plainOctet)}${url.search}${url.hash}`
}

/** RFC 3986 §6.2.2: an octet that need not be encoded is the same without; any other stays as it is, so that no two paths become one. */
function plainOctet(code: string): string {
  const character = String.fromCharCode(Number.parseInt(code.slice(1), 16))
  return /[\w.~-]/.test(character) ? character : code.toUpperCase()
}
