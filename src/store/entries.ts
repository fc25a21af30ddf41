import { lazy } from '../core/lazy.ts'
import type { Source } from '../core/model/credential.ts'
import { fail } from '../core/problem.ts'
import { idOfSource, unseal, type VaultKeys } from './crypto.ts'
import type { Basis, Ledger } from './ledger.ts'
import { bytesOfText, pack, unpack } from './pack.ts'
import { completed, type KeptReading, type Reading } from './reading.ts'
import type { SealedRecord } from './schema.ts'
import type { Change, View } from './shards.ts'
import type { NewReading, RecordId, WalletEntry } from './types.ts'

type NewEntry = Omit<WalletEntry, 'id'>

/** An entry as it lies on disk, and what belonged there at that moment. */
interface Found {
  readonly source: SealedRecord | undefined
  readonly reading: SealedRecord | undefined
  readonly view: View
}
/** What is known of an entry before it is written: null for a part that is not there or does not count. */
interface Before {
  readonly source: Source | null
  readonly reading: Reading | null
  readonly bases: readonly Basis[]
}

export type Added = readonly { readonly id: RecordId; readonly isNew: boolean }[]

/** Of each kind of record's inner form. */
export const entryVersions = { cards: 1, sources: 1, readings: 1 } as const
export const entryStores = ['cards', 'sources', 'readings'] as const
/** How often a change is made anew that others keep coming before. */
const mostTurns = 16
/** What makes cards is needed only when something is written. */
const loadCard = lazy(() => import('./card.ts'))

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
export function createEntries(ledger: Ledger, keys: VaultKeys): Entries {
  async function find(id: RecordId): Promise<Found> {
    const { found, view } = await ledger.read(['sources', 'readings'], async (transaction) => {
      const [source, reading] = await Promise.all([
        transaction.objectStore('sources').get(id),
        transaction.objectStore('readings').get(id),
      ])
      return { source, reading }
    })
    return { ...found, view }
  }

  /** Opens a record that belongs where it is; fails with `store_corrupt`. Null when there is none and none belongs there. */
  async function open<T extends object>(
    store: 'sources' | 'readings',
    id: RecordId,
    record: SealedRecord | undefined,
    view: View,
  ): Promise<T | null> {
    if (view.damageOf(store, id, record) !== null) fail('store_corrupt')
    return record === undefined ? null : unpack<T>(await unseal(keys, store, record))
  }

  async function before(id: RecordId): Promise<Before> {
    const { source, reading, view } = await find(id)
    const known = await open<KeptReading>('readings', id, reading, view).catch(() => null)
    return {
      source: await open<Source>('sources', id, source, view).catch(() => null),
      reading: known === null ? null : completed(known),
      bases: (['sources', 'readings'] as const).map((store) => ({ store, id, revision: view.revisionOf(store, id) })),
    }
  }

  /** A whole batch, each once, as the last of its kind was given. */
  async function write(last: ReadonlyMap<RecordId, NewEntry>): Promise<ReadonlySet<RecordId>> {
    for (let turn = 0; turn < mostTurns; turn += 1) {
      const known = await Promise.all([...last].map(async ([id, given]) => ({ id, given, before: await before(id) })))
      const changes = (await Promise.all(known.map(({ id, given, before }) => entryChanges(id, given, before)))).flat()
      const bases = known.flatMap((each) => each.before.bases)
      if ((await ledger.commit(changes, bases)) === 'written') {
        return new Set(known.filter(({ before }) => before.bases[0]?.revision === undefined).map(({ id }) => id))
      }
    }
    return fail('store_aborted')
  }

  /** Writes what `change` makes of the reading on disk: of the very one that it takes the place of, so that no news is lost. */
  async function rewrite(id: RecordId, change: (known: Reading | null) => Promise<NewReading | null>): Promise<boolean> {
    for (let turn = 0; turn < mostTurns; turn += 1) {
      const { reading, bases } = await before(id)
      // Removed meanwhile, perhaps in another tab: it stays removed.
      if (bases[0]?.revision === undefined) return false
      const changed = await change(reading)
      if (changed === null) return false
      if ((await ledger.commit(await readingChanges(id, renewed(reading, changed)), bases)) === 'written') return true
    }
    return fail('store_aborted')
  }

  async function entry(id: RecordId): Promise<WalletEntry | null> {
    const { source, reading, view } = await find(id)
    const [opened, read] = await Promise.all([
      open<Source>('sources', id, source, view),
      open<KeptReading>('readings', id, reading, view),
    ])
    return opened === null || read === null ? null : { id, source: opened, ...completed(read) }
  }

  return {
    entry,
    async add(entries) {
      const ids = await Promise.all(entries.map(({ source }) => idOfSource(keys, source.bytes)))
      const last = new Map(entries.map((given, index) => [ids[index] ?? '', given] as const))
      const fresh = await write(last)
      return ids.map((id, index) => ({ id, isNew: fresh.has(id) && ids.indexOf(id) === index }))
    },
    update: (id, reading) => rewrite(id, async () => reading),
    revise: (id, change) => rewrite(id, async (known) => (known === null ? null : change(known))),
    async source(id) {
      const { source, view } = await find(id)
      return open<Source>('sources', id, source, view)
    },
    async remove(id) {
      // A damaged entry can be removed as well; only it cannot be given back.
      const removed = await entry(id).catch(() => null)
      await ledger.commit(entryStores.map((store) => ({ store, id, version: entryVersions[store], content: null })))
      return removed
    },
  }
}

async function entryChanges(id: RecordId, { source, ...given }: NewEntry, known: Before): Promise<readonly Change[]> {
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
  return [
    // Written once: what is there and can be opened stays as it is.
    ...(known.source === null ? [sourceChange(id, source)] : []),
    ...(await readingChanges(id, reading)),
  ]
}

/** An entry's source as it is written. */
function sourceChange(id: RecordId, { name, bytes }: Source): Change {
  return { store: 'sources', id, version: entryVersions.sources, content: pack({ name, bytes }) }
}

/** An entry's reading, and the card made of it, as they are written. */
async function readingChanges(id: RecordId, reading: Reading): Promise<readonly Change[]> {
  const { cardOf } = await loadCard()
  return [
    { store: 'cards', id, version: entryVersions.cards, content: bytesOfText(JSON.stringify(cardOf({ id, ...reading }))) },
    { store: 'readings', id, version: entryVersions.readings, content: pack(reading) },
  ]
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

function replacementIn(reading: Reading | null): Pick<Reading, 'replacedBy'> {
  return reading?.replacedBy ? { replacedBy: reading.replacedBy } : {}
}
