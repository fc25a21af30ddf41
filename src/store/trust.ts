import type { IssuerList, ListedIssuer } from '../core/model/issuers.ts'
import type { Pin } from '../core/trust/pins.ts'
import type { VaultKeys } from './crypto.ts'
import { idOfAddress, sealJson, unsealJson } from './crypto.ts'
import type { Database } from './database.ts'
import { transact } from './database.ts'
import type { SealedRecord } from './schema.ts'
import type { KeptList, KeptTrust } from './types.ts'

const version = 1
/** When the lists or the pins last changed lies beside the settings. */
const changeId = 'trust'

/** A list as it is written: maps as rows. */
interface Written extends Omit<KeptList, 'list'> {
  readonly list:
    | (Omit<IssuerList, 'entries' | 'hosts'> & {
        readonly entries: Rows<ListedIssuer | null>
        readonly hosts?: Rows<ListedIssuer>
      })
    | null
}
type Rows<T> = readonly (readonly [string, T])[]

/** Whom this person trusts: the lists in use and the issuers that they said they trust. Fails with `store_*`. */
export interface TrustRecords {
  read(): Promise<KeptTrust>
  /** Keeps a list in place of the one with the same id. `changedAt`: when what is known of issuers changed with it; null if it did not. */
  keepList(list: KeptList, changedAt: string | null): Promise<void>
  dropList(id: string, changedAt: string): Promise<void>
  keepPin(pin: Pin): Promise<void>
  dropPin(issuer: string, changedAt: string): Promise<void>
}

/** The records of one open database. */
export function createTrustRecords(database: Database, keys: VaultKeys): TrustRecords {
  /** One record and, with it or not at all, when that changed something. */
  async function write(
    store: 'lists' | 'pins',
    change: SealedRecord | { readonly gone: string },
    changedAt: string | null,
  ): Promise<void> {
    const note = changedAt === null ? null : await sealJson(keys, 'settings', changeId, version, { changedAt })
    await transact(
      database,
      [store, 'settings'],
      'readwrite',
      async (transaction) => {
        const records = transaction.objectStore(store)
        await ('gone' in change ? records.delete(change.gone) : records.put(change))
        if (note !== null) await transaction.objectStore('settings').put(note)
      },
      'strict',
    )
  }

  /** A record that cannot be opened says nothing of anybody: it is left out, and the others stand. */
  async function opened<T>(store: 'lists' | 'pins' | 'settings', records: readonly SealedRecord[]): Promise<readonly T[]> {
    const all = await Promise.all(records.map((record) => unsealJson<T>(keys, store, record).catch(() => null)))
    return all.filter((one) => one !== null)
  }

  return {
    async read() {
      const found = await transact(database, ['lists', 'pins', 'settings'], 'readonly', async (transaction) => {
        const [lists, pins, note] = await Promise.all([
          transaction.objectStore('lists').getAll(),
          transaction.objectStore('pins').getAll(),
          transaction.objectStore('settings').get(changeId),
        ])
        return { lists, pins, notes: note === undefined ? [] : [note] }
      })
      const [lists, pins, [note]] = await Promise.all([
        opened<Written>('lists', found.lists),
        opened<Pin>('pins', found.pins),
        opened<Pick<KeptTrust, 'changedAt'>>('settings', found.notes),
      ])
      return {
        lists: lists.map(fromWritten).toSorted((a, b) => (a.addedAt < b.addedAt ? -1 : 1)),
        pins: pins.toSorted((a, b) => (a.since < b.since ? -1 : 1)),
        changedAt: note?.changedAt ?? '',
      }
    },
    keepList: async (list, changedAt) =>
      write('lists', await sealJson(keys, 'lists', list.id, version, toWritten(list)), changedAt),
    dropList: (id, changedAt) => write('lists', { gone: id }, changedAt),
    async keepPin(pin) {
      const id = await idOfAddress(keys, 'pins', pin.issuer)
      await write('pins', await sealJson(keys, 'pins', id, version, pin), pin.since)
    },
    dropPin: async (issuer, changedAt) => write('pins', { gone: await idOfAddress(keys, 'pins', issuer) }, changedAt),
  }
}

function toWritten({ list, ...kept }: KeptList): Written {
  if (list === null) return { ...kept, list }
  const { entries, hosts, ...rest } = list
  return { ...kept, list: { ...rest, entries: [...entries], ...(hosts && { hosts: [...hosts] }) } }
}

function fromWritten({ list, ...kept }: Written): KeptList {
  if (list === null) return { ...kept, list }
  const { entries, hosts, ...rest } = list
  return { ...kept, list: { ...rest, entries: new Map(entries), ...(hosts && { hosts: new Map(hosts) }) } }
}
