import type { PathwayStep, Requirement, StepState } from '../../../../core/pathway/types.ts'
import { type Phrase, phraseOf, plainPhrase } from '../../../credential/phrase.ts'
import type { PathwayTelling } from './telling.ts'

/** What must come before a step, in words: one step, or some of several. */
export type Condition =
  | { readonly kind: 'step'; readonly name: Phrase; readonly state: StepState; readonly stateWords: string }
  | {
      readonly kind: 'some'
      /** "2 of these 4". */
      readonly words: string
      /** "1 of 2 done". */
      readonly met: string
      readonly name: Phrase | null
      /** That it asks for more than we can judge; empty when it does not. */
      readonly caution: string
      readonly of: readonly Condition[]
    }

/** The steps of a pathway by id, and how each stands. */
export interface Steps {
  readonly byId: ReadonlyMap<string, PathwayStep>
  readonly stateOf: (id: string) => StepState
}

/** Deepest that conditions are told: what lies deeper is in the pathway's own document. */
const deepest = 6

/** A requirement in words, each step with how it stands. */
export function conditionOf(requirement: Requirement, steps: Steps, telling: PathwayTelling, depth = 0): Condition {
  if (requirement.kind === 'step') return stepCondition(requirement.id, steps, telling)
  const { count, of, name, isUnread } = requirement
  const { words, languages } = telling
  const done = of.filter((each) => isMet(each, steps, depth + 1)).length
  return {
    kind: 'some',
    words: count >= of.length ? words.all(of.length) : words.some(count, of.length),
    met: words.met(Math.min(done, count), count),
    name: phraseOf(name, languages),
    caution: isUnread ? words.unread : '',
    of: depth >= deepest ? [] : of.map((each) => conditionOf(each, steps, telling, depth + 1)),
  }
}

/** What a step is called, as its pathway calls it. */
export function stepName(step: PathwayStep | undefined, { languages, ui }: PathwayTelling): Phrase {
  return phraseOf(step?.name, languages) ?? plainPhrase(ui.wallet.untitled)
}

function stepCondition(id: string, { byId, stateOf }: Steps, telling: PathwayTelling): Condition {
  const state = stateOf(id)
  return { kind: 'step', name: stepName(byId.get(id), telling), state, stateWords: telling.words.states[state] }
}

/** Whether what counts meets it. What has conditions that nobody here can judge is not met on our word. */
function isMet(requirement: Requirement, steps: Steps, depth: number): boolean {
  if (requirement.kind === 'step') return steps.stateOf(requirement.id) === 'counts'
  if (requirement.isUnread || depth > deepest * 4) return false
  return requirement.of.filter((each) => isMet(each, steps, depth + 1)).length >= requirement.count
}
