import { lazy } from '../core/lazy.ts'
import { attempt } from '../core/problem.ts'
import { unsealJson } from './crypto.ts'
import { type Database, openDatabase, transact } from './database.ts'
import { asideWork, entryWork } from './entry-work.ts'
import { createEvents, type Events } from './events.ts'
import { holderOf, securityOf } from './key-work.ts'
import { type Keyring, markLedger, readKeys } from './keys.ts'
import { partsOf } from './parts.ts'
import { keeperOf, recordWork, stackWork } from './record-work.ts'
import { databaseName } from './schema.ts'
import type { SecurityWork } from './security.ts'
import { createSession, type Session } from './session.ts'
import { ledgerRoot } from './shards.ts'
import type { OpenVault, OpenVaultOptions, Vault, VaultEvent } from './types.ts'
import { persist, usage } from './usage.ts'
import { wipe } from './wipe.ts'

/** What does not change while the store is open. */
interface Frame {
  readonly database: Database
  readonly events: Events
  readonly connection: Connection
  readonly session: Session
  readonly stretch: OpenVaultOptions['stretch']
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

async function vaultOf(frame: Frame, keyring: Keyring): Promise<Vault> {
  return (await openedWith(frame, keyring)).vault
}

/** Puts the vault together. */
async function openedWith(
  frame: Frame,
  keyring: Keyring,
): Promise<{ readonly vault: Vault; readonly security: () => Promise<SecurityWork> }> {
  const { database, events, connection, session, stretch } = frame
  const live = { parts: partsOf(database, keyring) }
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
        live.parts = partsOf(database, next)
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
    ...stackWork(live, events),
    ...asideWork(live, database, events),
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
