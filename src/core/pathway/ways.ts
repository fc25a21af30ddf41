import { pathwayLimits } from './limits.ts'
import type { PathwayStep, Requirement } from './types.ts'

/** What a way is chosen by. Costs of one search are all at least zero, or all at most zero. */
export interface Costs {
  /** What a step adds to a way; shared steps are counted once. */
  of(step: string): number
  /** Whether the way needs nothing below this step: it is done. */
  isEnd(step: string): boolean
}

/** What asks for nothing that we can read is no way out of a choice: it is taken last. */
const unreadable = 1_000

/** Something left to do on a way: a requirement, or some of several. */
type Task = Requirement | { readonly kind: 'choice'; readonly of: readonly Requirement[]; readonly need: number }

interface State {
  readonly taken: ReadonlySet<string>
  readonly cost: number
  /** Choices that are still to be made. */
  readonly choices: readonly Extract<Task, { kind: 'choice' }>[]
}

/**
 * The steps of the cheapest way to meet a requirement: each of them with whatever it requires in turn. The first way tried takes the
 * cheapest choice each time; the others are tried as long as they can be cheaper, and no more than `pathwayLimits.choices` choices are
 * made in all. So it is exact for what people draw, and never worse than greedy.
 */
export function cheapestWay(goal: Requirement, steps: ReadonlyMap<string, PathwayStep>, costs: Costs): ReadonlySet<string> {
  let best: State | null = null
  let left: number = pathwayLimits.choices

  function explore(start: State, tasks: readonly Requirement[]): void {
    const state = settled(start, tasks, steps, costs)
    const [choice, ...choices] = state.choices
    if (best !== null && state.cost + mostEarned(state, steps, costs) >= best.cost) return
    if (choice === undefined) {
      best = state
      return
    }
    for (const [at, { requirement, cost, rest }] of ranked(choice.of, state.taken, steps, costs).entries()) {
      if (at > choice.of.length - choice.need || (best !== null && left <= 0)) return
      left -= 1
      explore({ ...state, choices: [{ kind: 'choice', of: rest, need: choice.need - 1 }, ...choices] }, [requirement])
      // What costs nothing is never the worse choice; and among what earns nothing it does not matter.
      if (cost === 0) return
    }
  }

  explore({ taken: new Set(), cost: 0, choices: [] }, [goal])
  return (best as State | null)?.taken ?? new Set()
}

/** Does whatever leaves no choice, and gathers the choices that are then to be made. */
function settled(start: State, tasks: readonly Requirement[], steps: ReadonlyMap<string, PathwayStep>, costs: Costs): State {
  const taken = new Set(start.taken)
  const choices: State['choices'][number][] = []
  let { cost } = start
  const waiting: Task[] = [...start.choices, ...tasks]
  for (let task = waiting.pop(); task !== undefined; task = waiting.pop()) {
    if (task.kind === 'step') {
      const step = taken.has(task.id) ? undefined : steps.get(task.id)
      if (step === undefined) continue
      taken.add(step.id)
      cost += costs.of(step.id)
      if (step.requires !== null && !costs.isEnd(step.id)) waiting.push(step.requires)
    } else {
      const need = task.kind === 'some' ? task.count : task.need
      if (task.kind === 'some' && task.of.length === 0 && task.isUnread) cost += unreadable
      if (need >= task.of.length) waiting.push(...task.of)
      else if (need > 0) choices.push({ kind: 'choice', of: task.of, need })
    }
  }
  return { taken, cost, choices }
}

/** What the choices that are left can earn at most: where steps earn something, their costs are below zero. */
function mostEarned({ taken, choices }: State, steps: ReadonlyMap<string, PathwayStep>, costs: Costs): number {
  const seen = new Set(taken)
  const waiting: Requirement[] = choices.flatMap(({ of }) => of)
  let earned = 0
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next.kind === 'some') waiting.push(...next.of)
    else if (!seen.has(next.id)) {
      seen.add(next.id)
      earned += Math.min(0, costs.of(next.id))
      const requires = costs.isEnd(next.id) ? null : (steps.get(next.id)?.requires ?? null)
      if (requires !== null) waiting.push(requires)
    }
  }
  return earned
}

interface Option {
  readonly requirement: Requirement
  readonly cost: number
  /** The options ranked after it. */
  readonly rest: readonly Requirement[]
}

/** The options of a choice by what each would add to what is taken, cheapest first. */
function ranked(
  of: readonly Requirement[],
  taken: ReadonlySet<string>,
  steps: ReadonlyMap<string, PathwayStep>,
  costs: Costs,
): readonly Option[] {
  const estimate = estimator(taken, steps, costs)
  const sorted = of
    .map((requirement) => ({ requirement, cost: estimate(requirement) }))
    .toSorted((one, other) => one.cost - other.cost)
  return sorted.map((option, at) => ({ ...option, rest: sorted.slice(at + 1).map(({ requirement }) => requirement) }))
}

/** What a requirement would add by itself, not minding what its parts share: zero only when it truly adds nothing. */
function estimator(taken: ReadonlySet<string>, steps: ReadonlyMap<string, PathwayStep>, costs: Costs) {
  const known = new Map<string, number>()

  function ofStep(id: string): number {
    const answer = taken.has(id) ? 0 : known.get(id)
    if (answer !== undefined) return answer
    known.set(id, 0)
    const step = steps.get(id)
    const below = step === undefined || step.requires === null || costs.isEnd(id) ? 0 : estimate(step.requires)
    const cost = costs.of(id) + below
    known.set(id, cost)
    return cost
  }

  function estimate(requirement: Requirement): number {
    if (requirement.kind === 'step') return ofStep(requirement.id)
    if (requirement.of.length === 0) return requirement.isUnread ? unreadable : 0
    const all = requirement.of.map(estimate).toSorted((one, other) => one - other)
    return all.slice(0, requirement.count).reduce((sum, cost) => sum + cost, 0)
  }

  return estimate
}
