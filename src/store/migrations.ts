import type { IDBPDatabase, IDBPTransaction, StoreNames } from 'idb'
import type { VaultSchema } from './schema.ts'

/** One step from a version of the database to the next, within the transaction that upgrades it. */
export type Migration = (
  database: IDBPDatabase<VaultSchema>,
  transaction: IDBPTransaction<VaultSchema, StoreNames<VaultSchema>[], 'versionchange'>,
) => void

/** Step n leads to version n + 1. A step is added, never changed: databases that took it exist. */
export const migrations: readonly Migration[] = [
  function createStores(database) {
    for (const name of ['keys', 'cards', 'sources', 'readings', 'settings'] as const) {
      database.createObjectStore(name, { keyPath: 'id' })
    }
    for (const name of ['pictures', 'copies'] as const) {
      database.createObjectStore(name, { keyPath: 'id' }).createIndex('turn', ['turn', 'size'])
    }
    database.createObjectStore('log', { autoIncrement: true })
  },
  function addTrust(database) {
    for (const name of ['lists', 'pins'] as const) database.createObjectStore(name, { keyPath: 'id' })
  },
  function addVocabularies(database) {
    database.createObjectStore('vocabularies', { keyPath: 'id' })
  },
  function addLedger(database) {
    for (const name of ['holders', 'ledger', 'aside'] as const) database.createObjectStore(name, { keyPath: 'id' })
    database.createObjectStore('next', { keyPath: 'place' })
  },
  function addStacks(database) {
    for (const name of ['stacks', 'pathways'] as const) database.createObjectStore(name, { keyPath: 'id' })
  },
]
