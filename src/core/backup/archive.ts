import { deflateSync, Zip, ZipPassThrough } from 'fflate'
import { joined } from '../encoding/bytes.ts'
import { bytesOf } from '../encoding/utf8.ts'
import { fail } from '../problem.ts'
import { digestOf } from '../report.ts'
import type { FileRow } from './layout.ts'
import { backupLimits } from './limits.ts'

/** A ZIP being written into a stream, which remembers what it wrote. */
export interface ArchiveWriter {
  readonly stream: ReadableStream<Uint8Array>
  /** Everything so far but what `addUnlisted` wrote. */
  readonly files: readonly FileRow[]
  /**
   * Adds a file, and waits until the reader of the stream has taken what came before. Fails with `backup_too_large`.
   * @param sha256 the digest of the content, when it is known already
   */
  add(path: string, content: Uint8Array | string, sha256?: string): Promise<FileRow>
  /** Adds the file that lists the others. */
  addUnlisted(path: string, content: Uint8Array): Promise<void>
  end(): Promise<void>
}

/** Sizes and dates are those of ZIP without extensions (APPNOTE 4.4.6): files of one backup have no dates of their own. */
const undated = new Date(1980, 0, 1, 12)

/** How many bytes go into the stream at a time. */
const together = 64 * 1024

export function createArchiveWriter(): ArchiveWriter {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>()
  const writer = writable.getWriter()
  const files: FileRow[] = []
  let total = 0
  let waiting: Uint8Array[] = []
  let size = 0
  const zip = new Zip((error, chunk) => {
    if (error !== null) throw error
    waiting.push(chunk)
    size += chunk.length
  })

  /** Many small pieces would each take their way through the stream. */
  async function pass(least: number): Promise<void> {
    if (size < least) return
    const piece = joined(waiting)
    waiting = []
    size = 0
    await writer.write(piece)
  }

  async function put(path: string, content: Uint8Array): Promise<void> {
    total += content.length
    if (total > backupLimits.bytes) fail('backup_too_large', { facts: { limit: backupLimits.bytes } })
    const file = new Packed(path, content)
    zip.add(file)
    file.push(content, true)
    await pass(together)
  }

  return {
    stream: readable,
    files,
    async add(path, content, sha256) {
      // Room for the manifest.
      if (files.length + 1 >= backupLimits.files) fail('backup_too_large', { facts: { limit: backupLimits.files } })
      const bytes = typeof content === 'string' ? bytesOf(content) : content
      const row = { path, size: bytes.length, sha256: sha256 ?? (await digestOf(bytes)) }
      files.push(row)
      await put(path, bytes)
      return row
    },
    addUnlisted: put,
    async end() {
      zip.end()
      await pass(0)
      await writer.close()
    },
  }
}

/** A file that comes in one piece: deflated, unless that gains nothing (a picture) or so much that our own reader would refuse it. */
class Packed extends ZipPassThrough {
  readonly #packed: Uint8Array

  constructor(path: string, content: Uint8Array) {
    super(path)
    this.mtime = undated
    const deflated = isCompressed(content) ? content : deflateSync(content, { level: 6 })
    const gains = deflated.length < content.length && content.length <= deflated.length * backupLimits.ratio
    this.#packed = gains ? deflated : content
    this.compression = gains ? 8 : 0
  }

  protected override process(_content: Uint8Array<ArrayBuffer>, final: boolean): void {
    this.ondata(null, this.#packed as Uint8Array<ArrayBuffer>, final)
  }
}

/** PNG, JPEG, WebP (RIFF), GIF, ZIP and gzip, by their first bytes. */
function isCompressed(content: Uint8Array): boolean {
  const magics = [
    [0x89, 0x50, 0x4e, 0x47],
    [0xff, 0xd8, 0xff],
    [0x52, 0x49, 0x46, 0x46],
    [0x47, 0x49, 0x46],
    [0x50, 0x4b, 3],
    [0x1f, 0x8b],
  ]
  return magics.some((magic) => magic.every((byte, at) => content[at] === byte))
}
