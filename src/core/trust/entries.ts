import { limits } from '../limits.ts'
import type { ListedIssuer } from '../model/issuers.ts'
import { type Json, type JsonObject, memberOf } from '../model/json.ts'
import type { ListOrigin } from './source.ts'

/** The optional members of what a list says of an issuer. */
type Optional = Omit<ListedIssuer, 'name'>

/** Controls, and what is not seen but turns the direction of what is. The joiners that scripts need stay. */
const unseen = /[\p{Cc}\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]+/gu

/** A name as a list states it: one line, not too long, without what would bend a sentence round it; empty when there is none. */
export function nameIn(value: Json | undefined): string {
  return typeof value === 'string'
    ? value
        .slice(0, limits.issuerName * 4)
        .replace(/\s+/g, ' ')
        .replace(unseen, '')
        .trim()
        .slice(0, limits.issuerName)
    : ''
}

/** An issuer id as a list states it: compared character by character, so that it is taken as it is or not at all. */
export function issuerIdIn(value: string): string | null {
  return value.length <= limits.issuerId && /^[a-z][a-z0-9+.-]*:\S+$/i.test(value) ? value : null
}

/** What a list says of an issuer, without the members that say nothing. */
export function listed(
  name: string,
  more: { readonly [Member in keyof Optional]: Optional[Member] | undefined } = {},
): ListedIssuer {
  const stated = Object.entries(more).filter(([, value]) => value !== undefined && value !== '')
  return { name, ...(Object.fromEntries(stated) as Optional) }
}

/** An https address that a list states; undefined for anything else. */
export function addressIn(value: Json | undefined): string | undefined {
  if (typeof value !== 'string' || value.length > limits.issuerId || !URL.canParse(value)) return undefined
  const { protocol, href } = new URL(value)
  return protocol === 'https:' || protocol === 'http:' ? href : undefined
}

/** The object in a member; an empty one when there is none. */
export function objectIn(object: JsonObject, name: string): JsonObject {
  const value = memberOf(object, name)
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {}
}

/** Names of lists that were made to try things out. A community college is a real one. */
const forTests = /(?:^|[^a-z])(?:sandbox|community(?!\W{0,3}colleges?)|tests?|testing|pilot|demo)(?:[^a-z]|$)/i

/** What a registry is to be taken for, by its name and address: one for tests must never look like the real thing. */
export function kindByName(...names: readonly string[]): ListOrigin['kind'] {
  return names.some((name) => forTests.test(name)) ? 'test' : 'production'
}
