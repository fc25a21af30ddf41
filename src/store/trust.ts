import type { IssuerList, ListedIssuer } from '../core/model/issuers.ts'
import type { Pin } from '../core/trust/pins.ts'
import type { VaultKeys } from './crypto.ts'
import { idOfAddress } from './crypto.ts'
import type { Ledger } from './ledger.ts'
import { jsonChange, openAll, openOne } from './records.ts'
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
  keepPin(pin: Pin, changedAt?: string): Promise<void>
  dropPin(issuer: string, changedAt: string): Promise<void>
}

/** The records of one open database. */
export function createTrustRecords(ledger: Ledger, keys: VaultKeys): TrustRecords {
  /** One record and, with it or not at all, when that changed something. */
  async function write(store: 'lists' | 'pins', id: string, value: object | null, changedAt: string | null): Promise<void> {
    const note = changedAt === null ? [] : [jsonChange('settings', changeId, version, { changedAt })]
    await ledger.commit([jsonChange(store, id, version, value), ...note])
  }

  return {
    async read() {
      // A record that cannot be opened says nothing of anybody: it is left out, and the others stand.
      const { lists, pins } = await openAll<{ lists: Written; pins: Pin }>(ledger, keys, ['lists', 'pins'])
      const note = await openOne<Pick<KeptTrust, 'changedAt'>>(ledger, keys, 'settings', changeId).catch(() => null)
      return {
        lists: lists.map(fromWritten).toSorted((a, b) => (a.addedAt < b.addedAt ? -1 : 1)),
        pins: pins.toSorted((a, b) => (a.since < b.since ? -1 : 1)),
        changedAt: note?.changedAt ?? '',
      }
    },
    keepList: (list, changedAt) => write('lists', list.id, toWritten(list), changedAt),
    dropList: (id, changedAt) => write('lists', id, null, changedAt),
    keepPin: async (pin, changedAt = pin.since) => write('pins', await idOfAddress(keys, 'pins', pin.issuer), pin, changedAt),
    dropPin: async (issuer, changedAt) => write('pins', await idOfAddress(keys, 'pins', issuer), null, changedAt),
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
