import { sealJson, type VaultKeys } from './crypto.ts'
import type { LedgerRecord, LedgerStore, SealedRecord } from './schema.ts'
import type { DamageKind } from './types.ts'

/*
 * What a ledger is made of, apart from the disk: a root, and shards that list records with their revisions.
 */

/** Its inner form. */
const version = 1
export const ledgerRoot = 'root'

/** A record to be written, or (`null`) to be removed. */
export interface Change {
  readonly store: LedgerStore
  readonly id: string
  /** Of the record's inner form. */
  readonly version: number
  readonly content: Uint8Array | null
}

/** What belonged in the wallet at one moment. */
export interface View {
  readonly revision: number
  /** The root of the ledger, as it lay on disk. */
  readonly root: LedgerRecord
  has(store: LedgerStore, id: string): boolean
  /** The revision of a record that belongs here. */
  revisionOf(store: LedgerStore, id: string): number | undefined
  /** Why what lies on disk is not what belongs there; null when it may be (whether it can be opened is seen by opening it). */
  damageOf(store: LedgerStore, id: string, record: SealedRecord | undefined): DamageKind | null
  ids(store: LedgerStore): readonly string[]
}

/** The records of one shard, by store and id: which revision each is of. */
export type Shard = ReadonlyMap<string, number>
/** What the root says: of which revision each shard is. */
export interface Root {
  readonly revision: number
  /** Of each shard, by its name. */
  readonly shards: Readonly<Record<string, number>>
}
/** A whole ledger, opened. */
export interface State extends Root {
  /** As it lay on disk. */
  readonly record: LedgerRecord
  readonly entries: ReadonlyMap<string, Shard>
}

/** The root of a new wallet, in which nothing is yet. */
export async function emptyLedger(keys: VaultKeys, generation: number): Promise<readonly LedgerRecord[]> {
  return ledgerOf(keys, generation, 0, [])
}

/** A whole ledger with these in it, ready to be written. */
export async function ledgerOf(
  keys: VaultKeys,
  generation: number,
  revision: number,
  records: Iterable<readonly [store: LedgerStore, id: string, revision: number]>,
): Promise<readonly LedgerRecord[]> {
  const shards = new Map<string, Map<string, number>>()
  for (const [store, id, written] of records) {
    const name = shardOf(store, id)
    const shard = shards.get(name) ?? new Map<string, number>()
    shards.set(name, shard.set(`${store}/${id}`, written))
  }
  const sealed = await Promise.all([...shards].map(([name, shard]) => sealShard(keys, name, shard, revision)))
  const root: Root = { revision, shards: Object.fromEntries([...shards.keys()].map((name) => [name, revision])) }
  return [...sealed, await sealRoot(keys, generation, root)]
}

/** Every sealing has an initialization vector of its own, which tells one from the next. */
export function isSameRecord(one: SealedRecord | undefined, other: SealedRecord | undefined): boolean {
  if (one === undefined || other === undefined) return one === other
  return one.iv?.length === other.iv?.length && one.iv?.every((byte, index) => byte === other.iv[index])
}

/** What a ledger says of records on disk. */
export function viewOf({ revision, entries, record }: State): View {
  const revisionOf = (store: LedgerStore, id: string) => entries.get(shardOf(store, id))?.get(`${store}/${id}`)
  return {
    revision,
    root: record,
    revisionOf,
    has: (store, id) => revisionOf(store, id) !== undefined,
    damageOf(store, id, found) {
      const expected = revisionOf(store, id)
      if (found === undefined) return expected === undefined ? null : 'missing'
      if (expected === undefined) return 'foreign'
      return (found.revision ?? 0) === expected ? null : 'old'
    },
    ids: (store) =>
      [...entries.values()].flatMap((shard) =>
        [...shard.keys()].filter((key) => key.startsWith(`${store}/`)).map((key) => key.slice(store.length + 1)),
      ),
  }
}

/** Entries are many: they are spread over 64 shards by their ids, which say nothing. All the rest is in one. */
function shardOf(store: LedgerStore, id: string): string {
  return store === 'cards' || store === 'sources' || store === 'readings' ? `entries ${id.slice(0, 1)}` : 'rest'
}

/** The shards with some records written or removed at a revision, and which of them that changed. */
export function changed(
  entries: ReadonlyMap<string, Shard>,
  changes: readonly Change[],
  revision: number,
): { readonly entries: ReadonlyMap<string, Shard>; readonly names: readonly string[] } {
  const fresh = new Map<string, Map<string, number>>()
  for (const { store, id, content } of changes) {
    const name = shardOf(store, id)
    const shard = fresh.get(name) ?? new Map(entries.get(name))
    if (content === null) shard.delete(`${store}/${id}`)
    else shard.set(`${store}/${id}`, revision)
    fresh.set(name, shard)
  }
  return { entries: new Map([...entries, ...fresh]), names: [...fresh.keys()] }
}

/** A shard as it is written. */
export function sealShard(keys: VaultKeys, name: string, shard: Shard, revision: number): Promise<LedgerRecord> {
  return sealJson(keys, 'ledger', name, version, Object.fromEntries(shard), revision)
}

/** The root as it is written, with the count of the data key that seals everything. */
export async function sealRoot(keys: VaultKeys, generation: number, root: Root): Promise<LedgerRecord> {
  return { ...(await sealJson(keys, 'ledger', ledgerRoot, version, root, root.revision)), generation }
}
