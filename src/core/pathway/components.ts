import { assemble, headOf, lastingName } from './assemble.ts'
import { conditionReader } from './conditions.ts'
import { type Stated, valuesOf } from './ctdl.ts'
import { type Described, isA, keysIn, type Things } from './document.ts'
import { type Draft, join } from './drafts.ts'
import { levelName, levelsOf } from './levels.ts'
import { pathwayLimits } from './limits.ts'
import { type Notices, noticesOfReading } from './notices.ts'
import { stepsIn } from './requirement.ts'
import { creditUnitOf, isComponent, stepOf } from './steps.ts'
import type { Pathway, Requirement } from './types.ts'

/** Members by which a component says what leads to it. */
const backward = ['precededBy', 'prerequisite', 'hasChild']

/** What a document holds for its pathways: looked through once, however many there are. */
interface Holdings {
  readonly things: Things
  readonly pathways: readonly Described[]
  readonly components: readonly Described[]
  /** Components that say themselves of which pathway they are a part, and which they lead to; by the key of the pathway. */
  readonly claiming: ReadonlyMap<string, readonly string[]>
  readonly destinations: ReadonlyMap<string, readonly string[]>
}

/** Every `ceterms:Pathway` of a document, by key; no more than are taken. */
export function pathwaysFrom(things: Things): readonly Pathway[] {
  const all = [...things.things.values()].toSorted((one, other) => (one.key < other.key ? -1 : 1))
  const components = all.filter(isComponent)
  const pathways = all.filter((thing) => isA(thing, 'Pathway'))
  const holdings: Holdings = {
    things,
    pathways,
    components,
    claiming: naming(things, components, 'isPartOf'),
    destinations: naming(things, components, 'isDestinationComponentOf'),
  }
  return pathways.slice(0, pathwayLimits.pathways).map((pathway) => pathwayFrom(holdings, pathway))
}

/** Which components name what by a member. */
function naming(things: Things, components: readonly Described[], member: string): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, string[]>()
  for (const { key, stated } of components) {
    for (const named of keysIn(things, stated, member)) {
      const others = names.get(named)
      if (others) others.push(key)
      else names.set(named, [key])
    }
  }
  return names
}

function pathwayFrom(holdings: Holdings, pathway: Described): Pathway {
  const { things, destinations } = holdings
  const { key, stated } = pathway
  const notices = noticesOfReading()
  const id = lastingName(pathway, JSON.stringify(stated))
  const drafts = draftsOf(things, membersOf(holdings, pathway, notices), notices)
  const isKnown = (each: string) =>
    things.things.get(each)?.types.some((type) => type === 'Pathway' || type.endsWith('Component')) ?? false
  const named = new Set([...keysIn(things, stated, 'hasDestinationComponent'), ...(destinations.get(key) ?? [])])
  const joined = join(drafts, [...named], notices, isKnown)
  const used = drafts.flatMap(({ step }) => step.level ?? [])
  const levels = levelsOf(things, stated, used).map((level) => ({ id: level.key, name: levelName(level) ?? [] }))
  return assemble(things, { id, head: headOf(things, stated), joined, levels, notices })
}

/**
 * The components of a pathway: `hasPart`, and what leads there; all of the document when it holds no other pathway. In the publisher's
 * order, then by key.
 */
function membersOf({ things, ...holdings }: Holdings, { key, stated }: Described, notices: Notices): readonly Described[] {
  const named = keysIn(things, stated, 'hasDestinationComponent', 'hasPart', 'hasChild')
  for (const each of named) if (!things.things.has(each)) notices.add('target_missing', '')
  const claiming = [...(holdings.claiming.get(key) ?? []), ...(holdings.destinations.get(key) ?? [])]
  const isAlone = holdings.pathways.length === 1
  const keys = isAlone ? holdings.components.map((component) => component.key) : reached(things, [...named, ...claiming])
  const listed = new Map(keysIn(things, stated, 'hasPart').map((each, index) => [each, index]))
  const place = (member: Described) => listed.get(member.key) ?? listed.size
  const members = keys.flatMap((each) => things.things.get(each) ?? []).filter(isComponent)
  if (members.length > pathwayLimits.steps) notices.add('too_many', '')
  return members
    .toSorted((one, other) => place(one) - place(other) || (one.key < other.key ? -1 : 1))
    .slice(0, pathwayLimits.steps)
}

/** Some components, and all that leads to them. */
function reached(things: Things, first: readonly string[]): readonly string[] {
  const read = conditionReader(things, noticesOfReading())
  const seen = new Set(first)
  // A set that grows while it is gone through: what is added is gone through as well.
  for (const key of seen) {
    const stated = things.things.get(key)?.stated ?? []
    const targets = valuesOf(stated, 'hasCondition').flatMap((value) => stepsIn(read(value, '')))
    for (const next of [...linksIn(things, stated, ...backward), ...targets]) seen.add(next)
  }
  return [...seen]
}

/** What a step names by some members, as far as that is bounded. */
function linksIn(things: Things, stated: Stated, ...members: readonly string[]): readonly string[] {
  return members.flatMap((member) => keysIn(things, stated, member).slice(0, pathwayLimits.linksEach))
}

/** Each member as it is stated, with what others say of it. */
function draftsOf(things: Things, members: readonly Described[], notices: Notices): readonly Draft[] {
  const read = conditionReader(things, notices)
  const units = new Set(members.filter(({ stated }) => valuesOf(stated, 'creditValue').length > 0).map(creditUnitOf))
  const drafts = new Map(members.map((member) => [member.key, draftOf(things, member, read, units.size > 1)]))
  for (const { key, stated } of members) {
    if (isFull(things, stated)) notices.add('too_many', '')
    for (const parent of linksIn(things, stated, 'isChildOf')) drafts.get(parent)?.children.add(key)
    for (const next of linksIn(things, stated, 'precedes')) drafts.get(next)?.earlier.add(key)
  }
  return [...drafts.values()]
}

/** Whether a step names more than is taken. */
function isFull(things: Things, stated: Stated): boolean {
  return [...backward, 'isChildOf', 'precedes'].some((member) => keysIn(things, stated, member).length > pathwayLimits.linksEach)
}

type OpenDraft = Draft & { readonly children: Set<string>; readonly earlier: Set<string> }

function draftOf(things: Things, member: Described, read: ReturnType<typeof conditionReader>, isMixed: boolean): OpenDraft {
  const { key, stated } = member
  const { credits, ...step } = stepOf(things, member)
  const [level] = keysIn(things, stated, 'hasProgressionLevel')
  const conditions = valuesOf(stated, 'hasCondition').flatMap((value) => read(value, key) ?? [])
  const prerequisites = linksIn(things, stated, 'prerequisite').map((id): Requirement => ({ kind: 'step', id }))
  return {
    key,
    // Credits of several kinds are no sum.
    step: { ...step, ...(credits !== undefined && !isMixed && { credits }), ...(level !== undefined && { level }) },
    asked: [...conditions, ...prerequisites],
    children: new Set(linksIn(things, stated, 'hasChild')),
    earlier: new Set(linksIn(things, stated, 'precededBy')),
  }
}
