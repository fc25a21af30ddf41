import type { AllowedContext } from '../model/context.ts'
import { isObject, type Json, type JsonObject, memberOf } from '../model/json.ts'
import { nameIn } from '../trust/entries.ts'
import type { Pin } from '../trust/pins.ts'
import type { ListOrigin } from '../trust/source.ts'
import type { EntryRow, FileRow } from './layout.ts'
import { backupLimits } from './limits.ts'
import { isSafePath } from './names.ts'
import type { BackupGrouping, BackupHolderKey, BackupList, BackupPathway, BackupPicture } from './types.ts'

/*
 * Rows of a backup, read member by member: what is not of the right shape is null, and members that we do not know are left out.
 * Another release may have written them, or somebody who means ill.
 */

/** A row that names another file, which its reader fetches. */
type At<T> = T & { readonly path: string }

export function fileRow(row: Json): FileRow | null {
  const path = textIn(row, 'path', backupLimits.path)
  const size = isObject(row) ? memberOf(row, 'size') : null
  const sha256 = digestIn(row, 'sha256')
  if (path === null || !isSafePath(path) || sha256 === null) return null
  return Number.isSafeInteger(size) ? { path, size: size as number, sha256 } : null
}

export function entryRow(row: Json): EntryRow | null {
  const digest = digestIn(row, 'digest')
  const path = textIn(row, 'path', backupLimits.path)
  const name = wordsIn(row, 'name', backupLimits.url)
  const report = textIn(row, 'report', backupLimits.path)
  if (!isObject(row) || digest === null || path === null) return null
  const by = memberOf(row, 'replacedBy') ?? null
  const newer = digestIn(by, 'digest')
  const date = textIn(by, 'date', backupLimits.name)
  return {
    digest,
    path,
    name: name ?? path,
    addedAt: dateIn(row, 'addedAt') ?? '',
    example: memberOf(row, 'example') === true,
    replacedBy: newer === null || date === null ? null : { digest: newer, date },
    report: report ?? '',
  }
}

export function listRow(row: Json): (Omit<BackupList, 'list'> & { readonly path: string | null }) | null {
  const id = textIn(row, 'id', backupLimits.name)
  const addedAt = dateIn(row, 'addedAt')
  if (!isObject(row) || id === null || addedAt === null) return null
  const origin = listOrigin(memberOf(row, 'origin') ?? null)
  if (origin === null) return null
  const anchor = textIn(row, 'anchor', backupLimits.name)
  const path = textIn(row, 'path', backupLimits.path)
  return { id, origin, isOn: memberOf(row, 'isOn') === true, addedAt, path, ...(anchor === null ? {} : { anchor }) }
}

function listOrigin(value: Json): ListOrigin | null {
  const source = oneOf(value, 'source', ['dcc-legacy', 'openid-federation', 'own-list'])
  const kind = oneOf(value, 'kind', ['production', 'test'])
  const name = issuerNameIn(value)
  const url = textIn(value, 'url', backupLimits.url)
  if (source === null || kind === null || name === null || url === null) return null
  return url === '' || isHttps(url) ? { source, kind, name, url } : null
}

export function pinRow(row: Json): Pin | null {
  const issuer = textIn(row, 'issuer', backupLimits.url)
  const name = issuerNameIn(row)
  const since = dateIn(row, 'since')
  const thumbprints = textsIn(row, 'thumbprints', backupLimits.name, 64)
  if (issuer === null || issuer === '' || name === null || since === null || thumbprints === null) return null
  return { issuer, name, thumbprints, since }
}

export function vocabularyRow(row: Json): At<Omit<AllowedContext, 'text'>> | null {
  const url = textIn(row, 'url', backupLimits.url)
  const digest = digestIn(row, 'digest')
  const fetchedAt = dateIn(row, 'fetchedAt')
  const path = textIn(row, 'path', backupLimits.path)
  if (url === null || !isHttps(url) || digest === null || fetchedAt === null || path === null) return null
  return { url, digest, fetchedAt, path }
}

export function pictureRow(row: Json): At<Omit<BackupPicture, 'bytes'>> | null {
  const url = textIn(row, 'url', backupLimits.url)
  const mediaType = textIn(row, 'mediaType', backupLimits.name)
  const fetchedAt = dateIn(row, 'fetchedAt')
  const path = textIn(row, 'path', backupLimits.path)
  if (url === null || !isHttps(url) || fetchedAt === null || path === null) return null
  return mediaType !== null && /^image\/[a-z0-9.+-]+$/.test(mediaType) ? { url, mediaType, fetchedAt, path } : null
}

/** The private members that each kind has (RFC 7518 §6.2, RFC 8037 §2): 32 bytes each. */
const jwkOf = {
  Ed25519: { kty: 'OKP', crv: 'Ed25519', values: ['x', 'd'] },
  'P-256': { kty: 'EC', crv: 'P-256', values: ['x', 'y', 'd'] },
} as const

