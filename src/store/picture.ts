import type { Credential, Image } from '../core/model/credential.ts'
import type { Contents } from '../core/model/inspection.ts'
import type { KeptPicture, WalletEntry } from './types.ts'

/** How a picture is named that lies in an entry. */
const entryScheme = 'entry:'
/** Largest embedded picture that goes along wherever it is named, in characters of its data URI. */
const carried = 2_048

/** Whether a picture is embedded, and too large to lie in memory for whoever might show it. */
export function isEmbeddedLarge(url: string): boolean {
  return url.startsWith('data:') && url.length > carried
}

/** The name of the picture of an entry, or of a part of it (`2.1`). */
export function entryPicture(id: string, part = ''): string {
  return `${entryScheme}${id}${part === '' ? '' : `/${part}`}`
}

/** Which entry, and which part of it, a picture is named by; null when it is named by an address. */
export function placeOfPicture(name: string): { readonly id: string; readonly part: string } | null {
  if (!name.startsWith(entryScheme)) return null
  const [id = '', part = ''] = name.slice(entryScheme.length).split('/')
  return { id, part }
}

/** The picture of a credential: its own, else its achievement's. */
export function imageOf(credential: Credential): Image | undefined {
  return credential.image ?? credential.subjects.find(({ achievement }) => achievement?.image)?.achievement?.image
}

/** The picture embedded in an entry's credential or in a part of it, decoded; null when there is none or it is no picture. */
export function embeddedPicture({ credential, parts, addedAt }: WalletEntry, part = ''): KeptPicture | null {
  const meant = part === '' ? credential : credentialAt(parts, part.split('.').map(Number))
  const url = (meant && imageOf(meant)?.url) ?? ''
  const uri = /^data:(?<mediaType>image\/[\w.+-]+)(?:;[^,;]+)*?(?<base64>;base64)?,(?<body>.*)$/is.exec(url)?.groups
  if (uri === undefined) return null
  const bytes = bytesOf(uri.body ?? '', uri.base64 !== undefined)
  return bytes === null ? null : { url, bytes, mediaType: (uri.mediaType ?? '').toLowerCase(), fetchedAt: addedAt }
}

function credentialAt(parts: Contents['parts'], [place = 0, ...deeper]: readonly number[]): Credential | null {
  const part = parts[place - 1]
  if (part === undefined) return null
  return deeper.length === 0 ? part.credential : credentialAt(part.parts, deeper)
}

function bytesOf(body: string, isBase64: boolean): Uint8Array | null {
  try {
    const text = decodeURIComponent(body)
    return isBase64 ? Uint8Array.from(atob(text), (character) => character.charCodeAt(0)) : new TextEncoder().encode(text)
  } catch {
    return null
  }
}
