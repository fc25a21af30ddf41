import type { Source } from '../core/model/credential.ts'
import { Failure, fail } from '../core/problem.ts'
import { cardOf } from './card.ts'
import { idOfAddress, idOfSource, nameOf, randomId, seal, sealJson, unseal, unsealJson, type VaultKeys } from './crypto.ts'
import { type Database, transact } from './database.ts'
import { entryVersions } from './entries.ts'
import type { Keyring } from './keys.ts'
import type { Basis, Ledger, Writing } from './ledger.ts'
import { bytesOfText, pack, textOfBytes, unpack } from './pack.ts'
import { completed, type KeptReading } from './reading.ts'
import {
  type LedgerStore,
  ledgerStores,
  type PersonalKeyRecord,
  type SealedRecord,
  type SealedStore,
  type StagedRecord,
} from './schema.ts'
import { isSameRecord, ledgerOf, ledgerRoot, type View } from './shards.ts'
import type { DamageKind, Hearing } from './types.ts'

/** What takes the place of the data key in use. */
export interface NextKey {
  readonly keyring: Keyring
  /** For whom it is wrapped. */
  readonly records: readonly PersonalKeyRecord[]
  /** What Settings show of them; see `methods.ts`. */
  readonly methods: object
  /** The list of ways that this was worked out from. */
  readonly basis: Basis
}

export interface Rekeying {
  readonly database: Database
  readonly keyring: Keyring
  readonly ledger: Ledger
  readonly next: NextKey
  readonly hearing?: Hearing | undefined
  readonly signal?: AbortSignal | undefined
}

/**
 * Begins what is made with the next data key. It is sealed with the key in use, so that only who has that can bring in another; and its
 * initialization vector tells what one tab makes from what another does.
 */
interface StagedHead {
  /** Of which revision the list of ways was. */
  readonly methods?: number
}

/** Where the list of ways lies among the settings. */
export const methodsId = 'methods'
export const methodsVersion = 1
export const headPlace = 'head'
const headVersion = 1
/** How many records are held in memory at once. */
const batch = 64
/** How often everything is made anew because another tab wrote meanwhile. */
const mostTurns = 3

/** A record on its way to the next data key. */
interface Moved {
  readonly store: LedgerStore
  readonly id: string
}

/**
 * Re-encrypts the wallet with a new data key: everything is made beside what is there, and takes its place in one transaction. Before
 * that, nothing has changed; after it, nothing is left that the old key opens. What breaks off before can be gone on with, since the new
 * key lies wrapped beside what was made with it. Fails with `cancelled`, `store_busy` when other tabs keep writing, and `store_*`.
 */
export async function rekey(task: Rekeying): Promise<void> {
  const head: StagedHead = task.next.basis.revision === undefined ? {} : { methods: task.next.basis.revision }
  const begun = { ...task, head: await sealJson(task.keyring.keys, 'settings', headPlace, headVersion, head) }
  try {
    for (let turn = 0; turn < mostTurns; turn += 1) {
      const view = await stage(begun)
      if (await takePlace(begun, view)) return
    }
    fail('store_busy')
  } catch (error) {
    await clearStaged(task.database, begun.head).catch(() => undefined)
    throw error
  }
}

/** What was begun with these keys; null when it was with others. */
export async function openHead(keys: VaultKeys, { value }: StagedRecord): Promise<StagedHead | null> {
  return unsealJson<StagedHead>(keys, 'settings', value as SealedRecord).catch(() => null)
}

/** Leaves everything as it was; with `head`, only what began with that. */
export async function clearStaged(database: Database, head?: SealedRecord): Promise<void> {
  await transact(
    database,
    ['next'],
    'readwrite',
    async (transaction) => {
      const staged = transaction.objectStore('next')
      if (head === undefined || isMine(await staged.get(headPlace), head)) await staged.clear()
    },
    'strict',
  )
}

function isMine(row: StagedRecord | undefined, head: SealedRecord): boolean {
  return isSameRecord(row?.value as SealedRecord | undefined, head)
}

/** What was begun, by its head. */
interface Begun extends Rekeying {
  readonly head: SealedRecord
}

/** Makes everything anew, beside what is there; what that was when it began. */
async function stage(task: Begun): Promise<View> {
  const { ledger, keyring, next } = task
  const { found: total, view } = await ledger.read([...ledgerStores, 'pictures', 'copies', 'log'], async (transaction) => {
    const counts = await Promise.all([...transaction.objectStoreNames].map((name) => transaction.objectStore(name).count()))
    return counts.reduce((sum, count) => sum + count, 0)
  })
  // A way that another tab has added meanwhile would be lost.
  if (view.revisionOf('settings', methodsId) !== next.basis.revision) fail('store_busy')
  await begin(task, view)
  const staging = createStaging(task, view, total)
  const ids = await staging.sources()
  await staging.readings(ids)
  await staging.lost()
  await staging.rest()
  await staging.spares()
  await staging.log()
  const revision = view.revision + 1
  const rows = [...staging.moved, { store: 'settings', id: methodsId } as const].map(
    ({ store, id }) => [store, id, revision] as const,
  )
  const records = await ledgerOf(next.keyring.keys, keyring.generation + 1, revision, rows)
  await put(
    task,
    records.map((value) => ({ place: `ledger/${value.id}`, store: 'ledger', value })),
  )
  return view
}

