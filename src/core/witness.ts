import type { Opened } from './model/context.ts'
import type { Witness } from './model/report.ts'

/** What a report says of a document that a host served: without its query, which may say which credential it was about. */
export function witnessOf({ url, fetchedAt, kept }: Opened): Witness {
  return { url: url.replace(/[?#].*$/s, ''), fetchedAt, kept }
}

/** The host of an address, for people; empty when it is none. */
export function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : ''
}
