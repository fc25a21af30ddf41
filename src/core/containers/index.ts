import { lazy } from '../lazy.ts'
import { limits } from '../limits.ts'
import type { Payload, Source } from '../model/credential.ts'
import { type Attempt, attempt, fail } from '../problem.ts'
import type { Archive, Container, Room } from './container.ts'
import { foreign } from './foreign.ts'
import { isGzip, isPng, isSvg, isZip } from './glance.ts'
import { text } from './text.ts'

/** Every container, in order of precedence; `text` takes what is left. What is rarely met is loaded when it is. */
const containers: readonly Container[] = [
  whenMet(
    'png',
    isPng,
    lazy(async () => (await import('./png.ts')).png),
  ),
  whenMet(
    'svg',
    isSvg,
    lazy(async () => (await import('./svg.ts')).svg),
  ),
  ...foreign,
  text,
]

/** Every archive: looked for before the containers. */
const archives: readonly Archive[] = [
  archiveWhenMet(
    'zip',
    isZip,
    lazy(async () => (await import('./zip.ts')).zip),
  ),
  archiveWhenMet(
    'gzip',
    isGzip,
    lazy(async () => (await import('./gzip.ts')).gzip),
  ),
]

function archiveWhenMet(name: string, recognizes: Archive['recognizes'], load: () => Promise<Archive>): Archive {
  return { name, recognizes, unpack: async (source, room) => (await load()).unpack(source, room) }
}

function whenMet(name: string, recognizes: Container['recognizes'], load: () => Promise<Container>): Container {
  return { name, recognizes, unwrap: async (source) => (await load()).unwrap(source) }
}

/** One file of what a person gave: the source itself, or a file in an archive. */
export interface Piece {
  readonly source: Source
  readonly payloads: Attempt<readonly Payload[]>
}

/**
 * The files that a source comes to: itself, or those in it when it is an archive, at any depth, each named by its path. One that
 * cannot be opened is a piece with its problem: those of `unwrap`, and `zip_malformed`, `zip_unsupported`, `zip_encrypted`,
 * `archive_file_damaged`, `archive_too_large`, `archive_too_many_files`, `archive_too_deep`. Empty for an archive without files.
 */
export function piecesOf(source: Source): Promise<readonly Piece[]> {
  return piecesAt(source, 0, { files: limits.archiveFiles, bytes: limits.archiveBytes })
}

async function piecesAt(source: Source, depth: number, room: Room): Promise<readonly Piece[]> {
  const archive = archives.find(({ recognizes }) => recognizes(source.bytes))
  if (archive === undefined) return [{ source, payloads: await unwrap(source) }]
  const members = await attempt(() => {
    refuseTooLarge(source)
    if (depth >= limits.nestingDepth) fail('archive_too_deep', { facts: { limit: limits.nestingDepth } })
    return archive.unpack(source, room)
  }, 'input_unreadable')
  if (!members.ok) return [{ source, payloads: members }]
  const pieces: Piece[] = []
  for (const { name, bytes } of members.value) {
    if (bytes.ok) pieces.push(...(await piecesAt({ name, bytes: bytes.value }, depth + 1, room)))
    else pieces.push({ source: { name, bytes: new Uint8Array() }, payloads: bytes })
  }
  return pieces
}

/**
 * Opens a file that is no archive, or pasted text, and gives the credential texts in it, at least one.
 * Problems: `input_empty`, `input_too_large`, and those of the container that recognises it.
 */
export function unwrap(source: Source): Promise<Attempt<readonly Payload[]>> {
  return attempt(async () => {
    if (source.bytes.length === 0) fail('input_empty')
    refuseTooLarge(source)
    const container = containers.find(({ recognizes }) => recognizes(source.bytes)) ?? text
    const payloads = await container.unwrap(source)
    return payloads.length > 0 ? payloads : fail('nothing_inside')
  }, 'input_unreadable')
}

function refuseTooLarge({ bytes }: Source): void {
  if (bytes.length > limits.inputBytes) fail('input_too_large', { facts: { limit: limits.inputBytes } })
}
