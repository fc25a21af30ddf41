import { grouped, inOrder, most, type Scene } from './scene.ts'
import type { LayoutNode } from './types.ts'

/** A skill, and the achievements that are drawn at it. */
export interface Hub {
  readonly skill: LayoutNode
  readonly members: readonly LayoutNode[]
}

export interface Hubs {
  /** Each followed by what shares most with those before it. */
  readonly hubs: readonly Hub[]
  /** Achievements that no skill is known of. */
  readonly others: readonly LayoutNode[]
}

/** Of one achievement, so many skills at most count for what is near to what: a list of hundreds says little, and costs its square. */
const mostSkills = 40

/** Draws each achievement at one of its skills: the one that most achievements share; among equals the first in order. */
export function hubsOf({ nodes, edges }: Scene): Hubs {
  const skillIds = new Set(nodes.filter(({ kind }) => kind === 'skill').map(({ id }) => id))
  const memberships = edges.flatMap(({ from, to }) => {
    if (skillIds.has(from) === skillIds.has(to)) return []
    return [skillIds.has(to) ? { member: from, skill: to } : { member: to, skill: from }]
  })
  const membersOf = new Map([...grouped(memberships, ({ skill }) => skill)].map(([id, all]) => [id, distinct(all, 'member')]))
  const sizeOf = (skill: string) => membersOf.get(skill)?.size ?? 0
  const places = new Map(nodes.map(({ id }, place) => [id, place]))
  const placeOf = (id: string) => places.get(id) ?? 0
  const skillsOf = new Map(
    [...grouped(memberships, ({ member }) => member)].map(([id, all]) => [
      id,
      [...distinct(all, 'skill')].toSorted((a, b) => sizeOf(b) - sizeOf(a) || placeOf(a) - placeOf(b)),
    ]),
  )
  const achievements = nodes.filter(({ kind }) => kind !== 'skill')
  const byHub = grouped(achievements, ({ id }) => skillsOf.get(id)?.[0] ?? null)
  const hubs = nodes.filter(({ kind }) => kind === 'skill').map((skill) => ({ skill, members: byHub.get(skill.id) ?? [] }))
  return { hubs: besideLikes(hubs, sharesOf([...skillsOf.values()])), others: byHub.get(null) ?? [] }
}

type Shares = ReadonlyMap<string, ReadonlyMap<string, number>>

/** For each two skills, how many achievements have both. */
function sharesOf(lists: readonly (readonly string[])[]): Shares {
  const shares = new Map<string, Map<string, number>>()
  for (const list of lists) {
    const skills = list.slice(0, mostSkills)
    for (const one of skills) {
      const row = shares.get(one) ?? new Map<string, number>()
      shares.set(one, row)
      for (const other of skills) if (other !== one) row.set(other, (row.get(other) ?? 0) + 1)
    }
  }
  return shares
}

/** Begins with the hub of most members, and goes on with the one that shares most with all before it. */
function besideLikes(hubs: readonly Hub[], shares: Shares): readonly Hub[] {
  const left = new Map(
    hubs.toSorted((a, b) => b.members.length - a.members.length || inOrder(a.skill, b.skill)).map((hub) => [hub.skill.id, hub]),
  )
  const pulls = new Map<string, number>()
  const sorted: Hub[] = []
  while (left.size > 0) {
    const next = strongest(left, pulls)
    if (next === undefined) break
    left.delete(next.skill.id)
    pulls.delete(next.skill.id)
    sorted.push(next)
    for (const [id, count] of shares.get(next.skill.id) ?? []) if (left.has(id)) pulls.set(id, (pulls.get(id) ?? 0) + count)
  }
  return sorted
}

/** The first of those that are pulled most; when nothing is, the first of all. */
function strongest(left: ReadonlyMap<string, Hub>, pulls: ReadonlyMap<string, number>): Hub | undefined {
  const strongestPull = most(pulls.values())
  for (const [id, hub] of left) if ((pulls.get(id) ?? 0) === strongestPull) return hub
  return undefined
}

function distinct<K extends string>(all: readonly Readonly<Record<K, string>>[], key: K): ReadonlySet<string> {
  return new Set(all.map((each) => each[key]))
}
