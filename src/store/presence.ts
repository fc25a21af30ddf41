/**
 * What is remembered in clear of the wallet, beside the database: that something worth keeping lies in it (`kept`), or did until
 * the browser removed it (`lost`). The database being there says as much; nothing says what it was.
 */
export type Presence = 'none' | 'kept' | 'lost'

const place = 'satchel.wallet'
const marks: readonly Presence[] = ['kept', 'lost']

/** What is remembered; `none` also where storage is switched off, or was removed along with the database. */
export function presence(): Presence {
  try {
    const found = localStorage.getItem(place)
    return marks.find((mark) => mark === found) ?? 'none'
  } catch {
    return 'none'
  }
}

/** Remembers that, or forgets it all. */
export function rememberPresence(next: Presence): void {
  try {
    if (next === 'none') localStorage.removeItem(place)
    else localStorage.setItem(place, next)
  } catch {
    // Storage that is switched off or full: a loss will go unsaid.
  }
}

/**
 * To be told of each opening of the store. A new one where another lay is a loss. That is remembered until somebody says that they
 * know, since the next opening is of one that is no longer new.
 */
export function noteOpening(isNew: boolean): void {
  if (isNew && presence() === 'kept') rememberPresence('lost')
}

/**
 * Whether this is surely a private window, whose storage ends with it. To be asked once the database is open: Firefox then refuses
 * its file system only there. Elsewhere nothing tells them apart: Chromium's quota differs (4 GiB and 10 GiB, measured in 153), but a
 * small disk looks the same, and it means to close that gap.
 */
export async function isPrivateWindow(): Promise<boolean> {
  // Asking another browser would tell nothing, and leave an empty folder behind.
  if (!(globalThis as Partial<typeof globalThis>).CSS?.supports('-moz-appearance', 'none')) return false
  try {
    await navigator.storage.getDirectory()
    return false
  } catch (error) {
    return error instanceof DOMException && error.name === 'SecurityError'
  }
}
