import type { Achievement, Alignment, Text } from '../model/credential.ts'
import { alignmentKeys, folded, wordKeys } from './keys.ts'
import { stackLimits } from './limits.ts'
import type { SkillNode } from './types.ts'
import { createUnion } from './union.ts'

/** What an achievement says about what it is about. */
export interface Naming {
  readonly source: SkillNode['source']
  /** As the issuer's document has it: `alignment`, `fieldOfStudy`, `specialization`, `tag`. */
  readonly type: string
  readonly keys: readonly string[]
  readonly name: Text
  readonly alignment?: Alignment
}

/** The skills, standards and subjects there are, and which of them a naming means. */
export interface Skills {
  readonly list: readonly SkillNode[]
  of(naming: Naming): SkillNode
  /** Skills of the kind `alignment` that are called so, the first few of them: a tag may mean one of them. */
  called(words: string): readonly SkillNode[]
}

/** What one achievement is about, as its issuer states it. */
export function namingsOf(achievement: Achievement): readonly Naming[] {
  const { alignments, resultDescriptions, fieldOfStudy, specialization, tags } = achievement
  const aligned = [...alignments, ...resultDescriptions.flatMap((result) => result.alignments)]
  return [
    ...aligned.map(
      (alignment): Naming => ({
        source: 'alignment',
        type: 'alignment',
        keys: alignmentKeys(alignment),
        name: alignment.name,
        alignment,
      }),
    ),
    ...fieldOf('fieldOfStudy', fieldOfStudy),
    ...fieldOf('specialization', specialization),
    ...tags.map((tag): Naming => ({ source: 'tag', type: 'tag', keys: wordKeys('tag', tag), name: [{ value: tag }] })),
  ]
    .filter(({ keys }) => keys.length > 0)
    .slice(0, stackLimits.skillsEach)
}

function fieldOf(type: string, words: Text | undefined): readonly Naming[] {
  const keys = (words ?? []).flatMap(({ value }) => wordKeys('field', value))
  return words && keys.length > 0 ? [{ source: 'field', type, keys: [...new Set(keys)], name: words }] : []
}

/** Puts together what is the same skill: whatever shares a key. @param namings in an order that does not depend on how they came */
export function skillsOf(namings: readonly Naming[]): Skills {
  const union = createUnion(namings.length)
  const first = new Map<string, number>()
  namings.forEach(({ keys }, place) => {
    for (const key of keys) {
      const known = first.get(key)
      if (known === undefined) first.set(key, place)
      else union.join(known, place)
    }
  })
  const classes = new Map<number, Naming[]>()
  namings.forEach((naming, place) => {
    const root = union.find(place)
    const members = classes.get(root)
    if (members) members.push(naming)
    else classes.set(root, [naming])
  })
  const nodes = new Map([...classes].map(([root, members]) => [root, skillNode(members)]))
  const places = new Map(namings.map((naming, place) => [naming, place]))
  const words = calledSo([...nodes.values()])
  return {
    list: [...nodes.values()],
    of(naming) {
      const node = nodes.get(union.find(places.get(naming) ?? -1))
      if (!node) throw new Error('a naming from elsewhere')
      return node
    },
    called: (name) => words.get(folded(name)) ?? [],
  }
}

function skillNode(members: readonly Naming[]): SkillNode {
  const [first] = members
  const aligned = members.flatMap(({ alignment }) => alignment ?? [])
  const { framework, code } = aligned.find((each) => each.framework !== undefined) ?? aligned[0] ?? {}
  const url = aligned.find((each) => each.url !== '')?.url
  const keys = [...new Set(members.flatMap((member) => member.keys))].toSorted()
  return {
    kind: 'skill',
    id: `skill ${keys[0] ?? ''}`,
    keys,
    source: first?.source ?? 'tag',
    name: members.find(({ name }) => name.length > 0)?.name ?? [],
    ...(framework !== undefined && { framework }),
    ...(code !== undefined && { code }),
    ...(url !== undefined && { url }),
  }
}

function calledSo(nodes: readonly SkillNode[]): ReadonlyMap<string, readonly SkillNode[]> {
  const words = new Map<string, SkillNode[]>()
  for (const node of nodes) {
    if (node.source !== 'alignment') continue
    for (const name of new Set(node.name.map(({ value }) => folded(value)))) {
      const known = words.get(name) ?? []
      // A hostile record calls thousands of addresses the same.
      if (known.length < stackLimits.thingsEach) words.set(name, [...known, node])
    }
  }
  return words
}
