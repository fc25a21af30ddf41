import { inflate } from '../encoding/inflate.ts'
import { crc32 } from '../encoding/png.ts'
import { latin1Of, textOf } from '../encoding/utf8.ts'
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

/** Where the list of files is (4.3.16). */
interface Directory {
  readonly start: number
  readonly end: number
}

/** One file as the directory states it (4.3.12). */
interface Entry {
  readonly name: string
  readonly flags: number
  readonly method: number
  readonly crc: number
  readonly packed: number
  readonly size: number
  /** Where its own header is, which repeats most of this. */
  readonly header: number
}

const signatures = { file: 0x04034b50, listed: 0x02014b50, end: 0x06054b50 } as const
const lengths = { file: 30, listed: 46, end: 22, comment: 0xffff } as const

/** What a field holds when the true value stands in a ZIP64 record, which we do not read. */
const elsewhere = 0xffffffff

const ENCRYPTED = 0b1
const NAME_IS_UTF8 = 1 << 11

const STORED = 0
const DEFLATED = 8

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

function malformed(reason: string): never {
  fail('zip_malformed', { facts: { reason } })
}

/** The end record is the last thing in the file but for a comment of any length. */
function directoryOf(bytes: Uint8Array): Directory {
  const view = viewOf(bytes)
  const lowest = Math.max(0, bytes.length - lengths.end - lengths.comment)
  for (let at = bytes.length - lengths.end; at >= lowest; at -= 1) {
    if (view.getUint32(at, true) !== signatures.end) continue
    const size = view.getUint32(at + 12, true)
    const start = view.getUint32(at + 16, true)
    if (size === elsewhere || start === elsewhere || view.getUint16(at + 10, true) === 0xffff)
      fail('zip_unsupported', { facts: { reason: 'zip64' } })
    if (view.getUint16(at + 4, true) !== 0) fail('zip_unsupported', { facts: { reason: 'several parts' } })
    if (start + size > at) malformed('its directory is not where it says')
    return { start, end: start + size }
  }
  malformed('ends too early')
}

function* entriesIn(bytes: Uint8Array, { start, end }: Directory, room: Room): Generator<Entry> {
  const view = viewOf(bytes)
  let at = start
  while (at < end) {
    if (at + lengths.listed > end || view.getUint32(at, true) !== signatures.listed) malformed('its directory is broken')
    room.files -= 1
    if (room.files < 0) fail('archive_too_many_files', { facts: { limit: limits.archiveFiles } })
    const flags = view.getUint16(at + 8, true)
    const name = at + lengths.listed
    const next = name + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    if (next > end) malformed('its directory is broken')
    yield {
      name: nameOf(bytes.subarray(name, name + view.getUint16(at + 28, true)), flags),
      flags,
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      header: view.getUint32(at + 42, true),
    }
    at = next
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
    taken = header + lengths.file + (packed === elsewhere ? 0 : packed)
  }
}

async function contentOf(entry: Entry, bytes: Uint8Array, directory: Directory, room: Room): Promise<Uint8Array> {
  const { flags, method, packed, size, crc } = entry
  if (flags & ENCRYPTED) fail('zip_encrypted')
  if (method !== STORED && method !== DEFLATED) fail('zip_unsupported', { facts: { reason: `method ${method}` } })
  if (packed === elsewhere || size === elsewhere) fail('zip_unsupported', { facts: { reason: 'zip64' } })
  refuseTooLarge(entry, room)
  const data = dataOf(entry, bytes, directory)
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

/** The packed bytes, which begin after a header of a length of its own (4.3.7) and end before the directory. */
function dataOf({ header, packed }: Entry, bytes: Uint8Array, directory: Directory): Uint8Array {
  const view = viewOf(bytes)
  if (header + lengths.file > directory.start || view.getUint32(header, true) !== signatures.file) damaged('header')
  const start = header + lengths.file + view.getUint16(header + 26, true) + view.getUint16(header + 28, true)
  if (start + packed > directory.start) damaged('size')
  return bytes.subarray(start, start + packed)
}

function damaged(reason: string): never {
  fail('archive_file_damaged', { facts: { reason } })
}