/** First of all, who will be able to open it: without that nobody could go on. */
async function begin({ database, head, next }: Begun, view: View): Promise<void> {
  const { keys } = next.keyring
  const methods = await sealJson(keys, 'settings', methodsId, methodsVersion, next.methods, view.revision + 1)
  const rows: readonly StagedRecord[] = [
    { place: headPlace, store: 'head', value: head },
    ...next.records.map((value) => ({ place: `keys/${value.id}`, store: 'keys', value })),
    { place: `settings/${methodsId}`, store: 'settings', value: methods },
  ]
  await transact(
    database,
    ['next'],
    'readwrite',
    async (transaction) => {
      const staged = transaction.objectStore('next')
      await staged.clear()
      for (const row of rows) await staged.put(row)
    },
    'strict',
  )
}

interface Staging {
  /** What belongs in the wallet from then on. */
  readonly moved: readonly Moved[]
  /** New ids by the old ones. */
  sources(): Promise<ReadonlyMap<string, string>>
  readings(ids: ReadonlyMap<string, string>): Promise<void>
  /** Entries of which nothing is left: that stays known as well. */
  lost(): Promise<void>
  rest(): Promise<void>
  spares(): Promise<void>
  log(): Promise<void>
}

function createStaging(task: Begun, view: View, total: number): Staging {
  const { database, keyring, ledger, next, hearing, signal } = task
  const [old, fresh] = [keyring.keys, next.keyring.keys]
  const revision = view.revision + 1
  const moved: Moved[] = []
  let ready = 0

  /** Every record of a store, a few at a time; what `work` makes of them is written before the next are read. */
  async function eachOf(
    store: SealedStore,
    work: (record: SealedRecord, key: IDBValidKey) => Promise<readonly StagedRecord[]>,
  ): Promise<void> {
    const keys: readonly IDBValidKey[] = await transact(database, [store], 'readonly', (transaction) =>
      transaction.objectStore(store).getAllKeys(),
    )
    for (let start = 0; start < keys.length; start += batch) {
      if (signal?.aborted === true) fail('cancelled')
      const some = keys.slice(start, start + batch)
      const records = await transact(database, [store], 'readonly', (transaction) =>
        Promise.all(some.map((key) => transaction.objectStore(store).get(key as never))),
      )
      const rows = await Promise.all(
        records.map(async (record, index) => (record === undefined ? [] : work(record, some[index] ?? ''))),
      )
      await put(task, rows.flat())
      ready += some.length
      hearing?.(Math.min(ready, total), total)
    }
  }

  /** What a record holds; a row that sets it aside when it does not count. */
  async function opened(
    store: LedgerStore,
    record: SealedRecord,
  ): Promise<{ readonly content: Uint8Array<ArrayBuffer> } | { readonly aside: readonly StagedRecord[] }> {
    const damage = view.damageOf(store, record.id, record)
    if (damage === null) {
      const content = await unseal(old, store, record).catch(() => null)
      if (content !== null) return { content }
    }
    return { aside: asideRow(store, record, damage ?? 'unreadable') }
  }

  async function sealed(store: LedgerStore, id: string, version: number, content: Uint8Array): Promise<StagedRecord> {
    moved.push({ store, id })
    return { place: `${store}/${id}`, store, value: await seal(fresh, store, id, version, content, revision) }
  }

  return {
    moved,
    async sources() {
      const ids = new Map<string, string>()
      await eachOf('sources', async (record) => {
        const found = await opened('sources', record)
        if ('aside' in found) return found.aside
        const { bytes } = unpack<Source>(found.content)
        const id = await idOfSource(fresh, bytes)
        ids.set(record.id, id)
        return [await sealed('sources', id, record.version, found.content)]
      })
      return ids
    },
    readings: (ids) =>
      eachOf('readings', async (record) => {
        const found = await opened('readings', record)
        if ('aside' in found) return found.aside
        const kept = completed(unpack<KeptReading>(found.content))
        const { replacedBy } = kept
        const reading = replacedBy
          ? { ...kept, replacedBy: { ...replacedBy, id: ids.get(replacedBy.id) ?? replacedBy.id } }
          : kept
        const id = ids.get(record.id) ?? (await idOfDigest(fresh, kept.report.digest))
        if (id === null) return asideRow('readings', record, 'missing')
        // Its source is lost, and that stays known.
        if (!ids.has(record.id)) moved.push({ store: 'sources', id })
        const card = bytesOfText(JSON.stringify(cardOf({ id, ...reading })))
        return [await sealed('cards', id, entryVersions.cards, card), await sealed('readings', id, record.version, pack(reading))]
      }),
    async lost() {
      const { found } = await ledger.read(['sources', 'readings'], (transaction) =>
        Promise.all([transaction.objectStore('sources').getAllKeys(), transaction.objectStore('readings').getAllKeys()]),
      )
      const there = new Set(found.flat())
      // Their names are made of what is lost.
      for (const id of view.ids('sources')) if (!there.has(id)) moved.push({ store: 'sources', id: randomId() })
    },
    async rest() {
      for (const store of ['settings', 'lists', 'pins', 'vocabularies', 'holders', 'stacks', 'pathways'] as const) {
        await eachOf(store, async (record) => {
          if (store === 'settings' && record.id === methodsId) return []
          const found = await opened(store, record)
          if ('aside' in found) return found.aside
          return [await sealed(store, await newIdOf(store, record.id, found.content), record.version, found.content)]
        })
      }
    },
    async spares() {
      for (const store of ['pictures', 'copies'] as const) {
        await eachOf(store, async (record) => {
          // One that cannot be opened is fetched again when it is wanted.
          const content = await unseal(old, store, record).catch(() => null)
          if (content === null) return []
          const id = await idOfAddress(fresh, store, unpack<{ url: string }>(content).url)
          const value = { ...record, ...(await seal(fresh, store, id, record.version, content)) }
          return [{ place: `${store}/${id}`, store, value }]
        })
      }
    },
    log: () =>
      eachOf('log', async (record, key) => {
        const content = await unseal(old, 'log', record).catch(() => null)
        if (content === null) return []
        return [
          {
            place: `log/${key as number}`,
            store: 'log',
            key,
            value: await seal(fresh, 'log', randomId(), record.version, content),
          },
        ]
      }),
  }

  /** Ids that are made of what is in the record are made again; the others say nothing and stay. */
  async function newIdOf(store: LedgerStore, id: string, content: Uint8Array): Promise<string> {
    const address = addressOf[store]
    return address === undefined ? id : idOfAddress(fresh, store, address(JSON.parse(textOfBytes(content))))
  }
}

