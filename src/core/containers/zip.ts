import { inflate } from '../encoding/inflate.ts'
import { crc32 } from '../encoding/png.ts'
import { latin1Of, textOf } from '../encoding/utf8.ts'
import { DEFLATED, fileHeaderLength, STORED, type ZipListed, zipEnd, zipListed, zipPacked } from '../encoding/zip.ts'
import { limits } from '../limits.ts'
import { attempt, attemptNow, fail } from '../problem.ts'
import type { Archive, Member, Room } from './container.ts'
import { isZip } from './glance.ts'

/*
 * ZIP (APPNOTE 6.3). Only its directory is believed, and that only as far as the files bear it out: sizes are looked at before
 * anything is inflated, and no byte of the file belongs to two of its files.
 */

/** A ZIP file. Folders and what systems add of their own are passed over; names are names and never paths to write to. */
export const zip: Archive = {
  name: 'zip',
  recognizes: isZip,
  async unpack({ name, bytes }, room) {
    const directory = directoryOf(bytes)
    const entries = [...entriesIn(bytes, directory, room)]
    refuseOverlaps(entries)
    const members: Member[] = []
    for (const entry of entries) {
      if (isAside(entry.name)) continue
      members.push({ name: `${name}/${entry.name}`, bytes: await attempt(() => contentOf(entry, bytes, directory, room)) })
    }
    return members
  },
}

/** Where the list of files is. */
interface Directory {
  readonly start: number
  readonly end: number
}

/** One file as the directory states it. */
interface Entry extends ZipListed {
  readonly name: string
}

/** What a field holds when the true value stands in a ZIP64 record, which we do not read. */
const elsewhere = 0xffffffff

const ENCRYPTED = 0b1
const NAME_IS_UTF8 = 1 << 11

function malformed(reason: string): never {
  fail('zip_malformed', { facts: { reason } })
}

function directoryOf(bytes: Uint8Array): Directory {
  const { at, disk, count, size, start } = zipEnd(bytes) ?? malformed('ends too early')
  if (size === elsewhere || start === elsewhere || count === 0xffff) fail('zip_unsupported', { facts: { reason: 'zip64' } })
  if (disk !== 0) fail('zip_unsupported', { facts: { reason: 'several parts' } })
  if (start + size > at) malformed('its directory is not where it says')
  return { start, end: start + size }
}

function* entriesIn(bytes: Uint8Array, { start, end }: Directory, room: Room): Generator<Entry> {
  let at = start
  while (at < end) {
    const listed = zipListed(bytes, at, end) ?? malformed('its directory is broken')
    room.files -= 1
    if (room.files < 0) fail('archive_too_many_files', { facts: { limit: limits.archiveFiles } })
    yield { ...listed, name: nameOf(listed.nameBytes, listed.flags) }
    at = listed.next
  }
}

/** Controls, and what is not seen but turns the direction of what is: `gpj.exe` would read as another kind of file. */
const unseen = /[\p{Cc}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]+/gu

/** A name is for people to read: UTF-8 where it says so or is so, else each byte as a letter. */
function nameOf(bytes: Uint8Array, flags: number): string {
  const utf8 = attemptNow(() => textOf(bytes))
  const name = utf8.ok ? utf8.value : flags & NAME_IS_UTF8 ? '\ufffd' : latin1Of(bytes)
  return name.replace(unseen, '').slice(-limits.fileName)
}

/** Folders, and files that a system writes beside those of the person: resource forks, thumbnails. */
function isAside(name: string): boolean {
  if (/[/\\]$/.test(name) || name.startsWith('__MACOSX/')) return true
  const last = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
  return last.startsWith('._') || ['.DS_Store', 'Thumbs.db', 'desktop.ini'].includes(last)
}

/** No honest file has entries that share bytes; those that do inflate to far more than any ratio tells. */
function refuseOverlaps(entries: readonly Entry[]): void {
  let taken = 0
  for (const { header, packed } of [...entries].sort((a, b) => a.header - b.header)) {
    if (header < taken) malformed('files overlap')
    taken = header + fileHeaderLength + (packed === elsewhere ? 0 : packed)
  }
}

async function contentOf(entry: Entry, bytes: Uint8Array, directory: Directory, room: Room): Promise<Uint8Array> {
  const { flags, method, packed, size, crc } = entry
  if (flags & ENCRYPTED) fail('zip_encrypted')
  if (method !== STORED && method !== DEFLATED) fail('zip_unsupported', { facts: { reason: `method ${method}` } })
  if (packed === elsewhere || size === elsewhere) fail('zip_unsupported', { facts: { reason: 'zip64' } })
  refuseTooLarge(entry, room)
  const data = zipPacked(bytes, entry, directory.start)
  if (typeof data === 'string') damaged(data)
  // what turns out damaged has been inflated as well
  room.bytes -= size
  // a copy: what is kept of one file must not hold the whole archive
  const content = method === STORED ? data.slice() : await inflate(data, 'deflate-raw', size)
  if (content === null || content === 'too-large' || content.length !== size) damaged('size')
  if (crc32(content) !== crc) damaged('checksum')
  return content
}

/** Looked at before anything is inflated; that a file is no larger than it says is seen to while it is. */
function refuseTooLarge({ packed, size }: Entry, room: Room): void {
  const most = Math.min(limits.inputBytes, room.bytes)
  if (size > most) fail('archive_too_large', { facts: { limit: most } })
  if (size > limits.archiveRatioFrom && size > packed * limits.archiveRatio)
    fail('archive_too_large', { facts: { limit: limits.archiveRatioFrom } })
}

function damaged(reason: string): never {
  fail('archive_file_damaged', { facts: { reason } })
}
