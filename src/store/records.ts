import { fail } from '../core/problem.ts'
import { unsealJson, type VaultKeys } from './crypto.ts'
import type { Ledger } from './ledger.ts'
import { bytesOfText } from './pack.ts'
import type { LedgerStore } from './schema.ts'
import type { Change } from './shards.ts'

/** A record of anything JSON can say; `null` removes it. */
export function jsonChange(store: LedgerStore, id: string, version: number, value: object | null): Change {
  return { store, id, version, content: value === null ? null : bytesOfText(JSON.stringify(value)) }
}

/** Every record of these stores, as they were at one moment. One that does not count or cannot be opened is left out, and the others stand. */
export async function openAll<T extends Partial<Record<LedgerStore, unknown>>>(
  ledger: Ledger,
  keys: VaultKeys,
  stores: readonly (keyof T & LedgerStore)[],
): Promise<{ readonly [S in keyof T]: readonly T[S][] }> {
  const { found, view } = await ledger.read(stores, (transaction) =>
    Promise.all(stores.map((store) => transaction.objectStore(store).getAll())),
  )
  const rows = await Promise.all(
    stores.map(async (store, index) => {
      const records = (found[index] ?? []).filter((record) => view.damageOf(store, record.id, record) === null)
      const opened = await Promise.all(records.map((record) => unsealJson<unknown>(keys, store, record).catch(() => null)))
      return [store, opened.filter((one) => one !== null)]
    }),
  )
  return Object.fromEntries(rows)
}

/** One record; null when there is none. Fails with `store_corrupt` when it does not count or cannot be opened. */
export async function openOne<T>(ledger: Ledger, keys: VaultKeys, store: LedgerStore, id: string): Promise<T | null> {
  const { found, view } = await ledger.read([store], (transaction) => transaction.objectStore(store).get(id))
  if (view.damageOf(store, id, found) !== null) fail('store_corrupt')
  return found === undefined ? null : unsealJson<T>(keys, store, found)
}
