import { lookupOf } from './lookup.ts'
import { achievementBranch } from './outline-achievements.ts'
import { ownBranch, pathwayBranch, skillBranch } from './outline-branches.ts'
import type { OutlineGiven, OutlineLine, OutlinePlan } from './outline-line.ts'
import type { StacksState } from './types.ts'

/**
 * The whole graph as an outline: achievements by tier with what builds towards each, the skills they share, pathways, the learner's
 * own stacks. Everything the pictures say, in words.
 */
export function outlineOf(given: OutlineGiven): readonly OutlineLine[] {
  const { shown, telling, stacked } = given
  const plan: OutlinePlan = {
    ...given,
    lookup: lookupOf(stacked),
    nodes: new Set(shown.nodes.map(({ id }) => id)),
    edges: new Set(shown.edges.map(({ id }) => id)),
    collator: new Intl.Collator(telling.formats.locale),
  }
  const branches = [achievementBranch(plan), skillBranch(plan), pathwayBranch(plan), ownBranch(plan)]
  return branches.filter(({ hasChildren }) => hasChildren)
}

/** Whether neither filter nor focus leaves anything out. */
export function isEverything({ filter, focus }: Pick<StacksState, 'filter' | 'focus'>): boolean {
  const { kinds, bases, issuers, years, own } = filter()
  return focus() === null && own === '' && [kinds, bases, issuers, years].every(({ length }) => length === 0)
}