/** What the ids of some records are made of; whoever calls vouches that it is what only this store can have sealed. */
const addressOf: { readonly [Store in LedgerStore]?: (kept: Record<string, string>) => string } = {
  pins: ({ issuer = '' }) => issuer,
  vocabularies: ({ url = '' }) => url,
  pathways: ({ id = '' }) => id,
}

/** The id of an entry by its report, when its source is lost; null when the report does not say. */
async function idOfDigest(keys: VaultKeys, digest: string): Promise<string | null> {
  if (!/^[0-9a-f]{64}$/.test(digest)) return null
  return nameOf(
    keys,
    Uint8Array.from(digest.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16)),
  )
}

function asideRow(store: LedgerStore, record: SealedRecord, kind: DamageKind): readonly StagedRecord[] {
  const id = randomId()
  const value = { id, kind, at: new Date().toISOString(), records: [{ store, record }] }
  return [{ place: `aside/${id}`, store: 'aside', value }]
}

async function put({ database, head }: Begun, rows: readonly StagedRecord[]): Promise<void> {
  if (rows.length === 0) return
  await transact(database, ['next'], 'readwrite', async (transaction) => {
    const staged = transaction.objectStore('next')
    await stillMine(transaction, head)
    await Promise.all(rows.map(async (row) => staged.put(row)))
  })
}

/** Another tab may have begun as well: what both made must never be mixed, or half of each would be lost. */
async function stillMine(transaction: Writing, head: SealedRecord): Promise<void> {
  if (!isMine(await transaction.objectStore('next').get(headPlace), head)) throw new Failure({ code: 'store_busy' })
}

/** False when something was written since `view`. */
async function takePlace({ database, head, next }: Begun, view: View): Promise<boolean> {
  const emptied = ['keys', ...ledgerStores, 'pictures', 'copies', 'log', 'ledger'] as const
  return transact(
    database,
    [...emptied, 'next', 'aside'],
    'readwrite',
    async (transaction) => {
      const root = await transaction.objectStore('ledger').get(ledgerRoot)
      if (!isSameRecord(root, view.root)) return false
      await stillMine(transaction, head)
      const staged = transaction.objectStore('next')
      await Promise.all(emptied.map((store) => transaction.objectStore(store).clear()))
      for (let last = ''; ; ) {
        const rows: readonly StagedRecord[] = await staged.getAll(IDBKeyRange.lowerBound(last, true), batch)
        const kept = rows.filter(({ store }) => store !== 'head' && store !== 'keys')
        await Promise.all(
          kept.map(async ({ store, key, value }) =>
            transaction.objectStore(store as SealedStore).put(value as never, key as never),
          ),
        )
        last = rows.at(-1)?.place ?? ''
        if (rows.length < batch) break
      }
      // Not as they lay on the disk: without them nobody could open anything.
      for (const record of next.records) await transaction.objectStore('keys').put(record)
      await staged.clear()
      return true
    },
    'strict',
  )
}
