import { isObject, type Json } from '../model/json.ts'
import { assemble, ownersOf } from './assemble.ts'
import { type Stated, valuesOf } from './ctdl.ts'
import { type Described, isA, keysIn, type Things } from './document.ts'
import { type Draft, join } from './drafts.ts'
import { pathwayLimits } from './limits.ts'
import { madeUpName } from './names.ts'
import { noticesOfReading } from './notices.ts'
import { addressKeys, saidOf } from './steps.ts'
import type { Pathway, PathwayStep, Requirement } from './types.ts'

/*
 * Credentials that say of each other what prepares for what (CTDL condition profiles with `targetCredential`), in a document without a
 * pathway: read as one.
 */

/** What a condition profile may point at that can be a step. */
const targetMembers = ['targetCredential', 'targetLearningOpportunity', 'targetAssessment']
/** What comes before this one, and what this one comes before. */
const before = ['preparationFrom', 'advancedStandingFrom']
const ahead = ['isPreparationFor', 'isAdvancedStandingFor']

/** The pathway that the credentials of a document make; null when they do not link two of them. */
export function pathwayOfCredentials(things: Things): Pathway | null {
  const notices = noticesOfReading()
  const drafts = draftsOf(things)
  if (drafts.length < 2) return null
  if (drafts.length > pathwayLimits.steps) notices.add('too_many', '')
  const joined = join(drafts.slice(0, pathwayLimits.steps), [], notices, (key) => things.things.has(key))
  const [destination] = joined.destinations.flatMap((key) => things.things.get(key) ?? [])
  if (destination === undefined) return null
  const { name, description, url } = saidOf(things, destination)
  const owners = joined.steps.flatMap(({ key }) => ownersOf(things, things.things.get(key)?.stated ?? []))
  return assemble(things, {
    id: `to:${destination.id || madeUpName(JSON.stringify(destination.stated))}`,
    head: {
      name,
      ...(description && { description }),
      owners: [...new Set(owners)].slice(0, pathwayLimits.owners),
      ...(url !== undefined && { url }),
    },
    joined,
    levels: [],
    notices,
  })
}

/** That some things come before another: asked for, or merely earlier. Everything by key. */
interface Claim {
  readonly to: string
  readonly of: readonly string[]
  readonly isAsked: boolean
}

/** Those that link with another that the document describes, by key. */
function draftsOf(things: Things): readonly Draft[] {
  const claims = [...things.things.values()].flatMap((thing) => claimsOf(things, thing)).filter(({ of }) => of.length > 0)
  const to = new Map<string, Claim[]>()
  const linked = new Set<string>()
  for (const claim of claims) {
    to.set(claim.to, [...(to.get(claim.to) ?? []).slice(0, pathwayLimits.linksEach), claim])
    const known = claim.of.filter((key) => key !== claim.to && things.things.has(key))
    for (const key of known.length > 0 && things.things.has(claim.to) ? [claim.to, ...known] : []) linked.add(key)
  }
  return [...linked].toSorted().flatMap((key) => {
    const thing = things.things.get(key)
    return thing ? [draftOf(things, thing, (to.get(key) ?? []).toSorted(byTargets))] : []
  })
}

function draftOf(things: Things, thing: Described, claims: readonly Claim[]): Draft {
  return {
    key: thing.key,
    step: stepOf(things, thing),
    asked: claims.filter(({ isAsked }) => isAsked).map(({ of }) => profile(of)),
    children: new Set(),
    earlier: new Set(claims.filter(({ isAsked }) => !isAsked).flatMap(({ of }) => of)),
  }
}

function byTargets(one: Claim, other: Claim): number {
  return one.of.join() < other.of.join() ? -1 : 1
}

/** What a thing says of itself and of others. */
function claimsOf(things: Things, { key, stated }: Described): readonly Claim[] {
  const named = (members: readonly string[]) =>
    members.flatMap((member) => valuesOf(stated, member).map((value) => targetsIn(things, value)))
  const onwards = (members: readonly string[], isAsked: boolean) =>
    named(members).flatMap((targets) => targets.map((to) => ({ to, of: [key], isAsked })))
  return [
    ...named(['requires']).map((of) => ({ to: key, of, isAsked: true })),
    ...named(before).map((of) => ({ to: key, of, isAsked: false })),
    ...onwards(['isRequiredFor'], true),
    ...onwards(ahead, false),
  ]
}

/** What a condition profile points at; or the credential itself, where no profile stands between. */
function targetsIn(things: Things, value: Json): readonly string[] {
  const thing = things.things.get(things.keyOf(value))
  const stated: Stated = thing?.stated ?? (isObject(value) ? [value] : [])
  const targets = keysIn(things, stated, ...targetMembers).slice(0, pathwayLimits.linksEach)
  if (targets.length > 0 || isA(thing, 'ConditionProfile')) return targets
  return [things.keyOf(value)].filter((key) => key !== '')
}

/** A condition profile says more than what it points at (experience, age, words): it is never called met on our word. */
function profile(of: readonly string[]): Requirement {
  return { kind: 'some', count: of.length, of: of.map((id) => ({ kind: 'step', id })), isUnread: true }
}

function stepOf(things: Things, thing: Described): Omit<PathwayStep, 'id' | 'requires' | 'after'> {
  const type = thing.types[0] ?? ''
  const kind = /Course|Learning/.test(type) ? 'Course' : /Assessment/.test(type) ? 'Assessment' : 'Credential'
  const keys = [...new Set([thing.key, ...addressKeys(thing.stated)])].filter((key) => /^(?:ctid|guid|url):/.test(key))
  return {
    kind,
    ...saidOf(things, thing),
    ...(kind === 'Credential' && type !== '' && { credentialType: type }),
    keys: keys.slice(0, pathwayLimits.keys).toSorted(),
  }
}
