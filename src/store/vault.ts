import { lazy } from '../core/lazy.ts'
import { type Attempt, attempt, fail } from '../core/problem.ts'
import type { DoorKeeper, KeptCopy } from '../net/types.ts'
import { unsealJson } from './crypto.ts'
import type { Database } from './database.ts'
import { openDatabase, transact } from './database.ts'
import type { Added, Entries } from './entries.ts'
import { createEntries } from './entries.ts'
import type { Events } from './events.ts'
import { createEvents } from './events.ts'
import type { HolderKeys } from './holder.ts'
import { type Keyring, markLedger, readKeys } from './keys.ts'
import { createLedger, type Ledger, ledgerRoot } from './ledger.ts'
import type { Log } from './log.ts'
import { createLog } from './log.ts'
import { embeddedPicture, entryScheme } from './picture.ts'
import { jsonChange, openOne } from './records.ts'
import { databaseName } from './schema.ts'
import type { SecurityWork } from './security.ts'
import { createSession, type Session } from './session.ts'
import type { Shelf } from './shelf.ts'
import { createShelf } from './shelf.ts'
import type { Spares } from './spares.ts'
import { createSpares } from './spares.ts'
import { createTrustRecords, type TrustRecords } from './trust.ts'
import type {
  BackupNote,
  Holder,
  KeptPicture,
  OpenVault,
  OpenVaultOptions,
  RecordId,
  Security,
  Settings,
  Vault,
  VaultEvent,
} from './types.ts'
import { persist, usage } from './usage.ts'
import { createVocabularies, type Vocabularies } from './vocabularies.ts'
import { wipe } from './wipe.ts'

/** What a person has who has chosen nothing yet. */
export const defaultSettings: Settings = Object.freeze({
  language: 'system',
  appearance: 'system',
  identities: [],
  isComparing: false,
  walletLayout: 'cards',
  walletSort: 'added',
  lockAfter: 15,
  isHiddenWhenAway: false,
  securingPutOff: '',
  backupPutOff: '',
})

const settingsId = 'settings'
const backupId = 'backup'
const settingsVersion = 1

/** What does not change while the store is open. */
interface Frame {
  readonly database: Database
  readonly events: Events
  readonly connection: Connection
  readonly session: Session
  readonly stretch: OpenVaultOptions['stretch']
}

/** What is put together around one data key, and anew around the next. */
interface Parts {
  readonly keyring: Keyring
  readonly ledger: Ledger
  readonly entries: Entries
  readonly shelf: Shelf
  readonly pictures: Spares<KeptPicture>
  readonly copies: Spares<KeptCopy>
  readonly log: Log
  readonly trust: TrustRecords
  readonly vocabularies: Vocabularies
  readonly holder: () => Promise<HolderKeys>
}

/** Opens the learner's store, creating it and its data key on first use. */
export const openVault: OpenVault = ({ stretch, onBlocked }) =>
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
      const frame: Frame = { database, events, connection, session: createSession(), stretch }
      const state = await readKeys(database)
      if (state.kind === 'device') {
        return { state: 'open', vault: await vaultOf(frame, state.keyring), isNew: state.isNew }
      }
      const generation = state.records[0]?.generation ?? 0
      const locking = heardOfLocking(events)
      const keys = await frame.session.ask(generation)
      const isRight = keys !== null && (await opensLedger(database, keys))
      // Locked while they were on their way here.
      if (!locking.stop() && isRight) {
        return { state: 'open', vault: await vaultOf(frame, { keys, generation, hasLedger: true }), isNew: false }
      }
      const { createGate } = await import('./gate.ts')
      const gate = createGate({
        records: state.records,
        stretch,
        async open(keyring, unlocked) {
          const { vault, security } = await openedWith(frame, keyring)
          // What broke off before its last step is finished by whoever can. Should it not work now, it waits.
          await (await security()).resumeWith(unlocked).catch(() => undefined)
          return vault
        },
        erase: () => erase(database, connection),
        subscribe: events.subscribe,
        close: connection.close,
      })
      return { state: 'locked', gate }
    } catch (error) {
      connection.close()
      throw error
    }
  }, 'store_unavailable')

