import { inTurn } from '../../core/in-turn.ts'
import { type Attempt, done, type Problem } from '../../core/problem.ts'
import type { StackSource } from '../../core/stack/types.ts'
import type { Card, Vault } from '../../store/types.ts'
import { stackSourceOf } from './stack-source.ts'

/** What may be heard of it, and what ends it. */
interface Working {
  /** How many are read, of how many that have to be. Not heard when there is nothing to read. */
  readonly hearing?: (ready: number, total: number) => void
  readonly signal?: AbortSignal
}

/** What the entries of a wallet give to its stacks, in memory: each is read once, and again when it was checked again. */
export interface SourceReader {
  /** In the order of the cards, without those that cannot be opened. Problems: those of the store, `cancelled`. */
  read(cards: readonly Card[], working?: Working): Promise<Attempt<readonly StackSource[]>>
}

/** How many entries are opened at once. Each is read in a turn of its own, so that the page answers in between. */
const together = 16

/** Reads through the vault. What is no longer among the cards is forgotten. */
export function createSourceReader(vault: Pick<Vault, 'entry'>): SourceReader {
  let known: ReadonlyMap<string, StackSource> = new Map()

  return {
    async read(cards, { hearing, signal } = {}) {
      const sources = new Map(
        cards.flatMap((card) => {
          const source = known.get(keyOf(card))
          return source ? [[keyOf(card), source] as const] : []
        }),
      )
      // What was read before a stop need not be read again.
      known = sources
      const missing = cards.filter((card) => !sources.has(keyOf(card)))
      let [ready, trouble]: [number, Problem | null] = [0, null]
      const isOver = () => trouble !== null || signal?.aborted === true
      if (missing.length > 0) hearing?.(0, missing.length)
      await inTurn(missing, together, async (card) => {
        if (isOver()) return
        const source = await sourceAt(vault, card)
        if (!source.ok) trouble ??= source.problem
        else if (source.value) sources.set(keyOf(card), source.value)
        ready += 1
        if (!isOver()) hearing?.(ready, missing.length)
      })
      if (isOver()) return { ok: false, problem: trouble ?? { code: 'cancelled' } }
      return done(cards.flatMap((card) => sources.get(keyOf(card)) ?? []))
    },
  }
}

/** Another key when it was checked again, or when an example was kept as one's own. */
function keyOf({ id, verifiedAt, example }: Card): string {
  return `${id} ${verifiedAt} ${example}`
}

/** Null for an entry that is gone, or damaged: the list of the wallet says so. */
async function sourceAt(vault: Pick<Vault, 'entry'>, { id }: Card): Promise<Attempt<StackSource | null>> {
  const found = await vault.entry(id)
  if (!found.ok) return found.problem.code === 'store_corrupt' ? done(null) : found
  return done(found.value && stackSourceOf(found.value))
}
