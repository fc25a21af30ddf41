import { bytesOf } from '../encoding/utf8.ts'
import { limits } from '../limits.ts'
import { fail } from '../problem.ts'
import { digestOf } from '../report.ts'
import { sealed } from './age.ts'
import { type ArchiveWriter, createArchiveWriter } from './archive.ts'
import { countsOf, type EntryRow, format, type Manifest, paths, reportPath, version } from './layout.ts'
import { backupLimits } from './limits.ts'
import { credentialPath, safeName } from './names.ts'
import { readme } from './readme.ts'
import type { BackupCredential, BackupLock, BackupRest } from './types.ts'

/** A backup being written. Everything fails with `backup_too_large` past what could be read again. */
export interface BackupWriter {
  add(credentials: readonly BackupCredential[]): Promise<void>
  /** Writes the rest and gives the finished age file. */
  finish(rest: BackupRest): Promise<Blob>
  /** Lets go of what was written. */
  drop(): void
}

/**
 * Begins a backup: an age file around a ZIP (src/core/backup/FORMAT.md). What comes is packed and encrypted at once, so that memory
 * holds no more than the file itself. `about`: when it is made (ISO 8601) and by which version of the app.
 */
export async function createBackupWriter(
  lock: BackupLock,
  about: { readonly madeAt: string; readonly madeBy: string },
): Promise<BackupWriter> {
  const archive = createArchiveWriter()
  const given = new AbortController()
  const finished = collected(await sealed(lock, archive.stream), given.signal)
  // Asked for at the end; a writer that is dropped before never asks.
  finished.catch(() => undefined)
  const rows: EntryRow[] = []
  const known = new Set<string>()
  const taken = new Set<string>()
  await archive.add(paths.readme, readme)

  return {
    async add(credentials) {
      for (const credential of credentials) {
        const digest = await digestOf(credential.source.bytes)
        // The same bytes are the same credential.
        if (known.has(digest)) continue
        known.add(digest)
        rows.push(await addCredential(archive, credential, digest, credentialPath(digest, credential.source.name, taken)))
      }
    },
    async finish(rest) {
      await archive.add(paths.entries, json(rows))
      await addRest(archive, rest)
      await archive.addUnlisted(
        paths.manifest,
        manifestOf({ ...about, counts: countsOf(rows.length, rest), files: archive.files }),
      )
      await archive.end()
      return finished
    },
    drop: () => given.abort(),
  }
}

async function addCredential(archive: ArchiveWriter, given: BackupCredential, digest: string, path: string): Promise<EntryRow> {
  const { source, addedAt, example, replacedBy = null, report } = given
  await archive.add(path, source.bytes, digest)
  const { path: reported } = await archive.add(reportPath(digest), JSON.stringify(report, null, 1))
  return { digest, path, name: source.name.slice(0, backupLimits.url), addedAt, example, replacedBy, report: reported }
}

/** What is large lies in a file of its own, in the form that it had; its row says where. */
async function addRest(archive: ArchiveWriter, rest: BackupRest): Promise<void> {
  const isTooMuch = Object.values(countsOf(0, rest)).some((count) => count > backupLimits.rows)
  if (isTooMuch) fail('backup_too_large', { facts: { limit: backupLimits.rows } })
  const lists: unknown[] = []
  for (const [index, { list, ...row }] of rest.lists.entries()) {
    const { path } = list === null ? { path: null } : await archive.add(`lists/${index + 1}.json`, json(list))
    lists.push({ ...row, path })
  }
  const vocabularies: unknown[] = []
  for (const [index, { text, ...row }] of rest.vocabularies.entries()) {
    const { path } = await archive.add(`vocabularies/${index + 1}.jsonld`, text)
    vocabularies.push({ ...row, path })
  }
  const pictures: unknown[] = []
  for (const [index, { bytes, ...row }] of rest.pictures.entries()) {
    const { path } = await archive.add(`pictures/${index + 1}-${safeName(row.url)}`, bytes)
    pictures.push({ ...row, path })
  }
  await archive.add(paths.lists, json(lists))
  await archive.add(paths.vocabularies, json(vocabularies))
  await archive.add(paths.pictures, json(pictures))
  await archive.add(paths.settings, json(rest.settings))
  await archive.add(paths.pins, json(rest.pins))
  await archive.add(paths.holderKeys, json(rest.holderKeys))
  await addArranged(archive, rest)
}

/** The members of each grouping lie in a file of their own, so that no number of them is too many for one document. */
async function addArranged(archive: ArchiveWriter, rest: Pick<BackupRest, 'groupings' | 'pathways'>): Promise<void> {
  const groupings: unknown[] = []
  let room = backupLimits.digests
  for (const [index, { members, ...row }] of rest.groupings.entries()) {
    const { path } = await archive.add(`groupings/${index + 1}.json`, json(members))
    const distinct = [...new Set(members.map(({ digest }) => digest))]
    const digests = distinct.length <= room ? distinct : []
    room -= digests.length
    groupings.push({ ...row, digests, path })
  }
  const pathways: unknown[] = []
  for (const [index, { text, ...row }] of rest.pathways.entries()) {
    const { path } = await archive.add(`pathways/${index + 1}.json`, text)
    pathways.push({ ...row, path })
  }
  await archive.add(paths.groupings, json(groupings))
  await archive.add(paths.pathways, json(pathways))
}

function manifestOf({ files, ...stated }: Omit<Manifest, 'format' | 'version'>): Uint8Array {
  return readable(`${JSON.stringify({ format, version, ...stated }).slice(0, -1)},"files":${rowsText(files)}}`)
}

function json(value: unknown): Uint8Array {
  return readable(Array.isArray(value) ? rowsText(value) : JSON.stringify(value))
}

/** A list with one row on each line, for people and for programs that compare. */
function rowsText(rows: readonly unknown[]): string {
  return `[\n${rows.map((row) => JSON.stringify(row)).join(',\n')}\n]`
}

/** Fails with `backup_too_large` for a document that would not be read again. */
function readable(text: string): Uint8Array {
  const bytes = bytesOf(`${text}\n`)
  return bytes.length > limits.jsonBytes ? fail('backup_too_large', { facts: { limit: limits.jsonBytes } }) : bytes
}

/** How much lies in memory before it becomes a part of the file, which browsers may keep elsewhere: it is encrypted. */
const together = 4 * 1024 * 1024

async function collected(stream: ReadableStream<Uint8Array>, signal: AbortSignal): Promise<Blob> {
  const reader = stream.getReader()
  signal.addEventListener('abort', () => void reader.cancel().catch(() => undefined), { once: true })
  const parts: Blob[] = []
  let pieces: Uint8Array<ArrayBuffer>[] = []
  let size = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (signal.aborted) fail('cancelled')
    if (value !== undefined) {
      pieces.push(value as Uint8Array<ArrayBuffer>)
      size += value.length
    }
    if (done || size >= together) {
      parts.push(new Blob(pieces))
      pieces = []
      size = 0
    }
    if (done) return new Blob(parts, { type: 'application/octet-stream' })
  }
}
