import { awardsThatCount } from './counting.ts'
import { isSkillId } from './edges.ts'
import { stackLimits } from './limits.ts'
import { partsEarned } from './parts.ts'
import { containing } from './stated.ts'
import type { AchievementNode, NodeStanding, StackAnalysis, StackEdge, StackGraph } from './types.ts'
import { circles, leadsRound, reachable, type Ways, waysOf } from './walks.ts'

/** What share of all that is earned a skill may be named by before it tells nothing, once there are this many. */
const commonShare = 0.6
const commonFrom = 5

/** What a graph amounts to as it is now (trust.md §6.2 to §6.5). */
export function analyse(graph: StackGraph): StackAnalysis {
  const ordering = graph.edges.filter(({ kind }) => kind === 'vertical' || kind === 'succession')
  const standing = Object.fromEntries(graph.achievements.map((node) => [node.id, standingOf(node, graph)]))
  return {
    ...circlesOf(graph, ordering),
    unusual: unusualOf(graph),
    dangling: graph.achievements.filter(({ presence }) => presence === 'named').map(({ id }) => id),
    shadowed: shadowedOf(graph),
    common: commonOf(graph),
    standing,
    leaning: leaningOf(graph, standing),
    parts: partsEarned(graph),
  }
}

function standingOf(node: AchievementNode, graph: StackGraph): NodeStanding {
  const verdicts = awardsThatCount(node, graph).map(({ verdict }) => verdict)
  const best = (['verified', 'cannot-tell', 'not-verified'] as const).find((verdict) => verdicts.includes(verdict))
  // Somebody else than those whose it is awards it: whether that is worth as much, nobody can say from here.
  return best ?? (node.awards.length > 0 ? 'cannot-tell' : 'none')
}

/** Whether something else than a guess says so, who has a say in it, and its own credential holds. */
function isBornOut({ statements }: StackEdge): boolean {
  return statements.some(
    ({ basis, verdict, isOwn }) => basis === 'pathway' || (basis === 'issuer' && verdict === 'verified' && isOwn !== false),
  )
}

function circlesOf(graph: StackGraph, ordering: readonly StackEdge[]): Pick<StackAnalysis, 'cycles' | 'contradictions'> {
  const stated = ordering.filter(({ statements }) => statements.some(({ basis }) => basis !== 'inferred' && basis !== 'learner'))
  const byEnds = new Map(stated.map((edge) => [JSON.stringify([edge.from, edge.to]), edge]))
  const contradictions = stated.flatMap((edge) => {
    if (edge.from === edge.to) return [[edge.id]]
    const back = byEnds.get(JSON.stringify([edge.to, edge.from]))
    return back && edge.from < edge.to ? [[edge.id, back.id]] : []
  })
  const ways = waysOf(stated.map(({ from, to }) => [from, to]))
  const ids = graph.achievements.map(({ id }) => id)
  const cycles = circles(ids, ways)
    .filter((members) => members.length > 2)
    .map((members) => new Set(members))
    .map((members) => stated.filter(({ from, to }) => members.has(from) && members.has(to)).map(({ id }) => id))
  return { cycles, contradictions }
}

/** Something bigger that is said to lie in something smaller: issuers often take source and target for each other. */
function unusualOf({ achievements, edges }: StackGraph): readonly string[] {
  const ranks = new Map(achievements.filter(({ type }) => type !== undefined).map(({ id, rank }) => [id, rank]))
  return edges
    .filter(({ from, to, statements }) => {
      const [low, high] = [ranks.get(from), ranks.get(to)]
      if (low === undefined || high === undefined || low <= high) return false
      return statements.some(({ basis, type }) => basis === 'issuer' && containing.has(type))
    })
    .map(({ id }) => id)
}

/**
 * Inferred edges that say nothing new: something stronger lies between the same two, or a longer way leads from the one to the other. What
 * is within something does not also add to it.
 */
