import type { BackupRest } from '../../core/backup/types.ts'
import { type Attempt, done } from '../../core/problem.ts'
import type { Services } from '../services.ts'
import { keptList } from './lists.ts'
import { identitiesIn, settingsIn } from './restored-settings.ts'

/** Whom a backup trusts, beside whom this wallet trusts: what is here stays as it is. */
export interface RestoredTrust {
  readonly lists: number
  readonly pins: number
  readonly vocabularies: number
  /** Names of lists in it of which nothing could be read. */
  readonly unread: readonly string[]
}

type Powers = Pick<Services, 'vault' | 'trust' | 'settings' | 'changeSettings' | 'identities'>

/**
 * Puts lists, trusted issuers and vocabularies into the wallet, so that they count when credentials are checked. Lists that have an
 * address are read again from there. Problems: those of the store.
 */
export async function restoreTrust({ vault, trust }: Powers, rest: BackupRest, now: Date): Promise<Attempt<RestoredTrust>> {
  const [kept, known] = [await vault.trust(), await vault.vocabularies()]
  if (!kept.ok) return kept
  if (!known.ok) return known
  const { lists, pins } = kept.value
  const [changedAt, unread]: [string, string[]] = [now.toISOString(), []]
  const freshVocabularies = rest.vocabularies.filter(({ url }) => !known.value.some((one) => one.url === url))
  const freshPins = rest.pins.filter(({ issuer }) => !pins.some((one) => one.issuer === issuer))
  const newLists = rest.lists.filter(
    ({ id, origin }) => !lists.some((one) => one.id === id || isSame(one.origin.url, origin.url)),
  )
  const freshLists = newLists.flatMap((list) => {
    const read = keptList(list)
    if (read === null) unread.push(list.origin.name)
    return read ?? []
  })
  for (const write of [
    ...freshVocabularies.map((each) => () => vault.keepVocabulary(each)),
    ...freshPins.map((each) => () => vault.keepPin(each, changedAt)),
    ...freshLists.map((each) => () => vault.keepList(each, changedAt)),
  ]) {
    const written = await write()
    if (!written.ok) return written
  }
  if (freshLists.length > 0) await (await trust()).refreshDue()
  return done({ lists: freshLists.length, pins: freshPins.length, vocabularies: freshVocabularies.length, unread })
}

/** Whether two lists are read at one address; lists that were given as files are read nowhere. */
function isSame(one: string, other: string): boolean {
  return one !== '' && one === other
}

/**
 * Unites the learner's identities with those in the backup; how many were new. How the app looks and speaks is taken over only where
 * nobody has chosen yet.
 */
export async function restoreSettings(services: Powers, rest: BackupRest, isNew: boolean): Promise<number> {
  const { settings, changeSettings, identities } = services
  if (isNew) await changeSettings(settingsIn(rest.settings))
  const before = settings().identities
  const fresh = identitiesIn(rest.settings).filter((identity) => !before.includes(identity))
  // What is here is compared with them meanwhile; what comes is compared when it is checked.
  if (fresh.length > 0) void (await identities()).keep([...before, ...fresh])
  return fresh.length
}

/** Pictures that were fetched: those are shown without asking their hosts again. Problems: those of the store. */
export async function restorePictures({ vault }: Powers, { pictures }: BackupRest): Promise<Attempt<void>> {
  for (const picture of pictures) {
    const known = await vault.picture(picture.url)
    if (known.ok && known.value) continue
    const kept = await vault.keepPicture(picture)
    if (!kept.ok) return kept
  }
  return done(undefined)
}
