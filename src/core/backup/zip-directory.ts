import { Inflate, inflateSync } from 'fflate'
import { textOf } from '../encoding/utf8.ts'
import { DEFLATED, STORED, zipEnd, zipListed, zipPacked } from '../encoding/zip.ts'
import { attemptNow, fail } from '../problem.ts'
import { backupLimits } from './limits.ts'

/*
 * The ZIP inside a backup (APPNOTE 6.3). `containers/zip.ts` takes all files out of a small archive at once; this one is as large as a
 * wallet, so its files stay packed until each is asked for.
 */

/** A file inside, as the directory states it. */
export interface PackedFile {
  readonly path: string
  /** How many bytes it says it has. */
  readonly size: number
  readonly method: number
  readonly packed: Uint8Array
}

/**
 * The files of a ZIP in the order of its directory; folders are passed over. Fails with `backup_unrecognized` when it is no ZIP,
 * `backup_too_large`, and `backup_damaged` when its directory is not borne out by the files.
 */
export function packedFiles(bytes: Uint8Array): readonly PackedFile[] {
  const { start, size: length, count, at: endsAt } = zipEnd(bytes) ?? fail('backup_unrecognized')
  const end = start + length
  if (end > endsAt) damaged()
  if (count > backupLimits.files) fail('backup_too_large', { facts: { limit: backupLimits.files } })
  const files: PackedFile[] = []
  let at = start
  let total = 0
  for (let left = count; left > 0; left -= 1) {
    const { nameBytes, size, method, header, packed, next } = zipListed(bytes, at, end) ?? damaged()
    const path = attemptNow(() => textOf(nameBytes))
    if (!path.ok) damaged()
    total += size
    if (total > backupLimits.bytes) fail('backup_too_large', { facts: { limit: backupLimits.bytes } })
    const content = zipPacked(bytes, { header, packed }, start)
    if (typeof content === 'string') damaged()
    if (!path.value.endsWith('/')) files.push({ path: path.value, size, method, packed: content })
    at = next
  }
  return files
}

function damaged(): never {
  fail('backup_damaged')
}

/** The content of a file, in memory of its own. Fails with `backup_damaged`, or `backup_too_large` for one that is packed beyond reason. */
export function contentOf({ path, size, method, packed }: PackedFile): Uint8Array<ArrayBuffer> {
  if (size > backupLimits.ratioFrom && size > packed.length * backupLimits.ratio)
    fail('backup_too_large', { facts: { limit: backupLimits.ratioFrom } })
  const content = attemptNow(() => (method === STORED ? new Uint8Array(packed) : inflated(method, packed, size)))
  return content.ok && content.value.length === size ? content.value : fail('backup_damaged', { facts: { file: path } })
}

/** How much is inflated at a time, in packed bytes: after each piece it is seen whether that is more than was said. */
const piece = 16 * 1024

/** Throws, or gives another number of bytes, when they are not as many as was said. */
function inflated(method: number, packed: Uint8Array, size: number): Uint8Array<ArrayBuffer> {
  if (method !== DEFLATED) damaged()
  // With a place for one byte too many. Most files are this small, and it takes a third of the time.
  if (packed.length <= piece) return inflateSync(packed, { out: new Uint8Array(size + 1) })
  const content = new Uint8Array(size)
  let at = 0
  const inflate = new Inflate((chunk) => {
    // throws when there is no room for it
    content.set(chunk, at)
    at += chunk.length
  })
  for (let from = 0; from < packed.length; from += piece)
    inflate.push(packed.subarray(from, from + piece), from + piece >= packed.length)
  return at === size ? content : damaged()
}
