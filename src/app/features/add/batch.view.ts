import type { Intake, IntakeItem } from '../../intake.ts'

/** How a batch stands. */
export interface Progress {
  readonly all: number
  readonly ended: number
  readonly added: number
  readonly there: number
  readonly problems: number
}

/** Counts what became of a batch. */
export function progressOf(items: ReturnType<Intake['items']>): Progress {
  const arrivals = items.flatMap((item) => item.arrivals)
  const count = (kind: (typeof arrivals)[number]['kind']) => arrivals.filter((arrival) => arrival.kind === kind).length
  return {
    all: items.length,
    ended: items.filter(hasEnded).length,
    added: count('added'),
    there: count('there'),
    problems: count('problem'),
  }
}

/** Whether nothing more will happen to an item. */
export function hasEnded(item: Pick<IntakeItem, 'state'>): boolean {
  return item.state === 'done' || item.state === 'cancelled'
}
