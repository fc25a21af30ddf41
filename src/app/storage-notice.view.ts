import type { Presence } from '../store/presence.ts'
import type { Card, Vault } from '../store/types.ts'

/** What has to be said of the room that this browser gives us. */
export type StorageNoticeKind = 'lost' | 'full' | 'private'

/** What is known of that room; what is not known yet is not said. */
export interface Room {
  readonly presence: Presence
  readonly isPrivate: boolean | undefined
  readonly usage: Pick<Awaited<ReturnType<Vault['usage']>>, 'used' | 'quota'> | undefined
}

/** Share of the room from which on it is nearly full. */
const nearlyAll = 0.9

/** Whether room is short. A browser that says nothing of its room says 0. */
export function isNearlyFull({ used, quota }: NonNullable<Room['usage']>): boolean {
  return quota > 0 && used > quota * nearlyAll
}

/** The one thing to say, the worst first; null when all is well, or what is not was dismissed. */
export function storageNotice(room: Room, dismissed: readonly StorageNoticeKind[]): StorageNoticeKind | null {
  const said: readonly (readonly [StorageNoticeKind, boolean])[] = [
    ['lost', room.presence === 'lost'],
    ['full', room.usage !== undefined && isNearlyFull(room.usage)],
    ['private', room.isPrivate === true],
  ]
  return said.find(([kind, applies]) => applies && !dismissed.includes(kind))?.[0] ?? null
}

/** What to remember of a wallet with these cards: our own examples are no loss to anybody. */
export function presenceOf(cards: readonly Pick<Card, 'example'>[]): Presence {
  return cards.some(({ example }) => !example) ? 'kept' : 'none'
}
