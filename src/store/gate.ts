import { attempt } from '../core/problem.ts'
import type { Keyring } from './keys.ts'
import { keyringOf } from './keys.ts'
import type { PersonalKeyRecord } from './schema.ts'
import type { Gate, Vault, VaultEvent } from './types.ts'
import { type Stretch, type Unlocked, unlockOne, waysOf } from './ways.ts'

/** What a gate stands before. */
export interface Guarded {
  readonly records: readonly PersonalKeyRecord[]
  readonly stretch: Stretch
  /** Opens the wallet with its keys, by the way that gave them. */
  open(keyring: Keyring, unlocked: Unlocked): Promise<Vault>
  erase(): Promise<void>
  subscribe(listener: (event: VaultEvent) => void): () => void
  close(): void
}

/** The gate before a locked wallet. */
export function createGate({ records, stretch, open, erase, subscribe, close }: Guarded): Gate {
  return {
    ways: waysOf(records),
    unlock: (secret) =>
      attempt(async () => {
        const unlocked = await unlockOne(records, secret, stretch)
        return open(await keyringOf(unlocked.payload, unlocked.record.generation), unlocked)
      }, 'store_unavailable'),
    erase: () => attempt(erase, 'store_aborted'),
    subscribe,
    close,
  }
}
