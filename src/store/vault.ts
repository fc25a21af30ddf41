import { deleteDB } from 'idb'
import { type Attempt, attempt } from '../core/problem.ts'
import type { DoorKeeper, KeptCopy } from '../net/types.ts'
import type { VaultKeys } from './crypto.ts'
import { sealJson, unsealJson } from './crypto.ts'
import type { Database } from './database.ts'
import { openDatabase, transact } from './database.ts'
import type { Added, Entries } from './entries.ts'
import { createEntries } from './entries.ts'
import type { Events } from './events.ts'
import { createEvents } from './events.ts'
import { unlock } from './keys.ts'
import type { Log } from './log.ts'
import { createLog } from './log.ts'
import { embeddedPicture, entryScheme } from './picture.ts'
import { databaseName } from './schema.ts'
import type { Shelf } from './shelf.ts'
import { createShelf } from './shelf.ts'
import type { Spares } from './spares.ts'
import { createSpares } from './spares.ts'
import { createTrustRecords, type TrustRecords } from './trust.ts'
import type { KeptPicture, OpenVault, RecordId, Settings, Vault, VaultEvent } from './types.ts'
import { persist, usage } from './usage.ts'
import { createVocabularies, type Vocabularies } from './vocabularies.ts'

/** What a person has who has chosen nothing yet. */
export const defaultSettings: Settings = Object.freeze({
  language: 'system',
  appearance: 'system',
  identities: [],
  isComparing: false,
  walletLayout: 'cards',
  walletSort: 'added',
})

const settingsId = 'settings'
const settingsVersion = 1
/** Longest wait for other tabs to let go of an erased database, in milliseconds. */
const eraseTime = 3_000

/** What a vault is put together from. */
interface Parts {
  readonly database: Database
  readonly keys: VaultKeys
  readonly events: Events
  readonly entries: Entries
  readonly shelf: Shelf
  readonly pictures: Spares<KeptPicture>
  readonly copies: Spares<KeptCopy>
  readonly log: Log
  readonly trust: TrustRecords
  readonly vocabularies: Vocabularies
}

/** Opens the learner's store, creating it and its data key on first use. */
export const openVault: OpenVault = ({ onBlocked } = {}) =>
  attempt(async () => {
    const events = createEvents(databaseName)
    const connection = createConnection(events)
    try {
      const database = await openDatabase({
        onBlocked,
        onWanted: (erased) => connection.end({ kind: erased ? 'erased' : 'closed' }),
        onTerminated: () => connection.end({ kind: 'closed' }),
      })
      connection.database = database
      return vaultOf(partsOf(database, await unlock(database), events), connection)
    } catch (error) {
      connection.close()
      throw error
    }
  }, 'store_unavailable')

/** The one connection of a vault. It ends once: by its owner, or because another tab or the browser wants it to. */
interface Connection {
  database: Database | null
  close(): void
  /** Closes, and tells this tab why. */
  end(why: VaultEvent): void
}

function createConnection(events: Events): Connection {
  let open = true
  const connection: Connection = {
    database: null,
    close() {
      open = false
      connection.database?.close()
      events.close()
    },
    end(why) {
      if (!open) return
      connection.close()
      events.tellHere(why)
    },
  }
  return connection
}

function partsOf(database: Database, keys: VaultKeys, events: Events): Parts {
  const shelf = createShelf(database, keys)
  // First of all who listen, so that whoever lists the cards on hearing of a change sees it.
  events.subscribe((event) => {
    if ('ids' in event) shelf.changed(event.ids)
  })
  return {
    database,
    keys,
    events,
    entries: createEntries(database, keys),
    shelf,
    pictures: createSpares<KeptPicture>(database, keys, 'pictures'),
    copies: createSpares<KeptCopy>(database, keys, 'copies'),
    log: createLog(database, keys),
    trust: createTrustRecords(database, keys),
    vocabularies: createVocabularies(database, keys),
  }
}

