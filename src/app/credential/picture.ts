import type { Credential } from '../../core/model/credential.ts'
import { linkOf } from './phrase.ts'

/** The picture of a credential: embedded, at another host (asked for on one tap only), or none, so that our artwork shows. */
export type Picture =
  | { readonly kind: 'embedded'; readonly src: string }
  | { readonly kind: 'remote'; readonly url: string; readonly host: string }
  | { readonly kind: 'none' }

/** The picture types that we show. SVG only ever as the source of an `<img>`, where its scripts do not run. */
export const pictureTypes = ['image/png', 'image/jpeg', 'image/webp', 'image/gif', 'image/svg+xml'] as const

/** Longest data URI that is shown. */
const longestDataUri = 8 * 1024 * 1024

const dataUri = /^data:(image\/(?:png|jpeg|webp|gif|svg\+xml))((?:;[a-z0-9=-]+)*),/i

/** The picture to show: of this award, else of the credential, the achievement, the issuer. */
export function pictureOf(credential: Credential): Picture {
  const [subject] = credential.subjects
  const stated = [subject?.image, credential.image, subject?.achievement?.image, credential.issuer.image]
  for (const image of stated) {
    const picture = image === undefined ? null : readPicture(image.url)
    if (picture) return picture
  }
  return { kind: 'none' }
}

function readPicture(url: string): Picture | null {
  if (url.length <= longestDataUri && dataUri.test(url)) return { kind: 'embedded', src: url }
  const link = url.startsWith('data:') ? null : linkOf(url)
  return link && { kind: 'remote', url: link.href.replace(/^http:/, 'https:'), host: link.host }
}

/** The type of a fetched picture by its first bytes, whatever its host called it; null when it is none that we show. */
export function pictureTypeOf(bytes: Uint8Array, mediaType: string): (typeof pictureTypes)[number] | null {
  const starts = (...signature: readonly number[]) => signature.every((byte, index) => bytes[index] === byte)
  if (starts(0x89, 0x50, 0x4e, 0x47)) return 'image/png'
  if (starts(0xff, 0xd8, 0xff)) return 'image/jpeg'
  if (starts(0x47, 0x49, 0x46, 0x38)) return 'image/gif'
  if (starts(0x52, 0x49, 0x46, 0x46) && bytes[8] === 0x57 && bytes[9] === 0x45 && bytes[10] === 0x42) return 'image/webp'
  // SVG has no signature: the host's word counts, and an <img> is all that it is ever given to.
  return mediaType === 'image/svg+xml' ? 'image/svg+xml' : null
}
