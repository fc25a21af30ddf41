import { parseJson } from '../encoding/json.ts'
import { textOf } from '../encoding/utf8.ts'
import { isObject, type Json, memberOf } from '../model/json.ts'
import type { VerificationReport } from '../model/report.ts'
import { attemptNow, fail } from '../problem.ts'
import { errorReport } from '../report.ts'
import { unsealed } from './age.ts'
import { countsOf, type EntryRow, paths } from './layout.ts'
import { openManifest } from './manifest.ts'
import { readRest } from './rest.ts'
import { entryRow } from './shapes.ts'
import type { BackupCredential, BackupKey, BackupRest, BackupSummary } from './types.ts'
import { contentOf, type PackedFile, packedFiles } from './zip-directory.ts'

/** A backup that was opened, and whose every file is whole. */
export interface OpenBackup {
  readonly summary: BackupSummary
  readonly rest: BackupRest
  /** Some of the credentials, in their order. */
  credentials(start: number, count: number): readonly BackupCredential[]
  /** Blanks what was decrypted. */
  close(): void
}

/**
 * Opens a backup file (src/core/backup/FORMAT.md) and checks the digest of every file in it. The plain text stays in memory, packed, and
 * is written nowhere. Fails with `backup_*`, or `cancelled` when the signal is aborted.
 */
export async function openBackup(file: Blob, key: BackupKey, signal?: AbortSignal): Promise<OpenBackup> {
  const { stream, size } = await unsealed(file, key)
  const bytes = await wholeOf(stream, size, signal)
  try {
    const files = packedFiles(bytes)
    const manifest = await openManifest(files, signal)
    const byPath = new Map(files.map((each) => [each.path, each]))
    const rows = entriesOf(byPath, manifest.digests)
    const rest = readRest((path) => contentAt(byPath, path), manifest.digests)
    return {
      summary: {
        madeAt: manifest.madeAt,
        madeBy: manifest.madeBy,
        ...countsOf(rows.length, rest),
        digests: rows.map(({ digest }) => digest),
      },
      rest,
      credentials: (start, count) => rows.slice(start, start + count).map((row) => credentialOf(row, byPath, manifest.madeAt)),
      close: () => void bytes.fill(0),
    }
  } catch (error) {
    bytes.fill(0)
    throw error
  }
}

async function wholeOf(stream: ReadableStream<Uint8Array>, size: number, signal?: AbortSignal): Promise<Uint8Array> {
  const bytes = new Uint8Array(size)
  const reader = stream.getReader()
  let at = 0
  for (;;) {
    // What cannot be decrypted was changed, or ends too early.
    const { done, value } = await reader.read().catch(() => fail('backup_damaged'))
    if (done) return at === size ? bytes : fail('backup_damaged')
    if (signal?.aborted === true) {
      bytes.fill(0)
      fail('cancelled')
    }
    bytes.set(value, at)
    at += value.length
  }
}

function contentAt(files: ReadonlyMap<string, PackedFile>, path: string): Uint8Array<ArrayBuffer> | null {
  const file = files.get(path)
  return file === undefined ? null : contentOf(file)
}

/** The rows of the credentials: every one has its file, and every file its row. */
function entriesOf(files: ReadonlyMap<string, PackedFile>, digests: ReadonlyMap<string, string>): readonly EntryRow[] {
  const broken = (): never => fail('backup_damaged', { facts: { file: paths.entries } })
  const content = contentAt(files, paths.entries) ?? broken()
  const read = attemptNow(() => parseJson(textOf(content)))
  if (!read.ok || !Array.isArray(read.value)) return broken()
  const rows = (read.value as readonly Json[]).map((row) => entryRow(row) ?? broken())
  for (const { path, digest } of rows) if (!path.startsWith('credentials/') || digests.get(path) !== digest) broken()
  const kept = [...digests.keys()].filter((path) => path.startsWith('credentials/'))
  return new Set(rows.map(({ path }) => path)).size === rows.length && rows.length === kept.length ? rows : broken()
}

function credentialOf(row: EntryRow, files: ReadonlyMap<string, PackedFile>, madeAt: string): BackupCredential {
  const { digest, path, name, addedAt, example, replacedBy } = row
  const bytes = contentAt(files, path) ?? fail('backup_damaged', { facts: { file: path } })
  const report = reportOf(row, files, madeAt)
  return {
    source: { bytes, name },
    addedAt: addedAt === '' ? madeAt : addedAt,
    example,
    ...(replacedBy === null ? {} : { replacedBy }),
    report: { ...report, digest },
  }
}

/** A report that cannot be read says so: whoever restores checks anew, and the credential counts. */
function reportOf({ digest, name, report }: EntryRow, files: ReadonlyMap<string, PackedFile>, at: string): VerificationReport {
  const read = attemptNow(() => parseJson(textOf(contentAt(files, report) ?? fail('json_malformed'))))
  if (read.ok && isReport(read.value)) return read.value as unknown as VerificationReport
  return errorReport({ input: name, digest, at }, read.ok ? { code: 'json_malformed' } : read.problem)
}

/** A glance: a report from a file is shown to nobody before the credential was checked anew. */
function isReport(value: Json): boolean {
  if (!isObject(value)) return false
  const isText = ['input', 'digest', 'at', 'verdict'].every((name) => typeof memberOf(value, name) === 'string')
  const isObjects = ['summary', 'questions'].every((name) => isObject(memberOf(value, name)))
  return isText && isObjects && ['checks', 'credentials'].every((name) => Array.isArray(memberOf(value, name)))
}
