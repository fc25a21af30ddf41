/** A record as anybody would keep it who only wanted it encrypted. */
interface Sealed {
  readonly id: string
  readonly iv: Uint8Array<ArrayBuffer>
  readonly data: ArrayBuffer
}

const batch = 64
const names = ['cards', 'sources', 'readings'] as const
export type FloorStore = (typeof names)[number]

/** Keeps what the vault keeps with nothing but IndexedDB and AES-GCM: no ledger, nothing bound to its place, nothing resumed. */
export interface Floor {
  write(store: FloorStore, id: string, content: Uint8Array<ArrayBuffer>): Promise<void>
  /** Reads all cards; how many there were. */
  list(): Promise<number>
  /** Encrypts everything with a new key, in place. */
  reseal(): Promise<void>
  close(): void
}

export async function openFloor(): Promise<Floor> {
  const opening = indexedDB.open('floor', 1)
  opening.onupgradeneeded = () => {
    for (const name of names) opening.result.createObjectStore(name, { keyPath: 'id' })
    opening.result.createObjectStore('keys')
  }
  const database = await answer(opening)
  const key = (await answer<CryptoKey | undefined>(inside('keys').get('key'))) ?? (await newKey())

  function inside(store: string, mode: IDBTransactionMode = 'readonly'): IDBObjectStore {
    return database.transaction(store, mode).objectStore(store)
  }

  async function newKey(): Promise<CryptoKey> {
    const made = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
    await answer(inside('keys', 'readwrite').put(made, 'key'))
    return made
  }

  return {
    async write(store, id, content) {
      const record = await sealed(key, id, content)
      await answer(inside(store, 'readwrite').put(record))
    },
    async list() {
      const records = await answer<Sealed[]>(inside('cards').getAll())
      const decoder = new TextDecoder()
      const cards = await Promise.all(
        records.map(async (record) => JSON.parse(decoder.decode(await unsealed(key, record))) as unknown),
      )
      return cards.length
    },
    async reseal() {
      const next = await newKey()
      for (const store of names) {
        const ids = await answer(inside(store).getAllKeys())
        for (let start = 0; start < ids.length; start += batch) {
          const range = IDBKeyRange.bound(ids[start], ids[Math.min(start + batch, ids.length) - 1])
          const records = await answer<Sealed[]>(inside(store).getAll(range))
          const fresh = await Promise.all(records.map(async (record) => sealed(next, record.id, await unsealed(key, record))))
          await putAll(store, fresh)
        }
      }
    },
    close: () => database.close(),
  }

  function putAll(store: FloorStore, records: readonly Sealed[]): Promise<void> {
    return new Promise((resolve, reject) => {
      const transaction = database.transaction(store, 'readwrite')
      for (const record of records) transaction.objectStore(store).put(record)
      transaction.oncomplete = () => resolve()
      transaction.onabort = () => reject(transaction.error)
    })
  }
}

async function sealed(key: CryptoKey, id: string, content: BufferSource): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  return { id, iv, data: await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, content) }
}

function unsealed(key: CryptoKey, { iv, data }: Sealed): Promise<ArrayBuffer> {
  return crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, data)
}

function answer<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}
