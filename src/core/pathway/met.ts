import { isGathering } from './drafts.ts'
import type { PathwayStep, Requirement } from './types.ts'

/** An answer that may be withheld. */
export type Answer = 'yes' | 'no' | 'unknown'

/** What is done of the steps of a pathway. */
export interface Met {
  /** Whether a step is done: it counts, or it merely stands for others, and enough of those are done. */
  readonly isDone: (step: string) => Answer
  /** Whether what a step requires is done; `yes` when it requires nothing. */
  readonly isMet: (requirement: Requirement | null) => Answer
}

/** Judges by what counts, and nothing else. Circles, which a pathway has none of, count as not done. */
export function metBy(steps: ReadonlyMap<string, PathwayStep>, counts: (step: string) => boolean): Met {
  const known = new Map<string, Answer>()

  function isDone(id: string): Answer {
    const answer = known.get(id)
    if (answer !== undefined) return answer
    known.set(id, 'no')
    const step = steps.get(id)
    const found = counts(id) ? 'yes' : step && isGathering(step.kind) && step.requires ? isMet(step.requires) : 'no'
    known.set(id, found)
    return found
  }

  function isMet(requirement: Requirement | null): Answer {
    if (requirement === null) return 'yes'
    if (requirement.kind === 'step') return isDone(requirement.id)
    const answers = requirement.of.map(isMet)
    const sure = answers.filter((answer) => answer === 'yes').length
    const open = answers.filter((answer) => answer === 'unknown').length
    if (sure >= requirement.count) return requirement.isUnread ? 'unknown' : 'yes'
    return sure + open >= requirement.count ? 'unknown' : 'no'
  }

  return { isDone, isMet }
}
