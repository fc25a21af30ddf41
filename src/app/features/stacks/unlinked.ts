import type { StackGraph } from '../../../core/stack/types.ts'

/** What is there where no achievement is linked with another: `skills` that several share, or `nothing`; null where one is linked. */
export function unlinked({ achievements, edges }: StackGraph): 'skills' | 'nothing' | null {
  const ids = new Set(achievements.map(({ id }) => id))
  if (edges.some(({ from, to }) => ids.has(from) && ids.has(to))) return null
  const met = new Set<string>()
  for (const skill of edges.flatMap(({ from, to }) => [from, to]).filter((id) => !ids.has(id))) {
    if (met.has(skill)) return 'skills'
    met.add(skill)
  }
  return 'nothing'
}
