import type { LogEntry } from '../../../net/types.ts'
import type { InterfaceText } from '../../../text/index.ts'

const answered = ['fetched', 'not-modified', 'kept'] as const

/** Whether a request was answered, by its host or by a kept copy. */
export function isAnswered(outcome: LogEntry['outcome']): outcome is (typeof answered)[number] {
  return answered.some((known) => known === outcome)
}

/** What came of a request, in a word or two; the code itself says more beside it. */
export function outcomeWords(outcome: LogEntry['outcome'], ui: InterfaceText): string {
  return isAnswered(outcome) ? ui.settings.outcomes[outcome] : ui.settings.outcomes.failed
}
