import { type Accessor, createContext, useContext } from 'solid-js'
import type { Problem } from '../core/problem.ts'
import type { Card, Damage, Gate, RecordId, Settings, Vault, WalletEntry } from '../store/types.ts'
import type { Safe } from '../worker/safe-types.ts'
import type { Verifier } from '../worker/types.ts'
import type { Identities } from './identities.ts'
import type { Intake } from './intake.ts'
import type { Trust } from './trust.ts'
import type { Vocabularies } from './vocabularies.ts'

/** What the pages work with once the store is open. `open-services.ts` puts it together. */
export interface Services {
  readonly vault: Vault
  readonly verifier: Verifier
  /** Every card in the wallet, newest first; kept in step with this tab and the others. Undefined until first read. */
  readonly cards: Accessor<readonly Card[] | undefined>
  /** Entries that are not as they were left. */
  readonly damaged: Accessor<readonly Damage[]>
  readonly settings: Accessor<Settings>
  /** Changes some settings; trouble is shown as a banner. */
  changeSettings(change: Partial<Settings>): Promise<void>
  readonly online: Accessor<boolean>
  /** Puts entries in the wallet (or back) as they are; where each is, in the same order. Refusals are also told in a banner. */
  keepEntries(entries: readonly Omit<WalletEntry, 'id'>[]): ReturnType<Vault['add']>
  /** Takes entries out of the wallet and gives back what `keepEntries` needs to undo it; null when the store refused. */
  removeEntries(ids: readonly RecordId[]): Promise<readonly WalletEntry[] | null>
  /** Adds our own examples to the wallet, marked as such. */
  addExamples(): Promise<void>
  /** Tells the person about trouble with the store or the worker, in a banner on every page. */
  tell(problem: Problem): void
  /** The trouble now shown, if any. */
  readonly trouble: Accessor<Problem | null>
  dismissTrouble(): void
  /** True once the store was closed under us: erased or upgraded in another tab. */
  readonly closed: Accessor<boolean>
  /** Whom this person trusts. Loaded on first use; every verification in the wallet is told of it. */
  trust(): Promise<Trust>
  /** The identities that the learner claims. Loaded on first use; comparing the wallet with them goes on while other pages are shown. */
  identities(): Promise<Identities>
  /** Vocabularies from elsewhere that this person allowed. Loaded on first use; every verification in the wallet is told of them. */
  vocabularies(): Promise<Vocabularies>
  /** Marks what a newer version in the wallet has replaced, among the versions of these. */
  settle(ids: readonly RecordId[]): Promise<void>
  /** Keys and backups, in a worker of their own. Loaded on first use. */
  safe(): Promise<Safe>
  /** What is being added; it goes on while the person looks at other pages. Loaded on first use. */
  intake(): Promise<Intake>
}

/** How the page begins: with everything, or before a locked wallet. */
export type Opening =
  | { readonly state: 'open'; readonly services: Services }
  | {
      readonly state: 'locked'
      readonly gate: Gate
      readonly safe: Services['safe']
      /** Puts the page together once the gate gave its vault. */
      enter(vault: Vault): Promise<Services>
    }

export const ServicesContext = createContext<Services>()

/** The services of the page. Throws outside the app's own tree, which is a mistake of ours. */
export function useServices(): Services {
  const services = useContext(ServicesContext)
  if (!services) throw new Error('useServices() needs the open store around it')
  return services
}
