import type { PathwayStep, StepProgress } from '../../../core/pathway/types.ts'
import type { AchievementNode, SkillNode } from '../../../core/stack/types.ts'
import type { KeptStack, StackMember } from '../../../store/types.ts'
import { cleaned } from '../../../text/verdict.ts'
import type { Stacked } from '../../../worker/stack-types.ts'
import { phraseOf, plainPhrase } from '../../credential/phrase.ts'
import { relationsOf } from './describe.ts'
import { bestAward } from './lookup.ts'
import { nodeWords, titleOf } from './node-words.ts'
import { referenceLine, thingWords } from './outline-achievements.ts'
import { headingOf, labelled, lineOf, type OutlineLine, type OutlinePlan } from './outline-line.ts'

/** Skills that achievements share, those that most share first. */
export function skillBranch(plan: OutlinePlan): OutlineLine {
  const { telling, lookup, edges, collator } = plan
  const skills = plan.shown.nodes
    .flatMap((node) => (node.kind === 'skill' ? [node] : []))
    .map((skill) => ({ skill, count: (lookup.edges.get(skill.id) ?? []).filter(({ id }) => edges.has(id)).length }))
    .filter(({ count }) => count > 0)
  const byShared = () =>
    skills.toSorted(
      (one, other) => other.count - one.count || collator.compare(nameOf(one.skill, plan), nameOf(other.skill, plan)),
    )
  const make = () => byShared().map(({ skill }) => skillLine(skill, plan))
  return headingOf('skills', 'branch', telling.words.outline.skills, { count: skills.length, make }, telling)
}

function nameOf(skill: SkillNode, { telling }: OutlinePlan): string {
  return titleOf(skill, telling).value
}

function skillLine(skill: SkillNode, plan: OutlinePlan): OutlineLine {
  const key = `skills/${skill.id}`
  const { stacked, telling, lookup, edges } = plan
  const relations = () => relationsOf(skill.id, stacked, telling, edges).flatMap((group) => group.relations)
  return lineOf({
    key,
    kind: 'skill',
    node: skill,
    award: null,
    hasChildren: true,
    words: () => {
      const { title, kind, issuer } = nodeWords(skill, stacked, telling)
      const count = relations().length
      const cautions = lookup.common.has(skill.id) ? [telling.words.cautions.common] : []
      return labelled({ title, facts: [kind, issuer, telling.words.counts.sharedBy(count)], cautions })
    },
    children: () =>
      relations().flatMap((relation) => {
        const node = lookup.nodes.get(relation.other)
        return node?.kind === 'achievement' ? [referenceLine(node, key, plan, relation)] : []
      }),
  })
}

type Way = Stacked['pathways'][number]

/** The thing that a step stands for: what is held for it, else what is known by one of its identifiers. */
type StepNode = (step: PathwayStep, state: StepProgress | undefined) => AchievementNode | null

function statesOf({ steps }: Way['progress']): ReadonlyMap<string, StepProgress> {
  return new Map(steps.map((step) => [step.id, step]))
}

/** Pathways, with how far this person is and how each step stands. */
export function pathwayBranch(plan: OutlinePlan): OutlineLine {
  const { telling, stacked } = plan
  const { achievements } = stacked.graph
  const byRef = new Map(achievements.flatMap((node) => node.awards.map((ref) => [ref, node] as const)))
  const byKey = new Map(achievements.flatMap((node) => node.keys.map((key) => [key, node] as const)))
  const nodeOf: StepNode = ({ keys }, state) =>
    [...(state?.awards ?? []).map((ref) => byRef.get(ref)), ...keys.map((key) => byKey.get(key))].find((node) => node) ?? null
  const isShown = ({ pathway, progress }: Way) => {
    const states = statesOf(progress)
    return plan.isWhole || pathway.steps.some((step) => plan.nodes.has(nodeOf(step, states.get(step.id))?.id ?? ''))
  }
  const ways = stacked.pathways.filter(isShown)
  const make = () => ways.map((way, index) => pathwayLine(way, `pathways/${index}`, nodeOf, plan))
  return headingOf('pathways', 'branch', telling.words.outline.pathways, { count: ways.length, make }, telling)
}

