/**
 * Milliseconds until a wallet that nobody touches locks; 0 when it is time, null when it never does.
 * @param lockAfter minutes; 0 for never
 * @param touchedAt when somebody last touched it, and `now`: milliseconds of the same clock
 */
export function timeLeft(lockAfter: number, touchedAt: number, now: number): number | null {
  if (lockAfter <= 0) return null
  return Math.max(0, touchedAt + lockAfter * 60_000 - now)
}

/** The later of two touches. One from the future is from before the clock was set back, and says nothing. */
export function laterTouch(one: number, other: number, now: number): number {
  return Math.max(...[one, other].filter((touch) => touch <= now), 0)
}
