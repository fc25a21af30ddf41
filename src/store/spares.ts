import type { VaultKeys } from './crypto.ts'
import { idOfAddress, seal, unseal } from './crypto.ts'
import type { Ledger } from './ledger.ts'
import { pack, unpack } from './pack.ts'
import type { SpareStore } from './schema.ts'

/** Most that one store of spares may hold; beyond it the oldest go. */
const mostRecords = 2_000
const mostBytes = 64 * 1024 * 1024
/** How many are kept between two looks at what is too much. */
const sweepEvery = 16
export const spareVersion = 1

/** Things fetched that can be fetched again: sealed, found by their address, the oldest dropped when they are too many. */
export interface Spares<T extends { readonly url: string }> {
  /** Null when there is none, or none that can be opened: it is fetched again then. */
  recall(url: string): Promise<T | null>
  keep(value: T): Promise<void>
  forget(url: string): Promise<void>
  /** All that can be opened. */
  all(): Promise<readonly T[]>
}

/** The spares of one store. */
export function createSpares<T extends { readonly url: string }>(ledger: Ledger, keys: VaultKeys, store: SpareStore): Spares<T> {
  let kept = 0
  return {
    async recall(url) {
      const id = await idOfAddress(keys, store, url)
      const { found: record } = await ledger.read([store], (transaction) => transaction.objectStore(store).get(id))
      if (record === undefined) return null
      return unseal(keys, store, record).then(
        (bytes) => unpack<T>(bytes),
        () => null,
      )
    },
    async keep(value) {
      const id = await idOfAddress(keys, store, value.url)
      const record = await seal(keys, store, id, spareVersion, pack(value))
      kept += 1
      await ledger.write([store], async (transaction) => {
        const spares = transaction.objectStore(store)
        const newest = await spares.index('turn').openKeyCursor(null, 'prev')
        await spares.put({ ...record, turn: (newest?.key[0] ?? 0) + 1, size: record.data.byteLength })
        if (kept % sweepEvery !== 1) return
        let records = 0
        let bytes = 0
        for (
          let cursor = await spares.index('turn').openKeyCursor(null, 'prev');
          cursor !== null;
          cursor = await cursor.continue()
        ) {
          records += 1
          bytes += cursor.key[1]
          if (records > mostRecords || bytes > mostBytes) await spares.delete(cursor.primaryKey)
        }
      })
    },
    async all() {
      const { found } = await ledger.read([store], (transaction) => transaction.objectStore(store).getAll())
      const opened = await Promise.all(found.map((record) => unseal(keys, store, record).then(unpack<T>, () => null)))
      return opened.filter((one) => one !== null)
    },
    async forget(url) {
      const id = await idOfAddress(keys, store, url)
      await ledger.write([store], (transaction) => transaction.objectStore(store).delete(id))
    },
  }
}
