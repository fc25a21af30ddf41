import { limits } from '../limits.ts'
import type { ListedIssuer } from '../model/issuers.ts'
import { isObject, type Json, type JsonObject, listOf, memberOf } from '../model/json.ts'
import { fail } from '../problem.ts'
import { hostOf } from '../witness.ts'
import { readTable } from './csv.ts'
import { addressIn, issuerIdIn, listed, nameIn } from './entries.ts'
import type { ListDocument, TrustSource } from './source.ts'

/** One line of a list as stated, with the number that a person finds it by. */
interface Row {
  readonly number: number
  readonly id: string
  readonly host: string
  readonly name: string
  readonly url: Json | undefined
  readonly keys: readonly string[]
}

/**
 * A list that somebody wrote: an office's own, a partnership's. As JSON
 *
 *     {"name": "Our partners", "issuers": [
 *       {"id": "did:web:westbridge.example", "name": "Westbridge College", "url"?: "https://...", "keys"?: ["RFC 7638 thumbprint"]},
 *       {"domain": "kestrel.example", "name": "Kestrel University"}]}
 *
 * (`"kind": "test"` marks one for trying out; the issuers may also stand alone, as an array), or as CSV with a header row:
 * `issuer,name`, where `issuer` (or `id`, `domain`) is an identifier or a host, and the columns `url` and `keys` may follow. A domain
 * speaks for every issuer whose identifier lies on exactly that host. A line that cannot be read refuses the whole list, so that
 * nobody is missing from it unawares. Fails with `list_entry_invalid` (facts `line`, `found`), `list_too_long`, `list_unrecognized`.
 */
export const ownList: TrustSource = {
  name: 'own-list',
  recognizes: (document) =>
    document.kind === 'text'
      ? /^[^\n]*[,;\t][^\n]*\n/.test(document.text.slice(0, 10_000))
      : document.kind === 'json' && rowsOfJson(document.value) !== null,
  read(document) {
    const rows = rowsOf(document)
    if (rows.length === 0) fail('list_unrecognized')
    if (rows.length > limits.listedIssuers) fail('list_too_long', { facts: { limit: limits.listedIssuers } })
    const entries = new Map<string, ListedIssuer>()
    const hosts = new Map<string, ListedIssuer>()
    for (const row of rows) enter(row, entries, hosts)
    const name = nameOf(document)
    const kind = isTest(document) ? 'test' : 'production'
    return {
      origin: { source: 'own-list', name, kind, url: document.url },
      list: { name, kind, asOf: document.at, entries, ...(hosts.size > 0 && { hosts }), complete: true },
      trouble: null,
    }
  },
}

/** Of two lines about one issuer the first counts. */
function enter(row: Row, entries: Map<string, ListedIssuer>, hosts: Map<string, ListedIssuer>): void {
  const refuse = (found: string) => fail('list_entry_invalid', { facts: { line: row.number, found } })
  if (row.name === '') refuse('no name')
  if (row.keys.some((key) => !/^[\w-]{43}$/.test(key))) refuse('key')
  const entry = listed(row.name, { url: addressIn(row.url), thumbprints: row.keys.length > 0 ? row.keys : undefined })
  if (row.id !== '') {
    const id = issuerIdIn(row.id) ?? refuse('id')
    if (!entries.has(id)) entries.set(id, entry)
  } else {
    const host = hostIn(row.host) ?? refuse('domain')
    if (!hosts.has(host)) hosts.set(host, entry)
  }
}

/** A bare host name, with a port at most; null for anything else, among them single labels such as a whole top-level domain. */
function hostIn(text: string): string | null {
  if (text.length > 253 || !/^[^\s/?#@:\\]+\.[^\s/?#@:\\]+(?::\d{1,5})?$/.test(text)) return null
  return hostOf(`https://${text}`) || null
}

function rowsOf(document: ListDocument): readonly Row[] {
  if (document.kind === 'json') return rowsOfJson(document.value) ?? []
  return document.kind === 'text' ? rowsOfTable(readTable(document.text, limits.listedIssuers + 1)) : []
}

/** The rows of a list in JSON; null for JSON that is none. */
function rowsOfJson(value: Json): readonly Row[] | null {
  const issuers = isObject(value) ? memberOf(value, 'issuers') : value
  if (!Array.isArray(issuers) || !issuers.every(isObject)) return null
  const rows = issuers.map((issuer, index) => rowOfObject(issuer, index + 1))
  return rows.length > 0 && rows.every(({ id, host }) => id !== '' || host !== '') ? rows : null
}

function rowOfObject(issuer: JsonObject, number: number): Row {
  const text = (name: string) => {
    const value = memberOf(issuer, name)
    return typeof value === 'string' ? value.trim() : ''
  }
  const [id, host] = [text('id'), text('domain')]
  const keys = keyWords.flatMap((name) => listOf(memberOf(issuer, name))).map((key) => (typeof key === 'string' ? key : ''))
  return { number, id, host, name: nameIn(memberOf(issuer, 'name')), url: memberOf(issuer, 'url'), keys }
}

const whoColumns = ['issuer', 'id', 'did', 'domain', 'host']
/** Both words count in both forms: a key that was meant to be pinned and is passed over would let any key count. */
const keyWords = ['keys', 'key']

/** The rows of a table whose first line names its columns. */
function rowsOfTable(table: readonly (readonly string[])[]): readonly Row[] {
  const header = (table[0] ?? []).map((cell) => cell.trim().toLowerCase())
  const who = header.findIndex((name) => whoColumns.includes(name))
  const name = header.indexOf('name')
  if (who < 0 || name < 0) fail('list_unrecognized')
  const url = header.indexOf('url')
  const keyColumns = keyWords.map((word) => header.indexOf(word))
  const cell = (cells: readonly string[], column: number) => (column < 0 ? '' : (cells[column] ?? '').trim())
  return table.slice(1).flatMap((cells, index) => {
    if (cells.every((each) => each.trim() === '')) return []
    const stated = cell(cells, who)
    // A host has no scheme; `westbridge.example:8443` has a port.
    const isId = /^[a-z][a-z0-9+.-]*:(?!\d{1,5}$)/i.test(stated)
    return {
      number: index + 2,
      id: isId ? stated : '',
      host: isId ? '' : stated,
      name: nameIn(cell(cells, name)),
      url: cell(cells, url),
      keys: keyColumns.flatMap((column) => cell(cells, column).split(/\s+/)).filter((key) => key !== ''),
    }
  })
}

function nameOf({ name, url, ...document }: ListDocument): string {
  const stated = document.kind === 'json' && isObject(document.value) ? nameIn(memberOf(document.value, 'name')) : ''
  return stated || (url === '' ? nameIn(name.replace(/\.(json|csv|txt)$/i, '')) : hostOf(url)) || '?'
}

function isTest(document: ListDocument): boolean {
  return document.kind === 'json' && isObject(document.value) && memberOf(document.value, 'kind') === 'test'
}