/** Whether the wallet was locked from now on. */
function heardOfLocking({ subscribe }: Events): { stop(): boolean } {
  let isLocked = false
  const unsubscribe = subscribe(({ kind }) => {
    isLocked ||= kind === 'locked'
  })
  return {
    stop() {
      unsubscribe()
      return isLocked
    },
  }
}

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

/** Whether keys that another tab gave are those that this wallet is sealed with. */
async function opensLedger(database: Database, keys: Keyring['keys']): Promise<boolean> {
  const root = await transact(database, ['ledger'], 'readonly', (transaction) =>
    transaction.objectStore('ledger').get(ledgerRoot),
  )
  if (root === undefined) return false
  return unsealJson(keys, 'ledger', root).then(
    () => true,
    () => false,
  )
}

function partsOf({ database }: Frame, keyring: Keyring): Parts {
  const { keys, generation, hasLedger } = keyring
  const ledger = createLedger(database, keys, generation, hasLedger)
  return {
    keyring,
    ledger,
    entries: createEntries(ledger, keys),
    shelf: createShelf(ledger, keys),
    pictures: createSpares<KeptPicture>(ledger, keys, 'pictures'),
    copies: createSpares<KeptCopy>(ledger, keys, 'copies'),
    log: createLog(ledger, keys),
    trust: createTrustRecords(ledger, keys),
    vocabularies: createVocabularies(ledger, keys),
    holder: lazy(async () => (await import('./holder.ts')).createHolderKeys(ledger, keys, () => new Date())),
  }
}

async function vaultOf(frame: Frame, keyring: Keyring): Promise<Vault> {
  return (await openedWith(frame, keyring)).vault
}

/** Puts the vault together. Everything reaches its parts through `live`: with a new data key there are others. */
async function openedWith(
  frame: Frame,
  keyring: Keyring,
): Promise<{ readonly vault: Vault; readonly security: () => Promise<SecurityWork> }> {
  const { database, events, connection, session, stretch } = frame
  const live = { parts: partsOf(frame, keyring) }
  // First of all who listen, so that whoever lists the cards on hearing of a change sees it.
  events.subscribe((event) => {
    if ('ids' in event) live.parts.shelf.changed(event.ids)
    // Another tab locked the wallet, or has put these keys away.
    if (event.kind === 'locked' || event.kind === 'rekeyed') leave()
  })

  /** The first data key is the only one that a device key wraps. */
  function isSecured(): boolean {
    return live.parts.keyring.generation > 0
  }

  function leave(): void {
    session.withdraw()
    connection.close()
  }

  /** Tabs that are opened beside this one need not ask the person again. */
  function share(): void {
    if (isSecured()) session.offer(live.parts.keyring)
  }

  const security = lazy(async () =>
    (await import('./security.ts')).createSecurity({
      database,
      stretch,
      keyring: () => live.parts.keyring,
      ledger: () => live.parts.ledger,
      async replace(next) {
        live.parts = partsOf(frame, next)
        share()
        events.tellOthers({ kind: 'rekeyed' })
        events.tellHere({ kind: 'changed', ids: [] })
        events.tellHere({ kind: 'methods' })
      },
      changed: () => events.tell({ kind: 'methods' }),
    }),
  )
  // A wallet from before there was a ledger gets it before anything else is done.
  await live.parts.ledger.read([], async () => undefined)
  if (!keyring.hasLedger) await markLedger(database)
  share()
  const vault: Vault = {
    ...entryWork(live, events),
    ...recordWork(live, events),
    ...asideWork(live, frame),
    usage,
    persist,
    keeper: keeperOf(live),
    security: securityOf(security),
    holder: holderOf(live),
    isSecured,
    wasMended: () => live.parts.ledger.wasMended(),
    lock() {
      if (!isSecured()) return
      events.tell({ kind: 'locked' })
      leave()
    },
    erase: () => attempt(() => erase(database, connection), 'store_aborted'),
    subscribe: events.subscribe,
    close: leave,
  }
  return { vault, security }
}

