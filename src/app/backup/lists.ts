import type { BackupList } from '../../core/backup/types.ts'
import { limits } from '../../core/limits.ts'
import type { IssuerList, ListedIssuer } from '../../core/model/issuers.ts'
import { isObject, type Json, type JsonObject, memberOf, stringsOf } from '../../core/model/json.ts'
import { nameIn } from '../../core/trust/entries.ts'
import type { KeptList } from '../../store/types.ts'

/** Most keys that one institution may be pinned to. */
const mostKeys = 64

/** A list as a backup holds it: of one that an address serves, only where that is. */
export function writtenList({ id, origin, isOn, addedAt, anchor, list }: KeptList): BackupList {
  const content = origin.url === '' ? list : null
  return {
    id,
    origin,
    isOn,
    addedAt,
    ...(anchor !== undefined && { anchor }),
    list: content && { ...content, entries: [...content.entries], ...(content.hosts && { hosts: [...content.hosts] }) },
  }
}

/**
 * A list from a backup, to be kept; null for one that was given as a file and of which nothing can be read. It is what somebody
 * wrote into a file: every member is looked at, and only what is of its shape is taken.
 */
export function keptList({ id, origin, isOn, addedAt, anchor, list }: BackupList): KeptList | null {
  const content = origin.url === '' ? issuerList(list, origin.kind) : null
  if (origin.url === '' && content === null) return null
  const kept = { id, origin, isOn, addedAt, list: content, triedAt: '', trouble: null }
  return anchor === undefined ? kept : { ...kept, anchor }
}

function issuerList(value: unknown, kind: IssuerList['kind']): IssuerList | null {
  if (!isObject(value)) return null
  const [name, asOf] = [nameIn(memberOf(value, 'name')), textIn(value, 'asOf', 40)]
  const entries = rowsIn(memberOf(value, 'entries'))
  if (name === '' || asOf === null || Number.isNaN(Date.parse(asOf)) || entries === null) return null
  const hosts = rowsIn(memberOf(value, 'hosts'))
  const complete = memberOf(value, 'complete') === true
  return { name, kind, asOf, entries, ...(hosts && { hosts: knownOnly(hosts) }), complete }
}

function rowsIn(value: Json | undefined): ReadonlyMap<string, ListedIssuer | null> | null {
  if (!Array.isArray(value) || value.length > limits.listedIssuers) return null
  const rows = new Map<string, ListedIssuer | null>()
  for (const row of value as readonly Json[]) {
    const [id, issuer] = Array.isArray(row) ? (row as readonly Json[]) : []
    if (typeof id !== 'string' || id.length > limits.issuerId) continue
    const listed = isObject(issuer) ? listedIssuer(issuer) : null
    if (listed || issuer === null) rows.set(id, listed)
  }
  return rows
}

function listedIssuer(value: JsonObject): ListedIssuer | null {
  const name = nameIn(memberOf(value, 'name'))
  if (name === '') return null
  const words = (['legalName', 'url', 'ctid', 'ror', 'until'] as const).flatMap((member) => {
    const text = textIn(value, member, limits.issuerId)
    return text === null ? [] : [[member, text] as const]
  })
  const thumbprints = memberOf(value, 'thumbprints')
  // Pinned to keys that cannot be read is pinned to none, which nobody has: never to any.
  const pinned = thumbprints === undefined ? {} : { thumbprints: stringsOf(thumbprints).slice(0, mostKeys) }
  return { name, ...Object.fromEntries(words), ...pinned }
}

function knownOnly(rows: ReadonlyMap<string, ListedIssuer | null>): ReadonlyMap<string, ListedIssuer> {
  return new Map([...rows].flatMap(([host, issuer]) => (issuer ? [[host, issuer] as const] : [])))
}

function textIn(value: JsonObject, member: string, longest: number): string | null {
  const text = memberOf(value, member)
  return typeof text === 'string' && text.length <= longest ? text : null
}
