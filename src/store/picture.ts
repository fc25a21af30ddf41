import type { Credential, Image } from '../core/model/credential.ts'
import type { KeptPicture, WalletEntry } from './types.ts'

/** How a card names a picture that lies in its own entry. */
export const entryScheme = 'entry:'

/** The picture of a credential: its own, else its achievement's. */
export function imageOf(credential: Credential): Image | undefined {
  return credential.image ?? credential.subjects.find(({ achievement }) => achievement?.image)?.achievement?.image
}

/** The picture embedded in an entry's credential, decoded; null when there is none or it is no picture. */
export function embeddedPicture({ credential, addedAt }: WalletEntry): KeptPicture | null {
  const url = imageOf(credential)?.url ?? ''
  const parts = /^data:(?<mediaType>image\/[\w.+-]+)(?:;[^,;]+)*?(?<base64>;base64)?,(?<body>.*)$/is.exec(url)?.groups
  if (parts === undefined) return null
  const bytes = bytesOf(parts.body ?? '', parts.base64 !== undefined)
  return bytes === null ? null : { url, bytes, mediaType: (parts.mediaType ?? '').toLowerCase(), fetchedAt: addedAt }
}

function bytesOf(body: string, isBase64: boolean): Uint8Array | null {
  try {
    const text = decodeURIComponent(body)
    return isBase64 ? Uint8Array.from(atob(text), (character) => character.charCodeAt(0)) : new TextEncoder().encode(text)
  } catch {
    return null
  }
}
