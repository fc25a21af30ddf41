import { containing } from '../stack/stated.ts'
import type { AchievementNode, StackEdge, StackGraph, Statement } from '../stack/types.ts'
import { circular, type Link } from './circles.ts'
import { pathwayLimits } from './limits.ts'
import { noticesOfReading } from './notices.ts'
import type { Pathway, PathwayStep, Requirement } from './types.ts'

/**
 * What issuers state as a way to something bigger: an achievement with parts, of which something is not earned yet. To be a part is not to
 * be required: that all of them are needed nobody said, so that what it asks for is never called met. Bigger things come first.
 */
export function pathwaysOfGraph(graph: StackGraph): readonly Pathway[] {
  const nodes = new Map(graph.achievements.map((node) => [node.id, node]))
  const parts = partsIn(graph.edges)
  const wholes = [...parts.keys()].flatMap((id) => nodes.get(id) ?? []).toSorted(bySize)
  return wholes
    .map((whole) => below(whole.id, parts).flatMap((id) => nodes.get(id) ?? []))
    .filter((contained) => contained.length > 1 && contained.some(({ awards }) => awards.length === 0))
    .slice(0, pathwayLimits.recordPathways)
    .map((contained) => pathwayOf(contained, parts))
}

/** The parts of each thing, as those say who award or created it; what somebody else says of it, or a false credential, is no way to it. */
function partsIn(edges: readonly StackEdge[]): ReadonlyMap<string, readonly string[]> {
  const parts = new Map<string, string[]>()
  for (const { from, to, statements } of edges) {
    if (from === to || !statements.some(isContainment)) continue
    const known = parts.get(to)
    if (known) known.push(from)
    else parts.set(to, [from])
  }
  return parts
}

function isContainment({ basis, type, isOwn, verdict }: Statement): boolean {
  return basis === 'issuer' && containing.has(type) && isOwn !== false && verdict !== 'not-verified'
}

/** A thing and everything in it, at all depths, each once, in an order of its own; one more than are taken, when there are more. */
function below(whole: string, parts: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const seen = new Set([whole])
  for (const id of seen) {
    for (const part of (parts.get(id) ?? []).toSorted()) if (seen.size <= pathwayLimits.steps) seen.add(part)
  }
  return [...seen]
}

function pathwayOf(all: readonly AchievementNode[], parts: ReadonlyMap<string, readonly string[]>): Pathway {
  const contained = all.slice(0, pathwayLimits.steps)
  const [whole] = contained
  const notices = noticesOfReading()
  if (contained.length < all.length) notices.add('too_many', '')
  const ids = new Set(contained.map(({ id }) => id))
  // From the whole downwards nothing comes back to it: what it is part of is above it.
  const strengthTo = (id: string) => (id === whole?.id ? 1 : 0)
  const stated = contained.flatMap(({ id: to }): Link[] =>
    (parts.get(to) ?? []).filter((from) => ids.has(from)).map((from) => ({ from, to, strength: strengthTo(to) })),
  )
  const known = stated.slice(0, pathwayLimits.links)
  if (known.length < stated.length) notices.add('too_many', '')
  const cut = circular(known)
  for (const { to } of cut) notices.add('circle_cut', to)
  const kept = known.filter((link) => !cut.has(link))
  return {
    id: `record:${whole?.id ?? ''}`,
    origin: 'record',
    name: whole?.name ?? [],
    owners: (whole?.owners ?? []).slice(0, pathwayLimits.owners),
    steps: contained.map((node) => stepOf(node, kept)),
    destinations: whole ? [whole.id] : [],
    levels: [],
    notices: notices.all(),
  }
}

function stepOf({ id, name, type, keys, creditsAvailable }: AchievementNode, links: readonly Link[]): PathwayStep {
  const of = links.filter(({ to }) => to === id).map(({ from }): Requirement => ({ kind: 'step', id: from }))
  const kind = kinds.find((each) => type?.includes(each)) ?? 'Credential'
  return {
    id,
    kind,
    name,
    ...(type !== undefined && kind === 'Credential' && { credentialType: type }),
    keys: keys.slice(0, pathwayLimits.keys),
    ...(creditsAvailable !== undefined && { credits: creditsAvailable }),
    requires: of.length === 0 ? null : { kind: 'some', count: of.length, of, isUnread: true },
    after: [],
  }
}

/** Achievement types that pathways have kinds of step for. */
const kinds = ['Course', 'Assessment', 'Competency'] as const

function bySize(one: AchievementNode, other: AchievementNode): number {
  return other.rank - one.rank || (one.id < other.id ? -1 : 1)
}
