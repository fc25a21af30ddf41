import { IDBFactory } from 'fake-indexeddb'
import { type Attempt, done } from '../../src/core/problem.ts'
import type { Gate, OpenVaultOptions, Vault } from '../../src/store/types.ts'
import { openVault } from '../../src/store/vault.ts'

const open = new Set<Vault>()

/** A new, empty disk; tabs that were open on the old one are closed. */
export function freshDisk(): void {
  for (const vault of open) vault.close()
  open.clear()
  globalThis.indexedDB = new IDBFactory()
}

/** Stands in for Argon2id, which is tested where it is made: as many bytes, at once. */
export const stretch: OpenVaultOptions['stretch'] = async (passphrase, salt) => {
  const bytes = new Uint8Array([...new TextEncoder().encode(passphrase.normalize('NFKC')), 0, ...salt])
  return done(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)))
}

/** One more tab on the disk. */
export async function tab(): Promise<Vault> {
  const opened = valueIn(await openVault({ stretch }))
  if (opened.state !== 'open') throw new Error('locked')
  return known(opened.vault)
}

/** A tab that found the wallet locked. */
export async function lockedTab(): Promise<Gate> {
  const opened = valueIn(await openVault({ stretch }))
  if (opened.state !== 'locked') throw new Error('not locked')
  return opened.gate
}

/** A vault that is closed with the disk. */
export function known(vault: Vault): Vault {
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
