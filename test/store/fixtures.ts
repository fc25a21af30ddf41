import contents from './fixtures/contents.json' with { type: 'json' }
import version1 from './fixtures/version-1.json' with { type: 'json' }
import version2 from './fixtures/version-2.json' with { type: 'json' }
import version3 from './fixtures/version-3.json' with { type: 'json' }
import version4 from './fixtures/version-4.json' with { type: 'json' }

/** A database as an earlier version of Satchel left it: written by `make-fixture.mjs` with the code of that time, and never again. */
export interface Fixture {
  readonly version: number
  readonly stores: readonly {
    readonly name: string
    readonly keyPath: string | null
    readonly autoIncrement: boolean
    readonly indexes: readonly { readonly name: string; readonly keyPath: string | string[] }[]
    /** With a key of its own where the store has no key path. */
    readonly records: readonly { readonly key?: number; readonly value: object }[]
  }[]
  /** Raw, base64: where the database has a key that cannot be exported. */
  readonly deviceKey: string
}

/** Every version of the database that learners have had before today's. */
export const fixtures = [version1, version2, version3, version4] as unknown as readonly Fixture[]

/** What is in each of them; lists and pins from version 2 on, vocabularies from version 3 on, a holder key from version 4 on. */
export const kept = contents

/**
 * Writes a fixture into the database of this realm, as the browser of that time would have left it. There must be none yet.
 * It stands alone, so that it can be sent to a page as well.
 */
export async function restore({ version, stores, deviceKey }: Fixture): Promise<void> {
  const bytesOf = (base64: string) => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
  const key = await crypto.subtle.importKey('raw', bytesOf(deviceKey), 'AES-GCM', false, ['encrypt', 'decrypt'])
  const revived = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value
    if ('$deviceKey' in value) return key
    if ('$bytes' in value) return bytesOf(String(value.$bytes))
    if ('$buffer' in value) return bytesOf(String(value.$buffer)).buffer
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, revived(member)]))
  }
  await new Promise<void>((resolve, reject) => {
    const opening = indexedDB.open('satchel', version)
    opening.onupgradeneeded = () => {
      for (const { name, keyPath, autoIncrement, indexes, records } of stores) {
        const store = opening.result.createObjectStore(name, { keyPath, autoIncrement })
        for (const index of indexes) store.createIndex(index.name, index.keyPath)
        for (const record of records) store.put(revived(record.value), record.key)
      }
    }
    opening.onerror = () => reject(opening.error)
    opening.onsuccess = () => {
      opening.result.close()
      resolve()
    }
  })
}
