import type { BackupNote, Card, HolderKey, KeptStacks } from '../../store/types.ts'

/** What would be lost today with this device. */
export interface Lost {
  /** The learner's own credentials that no backup holds. */
  readonly credentials: number
  /** Keys of their own that no backup holds. */
  readonly keys: number
}

/** What would be lost. @param note the last backup; null when there was none */
export function lostToday(cards: readonly Card[], keys: readonly HolderKey[], note: BackupNote | null): Lost {
  const own = cards.filter(({ example }) => !example)
  const isSaved = (since: string) => note !== null && since <= note.at
  const since = own.filter(({ addedAt }) => !isSaved(addedAt)).length
  // Credentials from another backup keep the date of their first wallet: that is before ours, and yet ours lacks them.
  const restored = Math.max(0, own.length - since - (note?.credentials ?? 0))
  return { credentials: since + restored, keys: keys.filter(({ createdAt }) => !isSaved(createdAt)).length }
}

/** How many of the learner's own stacks, and of the pathways, would be lost as they are now. @param note the last backup */
export function stacksLostToday({ stacks, pathways }: KeptStacks, note: BackupNote | null): number {
  const since = [...stacks.map(({ changedAt }) => changedAt), ...pathways.map(({ addedAt }) => addedAt)]
  return since.filter((date) => note === null || date > note.at).length
}

const day = 24 * 60 * 60 * 1000
/** From how many credentials on losing them is worth a word in the wallet. */
const many = 5
/** How old a backup may be that no longer holds everything, and for how long "later" is. */
const patience = 30 * day

/** Whether the wallet should say a word of it. @param putOff when that was last put off (ISO 8601, or empty) */
export function isReminderDue(lost: Lost, note: BackupNote | null, putOff: string, now: Date): boolean {
  const isPast = (since: string) => !(now.getTime() - Date.parse(since) < patience)
  if (!isPast(putOff)) return false
  if (lost.credentials >= many) return true
  return note !== null && lost.credentials + lost.keys > 0 && isPast(note.at)
}
