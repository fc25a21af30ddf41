import { readFile } from 'node:fs/promises'
import type { KnownIssuers } from '../core/model/issuers.ts'
import { readList } from '../core/trust/index.ts'
import { closedDoor } from './resolve-map.ts'

/**
 * Reads lists of institutions from files: a registry of the DCC, or a list of one's own (JSON or CSV). Nothing is fetched for them.
 * @param now when they count as read
 * @returns the name of the first file that is no such list, when there is one
 */
export async function readIssuerLists(files: readonly string[], now: Date): Promise<KnownIssuers | string> {
  const lists: KnownIssuers['lists'][number][] = []
  for (const file of files) {
    const bytes = await readFile(file).catch(() => null)
    if (bytes === null) return file
    const place = { bytes: new Uint8Array(bytes), name: file.replace(/^.*[/\\]/, '') }
    const read = await readList({ place, issuers: [], previous: null }, { open: closedDoor, now })
    if (!read.ok || read.value.kind !== 'list') return file
    lists.push(read.value.reading.list)
  }
  return { lists, unread: [] }
}
