import { type AchievementNode, type StackEdge, tiers } from '../../../core/stack/types.ts'
import { edgeReading, type Relation, relationsOf } from './describe.ts'
import { bestAward } from './lookup.ts'
import { nodeWords, titleOf } from './node-words.ts'
import { headingOf, type LineWords, labelled, lineOf, type OutlineLine, type OutlinePlan } from './outline-line.ts'
import type { Reading } from './readings.ts'

/** What stands below a thing without a heading of its own: what it is made of, as somebody states it. All else is said under one. */
const nesting: readonly Reading[] = ['includes', 'buildsOn']

/** Where a line stands: the lines above it, by key and by thing. */
interface Place {
  readonly key: string
  readonly above: readonly string[]
}

/** Achievements: by tier from degrees down, each with what builds towards it; what stands alone comes last. */
export function achievementBranch(plan: OutlinePlan): OutlineLine {
  const { words } = plan.telling
  const roots = rootsOf(plan)
  const lone = roots.filter((node) => isAlone(node, plan))
  const linked = new Set(roots.filter((node) => !isAlone(node, plan)))
  const groups: readonly { readonly key: string; readonly title: string; readonly nodes: readonly AchievementNode[] }[] = [
    ...tiers.toReversed().map((tier) => ({
      key: tier,
      title: words.outline.tiers[tier],
      nodes: [...linked].filter((node) => node.tier === tier),
    })),
    { key: 'alone', title: words.outline.alone, nodes: lone },
  ].filter(({ nodes }) => nodes.length > 0)
  const make = () =>
    groups.map(({ key, title, nodes }) => {
      const above = `achievements/${key}`
      const lines = () => sorted(nodes, plan).map((node) => thingLine(node, { key: above, above: [] }, plan))
      return headingOf(above, 'group', title, { count: nodes.length, make: lines }, plan.telling)
    })
  return headingOf('achievements', 'branch', words.outline.achievements, { count: groups.length, make }, plan.telling)
}

/** What nothing that is shown includes, and one of each circle that has no such beginning. */
function rootsOf(plan: OutlinePlan): readonly AchievementNode[] {
  const all = sorted(shownAchievements(plan), plan)
  const parts = new Map(all.map(({ id }) => [id, partsOf(id, plan)]))
  const included = new Set([...parts.values()].flat())
  const reached = new Set<string>()
  const reach = (from: string) => {
    const open = [from]
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      if (reached.has(id)) continue
      reached.add(id)
      open.push(...(parts.get(id) ?? []))
    }
  }
  const roots = all.filter(({ id }) => !included.has(id))
  for (const { id } of roots) reach(id)
  for (const node of all) {
    if (reached.has(node.id)) continue
    roots.push(node)
    reach(node.id)
  }
  return roots
}

function shownAchievements({ shown }: OutlinePlan): readonly AchievementNode[] {
  return shown.nodes.flatMap((node) => (node.kind === 'achievement' ? [node] : []))
}

/** The things that a thing is made of, among those that are shown. */
function partsOf(id: string, plan: OutlinePlan): readonly string[] {
  return edgesOf(id, plan)
    .filter((edge) => edge.to === id && edge.from !== id && nesting.includes(edgeReading(edge, false, plan.lookup)))
    .map(({ from }) => from)
}

function edgesOf(id: string, { lookup, edges }: OutlinePlan): readonly StackEdge[] {
  return (lookup.edges.get(id) ?? []).filter((edge) => edges.has(edge.id))
}

/** Whether nothing but skills is linked with it. */
function isAlone({ id }: AchievementNode, plan: OutlinePlan): boolean {
  const { nodes } = plan.lookup
  return !edgesOf(id, plan).some(({ from, to }) => from !== to && nodes.get(from === id ? to : from)?.kind === 'achievement')
}

/** The biggest first, then by title. */
function sorted(nodes: readonly AchievementNode[], { collator, telling }: OutlinePlan): readonly AchievementNode[] {
  const named = nodes.map((node) => ({ node, title: titleOf(node, telling).value }))
  return named
    .toSorted((one, other) => other.node.rank - one.node.rank || collator.compare(one.title, other.title))
    .map(({ node }) => node)
}

