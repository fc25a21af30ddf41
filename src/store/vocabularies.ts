import type { AllowedContext } from '../core/model/context.ts'
import type { VaultKeys } from './crypto.ts'
import { idOfAddress } from './crypto.ts'
import type { Ledger } from './ledger.ts'
import { jsonChange, openAll } from './records.ts'

const store = 'vocabularies'
const version = 1

/** The contexts from elsewhere that this person allowed: sealed, so that nobody learns which kinds of credentials there are. */
export interface Vocabularies {
  /** Oldest first. Fails with `store_*`. */
  read(): Promise<readonly AllowedContext[]>
  /** Keeps one in place of the one from the same address. */
  keep(context: AllowedContext): Promise<void>
  drop(url: string): Promise<void>
}

/** The records of one open database. */
export function createVocabularies(ledger: Ledger, keys: VaultKeys): Vocabularies {
  return {
    async read() {
      // One that cannot be opened is as good as not allowed: it is asked for again.
      const { vocabularies } = await openAll<{ vocabularies: AllowedContext }>(ledger, keys, [store])
      return vocabularies.toSorted((a, b) => (a.fetchedAt < b.fetchedAt ? -1 : 1))
    },
    async keep(context) {
      await ledger.commit([jsonChange(store, await idOfAddress(keys, store, context.url), version, context)])
    },
    async drop(url) {
      await ledger.commit([jsonChange(store, await idOfAddress(keys, store, url), version, null)])
    },
  }
}
