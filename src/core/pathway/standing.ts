import { isKnownLevel } from '../issuer-level.ts'
import type { Text } from '../model/credential.ts'
import { awardsThatCount } from '../stack/counting.ts'
import { alignmentKeys, folded, identifierKey } from '../stack/keys.ts'
import type { Award, StackGraph } from '../stack/types.ts'
import type { Pathway, PathwayStep, StepProgress } from './types.ts'

/** How one step stands by what is held, whatever it requires. */
export type Standing = Pick<StepProgress, 'state' | 'awards' | 'because'>

/**
 * How each step of a pathway stands (trust.md §5, "Earned test"). Only what is verified, by an issuer who is known and has a say in it,
 * counts: under an identifier of the step, or aligned to it when an owner of the pathway awards it. Everything else is at most possible.
 */
export function standingOf(pathway: Pathway, graph: StackGraph): (step: PathwayStep) => Standing {
  const held = heldIn(graph)
  const owners = new Set(pathway.owners.map(identifierKey).filter((key) => key !== ''))
  const isOwner = (award: Award) => owners.has(identifierKey(award.issuer.id))
  const isTrusted = (award: Award) =>
    isKnownLevel(award.issuerLevel) ||
    // Whoever states the way in a record of theirs is no better known than what they award on it: their key says both.
    (pathway.origin === 'record' && award.issuerLevel !== 'none' && isOwner(award))
  const judges = { isOwner, counts: (award: Award) => isVerified(award) && isTrusted(award) }
  // Steps of a record are things of the graph, and of no others that somebody gives the same identifiers.
  if (pathway.origin === 'record') return (step) => standing({ ...step, keys: [] }, [step.id], held, judges)
  return (step) => standing(step, [], held, judges)
}

interface Judges {
  /** Whether it is awarded by an owner of the pathway. */
  isOwner(award: Award): boolean
  /** Whether it is verified, by an issuer who is known. */
  counts(award: Award): boolean
}

/** What is held, by everything that a step may find it by. */
interface Held {
  /** Refs of awards by those whose the thing is. */
  readonly own: ReadonlySet<string>
  readonly byNode: ReadonlyMap<string, readonly Award[]>
  readonly byKey: ReadonlyMap<string, readonly Award[]>
  readonly byAlignment: ReadonlyMap<string, readonly Award[]>
  readonly byName: ReadonlyMap<string, readonly Award[]>
}

function heldIn(graph: StackGraph): Held {
  const nodes = graph.achievements.map((node) => ({ ...node, held: node.awards.flatMap((ref) => awardOf(graph, ref)) }))
  const held = nodes.flatMap((node) => node.held)
  return {
    own: new Set(nodes.flatMap((node) => awardsThatCount(node, graph)).map(({ ref }) => ref)),
    byNode: index(nodes.map(({ id, held: awards }) => [[id], awards])),
    byKey: index(nodes.map(({ keys, held: awards }) => [keys, awards])),
    byAlignment: index(held.map((award) => [credentialsAlignedTo(award), [award]])),
    byName: index(nodes.map(({ name, held: awards }) => [foldedNames(name), awards])),
  }
}

function awardOf({ awards }: StackGraph, ref: string): readonly Award[] {
  const award = Object.hasOwn(awards, ref) ? awards[ref] : undefined
  return award ? [award] : []
}

function index(entries: readonly (readonly [readonly string[], readonly Award[]])[]): ReadonlyMap<string, readonly Award[]> {
  const map = new Map<string, Award[]>()
  for (const [keys, awards] of entries) {
    for (const key of keys) {
      const known = map.get(key) ?? []
      for (const award of awards) known.push(award)
      map.set(key, known)
    }
  }
  return map
}

/** Alignments that name a whole credential, not a skill in it (trust.md §4). */
function credentialsAlignedTo({ achievement }: Award): readonly string[] {
  const whole = achievement.alignments.filter(({ type = '' }) => /^(?:ceterms:Credential|CTDL)$/i.test(type))
  return whole.flatMap(alignmentKeys).filter((key) => /^(?:ctid|guid|url):/.test(key))
}

function foldedNames(name: Text): readonly string[] {
  return [...new Set(name.map(({ value }) => folded(value)))].filter((words) => words !== '')
}

/** @param nodes ids of the things of the graph that it is, beside those that it is by its keys */
function standing(step: PathwayStep, nodes: readonly string[], held: Held, { isOwner, counts }: Judges): Standing {
  const found = (map: ReadonlyMap<string, readonly Award[]>, keys: readonly string[]) => [
    ...new Set(keys.flatMap((key) => map.get(key) ?? [])),
  ]
  const same = [...found(held.byNode, nodes), ...found(held.byKey, step.keys)]
  const own = same.filter(({ ref }) => held.own.has(ref))
  const aligned = step.kind === 'Credential' ? found(held.byAlignment, step.keys).filter(isVerified) : []
  const namesakes = found(held.byName, foldedNames(step.name)).filter((award) => isVerified(award) && isOwner(award))
  const answers: readonly Standing[] = [
    { state: 'counts', awards: refs([...own.filter(counts), ...aligned.filter((award) => counts(award) && isOwner(award))]) },
    { state: 'possible', because: 'issuer', awards: refs([...same.filter(isVerified), ...aligned]) },
    { state: 'possible', because: 'name', awards: refs(namesakes) },
    { state: 'weak', awards: refs(same) },
  ]
  return answers.find(({ awards }) => awards.length > 0) ?? { state: 'missing', awards: [] }
}

function isVerified({ verdict }: Award): boolean {
  return verdict === 'verified'
}

function refs(awards: readonly Award[]): readonly string[] {
  return [...new Set(awards.map(({ ref }) => ref))].toSorted()
}
