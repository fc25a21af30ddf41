import { type Attempt, done } from '../../core/problem.ts'
import type { OpenedBackup } from '../../worker/safe-types.ts'
import type { Services } from '../services.ts'
import type { Here } from './here.ts'
import type { Working } from './make-backup.ts'
import { type RestoredCredentials, restoreCredentials } from './restore-credentials.ts'
import { type RestoredTrust, restorePictures, restoreSettings, restoreTrust } from './restore-rest.ts'
import { type RestoredStacks, restoreStacks } from './restore-stacks.ts'

/** What to take besides the credentials. */
export interface Choice {
  readonly trust: boolean
  readonly settings: boolean
  readonly keys: boolean
}

/** What came of it. */
export interface Restored extends RestoredCredentials {
  readonly trust: RestoredTrust
  /** How many holder keys, and how many identities, are new here. */
  readonly keys: number
  readonly identities: number
  readonly arranged: RestoredStacks
}

type Powers = Pick<
  Services,
  'vault' | 'verifier' | 'settings' | 'changeSettings' | 'identities' | 'trust' | 'online' | 'keepEntries' | 'tell'
>

/**
 * Puts what is in a backup into the wallet, beside what is there. What helps to judge comes before what is judged; broken off and
 * done again, it ends the same. Problems: those of the store and of the safe, `cancelled`, `backup_damaged` for a key that is none.
 * @param now the clock
 */
export async function restore(
  services: Powers,
  opened: OpenedBackup,
  here: Here,
  choice: Choice,
  working: Working = {},
  now: Date = new Date(),
): Promise<Attempt<Restored>> {
  const { rest } = opened
  const none: RestoredTrust = { lists: 0, pins: 0, vocabularies: 0, unread: [] }
  const trust = choice.trust ? await restoreTrust(services, rest, now) : done(none)
  if (!trust.ok) return trust
  const keys = choice.keys && rest.holderKeys.length > 0 ? await services.vault.holder.restore(rest.holderKeys) : done(0)
  if (!keys.ok) return keys
  const identities = choice.settings ? await restoreSettings(services, rest, here.isNew) : 0
  const pictures = await restorePictures(services, rest)
  if (!pictures.ok) return pictures
  const arranged = await restoreStacks(services, rest, now)
  if (!arranged.ok) return arranged
  const credentials = await restoreCredentials(services, opened, here.ids, working, now)
  if (!credentials.ok) return credentials
  return done({ ...credentials.value, trust: trust.value, keys: keys.value, identities, arranged: arranged.value })
}

/**
 * Remembers a file that was restored as the backup that it is, when nothing but what is in it was in the wallet.
 * Problems: those of the store.
 * @param own how many credentials of the person's own it holds
 */
export async function noteRestored(
  { vault }: Pick<Services, 'vault'>,
  madeAt: string,
  own: number,
  now: Date,
): Promise<Attempt<void>> {
  const known = await vault.lastBackup()
  if (!known.ok) return known
  if (known.value !== null && known.value.at >= madeAt) return done(undefined)
  const at = now.toISOString()
  // What a file says of itself never silences a reminder for longer than a backup made now would.
  return vault.noteBackup({ at: madeAt < at ? madeAt : at, credentials: own, rehearsedAt: at })
}
