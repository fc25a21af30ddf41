import type { Attempt } from '../core/problem.ts'
import { done, problem } from '../core/problem.ts'

/** Names that lead into the network of whoever is looking, never to an issuer (RFC 6761, RFC 6762, RFC 8375). */
const localNames = ['localhost', 'local', 'internal', 'localdomain', 'home.arpa']

/** IPv4 blocks that are not on the public internet (RFC 6890): first address and prefix length. */
const localBlocks: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8], // this network
  ['10.0.0.0', 8], // private
  ['100.64.0.0', 10], // shared by carriers
  ['127.0.0.0', 8], // loopback
  ['169.254.0.0', 16], // link-local
  ['172.16.0.0', 12], // private
  ['192.0.0.0', 24], // protocol assignments
  ['192.168.0.0', 16], // private
  ['198.18.0.0', 15], // benchmarks
  ['224.0.0.0', 4], // multicast
  ['240.0.0.0', 4], // reserved, broadcast
]

/** Why an address is not asked. */
export type Refusal = 'malformed' | 'scheme' | 'userinfo' | 'port' | 'private'

/**
 * Judges an address before it is asked.
 * @param address absolute; `http:` is turned into `https:`, a fragment is cut off
 * @returns the address to ask, or `fetch_address_refused` with the fact `reason` (a {@link Refusal})
 */
export function checkAddress(address: string): Attempt<URL> {
  if (!URL.canParse(address)) return refused('malformed')
  const url = new URL(address)
  if (url.protocol === 'http:') url.protocol = 'https:'
  if (url.protocol !== 'https:') return refused('scheme')
  url.hash = ''
  if (url.username !== '' || url.password !== '') return refused('userinfo', url.hostname)
  if (url.port === '0') return refused('port', url.hostname)
  return isPublicHost(url.hostname) ? done(url) : refused('private', url.hostname)
}

/**
 * Judges the address that answered in the end. A redirect is followed by the browser, so this is the first time we
 * see where it led: `http:` is not forgiven here, since the answer did come over it.
 */
export function checkFinalAddress(address: string): Attempt<URL> {
  return URL.canParse(address) && new URL(address).protocol === 'https:' ? checkAddress(address) : refused('scheme')
}

function refused(reason: Refusal, host = ''): Attempt<URL> {
  return problem('fetch_address_refused', { facts: host === '' ? { reason } : { reason, host } })
}

/** True for a host that may be an issuer's: no literal private address, no name of a local network. */
function isPublicHost(hostname: string): boolean {
  if (hostname.startsWith('[')) return isPublicIpv6(wordsOf(hostname.slice(1, -1)))
  if (/^\d+\.\d+\.\d+\.\d+$/.test(hostname)) return isPublicIpv4(numberOf(hostname))
  const name = hostname.replace(/\.+$/, '')
  // A name without a dot is looked up in the local network.
  return name.includes('.') && !localNames.some((local) => name === local || name.endsWith(`.${local}`))
}

function isPublicIpv4(address: number): boolean {
  return !localBlocks.some(([first, length]) => address >>> (32 - length) === numberOf(first) >>> (32 - length))
}

/**
 * Only global unicast is public (RFC 4291 §2.4). Addresses that carry an IPv4 address lead where that one leads:
 * mapped and compatible ones, NAT64 (RFC 6052) and 6to4 (RFC 3056). Teredo (2001::/32) hides its own: refused.
 */
function isPublicIpv6(words: readonly number[]): boolean {
  const [first = 0, second = 0, third = 0] = words
  const tail = ((words[6] ?? 0) * 0x10000 + (words[7] ?? 0)) >>> 0
  const startsWith = (...prefix: readonly number[]) => prefix.every((word, index) => words[index] === word)
  if (startsWith(0, 0, 0, 0, 0, 0xffff) || startsWith(0, 0, 0, 0, 0xffff, 0) || startsWith(0x64, 0xff9b, 0, 0, 0, 0)) {
    return isPublicIpv4(tail)
  }
  if (first === 0x2002) return isPublicIpv4((second * 0x10000 + third) >>> 0)
  return (first & 0xe000) === 0x2000 && !startsWith(0x2001, 0)
}

/** An IPv4 address in the one spelling that `URL` leaves, as a number. */
function numberOf(dotted: string): number {
  return dotted.split('.').reduce((sum, part) => sum * 256 + Number(part), 0) >>> 0
}

/** An IPv6 address in the one spelling that `URL` leaves, as its eight words. */
function wordsOf(address: string): readonly number[] {
  const [head = '', tail] = address.split('::')
  const words = (text: string) => (text === '' ? [] : text.split(':').map((word) => Number.parseInt(word, 16)))
  if (tail === undefined) return words(head)
  const zeros = Array<number>(8 - words(head).length - words(tail).length).fill(0)
  return [...words(head), ...zeros, ...words(tail)]
}
