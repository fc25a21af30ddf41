import { type Stated, wordsOf } from './ctdl.ts'
import { type Described, isA, keysIn, type Things } from './document.ts'
import { pathwayLimits } from './limits.ts'

/**
 * The columns of a pathway, by key, from the first to the last: those of its progression model as that orders them, each followed by the
 * narrower ones; without a model, those that its steps name (`used`). `precedes` between levels wins.
 */
export function levelsOf(things: Things, pathway: Stated, used: readonly string[]): readonly Described[] {
  const models = keysIn(things, pathway, 'hasProgressionModel')
  const ordered = models.flatMap((model) => keysIn(things, things.things.get(model)?.stated ?? [], 'hasTopConcept'))
  const topsOf = [...things.things.values()].filter((thing) => isTopOf(things, thing, models))
  const others = [...topsOf, ...used.flatMap((key) => things.things.get(key) ?? [])].toSorted(byName).map(({ key }) => key)
  const keys = withNarrower(things, [...new Set([...ordered, ...others])])
  const levels = keys.flatMap((key) => things.things.get(key) ?? []).filter((level) => isLevel(level))
  return inOrder(things, levels.slice(0, pathwayLimits.levels))
}

function isLevel(thing: Described): boolean {
  return isA(thing, 'ProgressionLevel') || isA(thing, 'Concept')
}

function isTopOf(things: Things, thing: Described, models: readonly string[]): boolean {
  return isLevel(thing) && keysIn(things, thing.stated, 'topConceptOf', 'isTopConceptOf').some((key) => models.includes(key))
}

/** Each followed by what is narrower, once. */
function withNarrower(things: Things, keys: readonly string[], seen = new Set<string>()): readonly string[] {
  return keys.flatMap((key) => {
    if (seen.has(key) || seen.size >= pathwayLimits.levels) return []
    seen.add(key)
    return [key, ...withNarrower(things, keysIn(things, things.things.get(key)?.stated ?? [], 'narrower'), seen)]
  })
}

/** The name of a level. */
export function levelName({ stated }: Described): ReturnType<typeof wordsOf> {
  return wordsOf(stated, 'prefLabel', pathwayLimits.name) ?? wordsOf(stated, 'name', pathwayLimits.name)
}

function byName(one: Described, other: Described): number {
  const [first, second] = [one, other].map((level) => levelName(level)?.[0]?.value ?? '')
  return (first ?? '').localeCompare(second ?? '', 'en', { numeric: true }) || (one.key < other.key ? -1 : 1)
}

/** Moves levels behind those that precede them, and nothing else. */
function inOrder(things: Things, levels: readonly Described[]): readonly Described[] {
  const before = new Map(levels.map((level) => [level.key, new Set(keysIn(things, level.stated, 'precededBy'))]))
  for (const { key, stated } of levels) for (const next of keysIn(things, stated, 'precedes')) before.get(next)?.add(key)
  const waiting = [...levels]
  const placed: Described[] = []
  while (waiting.length > 0) {
    const isFree = ({ key }: Described) => !waiting.some((other) => other.key !== key && before.get(key)?.has(other.key))
    // In a circle nobody is free: then as given.
    const at = Math.max(0, waiting.findIndex(isFree))
    placed.push(...waiting.splice(at, 1))
  }
  return placed
}
