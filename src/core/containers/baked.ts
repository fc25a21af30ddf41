import { type Attempt, Failure } from '../problem.ts'

/**
 * What could be read of several things baked into one picture. A picture may carry an old badge by address beside a new
 * one in full; only when nothing could be read is the first problem the problem of the whole.
 */
export function readable<T>(attempts: readonly Attempt<readonly T[]>[]): readonly T[] {
  const values = attempts.flatMap((each) => (each.ok ? each.value : []))
  const trouble = attempts.find((each) => !each.ok)
  if (values.length === 0 && trouble !== undefined && !trouble.ok) throw new Failure(trouble.problem)
  return values
}

/** Whether a text is the bare address of a hosted badge. */
export function isAddress(text: string): boolean {
  return /^https?:\/\/\S+$/i.test(text)
}

/**
 * What a picture carries once the address of a badge that it holds in full is left aside: many older bakers wrote both. An address
 * counts only where there is nothing else.
 */
export function preferred<T>(items: readonly T[], addressOnly: (item: T) => boolean): readonly T[] {
  const full = items.filter((item) => !addressOnly(item))
  return full.length > 0 ? full : items
}
