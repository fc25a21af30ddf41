import { addOwn, addPathways } from './arranged.ts'
import { awarded, type Description, defined, step } from './descriptions.ts'
import { createEdgeBook } from './edges.ts'
import { addInferred, addSkills, type Namings } from './infer/index.ts'
import { stackLimits } from './limits.ts'
import { nodesOf } from './nodes.ts'
import type { SameAs } from './same.ts'
import { namingsOf, skillsOf } from './skills.ts'
import { addAssociations, addRelated, missingEditions, type Resolved, resolveAssociations } from './stated.ts'
import type { Award, RecordStatement, Speaker, StackGraph, StackInput } from './types.ts'
import { voiceOf } from './voice.ts'

/**
 * Everything in a wallet that builds on something else, and who says so. Total: whatever strangers' records state becomes a graph. The
 * order of the input does not matter, and what is added never takes an issuer's statement away.
 */
export function buildGraph({ sources, pathways, own }: StackInput): StackGraph {
  const all = sorted(sources.flatMap((source) => source.awards))
  const awards = all.slice(0, stackLimits.awards)
  const bounded = boundedRecords(sorted(sources.flatMap((source) => source.records)))
  const steps = new Map(
    pathways.map((pathway) => [pathway.id, new Map(pathway.steps.map((each) => [each.id, step(pathway, each)]))]),
  )
  const described = [
    ...awards.map(awarded),
    ...bounded.records.flatMap((record) => record.definitions.map((achievement, place) => defined(record, achievement, place))),
    ...[...steps.values()].flatMap((each) => [...each.values()]),
  ].toSorted(byOrder)
  const { resolved, missing } = resolveAssociations(bounded.records, described)
  const nodes = nodesOf([...described, ...missing, ...missingEditions(described, missing)].toSorted(byOrder), sameAs(resolved))
  const book = createEdgeBook()
  const isStatedCut = addAssociations(resolved, nodes, book)
  addRelated(described, nodes, book)
  addPathways(pathways, steps, nodes, book)
  addOwn(own, described, nodes, book)
  const namings: Namings = new Map(
    described.flatMap((each) => ('achievement' in each ? [[each, namingsOf(each.achievement)]] : [])),
  )
  const skills = skillsOf([...namings.values()].flat())
  addSkills(namings, skills, nodes, book)
  const isInferenceCut = addInferred(namings, skills, resolved, nodes, book)
  return {
    achievements: nodes.list.toSorted(byId),
    skills: skills.list.toSorted(byId),
    edges: book.list(),
    awards: Object.fromEntries(awards.map((award) => [award.ref, award])),
    speakers: Object.fromEntries(bounded.records.map((record) => [record.ref, speakerOf(record)])),
    isCut: awards.length < all.length || bounded.isCut || isStatedCut || isInferenceCut,
  }
}

/** In the order of their refs, each once: the same source may be given twice. */
function sorted<T extends Pick<Award, 'ref'>>(things: readonly T[]): readonly T[] {
  return [...new Map(things.map((thing) => [thing.ref, thing])).values()].toSorted((one, other) => (one.ref < other.ref ? -1 : 1))
}

function byOrder(one: Description, other: Description): number {
  return one.order < other.order ? -1 : Number(one.order > other.order)
}

function byId(one: { readonly id: string }, other: { readonly id: string }): number {
  return one.id < other.id ? -1 : 1
}

function boundedRecords(records: readonly RecordStatement[]): {
  readonly records: readonly RecordStatement[]
  readonly isCut: boolean
} {
  let [associations, definitions]: [number, number] = [stackLimits.associations, stackLimits.definitions]
  let isCut = false
  const kept = records.map((record) => {
    const mine = {
      associations: record.associations.slice(0, associations),
      definitions: record.definitions.slice(0, definitions),
    }
    associations -= mine.associations.length
    definitions -= mine.definitions.length
    isCut ||= mine.associations.length < record.associations.length || mine.definitions.length < record.definitions.length
    return { ...record, ...mine }
  })
  return { records: kept, isCut }
}

/**
 * What is the same because its own issuer says so (`exactMatchOf`). Anybody else's word for it is drawn, and joins nothing: else a record
 * that a stranger made could put their award in the place of a school's.
 */
function sameAs(resolved: readonly Resolved[]): readonly SameAs[] {
  return resolved.flatMap(({ record, association, sources, targets }) => {
    if (association.type !== 'exactMatchOf' || record.verdict !== 'verified') return []
    const voice = voiceOf(record.issuerLevel)
    const isOwn = (each: Description) => 'issuer' in each && each.issuer === record.issuer.id && each.voice >= voice
    return sources.filter(isOwn).flatMap((one) => targets.filter(isOwn).map((other): SameAs => [one, other]))
  })
}

function speakerOf({ ref, entry, issuer, issuerLevel, issuerKnownAs, verdict, code }: RecordStatement): Speaker {
  return { ref, entry, issuer, issuerLevel, issuerKnownAs, verdict, code }
}
