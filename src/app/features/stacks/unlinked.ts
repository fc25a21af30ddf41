import type { Stacked } from '../../../worker/stack-types.ts'
import { lookupOf } from './lookup.ts'

/** What is there where no achievement is seen linked with another: `skills` that several share, or `nothing`; null where one is linked. */
export function unlinked(stacked: Stacked): 'skills' | 'nothing' | null {
  const { shadowed, common } = lookupOf(stacked)
  const { achievements, edges } = stacked.graph
  const ids = new Set(achievements.map(({ id }) => id))
  if (edges.some(({ id, from, to }) => !shadowed.has(id) && ids.has(from) && ids.has(to))) return null
  const met = new Set<string>()
  for (const skill of edges.flatMap(({ from, to }) => [from, to]).filter((id) => !ids.has(id) && !common.has(id))) {
    if (met.has(skill)) return 'skills'
    met.add(skill)
  }
  return 'nothing'
}