function vaultOf(parts: Parts, connection: Connection): Vault {
  const { database, keys, events, entries, shelf, pictures, log, trust, vocabularies } = parts
  return {
    usage,
    persist,
    keeper: keeperOf(parts),
    add: (given) =>
      attempt(async () => {
        const added = await entries.add(given)
        const [fresh, again] = [idsOf(added, true), idsOf(added, false)]
        if (fresh.length > 0) events.tell({ kind: 'added', ids: fresh })
        if (again.length > 0) events.tell({ kind: 'changed', ids: again })
        return added
      }, 'store_aborted'),
    update: (id, reading) =>
      attempt(async () => {
        if (await entries.update(id, reading)) events.tell({ kind: 'changed', ids: [id] })
      }, 'store_aborted'),
    revise: (id, change) =>
      attempt(async () => {
        if (await entries.revise(id, change)) events.tell({ kind: 'changed', ids: [id] })
      }, 'store_aborted'),
    cards: () => attempt(() => shelf.list(), 'store_aborted'),
    entry: (id) => attempt(() => entries.entry(id), 'store_aborted'),
    source: (id) => attempt(() => entries.source(id), 'store_aborted'),
    remove: (id) =>
      attempt(async () => {
        const removed = await entries.remove(id)
        events.tell({ kind: 'removed', ids: [id] })
        return removed
      }, 'store_aborted'),
    picture: (url) => attempt(() => pictureOf(parts, url), 'store_aborted'),
    keepPicture: (picture) => attempt(() => pictures.keep(picture), 'store_aborted'),
    log: (limit) => attempt(() => log.read(limit), 'store_aborted'),
    clearLog: () => attempt(() => log.clear(), 'store_aborted'),
    settings: () => attempt(() => readSettings(database, keys), 'store_aborted'),
    saveSettings: (settings) =>
      attempt(async () => {
        await writeSettings(database, keys, settings)
        events.tell({ kind: 'settings' })
      }, 'store_aborted'),
    trust: () => attempt(() => trust.read(), 'store_aborted'),
    keepList: (list, changedAt) => changing('trust', events, () => trust.keepList(list, changedAt)),
    dropList: (id, changedAt) => changing('trust', events, () => trust.dropList(id, changedAt)),
    keepPin: (pin) => changing('trust', events, () => trust.keepPin(pin)),
    dropPin: (issuer, changedAt) => changing('trust', events, () => trust.dropPin(issuer, changedAt)),
    vocabularies: () => attempt(() => vocabularies.read(), 'store_aborted'),
    keepVocabulary: (context) => changing('vocabularies', events, () => vocabularies.keep(context)),
    dropVocabulary: (url) => changing('vocabularies', events, () => vocabularies.drop(url)),
    erase: () => attempt(() => erase(database, connection), 'store_aborted'),
    subscribe: events.subscribe,
    close: connection.close,
  }
}

function changing(kind: 'trust' | 'vocabularies', events: Events, change: () => Promise<void>): Promise<Attempt<void>> {
  return attempt(async () => {
    await change()
    events.tell({ kind })
  }, 'store_aborted')
}

/** The door's keeper. What goes wrong here rejects: the door goes on without a copy. */
function keeperOf({ copies, log }: Parts): DoorKeeper {
  return { recall: copies.recall, keep: copies.keep, forget: copies.forget, log: log.write }
}

function idsOf(added: Added, isNew: boolean): readonly RecordId[] {
  return [...new Set(added.filter((one) => one.isNew === isNew).map(({ id }) => id))]
}

async function pictureOf({ entries, pictures }: Parts, url: string): Promise<KeptPicture | null> {
  if (!url.startsWith(entryScheme)) return pictures.recall(url)
  const entry = await entries.entry(url.slice(entryScheme.length))
  return entry === null ? null : embeddedPicture(entry)
}

async function readSettings(database: Database, keys: VaultKeys): Promise<Settings> {
  const record = await transact(database, ['settings'], 'readonly', (transaction) =>
    transaction.objectStore('settings').get(settingsId),
  )
  return record === undefined
    ? defaultSettings
    : { ...defaultSettings, ...(await unsealJson<Settings>(keys, 'settings', record)) }
}

async function writeSettings(database: Database, keys: VaultKeys, settings: Settings): Promise<void> {
  const record = await sealJson(keys, 'settings', settingsId, settingsVersion, settings)
  await transact(database, ['settings'], 'readwrite', (transaction) => transaction.objectStore('settings').put(record), 'strict')
}

/**
 * Empties every store, the keys among them, all at once; then deletes the database: other tabs let go of it and tell their page.
 * Should one of them be asleep, the deletion waits for it, but there is nothing left in it.
 */
async function erase(database: Database, connection: Connection): Promise<void> {
  const stores = [...database.objectStoreNames]
  await transact(
    database,
    stores,
    'readwrite',
    async (transaction) => {
      await Promise.all(stores.map((store) => transaction.objectStore(store).clear()))
    },
    'strict',
  )
  connection.end({ kind: 'erased' })
  const waited = new Promise<void>((resolve) => setTimeout(resolve, eraseTime))
  await Promise.race([deleteDB(databaseName), waited])
}