function pathwayLine(way: Way, key: string, nodeOf: StepNode, plan: OutlinePlan): OutlineLine {
  const { languages, ui } = plan.telling
  const { pathway, progress } = way
  const states = statesOf(progress)
  return lineOf({
    key,
    kind: 'other',
    node: null,
    award: null,
    hasChildren: pathway.steps.length > 0,
    words: () =>
      labelled({
        title: phraseOf(pathway.name, languages) ?? plainPhrase(ui.wallet.untitled),
        facts: progressWords(way, plan),
      }),
    children: () =>
      byLevel(pathway).map((step) => {
        const state = states.get(step.id)
        return stepLine(step, state, key, nodeOf(step, state), plan)
      }),
  })
}

/** Steps in the order of their levels; those without one come last. */
function byLevel({ steps, levels }: Way['pathway']): readonly PathwayStep[] {
  const places = new Map(levels.map(({ id }, place) => [id, place]))
  const placeOf = ({ level }: PathwayStep) => places.get(level ?? '') ?? levels.length
  return steps.toSorted((one, other) => placeOf(one) - placeOf(other))
}

function progressWords({ pathway, progress }: Way, { telling }: OutlinePlan): readonly string[] {
  const { progress: steps, partsDone, complete, unjudged } = telling.words.outline
  const done = (pathway.origin === 'record' ? partsDone : steps)(progress.done, progress.of)
  if (progress.isComplete === 'no') return [done]
  return [done, progress.isComplete === 'yes' ? complete : unjudged]
}

function stepLine(
  step: PathwayStep,
  state: StepProgress | undefined,
  key: string,
  node: AchievementNode | null,
  plan: OutlinePlan,
): OutlineLine {
  const { languages, ui, words } = plan.telling
  return lineOf({
    key: `${key}/${step.id}`,
    kind: node ? 'thing' : 'other',
    node,
    award: node && bestAward(node, plan.stacked),
    words: () => {
      const title = phraseOf(step.name, languages) ?? plainPhrase(ui.wallet.untitled)
      const standing = node && node.awards.length > 0 ? thingWords(node, plan).facts : []
      return labelled({ title, facts: [words.outline.states[state?.state ?? 'missing'], ...standing] })
    },
  })
}

/** The learner's own stacks, in their order. What is no longer in the wallet keeps its place. */
export function ownBranch(plan: OutlinePlan): OutlineLine {
  const { telling, kept, stacked } = plan
  const byPlace = new Map<string, AchievementNode>()
  for (const node of stacked.graph.achievements)
    for (const ref of node.awards) {
      const award = stacked.graph.awards[ref]
      if (award && !byPlace.has(placeOf(award))) byPlace.set(placeOf(award), node)
    }
  const nodeOf = (member: StackMember) => byPlace.get(placeOf(member)) ?? null
  const isShown = ({ members }: KeptStack) => plan.isWhole || members.some((member) => plan.nodes.has(nodeOf(member)?.id ?? ''))
  const stacks = kept.stacks.filter(isShown)
  const make = () => stacks.map((stack) => ownLine(stack, nodeOf, plan))
  return headingOf('own', 'branch', telling.words.outline.own, { count: stacks.length, make }, telling)
}

function placeOf({ digest, part }: StackMember): string {
  return `${digest}/${part}`
}

function ownLine(stack: KeptStack, nodeOf: (member: StackMember) => AchievementNode | null, plan: OutlinePlan): OutlineLine {
  const { outline } = plan.telling.words
  const key = `own/${stack.id}`
  return lineOf({
    key,
    kind: 'other',
    node: null,
    award: null,
    hasChildren: stack.members.length > 0,
    words: () =>
      labelled({
        title: plainPhrase(stack.name),
        facts: [
          outline.items(stack.members.length),
          stack.isOrdered ? outline.ordered : outline.unordered,
          cleaned(stack.description),
        ],
      }),
    children: () => stack.members.map((member) => memberLine(`${key}/${placeOf(member)}`, nodeOf(member), plan)),
  })
}

function memberLine(key: string, node: AchievementNode | null, plan: OutlinePlan): OutlineLine {
  if (node) return referenceLine(node, key, plan)
  const { missing } = plan.telling.words.outline
  return lineOf({
    key,
    kind: 'other',
    node: null,
    award: null,
    words: () => labelled({ title: plainPhrase(missing), facts: [] }),
  })
}
