import { parseJson } from '../encoding/json.ts'
import { textOf } from '../encoding/utf8.ts'
import { isObject, type Json, memberOf } from '../model/json.ts'
import { attemptNow, fail } from '../problem.ts'
import { digestOf } from '../report.ts'
import { format, paths, version } from './layout.ts'
import { backupLimits } from './limits.ts'
import { dateIn, fileRow, textIn } from './shapes.ts'
import { contentOf, type PackedFile } from './zip-directory.ts'

/** What the manifest says, once every file was found to be as it says. */
export interface CheckedManifest {
  readonly madeAt: string
  readonly madeBy: string
  /** The SHA-256 (hex) of every file, by its path. */
  readonly digests: ReadonlyMap<string, string>
}

/**
 * Reads the manifest and holds every file against it: none is missing, none is more, and each has the size and the digest that are
 * stated. Fails with `backup_unrecognized`, `backup_newer`, `backup_damaged` (fact `file`), `cancelled`.
 */
export async function openManifest(files: readonly PackedFile[], signal?: AbortSignal): Promise<CheckedManifest> {
  const manifest = read(files.find(({ path }) => path === paths.manifest))
  const rows = rowsOf(manifest)
  const seen = new Set<string>()
  for (const file of files) {
    if (signal?.aborted === true) fail('cancelled')
    if (seen.has(file.path)) broken(file.path)
    seen.add(file.path)
    if (file.path !== paths.manifest) await check(file, rows.get(file.path))
  }
  const missing = [...rows.keys()].find((path) => !seen.has(path))
  if (missing !== undefined) broken(missing)
  return {
    madeAt: dateIn(manifest, 'madeAt') ?? broken(paths.manifest),
    madeBy: textIn(manifest, 'madeBy', backupLimits.name) ?? '',
    digests: new Map([...rows].map(([path, { sha256 }]) => [path, sha256])),
  }
}

function broken(file: string): never {
  // A path from outside may be anything; what is said of it is short and without controls.
  fail('backup_damaged', { facts: { file: file.slice(0, backupLimits.path).replace(/\p{C}/gu, '') } })
}

/** The manifest of a version that we know. Anything else in an age file is somebody else's. */
function read(file: PackedFile | undefined): Json {
  if (file === undefined) fail('backup_unrecognized')
  const manifest = attemptNow(() => parseJson(textOf(contentOf(file))))
  if (!manifest.ok || !isObject(manifest.value)) fail('backup_unrecognized')
  if (memberOf(manifest.value, 'format') !== format) fail('backup_unrecognized')
  const stated = memberOf(manifest.value, 'version')
  if (typeof stated === 'number' && stated > version) fail('backup_newer', { facts: { version: stated } })
  if (stated !== version) fail('backup_unrecognized')
  return manifest.value
}

function rowsOf(manifest: Json): ReadonlyMap<string, { readonly size: number; readonly sha256: string }> {
  const listed = isObject(manifest) ? memberOf(manifest, 'files') : null
  if (!Array.isArray(listed)) broken(paths.manifest)
  const rows = (listed as readonly Json[]).map((row) => fileRow(row) ?? broken(paths.manifest))
  const byPath = new Map(rows.map(({ path, ...row }) => [path, row]))
  return byPath.size === rows.length ? byPath : broken(paths.manifest)
}

async function check(file: PackedFile, row: { readonly size: number; readonly sha256: string } | undefined): Promise<void> {
  if (row === undefined || row.size !== file.size) broken(file.path)
  const content = contentOf(file)
  if ((await digestOf(content)) !== row.sha256) broken(file.path)
  content.fill(0)
}
