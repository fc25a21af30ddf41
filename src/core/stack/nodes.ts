import type { Description } from './descriptions.ts'
import { byKeys } from './descriptions.ts'
import { folded } from './keys.ts'
import { ownersOf } from './owners.ts'
import { rankOf } from './ranks.ts'
import { type SameAs, sameThings } from './same.ts'
import type { AchievementNode, Award } from './types.ts'

/** The achievements there are, and which descriptions are of which. */
export interface Nodes {
  readonly list: readonly AchievementNode[]
  /** The node of a description. */
  of(description: Description): AchievementNode
  /** Descriptions that a normalised key stands for. */
  known(key: string): readonly Description[]
}

/**
 * Puts together what is the same achievement (`sameThings`).
 * @param descriptions in their own order (`order`), so that the outcome does not depend on how they came.
 */
export function nodesOf(descriptions: readonly Description[], same: readonly SameAs[]): Nodes {
  const byKey = byKeys(descriptions)
  const places = new Map(descriptions.map((description, place) => [description, place]))
  const union = sameThings(descriptions, byKey, same)
  const classes = new Map<number, Description[]>()
  descriptions.forEach((description, place) => {
    const root = union.find(place)
    const members = classes.get(root)
    if (members) members.push(description)
    else classes.set(root, [description])
  })
  const made = [...classes].map(([root, members]) => [root, nodeOf(members)] as const)
  const named = new Map(withIds(made))
  return {
    list: [...named.values()],
    of(description) {
      const node = named.get(union.find(places.get(description) ?? -1))
      if (!node) throw new Error('a description from elsewhere')
      return node
    },
    known: (key) => byKey.get(key) ?? [],
  }
}

/** What says most about a thing comes first: that it was awarded, then newest; what else is equal, by its order. */
const weight = { awarded: 0, defined: 1, pathway: 2, named: 3 } as const

function byWeight(one: Description, other: Description): number {
  const difference = weight[one.presence] - weight[other.presence]
  if (difference !== 0) return difference
  if (one.presence === 'awarded' && other.presence === 'awarded') return byDate(one.award, other.award)
  return one.order < other.order ? -1 : 1
}

function byDate(one: Award, other: Award): number {
  if (one.earned !== other.earned) return one.earned > other.earned ? -1 : 1
  return one.ref < other.ref ? -1 : 1
}

/** What it is called, of what kind and under which keys is the word of those who are best known: a stranger's copy changes none of it. */
function nodeOf(members: readonly Description[]): Omit<AchievementNode, 'id'> {
  const inOrder = members.toSorted(byWeight)
  const best = inOrder.reduce((least, { voice }) => Math.min(least, voice), 2)
  const vouching = inOrder.filter(({ voice }) => voice === best)
  const achievements = vouching.flatMap((member) => ('achievement' in member ? [member.achievement] : []))
  const awards = awardsOf(inOrder)
  const type = vouching.find((member) => member.type !== undefined)?.type
  const image = [...awardsOf(vouching), ...achievements].find((each) => each.image !== undefined)?.image
  const creditsAvailable = achievements.find((each) => each.creditsAvailable !== undefined)?.creditsAvailable
  return {
    kind: 'achievement',
    keys: [...new Set(vouching.flatMap(({ keys }) => keys))].toSorted(),
    name: [...vouching, ...inOrder].find(({ name }) => name.length > 0)?.name ?? [],
    ...(type !== undefined && { type }),
    ...rankOf(type),
    awards: awards.map(({ ref }) => ref),
    presence: inOrder[0]?.presence ?? 'named',
    ...(image && { image }),
    ...(creditsAvailable !== undefined && { creditsAvailable }),
    owners: ownersOf(members),
  }
}

function awardsOf(members: readonly Description[]): readonly Award[] {
  return members.flatMap((member) => (member.presence === 'awarded' ? [member.award] : []))
}

/** A node is called by the first of its keys; several under one by their names as well. */
function withIds(
  made: readonly (readonly [number, Omit<AchievementNode, 'id'>])[],
): readonly (readonly [number, AchievementNode])[] {
  const taken = new Map<string, number>()
  for (const [, { keys }] of made) taken.set(keys[0] ?? '', (taken.get(keys[0] ?? '') ?? 0) + 1)
  const used = new Set<string>()
  return made.map(([root, node]) => {
    const [key = ''] = node.keys
    const plain = (taken.get(key) ?? 0) > 1 ? `${key} ${folded(node.name[0]?.value ?? '')}` : key
    let id = plain
    for (let count = 2; used.has(id); count += 1) id = `${plain} ${count}`
    used.add(id)
    return [root, { ...node, id }]
  })
}
