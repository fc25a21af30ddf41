import type { IDBPTransaction, StoreNames } from 'idb'
import { Failure, fail } from '../core/problem.ts'
import { seal, unseal, unsealJson, type VaultKeys } from './crypto.ts'
import type { Database } from './database.ts'
import { transact } from './database.ts'
import { type LedgerRecord, type LedgerStore, ledgerStores, type VaultSchema } from './schema.ts'
import {
  type Change,
  changed,
  isSameRecord,
  ledgerOf,
  ledgerRoot,
  type Root,
  type Shard,
  type State,
  sealRoot,
  sealShard,
  type View,
  viewOf,
} from './shards.ts'

/** What a change was worked out from: that record at that revision, or that there was none. */
export interface Basis {
  readonly store: LedgerStore
  readonly id: string
  readonly revision: number | undefined
}

/** What else is done in the same transaction. It may wait for nothing but the transaction's own requests. */
export interface Beside {
  readonly stores: readonly StoreNames<VaultSchema>[]
  write(transaction: Writing): Promise<void>
}

export type Writing = IDBPTransaction<VaultSchema, StoreNames<VaultSchema>[], 'readwrite'>
export type Looking = IDBPTransaction<VaultSchema, StoreNames<VaultSchema>[]>

/**
 * Which records belong in the wallet, and of which revision each is: sealed, so that whoever writes to the disk can neither bring an
 * older record back, nor take one away, nor slip one in, without its being seen. Only the whole disk put back as it once was, ledger
 * and all, looks as it did then.
 */
export interface Ledger {
  /** Looks at the disk, and at what belonged there at that very moment. */
  read<T>(
    stores: readonly StoreNames<VaultSchema>[],
    work: (transaction: Looking) => Promise<T>,
  ): Promise<{ readonly found: T; readonly view: View }>
  /** Writes these, all or none. `changed` (and nothing is written) when a basis does not hold any more. Fails with `store_*`. */
  commit(changes: readonly Change[], bases?: readonly Basis[], beside?: Beside): Promise<'written' | 'changed'>
  /** Writes what is in no ledger: only while the data key is still the one in use. */
  write<T>(
    stores: readonly StoreNames<VaultSchema>[],
    work: (transaction: Writing) => Promise<T>,
    durability?: 'strict' | 'relaxed',
  ): Promise<T>
  /** Whether the ledger was damaged and had to be made anew from what was there, since this was last asked. */
  wasMended(): boolean
}

/** How often a write is made anew that other tabs keep coming before. */
const mostTurns = 64

/**
 * The ledger of one open database. A wallet from before there was one gets its own when it is first read (`isExpected` is then
 * false): what it holds at that moment is what belongs in it.
 */
