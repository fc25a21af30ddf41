import type { StackGraph } from '../stack/types.ts'
import { isGathering } from './drafts.ts'
import { type Answer, type Met, metBy } from './met.ts'
import { stepsIn } from './requirement.ts'
import { type Standing, standingOf } from './standing.ts'
import type { Pathway, PathwayProgress, PathwayStep, Requirement, StepProgress } from './types.ts'
import { cheapestWay } from './ways.ts'

/** How far this person is on a pathway. Nothing is counted, and nothing called met, that an issuer did not say. */
export function progressOn(pathway: Pathway, graph: StackGraph): PathwayProgress {
  const steps = new Map(pathway.steps.map((step) => [step.id, step]))
  const standing = standingOf(pathway, graph)
  const standings = new Map(pathway.steps.map((step) => [step.id, standing(step)]))
  const met = metBy(steps, (id) => standings.get(id)?.state === 'counts')
  const isComplete = completeness(pathway, standings, met)
  const { soonest, ...counted } = countedOn(pathway, steps, met, isComplete === 'yes')
  return {
    steps: pathway.steps.map((step) => stepProgress(step, standings, met)),
    done: counted.done,
    of: counted.of,
    isComplete,
    ...sums('points', counted, steps),
    ...sums('credits', counted, steps),
    soonest: inTurn(soonest, steps),
  }
}

function stepProgress(step: PathwayStep, standings: ReadonlyMap<string, Standing>, met: Met): StepProgress {
  const { id, kind, requires } = step
  const own: Standing = standings.get(id) ?? { state: 'missing', awards: [] }
  const isOpen = met.isMet(requires)
  if (!isGathering(kind) || own.state === 'counts' || requires === null || isOpen === 'no') return { id, ...own, isOpen }
  // What only stands for a choice is done by what was chosen.
  const awards = stepsIn(requires).flatMap((part) => (met.isDone(part) === 'yes' ? (standings.get(part)?.awards ?? []) : []))
  return { id, state: isOpen === 'yes' ? 'counts' : 'possible', awards: [...new Set(awards)].toSorted(), isOpen }
}

/**
 * Complete is who has a destination. Where something held may be it, or only some of several destinations are reached (then nobody said
 * which of them is meant), nobody can say from here.
 */
function completeness({ destinations }: Pathway, standings: ReadonlyMap<string, Standing>, met: Met): Answer {
  const reached = destinations.map(met.isDone)
  if (reached.length > 0 && reached.every((answer) => answer === 'yes')) return 'yes'
  const isPossible = destinations.some((id) => standings.get(id)?.state === 'possible')
  return isPossible || reached.some((answer) => answer !== 'no') ? 'unknown' : 'no'
}

interface Counted extends Pick<PathwayProgress, 'done' | 'of' | 'soonest'> {
  /** Steps that count towards it, and all that the way consists of: what points and credits are added up over. */
  readonly earned: readonly string[]
  readonly whole: readonly string[]
}

function countedOn(pathway: Pathway, steps: ReadonlyMap<string, PathwayStep>, met: Met, isComplete: boolean): Counted {
  const { earned, missing, length } = waysOn(pathway, steps, met)
  const soonest = isComplete ? [] : missing
  if (pathway.origin === 'record') return { ...partsOf(pathway, met), soonest }
  // Neither more than was earned, nor more than the shortest way that there is could have been gone.
  const done = Math.min(earned.length, Math.max(0, length - soonest.length))
  return { done, of: done + soonest.length, earned, whole: [...earned, ...soonest], soonest }
}

interface Ways {
  /** Steps that count, on the way on which most do. */
  readonly earned: readonly string[]
  /** Steps that are missing, on the way on which fewest are. */
  readonly missing: readonly string[]
  /** How many steps the shortest way has for somebody who has nothing. */
  readonly length: number
}

/**
 * What is earned and what is missing, to any of the destinations. Each is sought by itself, so that nothing that is earned makes less of
 * what was earned before. A step that is done needs nothing below it; what was earned there counts all the same.
 */
function waysOn({ destinations }: Pathway, steps: ReadonlyMap<string, PathwayStep>, met: Met): Ways {
  const goal: Requirement = { kind: 'some', count: 1, of: destinations.map((id) => ({ kind: 'step', id })), isUnread: false }
  const isStep = (id: string) => !isGathering(steps.get(id)?.kind ?? '') || steps.get(id)?.requires === null
  const isDone = (id: string) => met.isDone(id) === 'yes'
  const isEarned = (id: string) => isStep(id) && isDone(id)
  const isMissing = (id: string) => isStep(id) && !isDone(id)
  const way = (of: (id: string) => number, isEnd: (id: string) => boolean) => [...cheapestWay(goal, steps, { of, isEnd })]
  const nowhere = () => false
  return {
    earned: way((id) => (isEarned(id) ? -1 : 0), nowhere).filter(isEarned),
    missing: way((id) => (isMissing(id) ? 1 : 0), isDone).filter(isMissing),
    length: way((id) => (isStep(id) ? 1 : 0), nowhere).filter(isStep).length,
  }
}

/**
 * Of what a record states: its own parts, and not what lies in those. Its issuer does not say which of them are needed, so that all are told
 * of; nor that their credits and points add up to its own, so that no sum is.
 */
function partsOf({ steps, destinations }: Pathway, met: Met): Omit<Counted, 'soonest'> {
  const parts = new Set(steps.flatMap(({ id, requires }) => (destinations.includes(id) && requires ? stepsIn(requires) : [])))
  const earned = [...parts].filter((id) => met.isDone(id) === 'yes')
  return { done: earned.length, of: parts.size, earned: [], whole: [] }
}

function sums(
  what: 'points' | 'credits',
  { earned, whole }: Pick<Counted, 'earned' | 'whole'>,
  steps: ReadonlyMap<string, PathwayStep>,
): Partial<Pick<PathwayProgress, 'points' | 'credits'>> {
  const sum = (ids: readonly string[]) => ids.reduce((total, id) => total + (steps.get(id)?.[what] ?? 0), 0)
  const of = sum(whole)
  // Sums of decimals are told as precisely as they were stated, and no more.
  return of === 0 ? {} : { [what]: { done: rounded(sum(earned)), of: rounded(of) } }
}

function rounded(sum: number): number {
  return Math.round(sum * 1_000) / 1_000
}

/** Steps in an order in which they can be done: each after what it requires, and after what merely comes before it. */
function inTurn(ids: readonly string[], steps: ReadonlyMap<string, PathwayStep>): readonly string[] {
  const wanted = new Set(ids)
  const placed = new Set<string>()
  const place = (id: string) => {
    const step = steps.get(id)
    if (step === undefined || placed.has(id)) return
    placed.add(id)
    for (const before of [...stepsIn(step.requires), ...step.after]) place(before)
    ordered.push(id)
  }
  const ordered: string[] = []
  for (const id of steps.keys()) if (wanted.has(id)) place(id)
  return ordered.filter((id) => wanted.has(id))
}
