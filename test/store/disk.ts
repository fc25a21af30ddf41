import { IDBFactory } from 'fake-indexeddb'
import type { Attempt } from '../../src/core/problem.ts'
import type { Vault } from '../../src/store/types.ts'
import { openVault } from '../../src/store/vault.ts'

const open = new Set<Vault>()

/** A new, empty disk; tabs that were open on the old one are closed. */
export function freshDisk(): void {
  for (const vault of open) vault.close()
  open.clear()
  globalThis.indexedDB = new IDBFactory()
}

/** One more tab on the disk. */
export async function tab(): Promise<Vault> {
  const vault = valueIn(await openVault())
  open.add(vault)
  return vault
}

export function valueIn<T>(attempt: Attempt<T>): T {
  if (!attempt.ok) throw new Error(`${attempt.problem.code} ${JSON.stringify(attempt.problem.facts ?? {})}`)
  return attempt.value
}

/** The disk without the vault: how a burglar, or a failing one, sees it. */
export function rawDatabase(version?: number, upgrade?: (database: IDBDatabase) => void): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('satchel', version)
    request.onupgradeneeded = () => upgrade?.(request.result)
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}

/** Does something to one store behind the vault's back. */
export async function meddle<T>(store: string, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await rawDatabase()
  try {
    return await new Promise<T>((resolve, reject) => {
      const transaction = database.transaction(store, 'readwrite')
      const request = work(transaction.objectStore(store))
      transaction.oncomplete = () => resolve(request.result)
      transaction.onabort = () => reject(transaction.error)
    })
  } finally {
    database.close()
  }
}

/** Every record of every store, with its key. */
export async function everything(): Promise<readonly { store: string; key: IDBValidKey; value: unknown }[]> {
  const database = await rawDatabase()
  const names = [...database.objectStoreNames]
  database.close()
  const records = []
  for (const store of names) {
    const keys = await meddle(store, (each) => each.getAllKeys())
    const values = await meddle<unknown[]>(store, (each) => each.getAll())
    records.push(...keys.map((key, index) => ({ store, key, value: values[index] })))
  }
  return records
}
