import type { AllowedContext } from '../core/model/context.ts'
import type { VaultKeys } from './crypto.ts'
import { idOfAddress, sealJson, unsealJson } from './crypto.ts'
import type { Database } from './database.ts'
import { transact } from './database.ts'

const store = 'vocabularies'
const version = 1

/** The contexts from elsewhere that this person allowed: sealed, so that nobody learns which kinds of credentials there are. */
export interface Vocabularies {
  /** Oldest first. Fails with `store_*`. */
  read(): Promise<readonly AllowedContext[]>
  /** Keeps one in place of the one from the same address. */
  keep(context: AllowedContext): Promise<void>
  drop(url: string): Promise<void>
}

/** The records of one open database. */
export function createVocabularies(database: Database, keys: VaultKeys): Vocabularies {
  return {
    async read() {
      const records = await transact(database, [store], 'readonly', (transaction) => transaction.objectStore(store).getAll())
      // One that cannot be opened is as good as not allowed: it is asked for again.
      const all = await Promise.all(records.map((record) => unsealJson<AllowedContext>(keys, store, record).catch(() => null)))
      return all.filter((one) => one !== null).toSorted((a, b) => (a.fetchedAt < b.fetchedAt ? -1 : 1))
    },
    async keep(context) {
      const record = await sealJson(keys, store, await idOfAddress(keys, store, context.url), version, context)
      await transact(database, [store], 'readwrite', (transaction) => transaction.objectStore(store).put(record), 'strict')
    },
    async drop(url) {
      const id = await idOfAddress(keys, store, url)
      await transact(database, [store], 'readwrite', (transaction) => transaction.objectStore(store).delete(id), 'strict')
    },
  }
}
