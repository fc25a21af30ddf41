import { backupLimits } from './limits.ts'

/** Longest part of a name that stands for the one a person knows, in characters. */
const longest = 60

/** Names that Windows keeps for devices, with any extension. */
const devices = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i

/**
 * The path of a credential in a backup: the first 12 characters of its digest, and what of its name every file system takes. A name
 * that is an address counts from its last part. All of its digest where the path is taken: so short a piece can be made the same.
 * @param taken paths in lower case, which this one joins: some file systems do not tell them apart otherwise
 */
export function credentialPath(digest: string, name: string, taken: Set<string>): string {
  const [short, long] = [12, 64].map((length) => `credentials/${digest.slice(0, length)}-${safeName(name)}`) as [string, string]
  const path = taken.has(short.toLowerCase()) ? long : short
  taken.add(path.toLowerCase())
  return path
}

/** Letters, digits, points, dashes and underscores of a name; `credential` when nothing is left. Its extension stays. */
export function safeName(name: string): string {
  const last = name.replace(/[?#].*$/s, '').replace(/^.*[/\\]/s, '')
  const [, stem = '', extension = ''] = /^(.*?)(\.[A-Za-z0-9]{1,8})?$/s.exec(last) ?? []
  const plain = stem
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/^[.-]+/, '')
  const short = plain.slice(0, longest).replace(/[.-]+$/, '')
  const safe = devices.test(short) ? `_${short}` : short
  return `${safe === '' ? 'credential' : safe}${extension}`
}

/** Whether a path is one that we write: below the backup, in plain characters, and short. */
export function isSafePath(path: string): boolean {
  return path.length <= backupLimits.path && /^[A-Za-z0-9_][A-Za-z0-9._-]*(\/[A-Za-z0-9_][A-Za-z0-9._-]*)*$/.test(path)
}
