import type { IDBPDatabase, IDBPTransaction, StoreNames } from 'idb'
import { openDB } from 'idb'
import type { ProblemCode } from '../core/problem.ts'
import { Failure, fail } from '../core/problem.ts'
import type { Migration } from './migrations.ts'
import { migrations } from './migrations.ts'
import type { VaultSchema } from './schema.ts'
import { databaseName } from './schema.ts'

export type Database = IDBPDatabase<VaultSchema>
type Stores = StoreNames<VaultSchema>[]
type Mode = 'readonly' | 'readwrite'

/** Longest wait for other tabs to let go (of an older version, or of an erased database), in milliseconds. */
const openTime = 10_000
/** How often it is tried to open a database that the browser cannot open yet, and the pause before that, in milliseconds. */
const mostTurns = 4
const breath = 500

export interface DatabaseOptions {
  readonly steps?: readonly Migration[]
  /** Another tab holds an older version open: closing it would help. */
  readonly onBlocked?: (() => void) | undefined
  /** Another tab wants to upgrade or erase: `erased` when it is the latter. */
  readonly onWanted?: (erased: boolean) => void
  /** The browser ended the connection. */
  readonly onTerminated?: () => void
}

/**
 * Opens the database and takes the steps it lacks.
 * Fails with `store_newer`, `store_blocked`, `store_quota` or `store_unavailable`.
 */
export async function openDatabase(options: DatabaseOptions = {}): Promise<Database> {
  for (let turn = 1; ; turn += 1) {
    try {
      return await openOnce(options)
    } catch (error) {
      // Right after a crash the browser may still hold the files of the process that died.
      const isPassing = error instanceof DOMException && error.name === 'UnknownError'
      if (!isPassing || turn === mostTurns) return fail(storeCodeOf(error, 'store_unavailable'))
      await new Promise((resolve) => setTimeout(resolve, breath))
    }
  }
}

async function openOnce(options: DatabaseOptions): Promise<Database> {
  const { steps = migrations } = options
  const patience = timer(openTime)
  // A browser that allows no storage throws at once.
  const opening = Promise.resolve().then(() =>
    openDB<VaultSchema>(databaseName, steps.length, {
      upgrade(database, oldVersion, _newVersion, transaction) {
        patience.stop()
        // Opening tells of it: the transaction need not as well.
        transaction.done.catch(() => undefined)
        for (const step of steps.slice(oldVersion)) step(database, transaction)
      },
      blocked: () => options.onBlocked?.(),
      blocking: (_current, wanted) => options.onWanted?.(wanted === null),
      terminated: () => options.onTerminated?.(),
    }),
  )
  try {
    const database = await Promise.race([opening, patience.over])
    if (database !== null) return database
  } finally {
    patience.stop()
  }
  // If it opens after all, nobody is there to use it: let go, so as not to block others in turn.
  opening.then(
    (database) => database.close(),
    () => undefined,
  )
  return fail('store_blocked')
}

function timer(milliseconds: number): { readonly over: Promise<null>; stop(): void } {
  let handle: ReturnType<typeof setTimeout> | undefined
  const over = new Promise<null>((resolve) => {
    handle = setTimeout(() => resolve(null), milliseconds)
  })
  return { over, stop: () => clearTimeout(handle) }
}

/**
 * Runs `work` in one transaction: all of it is on disk when this resolves, or none of it.
 * `work` may wait for nothing but the transaction's own requests. Fails with `store_quota`, `store_aborted` or `store_unavailable`.
 */
export async function transact<M extends Mode, T>(
  database: Database,
  stores: Stores,
  mode: M,
  work: (transaction: IDBPTransaction<VaultSchema, Stores, M>) => Promise<T>,
  durability: 'strict' | 'relaxed' = 'relaxed',
): Promise<T> {
  let transaction: IDBPTransaction<VaultSchema, Stores, M> | undefined
  try {
    transaction = database.transaction(stores, mode, { durability })
    const [result] = await Promise.all([work(transaction), transaction.done])
    return result
  } catch (error) {
    if (transaction !== undefined) await undone(transaction)
    // Requests of an aborted transaction say only that it was aborted; the transaction says why.
    return fail(storeCodeOf(transaction?.error ?? error, 'store_aborted'))
  }
}

async function undone<M extends Mode>(transaction: IDBPTransaction<VaultSchema, Stores, M>): Promise<void> {
  try {
    transaction.abort()
  } catch {
    // It was over already.
  }
  await transaction.done.catch(() => undefined)
}

/** The code for what IndexedDB threw, by its name (never by its message). */
export function storeCodeOf(error: unknown, otherwise: ProblemCode): ProblemCode {
  if (error instanceof Failure) return error.problem.code
  switch (error instanceof Error || error instanceof DOMException ? error.name : '') {
    case 'QuotaExceededError':
      return 'store_quota'
    case 'VersionError':
      return 'store_newer'
    case 'AbortError':
      return 'store_aborted'
    case 'InvalidStateError':
      return 'store_unavailable'
    default:
      return otherwise
  }
}
