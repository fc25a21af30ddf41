import type { Achievement, Text } from '../model/credential.ts'
import type { Pathway, PathwayStep } from '../pathway/types.ts'
import { achievementKeys, folded, identifierKey } from './keys.ts'
import type { Award, RecordStatement } from './types.ts'
import { type Voice, voiceOf } from './voice.ts'

/** One thing said to be an achievement: an award of it, a definition in a record, a step of a pathway, or a bare name in an association. */
export type Description = {
  /** What it is called by its issuer: the normalised id. */
  readonly own: string
  /** Everything that stands for it, sorted. */
  readonly keys: readonly string[]
  readonly name: Text
  readonly type: string | undefined
  /** What it is sorted by where nothing else decides: the same in whatever order things were added. */
  readonly order: string
  /** How well the one who says so is known. */
  readonly voice: Voice
} & (
  | { readonly presence: 'awarded'; readonly award: Award; readonly achievement: Achievement; readonly issuer: string }
  | { readonly presence: 'defined'; readonly record: string; readonly achievement: Achievement; readonly issuer: string }
  | { readonly presence: 'pathway'; readonly pathway: string; readonly step: PathwayStep }
  | { readonly presence: 'named' }
)

/** Each award. One without any id is known by where it lies. */
export function awarded(award: Award): Description {
  const { achievement, ref } = award
  const keys = keysOr(achievementKeys(achievement), `ref:${ref}`)
  const own = identifierKey(achievement.id) || (keys[0] ?? '')
  return {
    presence: 'awarded',
    award,
    achievement,
    own,
    keys,
    name: achievement.name.length > 0 ? achievement.name : award.title,
    type: achievement.type,
    order: ref,
    issuer: award.issuer.id,
    voice: voiceOf(award.issuerLevel),
  }
}

/** What a record defines without awarding it. */
export function defined({ ref, issuer, issuerLevel }: RecordStatement, achievement: Achievement, place: number): Description {
  const order = `${ref} ${String(place).padStart(6, '0')}`
  const keys = keysOr(achievementKeys(achievement), `ref:${order}`)
  const own = identifierKey(achievement.id) || (keys[0] ?? '')
  const { name, type } = achievement
  const voice = voiceOf(issuerLevel)
  return { presence: 'defined', record: ref, achievement, own, keys, name, type, order, issuer: issuer.id, voice }
}

/** A step of a pathway: it stands for the real thing that it names, and for itself. */
export function step({ id }: Pathway, given: PathwayStep): Description {
  const own = identifierKey(given.id)
  const keys = [...new Set([own, ...given.keys])].filter((key) => key !== '').toSorted()
  const type = given.credentialType ?? given.kind
  return {
    presence: 'pathway',
    pathway: id,
    step: given,
    own,
    keys,
    name: given.name,
    type,
    order: `${id} ${given.id}`,
    voice: 2,
  }
}

/** What an association names, and nobody here describes. */
export function named(id: string): Description {
  const own = identifierKey(id) || `id:${id.slice(0, 200)}`
  return { presence: 'named', own, keys: [own], name: [], type: undefined, order: own, voice: 2 }
}

/** Descriptions by each of their keys, in their order. */
export function byKeys(descriptions: readonly Description[]): ReadonlyMap<string, readonly Description[]> {
  const sharing = new Map<string, Description[]>()
  for (const description of descriptions)
    for (const key of description.keys) {
      const known = sharing.get(key)
      if (known) known.push(description)
      else sharing.set(key, [description])
    }
  return sharing
}

/**
 * Whether two descriptions under one id can be of one thing. Real records use one id for several different achievements (data-model.md
 * §2): they differ when both have a name in one language, and not the same.
 */
export function isAlike(one: Pick<Description, 'name'>, other: Pick<Description, 'name'>): boolean {
  const comparable = one.name.flatMap((a) =>
    other.name.filter((b) => languageOf(a) === languageOf(b) || !a.language || !b.language).map((b) => [a, b] as const),
  )
  return comparable.length === 0 || comparable.some(([a, b]) => folded(a.value) === folded(b.value))
}

function languageOf({ language }: Text[number]): string {
  return (language ?? '').toLowerCase().split('-')[0] ?? ''
}

function keysOr(keys: readonly string[], otherwise: string): readonly string[] {
  return keys.length > 0 ? keys : [otherwise]
}
