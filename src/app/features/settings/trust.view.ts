import type { ListOrigin } from '../../../core/trust/source.ts'
import type { KeptList } from '../../../store/types.ts'
import type { Formats } from '../../../text/format.ts'
import type { TrustText } from '../../../text/trust.ts'
import { hostOf } from '../../sniff.ts'
import { isTooOld } from '../../trust.ts'

/** What the DCC publishes, by address: offered, and asked only once somebody took the offer. */
export const dccRegistry: ListOrigin = {
  source: 'dcc-legacy',
  name: 'DCC Registry',
  kind: 'production',
  url: 'https://digitalcredentials.github.io/dcc-registry/registry.json',
}
export const dccDirectory = 'https://digitalcredentials.github.io/dcc-known-registries/known-did-registries.json'

/** What is said of a list under its name: how much it knows, since when, and from where. */
export function aboutList(
  kept: KeptList,
  issuers: readonly string[],
  text: TrustText,
  formats: Formats,
  now: Date,
): readonly string[] {
  const { list, origin } = kept
  const place = origin.url === '' ? text.fromFile : hostOf(origin.url)
  if (list === null) return [text.never, place]
  const { entries, hosts } = list
  const size = list.complete
    ? text.institutions(entries.size + (hosts?.size ?? 0))
    : text.yours(issuers.filter((issuer) => entries.get(issuer)).length)
  const about = [size, text.asOf(formats.dateTime(list.asOf)), place]
  return isTooOld(kept, now) ? [...about, text.tooOld] : about
}

/** Who learns what when a list is used, said before it is. */
export function disclosureOf({ source, url }: Pick<ListOrigin, 'source' | 'url'>, text: TrustText): string {
  const host = hostOf(url)
  return source === 'openid-federation' ? text.learnsIssuers(host) : text.seesAddress(host)
}

/** The lists that are offered: those of a directory and our own offer, without those that are in use. */
export function offersOf(origins: readonly ListOrigin[], used: readonly KeptList[]): readonly ListOrigin[] {
  const taken = new Set(used.map(({ origin }) => origin.url))
  const all = new Map([dccRegistry, ...origins].map((origin) => [origin.url, origin] as const))
  return [...all.values()].filter(({ url }) => !taken.has(url))
}

/** A long fingerprint in groups that an eye can compare. */
export function grouped(thumbprint: string): string {
  return thumbprint.replace(/.{6}(?=.)/g, '$& ')
}
