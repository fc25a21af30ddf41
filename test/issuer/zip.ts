import { crc32, deflateRawSync } from 'node:zlib'
import { concat } from './png.ts'

/** One file of a ZIP, and what its headers say when they lie. */
export interface ZipFile {
  readonly name: string
  readonly data: Uint8Array
  /** Deflated unless told otherwise. */
  readonly stored?: boolean
  readonly flags?: number
  readonly method?: number
  readonly crc?: number
  readonly size?: number
  readonly packed?: number
  /** Where its own header is said to be. */
  readonly header?: number
}

export interface ZipOptions {
  readonly comment?: Uint8Array
  /** How many files the end record says there are, and where it says the directory begins. */
  readonly count?: number
  readonly directory?: number
}

/** A ZIP of some files (APPNOTE 4.3), whose headers say what they are told to. */
export function zipOf(files: readonly ZipFile[], options: ZipOptions = {}): Uint8Array {
  const parts: Uint8Array[] = []
  const listed: Uint8Array[] = []
  let at = 0
  for (const file of files) {
    const name = new TextEncoder().encode(file.name)
    const data = file.stored === true ? file.data : new Uint8Array(deflateRawSync(file.data))
    const common = commonOf(file, data, name.length)
    const header = concat([u32(0x04034b50), common, name, data])
    const central = [u32(0x02014b50), u16(20), common, u16(0), u16(0), u16(0), u32(0), u32(file.header ?? at), name]
    listed.push(concat(central))
    parts.push(header)
    at += header.length
  }
  const directory = concat(listed)
  const count = u16(options.count ?? files.length)
  const comment = options.comment ?? new Uint8Array()
  const end = [u32(0x06054b50), u16(0), u16(0), count, count, u32(directory.length), u32(options.directory ?? at)]
  return concat([...parts, directory, ...end, u16(comment.length), comment])
}

/** What both headers of a file repeat: version to the lengths of name and extra field. */
function commonOf(file: ZipFile, data: Uint8Array, nameLength: number): Uint8Array {
  return concat([
    u16(20),
    u16(file.flags ?? 0x800),
    u16(file.method ?? (file.stored === true ? 0 : 8)),
    u32(0),
    u32(file.crc ?? crc32(file.data)),
    u32(file.packed ?? data.length),
    u32(file.size ?? file.data.length),
    u16(nameLength),
    u16(0),
  ])
}

function u16(value: number): Uint8Array {
  return Uint8Array.of(value & 0xff, (value >>> 8) & 0xff)
}

function u32(value: number): Uint8Array {
  return Uint8Array.of(value & 0xff, (value >>> 8) & 0xff, (value >>> 16) & 0xff, value >>> 24)
}
