import type { Association, Credential } from '../../core/model/credential.ts'
import type { PageText } from '../../text/findings.ts'
import type { Phrase } from './phrase.ts'

/** One thing that a line of a record belongs together with. */
export interface LinkedThing {
  readonly title: Phrase
  /** The part that it is, as an address names it; null for what is only defined here, or not in the record at all. */
  readonly path: string | null
  readonly isMissing: boolean
}

/** What a line belongs together with in one way: "Part of" these. */
export interface LinkGroup {
  readonly label: string
  readonly things: readonly LinkedThing[]
  /** How many more there are than are shown. */
  readonly more: number
}

/** Something in a record that an association can name. */
export interface Linkable {
  /** The ids that stand for it, those that count most first (data-model.md §2). */
  readonly ids: readonly string[]
  readonly title: Phrase
  readonly path: string | null
}

type Label = keyof PageText['record']['links']

/** How each type of association reads from its source and from its target. */
const readings: Readonly<Record<string, readonly [Label, Label]>> = {
  isChildOf: ['partOf', 'includes'],
  isPartOf: ['partOf', 'includes'],
  isParentOf: ['includes', 'partOf'],
  precedes: ['before', 'after'],
  replacedBy: ['replacedBy', 'replaces'],
  isPeerOf: ['besides', 'besides'],
  exactMatchOf: ['sameAs', 'sameAs'],
}
const loosely = ['relatedTo', 'relatedTo'] as const

/** Most things named beside one line in one way, and most things that one id of a hostile record may stand for. */
const mostThings = 4
const mostSharing = 3

/** What belongs together in a record. */
export interface Links {
  /** What the thing with these ids belongs together with, as the record states it. */
  of(thing: Pick<Linkable, 'ids'>): readonly LinkGroup[]
  /** The ids of what is stated to be part of the thing with these ids. */
  insideOf(thing: Pick<Linkable, 'ids'>): ReadonlySet<string>
}

/** Reads what a record states of how its things belong together. An end that is not in the record is said to be missing. */
export function linksAmong(
  associations: readonly Association[],
  things: readonly Linkable[],
  words: { readonly page: PageText; readonly unnamed: (id: string) => Phrase },
): Links {
  const known = indexed(things)
  const stated = new Map<string, Map<Label, Set<string>>>()
  for (const { type, sourceId, targetId } of associations) {
    const [forward, backward] = (Object.hasOwn(readings, type) ? readings[type] : undefined) ?? loosely
    note(stated, sourceId, forward, targetId)
    note(stated, targetId, backward, sourceId)
  }

  function thingsNamed(id: string): readonly LinkedThing[] {
    const found = known.get(id)
    if (!found) return [{ title: words.unnamed(id), path: null, isMissing: true }]
    return found.map(({ title, path }) => ({ title, path, isMissing: false }))
  }

  function linkedTo(ids: readonly string[], label: Label): ReadonlySet<string> {
    return new Set(ids.flatMap((id) => [...(stated.get(id)?.get(label) ?? [])]))
  }

  return {
    of({ ids }) {
      const labels = new Set(ids.flatMap((id) => [...(stated.get(id)?.keys() ?? [])]))
      return [...labels].map((label) => {
        const others = [...linkedTo(ids, label)]
        const shown = others.slice(0, mostThings)
        return { label: words.page.record.links[label], things: shown.flatMap(thingsNamed), more: others.length - shown.length }
      })
    },
    insideOf: ({ ids }) => linkedTo(ids, 'includes'),
  }
}

function note(stated: Map<string, Map<Label, Set<string>>>, id: string, label: Label, other: string): void {
  const labels = stated.get(id) ?? new Map<Label, Set<string>>()
  stated.set(id, labels)
  labels.set(label, (labels.get(label) ?? new Set<string>()).add(other))
}

/** Ids are not unique: several different things may share one, and each of them is shown. */
function indexed(things: readonly Linkable[]): ReadonlyMap<string, readonly Linkable[]> {
  const known = new Map<string, Linkable[]>()
  for (const thing of things)
    for (const id of thing.ids) {
      const sharing = known.get(id) ?? []
      known.set(id, sharing)
      if (sharing.length < mostSharing && !sharing.some(({ title }) => title.value === thing.title.value)) sharing.push(thing)
    }
  return known
}

/** The ids by which an association may name a credential: its achievements, their results and levels, itself. */
export function idsOf({ subjects, id }: Credential): readonly string[] {
  const achievements = subjects.flatMap(({ achievement }) => achievement ?? [])
  const levels = achievements.flatMap(({ resultDescriptions }) => resultDescriptions.flatMap((result) => result.levels))
  return [...achievements.map((achievement) => achievement.id), ...levels.map((level) => level.id), id ?? ''].filter(
    (one) => one !== '',
  )
}
