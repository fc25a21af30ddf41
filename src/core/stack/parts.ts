import { isEarnedPart } from './counting.ts'
import { containing } from './stated.ts'
import type { AchievementNode, PartsEarned, StackEdge, StackGraph } from './types.ts'

/** Of everything that issuers or pathways say has parts: how many are earned and verified (trust.md §6.2). Nothing is claimed to be enough. */
export function partsEarned(graph: StackGraph): Readonly<Record<string, PartsEarned>> {
  const within = new Map<string, Set<string>>()
  for (const edge of graph.edges) {
    if (!isContainment(edge) || edge.from === edge.to) continue
    within.set(edge.to, (within.get(edge.to) ?? new Set()).add(edge.from))
  }
  const nodes = new Map(graph.achievements.map((node) => [node.id, node]))
  return Object.fromEntries(
    [...within].map(([id, parts]) => {
      const whole = nodes.get(id)
      const earned = [...parts].flatMap((part) => nodes.get(part) ?? []).filter((part) => isEarnedPart(part, whole, graph))
      const credits = creditsOf(whole, earned, graph)
      return [id, { earned: earned.length, of: parts.size, ...(credits && { credits }) }]
    }),
  )
}

/** Said by those whose the whole is, in a credential that is not known to be false, or by a published pathway. */
function isContainment({ kind, statements }: StackEdge): boolean {
  if (kind !== 'vertical') return false
  return statements.some(({ basis, type, verdict, isOwn }) =>
    basis === 'pathway'
      ? type === 'requires'
      : basis === 'issuer' && containing.has(type) && verdict !== 'not-verified' && isOwn !== false,
  )
}

/** Credits count together only where one issuer states both sides: what a credit is, they do not say. */
function creditsOf(
  whole: AchievementNode | undefined,
  earned: readonly AchievementNode[],
  { awards }: StackGraph,
): PartsEarned['credits'] {
  const [owner, ...others] = whole?.owners ?? []
  if (whole?.creditsAvailable === undefined || owner === undefined || others.length > 0) return undefined
  const stated = earned.map(({ awards: refs }) => {
    const own = refs
      .flatMap((ref) => awards[ref] ?? [])
      .filter(({ issuer, verdict }) => issuer.id === owner && verdict === 'verified')
    return own.find(({ creditsEarned }) => creditsEarned !== undefined)?.creditsEarned
  })
  const known = stated.filter((credits) => credits !== undefined)
  if (known.length === 0) return undefined
  return { earned: known.reduce((sum, credits) => sum + credits, 0), of: whole.creditsAvailable }
}
