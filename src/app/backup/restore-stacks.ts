import type { BackupRest } from '../../core/backup/types.ts'
import { type Attempt, done } from '../../core/problem.ts'
import type { KeptStack, KeptStacks, Vault } from '../../store/types.ts'

/** How many of the learner's own stacks, and of the pathways, came in: new ones, and stacks that were changed later than here. */
export interface RestoredStacks {
  readonly stacks: number
  readonly pathways: number
  /** For how many there was no room. */
  readonly leftOut: number
}

/**
 * Puts the learner's own stacks and the pathways into the wallet. Of a stack that is in both, what was changed last counts; a pathway that
 * is here stays as it is. Nothing is from the future. Problems: those of the store.
 * @param now the clock
 */
export async function restoreStacks(
  { vault }: { readonly vault: Vault },
  rest: Pick<BackupRest, 'groupings' | 'pathways'>,
  now: Date,
): Promise<Attempt<RestoredStacks>> {
  const here = await vault.stacks()
  if (!here.ok) return here
  const at = now.toISOString()
  const past = (date: string) => (Date.parse(date) < now.getTime() ? date : at)
  const stacks = await keepAll(newestOf(rest.groupings, here.value), (stack) =>
    vault.keepStack({ ...stack, createdAt: past(stack.createdAt), changedAt: past(stack.changedAt) }),
  )
  if (!stacks.ok) return stacks
  const known = new Set(here.value.pathways.map(({ id }) => id))
  const fresh = rest.pathways.filter(({ id }) => !known.has(id) && known.add(id))
  const pathways = await keepAll(fresh, (pathway) => vault.keepPathway({ ...pathway, addedAt: past(pathway.addedAt) }))
  if (!pathways.ok) return pathways
  const leftOut = stacks.value.leftOut + pathways.value.leftOut
  return done({ stacks: stacks.value.kept, pathways: pathways.value.kept, leftOut })
}

/** Those that are not here, or were changed later than here; of several with one id the one that was changed last. */
function newestOf(given: BackupRest['groupings'], { stacks }: KeptStacks): readonly KeptStack[] {
  const newest = new Map(stacks.map((stack): readonly [string, KeptStack] => [stack.id, stack]))
  const fresh = new Set<string>()
  for (const stack of given) {
    const other = newest.get(stack.id)
    if (other && !(Date.parse(stack.changedAt) > Date.parse(other.changedAt))) continue
    newest.set(stack.id, stack)
    fresh.add(stack.id)
  }
  return [...fresh].flatMap((id) => newest.get(id) ?? [])
}

/** One after the other. No room for more of them is no reason to stop: the credentials are still to come. */
async function keepAll<T>(
  all: readonly T[],
  keep: (one: T) => Promise<Attempt<void>>,
): Promise<Attempt<{ readonly kept: number; readonly leftOut: number }>> {
  let leftOut = 0
  for (const one of all) {
    const written = await keep(one)
    if (written.ok) continue
    if (written.problem.code !== 'stacks_full') return written
    leftOut += 1
  }
  return done({ kept: all.length - leftOut, leftOut })
}