type Live = { readonly parts: Parts }

function entryWork(
  live: Live,
  events: Events,
): Pick<Vault, 'add' | 'update' | 'revise' | 'cards' | 'entry' | 'source' | 'remove' | 'picture' | 'keepPicture' | 'pictures'> {
  const entries = () => live.parts.entries
  return {
    add: (given) =>
      attempt(async () => {
        const added = await entries().add(given)
        const [fresh, again] = [idsOf(added, true), idsOf(added, false)]
        if (fresh.length > 0) events.tell({ kind: 'added', ids: fresh })
        if (again.length > 0) events.tell({ kind: 'changed', ids: again })
        return added
      }, 'store_aborted'),
    update: (id, reading) =>
      attempt(async () => {
        if (await entries().update(id, reading)) events.tell({ kind: 'changed', ids: [id] })
      }, 'store_aborted'),
    revise: (id, change) =>
      attempt(async () => {
        if (await entries().revise(id, change)) events.tell({ kind: 'changed', ids: [id] })
      }, 'store_aborted'),
    cards: () => attempt(() => live.parts.shelf.list(), 'store_aborted'),
    async entry(id) {
      const entry = await attempt(() => entries().entry(id), 'store_aborted')
      // Its card may be whole: from now on the list knows better.
      if (!entry.ok && entry.problem.code === 'store_corrupt' && live.parts.shelf.spoil(id)) {
        events.tellHere({ kind: 'changed', ids: [] })
      }
      return entry
    },
    source: (id) => attempt(() => entries().source(id), 'store_aborted'),
    remove: (id) =>
      attempt(async () => {
        const removed = await entries().remove(id)
        events.tell({ kind: 'removed', ids: [id] })
        return removed
      }, 'store_aborted'),
    picture: (url) => attempt(() => pictureOf(live.parts, url), 'store_aborted'),
    keepPicture: (picture) => attempt(() => live.parts.pictures.keep(picture), 'store_aborted'),
    pictures: () => attempt(() => live.parts.pictures.all(), 'store_aborted'),
  }
}

type RecordWork = Pick<
  Vault,
  | 'log'
  | 'clearLog'
  | 'settings'
  | 'saveSettings'
  | 'lastBackup'
  | 'noteBackup'
  | 'trust'
  | 'keepList'
  | 'dropList'
  | 'keepPin'
  | 'dropPin'
  | 'vocabularies'
  | 'keepVocabulary'
  | 'dropVocabulary'
>

function recordWork(live: Live, events: Events): RecordWork {
  const { trust, vocabularies } = { trust: () => live.parts.trust, vocabularies: () => live.parts.vocabularies }
  const changing = (kind: 'settings' | 'trust' | 'vocabularies', change: () => Promise<unknown>): Promise<Attempt<void>> =>
    attempt(async () => {
      await change()
      events.tell({ kind })
    }, 'store_aborted')
  const write = (id: string, value: object) => live.parts.ledger.commit([jsonChange('settings', id, settingsVersion, value)])
  const read = <T>(id: string) => openOne<T>(live.parts.ledger, live.parts.keyring.keys, 'settings', id)
  return {
    log: (limit) => attempt(() => live.parts.log.read(limit), 'store_aborted'),
    clearLog: () => attempt(() => live.parts.log.clear(), 'store_aborted'),
    settings: () => attempt(async () => ({ ...defaultSettings, ...(await read<Settings>(settingsId)) }), 'store_aborted'),
    saveSettings: (settings) => changing('settings', () => write(settingsId, settings)),
    lastBackup: () => attempt(() => read<BackupNote>(backupId), 'store_aborted'),
    noteBackup: (note) => changing('settings', () => write(backupId, note)),
    trust: () => attempt(() => trust().read(), 'store_aborted'),
    keepList: (list, changedAt) => changing('trust', () => trust().keepList(list, changedAt)),
    dropList: (id, changedAt) => changing('trust', () => trust().dropList(id, changedAt)),
    keepPin: (pin, changedAt) => changing('trust', () => trust().keepPin(pin, changedAt)),
    dropPin: (issuer, changedAt) => changing('trust', () => trust().dropPin(issuer, changedAt)),
    vocabularies: () => attempt(() => vocabularies().read(), 'store_aborted'),
    keepVocabulary: (context) => changing('vocabularies', () => vocabularies().keep(context)),
    dropVocabulary: (url) => changing('vocabularies', () => vocabularies().drop(url)),
  }
}

