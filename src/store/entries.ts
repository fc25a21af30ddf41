import type { IDBPTransaction, StoreNames } from 'idb'
import type { Source } from '../core/model/credential.ts'
import { fail } from '../core/problem.ts'
import { cardOf } from './card.ts'
import type { VaultKeys } from './crypto.ts'
import { idOfSource, seal, sealJson, unseal } from './crypto.ts'
import type { Database } from './database.ts'
import { transact } from './database.ts'
import { pack, unpack } from './pack.ts'
import { completed, type KeptReading, type Reading } from './reading.ts'
import type { SealedRecord, VaultSchema } from './schema.ts'
import type { NewReading, RecordId, WalletEntry } from './types.ts'

type NewEntry = Omit<WalletEntry, 'id'>
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
/** How often a change is made anew that others keep coming before. */
const mostTurns = 16
const stores: ('cards' | 'sources' | 'readings')[] = ['cards', 'sources', 'readings']

/** The wallet's entries. Every function here may fail with a `store_*` problem, and then has changed nothing. */
export interface Entries {
  add(entries: readonly NewEntry[]): Promise<Added>
  /** False when there is no such entry (any more). */
  update(id: RecordId, reading: NewReading): Promise<boolean>
  entry(id: RecordId): Promise<WalletEntry | null>
  /**
   * Changes the reading of an entry by what it is now: looked at again when another change comes between. False when there is none
   * that can be opened, or nothing to change.
   */
  revise(id: RecordId, change: (known: Reading) => Promise<NewReading | null>): Promise<boolean>
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
      reading: reading === undefined ? null : await openReading(reading),
    }
  }

  /** Null for one that cannot be opened. */
  function openReading(record: SealedRecord): Promise<Reading | null> {
    return open<KeptReading>('readings', record)
      .then(completed)
      .catch(() => null)
  }

  async function sealEntry(id: RecordId, { source, ...given }: NewEntry, known: Before): Promise<SealedEntry> {
    // Added again: it was in the wallet since the first time, and an example once kept as one's own is one's own.
    const reading: Reading =
      known.reading === null
        ? given
        : {
            ...replacementIn(known.reading),
            ...given,
            addedAt: known.reading.addedAt,
            example: given.example && known.reading.example,
          }
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

  /** Writes what `change` makes of the reading on disk: of the very one that it takes the place of, so that no news is lost. */
  async function rewrite(id: RecordId, change: (known: Reading | null) => Promise<NewReading | null>): Promise<boolean> {
    for (let turn = 0; turn < mostTurns; turn += 1) {
      const { reading: record } = await records(id)
      const known = record === undefined ? null : await openReading(record)
      const changed = await change(known)
      if (changed === null) return false
      const sealed = await sealReading(id, renewed(known, changed))
      const outcome = await replace(id, record, sealed)
      if (outcome !== 'changed') return outcome === 'written'
    }
    return fail('store_aborted')
  }

  function replace(
    id: RecordId,
    before: SealedRecord | undefined,
    sealed: Pick<SealedEntry, 'card' | 'reading'>,
  ): Promise<'written' | 'removed' | 'changed'> {
    return transact(
      database,
      stores,
      'readwrite',
      async (transaction) => {
        // Removed meanwhile, perhaps in another tab: it stays removed.
        if ((await transaction.objectStore('sources').getKey(id)) === undefined) return 'removed'
        if (!isSameRecord(await transaction.objectStore('readings').get(id), before)) return 'changed'
        await writeReading(transaction, sealed)
        return 'written'
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
    const [opened, read] = await Promise.all([open<Source>('sources', source), open<KeptReading>('readings', reading)])
    return { id, source: opened, ...completed(read) }
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
    update: (id, reading) => rewrite(id, async () => reading),
    revise: (id, change) => rewrite(id, async (known) => (known === null ? null : change(known))),
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

/** A new reading with what stays of the one before. */
function renewed(known: Reading | null, { credential, report, parts, endorsements, replacedBy }: NewReading): Reading {
  const kept = {
    addedAt: known?.addedAt ?? report.at,
    example: known?.example ?? false,
    ...(replacedBy ? { replacedBy } : replacementIn(known)),
  }
  return { credential, report, parts, endorsements, ...kept }
}

/** Every sealing has an initialization vector of its own, which tells one from the next. */
function isSameRecord(one: SealedRecord | undefined, other: SealedRecord | undefined): boolean {
  if (one === undefined || other === undefined) return one === other
  return one.iv.length === other.iv.length && one.iv.every((byte, index) => byte === other.iv[index])
}

function replacementIn(reading: Reading | null): Pick<Reading, 'replacedBy'> {
  return reading?.replacedBy ? { replacedBy: reading.replacedBy } : {}
}
