import { lazy } from '../core/lazy.ts'
import type { KeptCopy } from '../net/types.ts'
import type { Database } from './database.ts'
import { createEntries, type Entries } from './entries.ts'
import type { HolderKeys } from './holder.ts'
import type { Keyring } from './keys.ts'
import { createLedger, type Ledger } from './ledger.ts'
import { createLog, type Log } from './log.ts'
import { createShelf, type Shelf } from './shelf.ts'
import { createSpares, type Spares } from './spares.ts'
import type { StackRecords } from './stacks.ts'
import { createTrustRecords, type TrustRecords } from './trust.ts'
import type { KeptPicture } from './types.ts'
import { createVocabularies, type Vocabularies } from './vocabularies.ts'

/** What is put together around one data key, and anew around the next. */
export interface Parts {
  readonly keyring: Keyring
  readonly ledger: Ledger
  readonly entries: Entries
  readonly shelf: Shelf
  readonly pictures: Spares<KeptPicture>
  readonly copies: Spares<KeptCopy>
  readonly log: Log
  readonly trust: TrustRecords
  readonly vocabularies: Vocabularies
  readonly stacks: () => Promise<StackRecords>
  readonly holder: () => Promise<HolderKeys>
}

/** Everything reaches the parts through this: with a new data key there are others. */
export interface Live {
  readonly parts: Parts
}

/** The parts of a vault, around the data key of `keyring`. */
export function partsOf(database: Database, keyring: Keyring): Parts {
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
    stacks: lazy(async () => (await import('./stacks.ts')).createStackRecords(ledger, keys)),
    holder: lazy(async () => (await import('./holder.ts')).createHolderKeys(ledger, keys, () => new Date())),
  }
}
