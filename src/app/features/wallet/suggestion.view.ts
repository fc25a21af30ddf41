import type { Card } from '../../../store/types.ts'

/** From how many credentials of one's own on guarding the wallet is suggested. */
const enough = 3
/** After a "later": how many more, or how many milliseconds, until it is suggested again. */
const more = 10
const month = 30 * 24 * 60 * 60 * 1000

/**
 * Whether to suggest guarding a wallet with these cards.
 * @param putOff when it was last put off (ISO 8601); empty when never
 * @param now milliseconds
 */
export function isSecuringDue(cards: readonly Pick<Card, 'example' | 'addedAt'>[], putOff: string, now: number): boolean {
  const own = cards.filter(({ example }) => !example)
  if (own.length < enough) return false
  const since = Date.parse(putOff)
  // One that cannot be read was never a "later".
  if (Number.isNaN(since)) return true
  return now - since >= month || own.filter(({ addedAt }) => Date.parse(addedAt) > since).length >= more
}
