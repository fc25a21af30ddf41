import { readPathways } from '../../../src/core/pathway/read.ts'
import type { Pathway, PathwayStep, Requirement } from '../../../src/core/pathway/types.ts'
import { identifierKey } from '../../../src/core/stack/keys.ts'
import type { AchievementNode, Award, StackEdge, StackGraph } from '../../../src/core/stack/types.ts'

/** The pathways of a document; throws the problem when there are none. */
export function pathwaysIn(document: unknown): readonly Pathway[] {
  const read = readPathways(typeof document === 'string' ? document : JSON.stringify(document))
  if (!read.ok) throw new Error(JSON.stringify(read.problem))
  return read.value
}

/** The only pathway of a document. */
export function pathwayIn(document: unknown): Pathway {
  const [pathway, ...others] = pathwaysIn(document)
  if (pathway === undefined || others.length > 0) throw new Error('not one pathway')
  return pathway
}

/** What a step is, by the English words of its name. */
export function stepNamed(pathway: Pathway, name: string): PathwayStep {
  const step = pathway.steps.find((each) => each.name[0]?.value === name)
  if (step === undefined) throw new Error(`no step ${name}`)
  return step
}

/** A requirement in a line: `all(Statistics, 1 of(Writing, Portfolio))`; `?` where it cannot be judged. */
export function told(pathway: Pathway, requirement: Requirement | null): string {
  if (requirement === null) return 'nothing'
  if (requirement.kind === 'step') return nameOf(pathway, requirement.id)
  const of = requirement.of.map((each) => told(pathway, each)).join(', ')
  const count = requirement.count === requirement.of.length ? 'all' : `${requirement.count} of`
  return `${count}(${of})${requirement.isUnread ? '?' : ''}`
}

export function nameOf(pathway: Pathway, id: string): string {
  return pathway.steps.find((step) => step.id === id)?.name[0]?.value ?? id
}

/** A component with an address of its own (`id` is its last part) under its plain name. */
export function component(id: string, members: object = {}, type = 'Course'): object {
  return { '@id': at(id), '@type': `ceterms:${type}Component`, 'ceterms:name': id, ...members }
}

export function at(id: string): string {
  return `https://school.example/path/${id}`
}

/** A document with one pathway to `destination`, and these components. */
export function leadingTo(destination: string | null, ...components: readonly object[]): object {
  const goal = destination === null ? {} : { 'ceterms:hasDestinationComponent': at(destination) }
  return {
    '@graph': [{ '@id': at('pathway'), '@type': 'ceterms:Pathway', 'ceterms:name': 'A way', ...goal }, ...components],
  }
}

export function condition(members: object): object {
  return { 'ceterms:hasCondition': { '@type': 'ceterms:ComponentCondition', ...members } }
}

export function targets(...ids: readonly string[]): object {
  return { 'ceterms:targetComponent': ids.map(at) }
}

let serial = 0

/** An award that counts, unless something else is said. */
export function award(more: Partial<Award> = {}): Award {
  serial += 1
  return {
    ref: `digest-${serial}`,
    digest: `digest-${serial}`,
    part: '',
    entry: `entry-${serial}`,
    example: false,
    achievement: achievement(),
    title: [{ value: 'Award' }],
    issuer: { id: 'https://college.example/', name: [{ value: 'Riverside College' }] },
    issuerLevel: 'listed',
    issuerKnownAs: 'Riverside College',
    verdict: 'verified',
    code: null,
    questions: { integrity: 'passed', validity: 'passed', authority: 'passed', identity: 'passed' },
    earned: '2026-05-01T00:00:00Z',
    expires: '',
    term: '',
    ...more,
  }
}

export function achievement(more: Partial<Award['achievement']> = {}): Award['achievement'] {
  return {
    id: '',
    name: [],
    criteria: {},
    tags: [],
    alignments: [],
    otherIdentifiers: [],
    resultDescriptions: [],
    related: [],
    ...more,
  }
}

/** An achievement under some identifiers, with the awards of it. */
export function node(
  identifiers: readonly string[],
  awards: readonly Award[] = [],
  more: Partial<AchievementNode> = {},
): AchievementNode {
  const keys = identifiers.map(identifierKey).toSorted()
  return {
    kind: 'achievement',
    id: keys[0] ?? `node-${awards[0]?.ref ?? ''}`,
    keys,
    name: [],
    rank: 15,
    tier: 'course',
    awards: awards.map(({ ref }) => ref),
    presence: awards.length > 0 ? 'awarded' : 'defined',
    owners: [],
    ...more,
  }
}

/** A graph of some achievements; the awards of them are given apart. */
export function graphOf(
  achievements: readonly AchievementNode[],
  awards: readonly Award[] = [],
  edges: readonly StackEdge[] = [],
): StackGraph {
  return {
    achievements,
    skills: [],
    edges,
    awards: Object.fromEntries(awards.map((each) => [each.ref, each])),
    speakers: {},
    isCut: false,
  }
}

/** The graph of somebody to whom just these were awarded, each under one identifier. */
export function holding(...identifiers: readonly string[]): StackGraph {
  const awards = identifiers.map(() => award())
  return graphOf(
    identifiers.map((identifier, at) => node([identifier], awards.slice(at, at + 1))),
    awards,
  )
}
