import type { IDBPTransaction, StoreNames } from 'idb'
import type { Source } from '../core/model/credential.ts'
import { cardOf } from './card.ts'
import type { VaultKeys } from './crypto.ts'
import { idOfSource, seal, sealJson, unseal } from './crypto.ts'
import type { Database } from './database.ts'
import { transact } from './database.ts'
import { pack, unpack } from './pack.ts'
import type { SealedRecord, VaultSchema } from './schema.ts'
import type { RecordId, WalletEntry } from './types.ts'

type NewEntry = Omit<WalletEntry, 'id'>
/** What lies in `readings`: an entry without its source. */
type Reading = Omit<WalletEntry, 'id' | 'source'>
/** What is known of an entry before it is written: null for a part that is not there or cannot be opened. */
interface Before {
  readonly source: Source | null
  readonly reading: Reading | null
}
/** Everything of one entry, sealed and ready for one transaction. */
interface SealedEntry {
  readonly id: RecordId
  readonly card: SealedRecord
  readonly source: SealedRecord
  readonly reading: SealedRecord
  /** The source on disk is the same and can be opened: it is not written again. */
  readonly sourceIsKept: boolean
}

/** A transaction over everything of an entry. */
type Writing = IDBPTransaction<VaultSchema, StoreNames<VaultSchema>[], 'readwrite'>

export type Added = readonly { readonly id: RecordId; readonly isNew: boolean }[]

/** Of each kind of record's inner form. */
const versions = { cards: 1, sources: 1, readings: 1 } as const
const stores: ('cards' | 'sources' | 'readings')[] = ['cards', 'sources', 'readings']

/** The wallet's entries. Every function here may fail with a `store_*` problem, and then has changed nothing. */
export interface Entries {
  add(entries: readonly NewEntry[]): Promise<Added>
  /** False when there is no such entry (any more). */
  update(id: RecordId, reading: Pick<WalletEntry, 'credential' | 'report'>): Promise<boolean>
  entry(id: RecordId): Promise<WalletEntry | null>
  source(id: RecordId): Promise<Source | null>
  remove(id: RecordId): Promise<WalletEntry | null>
}

/** The entries of one open database. */
export function createEntries(database: Database, keys: VaultKeys): Entries {
  async function records(
    id: RecordId,
  ): Promise<{ readonly source: SealedRecord | undefined; readonly reading: SealedRecord | undefined }> {
    return transact(database, ['sources', 'readings'], 'readonly', async (transaction) => {
      const [source, reading] = await Promise.all([
        transaction.objectStore('sources').get(id),
        transaction.objectStore('readings').get(id),
      ])
      return { source, reading }
    })
  }

  async function open<T extends object>(store: 'sources' | 'readings', record: SealedRecord): Promise<T> {
    return unpack<T>(await unseal(keys, store, record))
  }

  async function before(id: RecordId): Promise<Before> {
    const { source, reading } = await records(id)
    return {
      source: source === undefined ? null : await open<Source>('sources', source).catch(() => null),
      reading: reading === undefined ? null : await open<Reading>('readings', reading).catch(() => null),
    }
  }

  async function sealEntry(id: RecordId, { source, ...given }: NewEntry, known: Before): Promise<SealedEntry> {
    // Added again: it was in the wallet since the first time, and an example once kept as one's own is one's own.
    const reading: Reading =
      known.reading === null
        ? given
        : { ...given, addedAt: known.reading.addedAt, example: given.example && known.reading.example }
    const [sealedSource, sealed] = await Promise.all([
      seal(keys, 'sources', id, versions.sources, pack({ name: source.name, bytes: source.bytes })),
      sealReading(id, reading),
    ])
    return { id, source: sealedSource, ...sealed, sourceIsKept: known.source !== null }
  }

  async function sealReading(id: RecordId, reading: Reading): Promise<Pick<SealedEntry, 'card' | 'reading'>> {
    const [sealedCard, sealedReading] = await Promise.all([
      sealJson(keys, 'cards', id, versions.cards, cardOf({ id, ...reading })),
      seal(keys, 'readings', id, versions.readings, pack(reading)),
    ])
    return { card: sealedCard, reading: sealedReading }
  }

  async function write(entries: readonly SealedEntry[]): Promise<Added> {
    return transact(
      database,
      stores,
      'readwrite',
      async (transaction) => {
        const sources = transaction.objectStore('sources')
        const added = await Promise.all(
          entries.map(async ({ id, source, sourceIsKept }) => {
            const isNew = (await sources.getKey(id)) === undefined
            if (isNew || !sourceIsKept) await sources.put(source)
            return { id, isNew }
          }),
        )
        await Promise.all(entries.map((each) => writeReading(transaction, each)))
        return added
      },
      'strict',
    )
  }

  /** One after the other, so that when the first fails the second is not left behind unheard. */
  async function writeReading(transaction: Writing, { card, reading }: Pick<SealedEntry, 'card' | 'reading'>): Promise<void> {
    await transaction.objectStore('cards').put(card)
    await transaction.objectStore('readings').put(reading)
  }

  async function entry(id: RecordId): Promise<WalletEntry | null> {
    const { source, reading } = await records(id)
    if (source === undefined || reading === undefined) return null
    const [opened, read] = await Promise.all([open<Source>('sources', source), open<Reading>('readings', reading)])
    return { id, source: opened, ...read }
  }

  return {
    entry,
    async add(entries) {
      const ids = await Promise.all(entries.map(({ source }) => idOfSource(keys, source.bytes)))
      const last = new Map(ids.map((id, index) => [id, entries[index]] as const))
      const sealed = await Promise.all(
        [...last].flatMap(([id, given]) =>
          given === undefined ? [] : [before(id).then((known) => sealEntry(id, given, known))],
        ),
      )
      const isNew = new Map((await write(sealed)).map((one) => [one.id, one.isNew]))
      return ids.map((id, index) => ({ id, isNew: isNew.get(id) === true && ids.indexOf(id) === index }))
    },
    async update(id, { credential, report }) {
      const known = await before(id)
      const kept = { addedAt: known.reading?.addedAt ?? report.at, example: known.reading?.example ?? false }
      const reading: Reading = { credential, report, ...kept }
      const sealed = await sealReading(id, reading)
      return transact(
        database,
        stores,
        'readwrite',
        async (transaction) => {
          // Removed meanwhile, perhaps in another tab: it stays removed.
          if ((await transaction.objectStore('sources').getKey(id)) === undefined) return false
          await writeReading(transaction, sealed)
          return true
        },
        'strict',
      )
    },
    async source(id) {
      const { source } = await records(id)
      return source === undefined ? null : open<Source>('sources', source)
    },
    async remove(id) {
      // A damaged entry can be removed as well; only it cannot be given back.
      const removed = await entry(id).catch(() => null)
      await transact(
        database,
        stores,
        'readwrite',
        async (transaction) => {
          await Promise.all(stores.map((store) => transaction.objectStore(store).delete(id)))
        },
        'strict',
      )
      return removed
    },
  }
}