export function createLedger(database: Database, keys: VaultKeys, generation: number, isExpected: boolean): Ledger {
  let state: State | null = null
  let mended = false
  let turn: Promise<unknown> = Promise.resolve()

  /** The ledger as it is on disk now. */
  async function current(): Promise<State> {
    const known = state
    const { root, rest } = await transact(database, ['ledger'], 'readonly', async (transaction) => {
      const ledger = transaction.objectStore('ledger')
      const root = await ledger.get(ledgerRoot)
      return { root, rest: known !== null && isSameRecord(root, known.record) ? [] : await ledger.getAll() }
    })
    if (known !== null && isSameRecord(root, known.record)) return known
    const opened = root === undefined ? null : await openState(root, rest)
    state = opened ?? (await mend())
    return state
  }

  /** Null when the root cannot be opened, or a shard is not the one that the root names. */
  async function openState(record: LedgerRecord, records: readonly LedgerRecord[]): Promise<State | null> {
    if (record.generation !== generation) fail('store_locked')
    const root = await unsealJson<Root>(keys, 'ledger', record).catch(() => null)
    if (root === null) return null
    const byName = new Map(records.map((each) => [each.id, each]))
    const shards = await Promise.all(
      Object.entries(root.shards).map(async ([name, revision]): Promise<readonly [string, Shard] | null> => {
        const known = state?.shards[name] === revision ? state.entries.get(name) : undefined
        if (known !== undefined) return [name, known]
        const shard = byName.get(name)
        if (shard === undefined || shard.revision !== revision) return null
        const opened = await unsealJson<Record<string, number>>(keys, 'ledger', shard).catch(() => null)
        return opened === null ? null : [name, new Map(Object.entries(opened))]
      }),
    )
    if (shards.includes(null)) return null
    return { ...root, record, entries: new Map(shards.filter((shard) => shard !== null)) }
  }

  /** Makes a ledger of what is there: no record may be lost because the list of them is. */
  async function mend(): Promise<State> {
    const { before, found } = await transact(database, ['ledger', ...ledgerStores], 'readonly', async (transaction) => {
      const found: (readonly [LedgerStore, string, number])[] = []
      for (const store of ledgerStores) {
        for (let cursor = await transaction.objectStore(store).openCursor(); cursor !== null; cursor = await cursor.continue()) {
          found.push([store, cursor.value.id, cursor.value.revision ?? 0])
        }
      }
      return { before: await transaction.objectStore('ledger').get(ledgerRoot), found }
    })
    // A wallet with ways has the list of them at least: a data key that opens nothing is not the one that sealed what is there.
    if (generation > 0 && !(await opensOne(found))) fail('store_corrupt')
    const revision = found.reduce((highest, [, , written]) => Math.max(highest, written), before?.revision ?? 0) + 1
    const records = await ledgerOf(keys, generation, revision, found)
    const isMine = await transact(
      database,
      ['ledger', 'keys'],
      'readwrite',
      async (transaction) => {
        const ledger = transaction.objectStore('ledger')
        if (!isSameRecord(await ledger.get(ledgerRoot), before)) return false
        // Erased by another tab: there is nothing to be mended, and nobody could open it.
        if ((await transaction.objectStore('keys').count()) === 0) throw new Failure({ code: 'store_locked' })
        await ledger.clear()
        for (const record of records) await ledger.put(record)
        return true
      },
      'strict',
    )
    if (!isMine) return current()
    mended ||= isExpected || before !== undefined
    const root = records.at(-1)
    const opened = root === undefined ? null : await openState(root, records)
    return opened ?? fail('store_corrupt')
  }

  /** Whether the data key opens any of these. */
  async function opensOne(found: readonly (readonly [store: LedgerStore, id: string, revision: number])[]): Promise<boolean> {
    for (const [store, id] of found) {
      const record = await transact(database, [store], 'readonly', (transaction) => transaction.objectStore(store).get(id))
      const opened = record === undefined ? null : await unseal(keys, store, record).catch(() => null)
      opened?.fill(0)
      if (opened !== null) return true
    }
    return false
  }

  async function write(before: State, changes: readonly Change[], beside: Beside | undefined): Promise<State | null> {
    const revision = before.revision + 1
    const { entries, names } = changed(before.entries, changes, revision)
    const root: Root = { revision, shards: { ...before.shards, ...Object.fromEntries(names.map((name) => [name, revision])) } }
    const [record, shards, sealed] = await Promise.all([
      sealRoot(keys, generation, root),
      Promise.all(names.map((name) => sealShard(keys, name, entries.get(name) ?? new Map(), revision))),
      Promise.all(
        changes.map(async ({ store, id, version, content }) => ({
          store,
          id,
          record: content === null ? null : await seal(keys, store, id, version, content, revision),
        })),
      ),
    ])
    const stores = new Set<StoreNames<VaultSchema>>(['ledger', ...changes.map(({ store }) => store), ...(beside?.stores ?? [])])
    const isWritten = await transact(
      database,
      [...stores],
      'readwrite',
      async (transaction) => {
        const ledger = transaction.objectStore('ledger')
        if (!isSameRecord(await ledger.get(ledgerRoot), before.record)) return false
        // One after the other, so that when the first fails the second is not left behind unheard.
        for (const { store, id, record } of sealed) {
          const records = transaction.objectStore(store)
          await (record === null ? records.delete(id) : records.put(record))
        }
        for (const shard of shards) await ledger.put(shard)
        await ledger.put(record)
        await beside?.write(transaction)
        return true
      },
      'strict',
    )
    return isWritten ? { ...root, record, entries } : null
  }

  async function commitNow(changes: readonly Change[], bases: readonly Basis[], beside?: Beside): Promise<'written' | 'changed'> {
    for (let turns = 0; turns < mostTurns; turns += 1) {
      const before = await current()
      const view = viewOf(before)
      if (bases.some(({ store, id, revision }) => view.revisionOf(store, id) !== revision)) return 'changed'
      const after = await write(before, changes, beside)
      if (after !== null) {
        state = after
        return 'written'
      }
    }
    return fail('store_busy')
  }

  return {
    async read(stores, work) {
      for (let turns = 0; turns < mostTurns; turns += 1) {
        const known = state ?? (await current())
        const { root, found } = await transact(database, [...stores, 'ledger'], 'readonly', async (transaction) => {
          const root = await transaction.objectStore('ledger').get(ledgerRoot)
          return { root, found: await work(transaction) }
        })
        if (isSameRecord(root, known.record)) return { found, view: viewOf(known) }
        await current()
      }
      return fail('store_busy')
    },
    commit(changes, bases = [], beside) {
      // One after the other in this tab; with other tabs the disk decides.
      const done = turn.then(() => commitNow(changes, bases, beside))
      turn = done.catch(() => undefined)
      return done
    },
    write: (stores, work, durability) =>
      transact(
        database,
        [...stores, 'ledger'],
        'readwrite',
        async (transaction) => {
          const root = await transaction.objectStore('ledger').get(ledgerRoot)
          // Nothing may be sealed with a key that another tab has just put away.
          if (root?.generation !== generation) fail('store_locked')
          return work(transaction)
        },
        durability,
      ),
    wasMended() {
      const was = mended
      mended = false
      return was
    },
  }
}