function shadowedOf({ achievements, edges }: StackGraph): readonly string[] {
  const between = edges.filter(({ to }) => !isSkillId(to))
  const isGuess = ({ statements }: StackEdge) => statements.every(({ basis }) => basis === 'inferred')
  const said = new Set(between.filter((edge) => !isGuess(edge) && edge.kind !== 'horizontal').map(pairOf))
  const guesses = between.filter(isGuess)
  const ways = createWays(between.filter((edge) => edge.kind === 'vertical' && !(isGuess(edge) && said.has(pairOf(edge)))))
  const shadowed = guesses.filter((edge) => {
    const isTold =
      said.has(pairOf(edge)) ||
      leadsRound(edge.from, edge.to, ways.all) ||
      (edge.kind === 'value-added' && contains(edge, ways.all))
    // What is told by others tells nothing any more: two guesses must not stand for each other.
    if (isTold && edge.kind === 'vertical') ways.remove(edge)
    return isTold
  })
  return [...shadowed.map(({ id }) => id), ...looseOnes(between, guesses, achievements)].toSorted()
}

function createWays(edges: readonly StackEdge[]): { readonly all: Ways; remove(edge: StackEdge): void } {
  const all = new Map(waysOf(edges.map(({ from, to }) => [from, to])))
  return {
    all,
    remove: ({ from, to }) =>
      void all.set(
        from,
        (all.get(from) ?? []).filter((next) => next !== to),
      ),
  }
}

function contains({ from, to }: StackEdge, ways: Ways): boolean {
  return reachable(from, ways).has(to) || reachable(to, ways).has(from)
}

/**
 * "Related", said by an issuer, where we read the same two as one adding to the other: drawn once. What is said of two that turned out to
 * be one. And other editions that are not here: bare addresses.
 */
function looseOnes(
  between: readonly StackEdge[],
  guesses: readonly StackEdge[],
  achievements: readonly AchievementNode[],
): readonly string[] {
  const adding = new Set(guesses.filter(({ kind }) => kind === 'value-added').map(pairOf))
  const bare = new Set(achievements.filter(({ presence }) => presence === 'named').map(({ id }) => id))
  const says = ({ statements }: StackEdge, ...types: readonly string[]) => statements.every(({ type }) => types.includes(type))
  return between
    .filter(({ kind }) => kind === 'horizontal')
    .filter(
      (edge) =>
        edge.from === edge.to ||
        (says(edge, 'isRelatedTo', 'isPeerOf') && adding.has(pairOf(edge))) ||
        (says(edge, 'related') && (bare.has(edge.from) || bare.has(edge.to))),
    )
    .map(({ id }) => id)
}

/** Two ends, whichever way. */
function pairOf({ from, to }: StackEdge): string {
  return JSON.stringify([from, to].toSorted())
}

function commonOf({ achievements, skills, edges }: StackGraph): readonly string[] {
  const earned = new Set(achievements.filter(({ presence }) => presence === 'awarded').map(({ id }) => id))
  const sharing = new Map<string, number>()
  for (const { from, to } of edges) if (isSkillId(to) && earned.has(from)) sharing.set(to, (sharing.get(to) ?? 0) + 1)
  const isTelling = (id: string) => earned.size < commonFrom || (sharing.get(id) ?? 0) <= commonShare * earned.size
  const names = new Set(
    skills.filter(({ source }) => source === 'alignment').flatMap(({ name }) => name.map(({ value }) => value.toLowerCase())),
  )
  const isToldBetter = ({ source, name }: (typeof skills)[number]) =>
    source === 'tag' && names.has(name[0]?.value.toLowerCase() ?? '')
  return skills.filter((skill) => !isTelling(skill.id) || isToldBetter(skill)).map(({ id }) => id)
}

/** For what is earned: the parts below it, at any depth, that are withdrawn, out of date, changed or open. */
function leaningOf(
  graph: StackGraph,
  standing: Readonly<Record<string, NodeStanding>>,
): Readonly<Record<string, readonly string[]>> {
  const carrying = graph.edges.filter((edge) => edge.kind === 'vertical' && edge.from !== edge.to && isBornOut(edge))
  const ways = waysOf(carrying.map(({ from, to }) => [from, to]))
  const leaning = new Map<string, string[]>()
  const isFull = (id: string) => (leaning.get(id)?.length ?? 0) >= stackLimits.leaning
  for (const { id } of graph.achievements) {
    if (standing[id] !== 'not-verified' && standing[id] !== 'cannot-tell') continue
    // What is above something that already leans on as many as are named leans on those as well.
    for (const above of reachable(id, ways, isFull)) {
      if (above !== id && !isFull(above)) leaning.set(above, [...(leaning.get(above) ?? []), id])
    }
  }
  return Object.fromEntries([...leaning].filter(([id]) => standing[id] !== 'none'))
}
