import type { LogEntry } from '../net/types.ts'
import type { VaultKeys } from './crypto.ts'
import { randomId, sealJson, unsealJson } from './crypto.ts'
import type { Ledger } from './ledger.ts'

/** Most lines kept; looked at every so many lines. */
const mostLines = 2_000
const trimEvery = 100
export const logVersion = 1

/** The log of what left this device: each line sealed, in the order of writing, the oldest dropped. */
export interface Log {
  write(entry: LogEntry): Promise<void>
  /** Newest first; a line that cannot be opened is left out. */
  read(limit: number): Promise<readonly LogEntry[]>
  clear(): Promise<void>
}

/** The log of one open database. */
export function createLog(ledger: Ledger, keys: VaultKeys): Log {
  return {
    async write(entry) {
      const record = await sealJson(keys, 'log', randomId(), logVersion, entry)
      await ledger.write(['log'], async (transaction) => {
        const line = await transaction.objectStore('log').add(record)
        if (line % trimEvery === 0) await transaction.objectStore('log').delete(IDBKeyRange.upperBound(line - mostLines))
      })
    },
    async read(limit) {
      const { found: records } = await ledger.read(['log'], async (transaction) => {
        const lines = transaction.objectStore('log')
        const newest = await lines.openKeyCursor(null, 'prev')
        return newest === null ? [] : lines.getAll(IDBKeyRange.lowerBound(newest.key - limit, true))
      })
      const entries = await Promise.all(records.map((record) => unsealJson<LogEntry>(keys, 'log', record).catch(() => null)))
      return entries.filter((entry) => entry !== null).reverse()
    },
    async clear() {
      // By way of the ledger: a new data key that is being made must not bring back what it has copied already.
      await ledger.commit([], [], { stores: ['log'], write: (transaction) => transaction.objectStore('log').clear() })
    },
  }
}
