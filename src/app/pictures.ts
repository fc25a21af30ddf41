import type { Vault } from '../store/types.ts'

/** Pictures shown lately, as object addresses. The list scrolls fast: each is opened once. */
const shown = new Map<string, Promise<string | null>>()
const most = 300

/** An address to show a sealed picture from; null when there is none or it cannot be opened. */
export function sealedPicture(vault: Pick<Vault, 'picture'>, name: string): Promise<string | null> {
  const known = shown.get(name)
  if (known) return known
  const opening = openPicture(vault, name)
  shown.set(name, opening)
  const [oldest] = shown.keys()
  if (shown.size > most && oldest !== undefined) forget(oldest)
  return opening
}

async function openPicture(vault: Pick<Vault, 'picture'>, name: string): Promise<string | null> {
  const kept = await vault.picture(name)
  if (kept.ok && kept.value)
    return URL.createObjectURL(new Blob([new Uint8Array(kept.value.bytes)], { type: kept.value.mediaType }))
  // It may be kept later: ask again next time.
  shown.delete(name)
  return null
}

function forget(name: string): void {
  const opening = shown.get(name)
  shown.delete(name)
  void opening?.then((address) => address && URL.revokeObjectURL(address))
}