function asideWork(live: Live, { database, events }: Frame): Pick<Vault, 'setAside' | 'aside' | 'asideFile' | 'dropAside'> {
  const work = lazy(() => import('./aside.ts'))
  return {
    setAside: (id) =>
      attempt(async () => {
        await (await work()).setAside(live.parts.ledger, id, new Date())
        events.tell({ kind: 'removed', ids: [id] })
      }, 'store_aborted'),
    aside: () => attempt(async () => (await work()).listAside(database), 'store_aborted'),
    asideFile: (id) =>
      attempt(async () => (await (await work()).asideFile(database, id)) ?? fail('store_corrupt'), 'store_aborted'),
    dropAside: (id) =>
      attempt(async () => {
        await (await work()).dropAside(database, id)
        events.tell({ kind: 'removed', ids: [] })
      }, 'store_aborted'),
  }
}

function securityOf(work: () => Promise<SecurityWork>): Security {
  const doing = <T>(what: (work: SecurityWork) => Promise<T>) => attempt(async () => what(await work()), 'store_aborted')
  return {
    methods: () => doing((security) => security.methods()),
    ways: (but) => doing((security) => security.ways(but)),
    secure: (...given) => doing((security) => security.secure(...given)),
    check: (secret) => doing((security) => security.check(secret)),
    add: (...given) => doing((security) => security.add(...given)),
    rename: (...given) => doing((security) => security.rename(...given)),
    remove: (...given) => doing((security) => security.remove(...given)),
    replace: (...given) => doing((security) => security.replace(...given)),
    rotate: (...given) => doing((security) => security.rotate(...given)),
    interrupted: () => doing((security) => security.interrupted()),
    resume: (...given) => doing((security) => security.resume(...given)),
    abandon: () => doing((security) => security.abandon()),
  }
}

function holderOf(live: Live): Holder {
  const doing = <T>(what: (keys: HolderKeys) => Promise<T>) =>
    attempt(async () => what(await live.parts.holder()), 'store_aborted')
  return {
    keys: () => doing(async (holder) => (await holder.pairs()).map(({ jwk: _private, ...open }) => open)),
    key: (kind) => doing((holder) => holder.key(kind)),
    sign: (id, data) => doing((holder) => holder.sign(id, data)),
    replace: (kind) => doing((holder) => holder.replace(kind)),
    pairs: () => doing((holder) => holder.pairs()),
    restore: (pairs) => doing((holder) => holder.restore(pairs)),
  }
}

/** The door's keeper. What goes wrong here rejects: the door goes on without a copy. */
function keeperOf(live: Live): DoorKeeper {
  return {
    recall: (url) => live.parts.copies.recall(url),
    keep: (copy) => live.parts.copies.keep(copy),
    forget: (url) => live.parts.copies.forget(url),
    log: (entry) => live.parts.log.write(entry),
  }
}

function idsOf(added: Added, isNew: boolean): readonly RecordId[] {
  return [...new Set(added.filter((one) => one.isNew === isNew).map(({ id }) => id))]
}

async function pictureOf({ entries, pictures }: Parts, url: string): Promise<KeptPicture | null> {
  if (!url.startsWith(entryScheme)) return pictures.recall(url)
  const entry = await entries.entry(url.slice(entryScheme.length))
  return entry === null ? null : embeddedPicture(entry)
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
  await wipe(databaseName)
}
