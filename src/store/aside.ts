import { toBase64url } from '../core/encoding/base64url.ts'
import { randomId } from './crypto.ts'
import { type Database, transact } from './database.ts'
import { entryStores, entryVersions } from './entries.ts'
import type { Ledger } from './ledger.ts'
import { bytesOfText } from './pack.ts'
import type { AsideRecord } from './schema.ts'
import type { DamageKind, RecordId, SetAside } from './types.ts'

/** Moves an entry that does not count out of the way of the others, with all that lies on disk of it. */
export async function setAside(ledger: Ledger, id: RecordId, at: Date): Promise<void> {
  const { found, view } = await ledger.read(entryStores, (transaction) =>
    Promise.all(entryStores.map(async (store) => ({ store, record: await transaction.objectStore(store).get(id) }))),
  )
  const records = found.flatMap(({ store, record }) => (record === undefined ? [] : [{ store, record }]))
  const kinds = found.flatMap(({ store, record }): readonly DamageKind[] => {
    const kind = view.damageOf(store, id, record)
    return kind === null ? [] : [kind]
  })
  const row: AsideRecord = { id: randomId(), kind: kinds[0] ?? 'unreadable', at: at.toISOString(), records }
  const gone = entryStores.map((store) => ({ store, id, version: entryVersions[store], content: null }))
  await ledger.commit(gone, [], {
    stores: ['aside'],
    write: async (transaction) => {
      if (records.length > 0) await transaction.objectStore('aside').put(row)
    },
  })
}

/** What was set aside, newest first. */
export async function listAside(database: Database): Promise<readonly SetAside[]> {
  const rows = await transact(database, ['aside'], 'readonly', (transaction) => transaction.objectStore('aside').getAll())
  return rows
    .map(({ id, kind, at, records }) => ({ id, kind, at, size: records.reduce((sum, { record }) => sum + sizeOf(record), 0) }))
    .toSorted((a, b) => (a.at < b.at ? 1 : -1))
}

/** One of them as a JSON document: its records as they lay on disk, bytes in base64url. Null when it is not there. */
export async function asideFile(database: Database, id: string): Promise<Uint8Array | null> {
  const row = await transact(database, ['aside'], 'readonly', (transaction) => transaction.objectStore('aside').get(id))
  return row === undefined ? null : bytesOfText(JSON.stringify(row, bytesAsText, 2))
}

/** Drops one of them. */
export async function dropAside(database: Database, id: string): Promise<void> {
  await transact(database, ['aside'], 'readwrite', (transaction) => transaction.objectStore('aside').delete(id), 'strict')
}

function bytesAsText(_name: string, value: unknown): unknown {
  if (value instanceof ArrayBuffer) return toBase64url(new Uint8Array(value))
  return value instanceof Uint8Array ? toBase64url(value) : value
}

function sizeOf(record: unknown): number {
  const data = (record as { readonly data?: unknown } | null)?.data
  return data instanceof ArrayBuffer ? data.byteLength : 0
}