/** A thing, with what it is made of and everything else that it belongs together with. */
function thingLine(node: AchievementNode, place: Place, plan: OutlinePlan, relation?: Relation): OutlineLine {
  const isAbove = place.above.includes(node.id)
  const key = `${place.key}/${node.id}`
  const here: Place = { key, above: [...place.above, node.id] }
  const { words } = plan.telling
  return lineOf({
    key,
    kind: 'thing',
    node,
    award: bestAward(node, plan.stacked),
    hasChildren: !isAbove && childEdges(node.id, place, plan).length > 0,
    words: () => thingWords(node, plan, relation, isAbove ? [words.outline.above] : []),
    children: () => (isAbove ? [] : below(node, here, plan)),
  })
}

/** A thing under a heading of another: it is told in full elsewhere. */
export function referenceLine(node: AchievementNode, key: string, plan: OutlinePlan, relation?: Relation): OutlineLine {
  return lineOf({
    key: `${key}/${node.id}`,
    kind: 'thing',
    node,
    award: bestAward(node, plan.stacked),
    words: () => thingWords(node, plan, relation),
  })
}

/** How a thing is told in a line: with what it is to the line above, and who says so. */
export function thingWords(
  node: AchievementNode,
  { stacked, telling }: OutlinePlan,
  relation?: Relation,
  notes: readonly string[] = [],
): LineWords {
  const { title, kind, issuer, standingWords, earned, until, parts, leaning } = nodeWords(node, stacked, telling)
  const holdsUntil = until === '' ? '' : telling.words.when.until(until)
  const facts = [kind, issuer, earned, standingWords, holdsUntil, parts, ...notes]
  return labelled({ title, facts, cautions: leaning === '' ? [] : [leaning], ...(relation && { relation }) })
}

/** Edges that say anything more than how the thing belongs to the one that it stands under. */
function childEdges(id: string, { above }: Place, plan: OutlinePlan): readonly StackEdge[] {
  const parent = above.at(-1)
  return edgesOf(id, plan).filter(({ from, to }) => parent === undefined || !(from === id && to === parent))
}

function below(node: AchievementNode, here: Place, plan: OutlinePlan): readonly OutlineLine[] {
  const edges = new Set(childEdges(node.id, { key: here.key, above: here.above.slice(0, -1) }, plan).map(({ id }) => id))
  const groups = relationsOf(node.id, plan.stacked, plan.telling, edges)
  const inside = groups.filter(({ reading }) => nesting.includes(reading)).flatMap(({ relations }) => relations)
  const parts = inside.flatMap((relation) => {
    const part = plan.lookup.nodes.get(relation.other)
    return part?.kind === 'achievement' ? [thingLine(part, here, plan, relation)] : []
  })
  const rest = groups.filter(({ reading }) => !nesting.includes(reading))
  return [
    ...parts,
    ...rest.map(({ reading, label, relations }) => {
      const key = `${here.key}/${reading}`
      const make = () => relations.flatMap((relation) => relationLine(relation, key, plan))
      return headingOf(key, 'group', label, { count: relations.length, make }, plan.telling)
    }),
  ]
}

/** What a relation leads to, as a line. */
function relationLine(relation: Relation, key: string, plan: OutlinePlan): readonly OutlineLine[] {
  const node = plan.lookup.nodes.get(relation.other)
  if (!node) return []
  if (node.kind === 'achievement') return [referenceLine(node, key, plan, relation)]
  const { title, kind, issuer } = nodeWords(node, plan.stacked, plan.telling)
  const count = plan.telling.words.counts.sharedBy(plan.lookup.edges.get(node.id)?.length ?? 0)
  const words = () => labelled({ title, facts: [kind, issuer, count], relation })
  return [lineOf({ key: `${key}/${node.id}`, kind: 'skill', node, award: null, words })]
}
