import type { BackupRest, BackupSummary } from './types.ts'

/*
 * What lies where in a backup (src/core/backup/FORMAT.md). Within one version files, rows and members are only ever added; readers leave
 * out what they do not know.
 */

export const format = 'satchel-backup'
export const version = 1

/** Files at the top. The manifest lists all files but itself, and is the last. */
export const paths = {
  readme: 'README.txt',
  entries: 'entries.json',
  settings: 'settings.json',
  lists: 'lists.json',
  pins: 'pins.json',
  vocabularies: 'vocabularies.json',
  holderKeys: 'holder-keys.json',
  groupings: 'groupings.json',
  pathways: 'pathways.json',
  pictures: 'pictures/index.json',
  manifest: 'manifest.json',
} as const

/** Where the report of a credential lies. */
export function reportPath(digest: string): string {
  return `reports/${digest}.json`
}

/** One credential in `entries.json`. */
export interface EntryRow {
  /** SHA-256 of its bytes, lower-case hex. */
  readonly digest: string
  readonly path: string
  /** What the file was called, or its address. */
  readonly name: string
  /** ISO 8601, UTC. */
  readonly addedAt: string
  readonly example: boolean
  readonly replacedBy: { readonly digest: string; readonly date: string } | null
  readonly report: string
}

/** One file in `manifest.json`. */
export interface FileRow {
  readonly path: string
  readonly size: number
  /** Lower-case hex. */
  readonly sha256: string
}

export interface Manifest {
  readonly format: typeof format
  readonly version: typeof version
  /** ISO 8601, UTC. */
  readonly madeAt: string
  readonly madeBy: string
  readonly counts: Omit<BackupSummary, 'madeAt' | 'madeBy' | 'digests'>
  readonly files: readonly FileRow[]
}

/** How much of each there is. */
export function countsOf(credentials: number, rest: BackupRest): Manifest['counts'] {
  const { lists, pins, vocabularies, holderKeys, pictures, groupings, pathways } = rest
  return {
    credentials,
    holderKeys: holderKeys.length,
    lists: lists.length,
    pins: pins.length,
    vocabularies: vocabularies.length,
    pictures: pictures.length,
    groupings: groupings.length,
    pathways: pathways.length,
  }
}