/** That the key is the one its DID names is for whoever takes it in. */
export function holderKeyRow(row: Json): BackupHolderKey | null {
  const [id, did, didJwk] = ['id', 'did', 'didJwk'].map((name) => textIn(row, name, backupLimits.url))
  const kind = oneOf(row, 'kind', ['Ed25519', 'P-256'])
  const createdAt = dateIn(row, 'createdAt')
  if (!isObject(row) || !id || !did || !didJwk || kind === null || createdAt === null) return null
  const { kty, crv, values } = jwkOf[kind]
  const given = memberOf(row, 'jwk') ?? null
  if (oneOf(given, 'kty', [kty]) === null || oneOf(given, 'crv', [crv]) === null) return null
  const members = values.map((name) => [name, textIn(given, name, 43)] as const)
  if (members.some(([, value]) => value === null || !/^[A-Za-z0-9_-]{43}$/.test(value))) return null
  const jwk = { kty, crv, ...Object.fromEntries(members) }
  return { id, kind, did, didJwk, createdAt, retiredAt: dateIn(row, 'retiredAt'), jwk }
}

export function groupingRow(row: Json): At<Omit<BackupGrouping, 'members'>> | null {
  const id = textIn(row, 'id', 64)
  const name = wordsIn(row, 'name', backupLimits.name)
  const description = wordsIn(row, 'description', backupLimits.description)
  const [createdAt, changedAt] = [dateIn(row, 'createdAt'), dateIn(row, 'changedAt')]
  const path = textIn(row, 'path', backupLimits.path)
  if (!isObject(row) || id === null || !/^[\w-]+$/.test(id) || name === null || description === null) return null
  if (createdAt === null || changedAt === null || path === null) return null
  return { id, name, description, isOrdered: memberOf(row, 'isOrdered') === true, createdAt, changedAt, path }
}

/** A member of a grouping; null for what names no part of no credential. */
export function memberRow(row: Json): BackupGrouping['members'][number] | null {
  const [digest, part] = [digestIn(row, 'digest'), textIn(row, 'part', backupLimits.name)]
  if (digest === null || part === null) return null
  return part === '' || /^[1-9]\d{0,5}(\.[1-9]\d{0,5})*$/.test(part) ? { digest, part } : null
}

export function pathwayRow(row: Json): At<Omit<BackupPathway, 'text'>> | null {
  const id = textIn(row, 'id', backupLimits.url)
  const origin = pathwayOrigin(isObject(row) ? (memberOf(row, 'origin') ?? null) : null)
  const addedAt = dateIn(row, 'addedAt')
  const path = textIn(row, 'path', backupLimits.path)
  if (id === null || id === '' || origin === null || addedAt === null || path === null) return null
  return { id, origin, addedAt, path }
}

function pathwayOrigin(value: Json): BackupPathway['origin'] | null {
  const kind = oneOf(value, 'kind', ['address', 'file'])
  const name = wordsIn(value, 'name', backupLimits.name)
  const url = textIn(value, 'url', backupLimits.url)
  if (kind === 'file') return name === null ? null : { kind, name }
  return kind === 'address' && url !== null && isHttps(url) ? { kind, url } : null
}

/** A text of at most so many characters. */
export function textIn(value: Json, name: string, longest: number): string | null {
  const text = isObject(value) ? memberOf(value, name) : null
  return typeof text === 'string' && text.length <= longest ? text : null
}

/** A text for people to read, cut to what is shown: a long one costs nothing else. */
function wordsIn(value: Json, name: string, longest: number): string | null {
  const text = isObject(value) ? memberOf(value, name) : null
  return typeof text === 'string' ? text.slice(0, longest) : null
}

/** A name that stands in sentences about whom to trust: as from a list that is fetched, nothing in it bends them. */
function issuerNameIn(value: Json): string | null {
  const name = isObject(value) ? memberOf(value, 'name') : null
  return typeof name === 'string' ? nameIn(name) : null
}

/** A point in time (ISO 8601). */
export function dateIn(value: Json, name: string): string | null {
  const text = textIn(value, name, 40)
  return text !== null && /^\d{4}-\d\d-\d\dT/.test(text) && !Number.isNaN(Date.parse(text)) ? text : null
}

function textsIn(value: Json, name: string, longest: number, most: number): readonly string[] | null {
  const texts = isObject(value) ? memberOf(value, name) : null
  if (!Array.isArray(texts) || texts.length > most) return null
  return texts.every((text) => typeof text === 'string' && text.length <= longest) ? (texts as readonly string[]) : null
}

function oneOf<T extends string>(value: Json, name: string, choices: readonly T[]): T | null {
  const text = isObject(value) ? memberOf(value, name) : null
  return choices.find((choice) => choice === text) ?? null
}

function digestIn(value: Json, name: string): string | null {
  const text = textIn(value, name, 64)
  return text !== null && isDigest(text) ? text : null
}

function isDigest(text: string): boolean {
  return /^[0-9a-f]{64}$/.test(text)
}

function isHttps(url: string): boolean {
  return /^https:\/\//.test(url) && URL.canParse(url)
}

/** Settings are read by whoever knows them; here only that they are members with names. */
export function settingsOf(value: Json): JsonObject {
  return isObject(value) ? value : {}
}
