import { parseJson } from '../encoding/json.ts'
import { textOf } from '../encoding/utf8.ts'
import type { Json } from '../model/json.ts'
import { attemptNow, fail } from '../problem.ts'
import { paths } from './layout.ts'
import { backupLimits } from './limits.ts'
import {
  groupingRow,
  holderKeyRow,
  listRow,
  memberRow,
  pathwayRow,
  pictureRow,
  pinRow,
  settingsOf,
  vocabularyRow,
} from './shapes.ts'
import type { BackupHolderKey, BackupList, BackupPathway, BackupPicture, BackupRest } from './types.ts'

type Fetch = (path: string) => Uint8Array | null

/**
 * All of a backup but the credentials. A row that is not of its shape is left out, and so is a file that is not there: a release that
 * did not know it wrote the backup. A holder key is never left out in silence: that fails with `backup_damaged`.
 * @param digests the SHA-256 (hex) of every file, checked
 */
export function readRest(content: Fetch, digests: ReadonlyMap<string, string>): BackupRest {
  return {
    settings: settingsOf(jsonAt(content, paths.settings)),
    lists: rowsAt(content, paths.lists, listRow).flatMap((row) => listOf(row, content)),
    pins: rowsAt(content, paths.pins, pinRow),
    vocabularies: rowsAt(content, paths.vocabularies, vocabularyRow).flatMap(({ path, ...row }) => {
      // It is pinned by its digest, which must be that of the file.
      const text = digests.get(path) === row.digest ? textAt(content, path) : null
      return text === null || text.length > backupLimits.vocabulary ? [] : [{ ...row, text }]
    }),
    holderKeys: holderKeysOf(content),
    pictures: rowsAt(content, paths.pictures, pictureRow).flatMap(({ path, ...row }): readonly BackupPicture[] => {
      const bytes = content(path)
      return bytes === null || bytes.length > backupLimits.picture ? [] : [{ ...row, bytes }]
    }),
    groupings: eachFileOnce(rowsAt(content, paths.groupings, groupingRow)).map(({ path, ...row }) => ({
      ...row,
      members: rowsAt(content, path, memberRow).slice(0, backupLimits.members),
    })),
    pathways: eachFileOnce(rowsAt(content, paths.pathways, pathwayRow)).flatMap(({ path, ...row }): readonly BackupPathway[] => {
      const bytes = content(path)
      const text = bytes === null || bytes.length > backupLimits.pathway ? null : textAt(content, path)
      return text === null ? [] : [{ ...row, text }]
    }),
  }
}

/** Thousands of rows that name one large file would make much of little: the first of them has it. */
function eachFileOnce<T extends { readonly path: string }>(rows: readonly T[]): readonly T[] {
  const taken = new Set<string>()
  return rows.filter(({ path }) => !taken.has(path) && taken.add(path))
}

function listOf(row: NonNullable<ReturnType<typeof listRow>>, content: Fetch): readonly BackupList[] {
  const { path, ...kept } = row
  if (path === null) return [{ ...kept, list: null }]
  const list = jsonAt(content, path)
  return list === null ? [] : [{ ...kept, list }]
}

function holderKeysOf(content: Fetch): readonly BackupHolderKey[] {
  const broken = (): never => fail('backup_damaged', { facts: { file: paths.holderKeys } })
  if (content(paths.holderKeys) !== null && !Array.isArray(jsonAt(content, paths.holderKeys))) broken()
  return rowsAt(content, paths.holderKeys, (row) => holderKeyRow(row) ?? broken())
}

function rowsAt<T>(content: Fetch, path: string, read: (row: Json) => T | null): readonly T[] {
  const rows = jsonAt(content, path)
  if (!Array.isArray(rows)) return []
  if (rows.length > backupLimits.rows) fail('backup_too_large', { facts: { limit: backupLimits.rows } })
  return (rows as readonly Json[]).map(read).filter((row) => row !== null)
}

function jsonAt(content: Fetch, path: string): Json {
  const text = textAt(content, path)
  const value = attemptNow(() => parseJson(text ?? 'null'))
  return value.ok ? value.value : null
}

function textAt(content: Fetch, path: string): string | null {
  const bytes = content(path)
  const text = attemptNow(() => textOf(bytes ?? fail('json_malformed')))
  return text.ok ? text.value : null
}
