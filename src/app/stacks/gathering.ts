import { type Accessor, createEffect, createSignal, on, onCleanup, untrack } from 'solid-js'
import { type Attempt, attempt, done, type Problem, problem } from '../../core/problem.ts'
import type { OwnStack } from '../../core/stack/types.ts'
import type { KeptStack, KeptStacks } from '../../store/types.ts'
import type { Stacked, Stacker } from '../../worker/stack-types.ts'
import type { Services } from '../services.ts'
import { createSourceReader } from './gather.ts'
import { createPathwayReader, type ReadPathways } from './pathways.ts'

/** How the wallet stacks: read from the vault, made in the worker, and made anew whenever something changes, in any tab. */
export interface StackGathering {
  /** What was last made of the wallet; it stays while it is made anew. Undefined until it was first made. */
  readonly stacked: Accessor<Stacked | undefined>
  /** How many entries are read, of how many that have to be; null when nothing is being read. */
  readonly gathering: Accessor<{ readonly ready: number; readonly total: number } | null>
  /** What went wrong at the last attempt (`worker_failed`, `store_*`); null when all went well. */
  readonly trouble: Accessor<Problem | null>
  /** What the learner keeps: own stacks, pathways. */
  readonly kept: Accessor<KeptStacks>
  /** What is left out: how many damaged entries, and the ids of pathways that could not be read. */
  readonly skipped: Accessor<Skipped>
  /** Reads what has not been read, and makes it anew: after trouble. */
  refresh(): void
}

export interface Skipped {
  readonly entries: number
  readonly pathways: readonly string[]
}

/** How gathering may be done otherwise. */
export interface GatheringOptions {
  /** Whether anybody looks: while nobody does, what changes is left for when somebody does again. Always, unless said. */
  readonly isWatched?: Accessor<boolean>
  /** Reads the document of a pathway, if not as the app does. */
  readonly readPathways?: ReadPathways
}

/**
 * While a batch is added or checked every entry says that something changed. What was made is left alone for as long as making it took, so
 * that a wallet of thousands does not keep the page busy: at least and at most so long, in milliseconds.
 */
const [shortest, longest] = [250, 2_000]

/**
 * Gathers the wallet for its stacks. Called while a component or a root is being made, it ends with that; the worker stays its owner's.
 * Pictures of awards are named as `Vault.picture` takes them (`entry:…`) where they are large and embedded.
 */
export function createGathering(
  { vault, cards, damaged }: Pick<Services, 'vault' | 'cards' | 'damaged'>,
  stacker: Stacker,
  { isWatched = () => true, readPathways }: GatheringOptions = {},
): StackGathering {
  const [stacked, setStacked] = createSignal<Stacked>()
  const [gathering, setGathering] = createSignal<{ readonly ready: number; readonly total: number } | null>(null)
  const [trouble, setTrouble] = createSignal<Problem | null>(null)
  const [kept, setKept] = createSignal<KeptStacks>({ stacks: [], pathways: [] })
  const [unread, setUnread] = createSignal<readonly string[]>([])
  const sources = createSourceReader(vault)
  const pathways = createPathwayReader(readPathways ?? stacker.readPathways)
  const end = new AbortController()
  let [isStale, isKeptKnown] = [false, false]

  async function readKept(): Promise<Attempt<void>> {
    if (isKeptKnown) return done(undefined)
    // What changes while it is read is read again.
    isKeptKnown = true
    const found = await vault.stacks()
    isKeptKnown &&= found.ok
    if (!found.ok) return found
    setKept(found.value)
    return done(undefined)
  }

  async function make(): Promise<Attempt<void>> {
    const arranged = await readKept()
    const listed = cards()
    // The first cards will be told of.
    if (!arranged.ok || listed === undefined) return arranged
    const hearing = (ready: number, total: number) => setGathering({ ready, total })
    const read = await sources.read(listed, { hearing, signal: end.signal }).finally(() => setGathering(null))
    if (!read.ok) return read
    const ways = await pathways.read(kept().pathways)
    if (!ways.ok) return ways
    if (end.signal.aborted) return problem('cancelled')
    setUnread(ways.value.unread)
    const made = await stacker.stack({
      sources: read.value,
      pathways: ways.value.pathways,
      own: kept().stacks.map(ownStack),
    })
    if (!made.ok) return made
    if (!end.signal.aborted) setStacked(made.value)
    return done(undefined)
  }

  const run = oneAtATime(async () => {
    isStale = false
    const tried = await attempt(make)
    const made = tried.ok ? tried.value : tried
    // A newer question has taken its place: that will tell.
    if (end.signal.aborted || (!made.ok && made.problem.code === 'cancelled')) return
    isStale ||= !made.ok
    setTrouble(made.ok ? null : made.problem)
  }, end.signal)

  function change(): void {
    isStale = true
    if (untrack(isWatched)) run()
  }

  createEffect(on(cards, change))
  createEffect(on(isWatched, () => isStale && change(), { defer: true }))
  const unsubscribe = vault.subscribe(({ kind }) => {
    if (kind !== 'stacks') return
    isKeptKnown = false
    change()
  })
  onCleanup(() => {
    unsubscribe()
    end.abort()
  })
  return {
    stacked,
    gathering,
    trouble,
    kept,
    skipped: () => ({ entries: damaged().length, pathways: unread() }),
    refresh() {
      isKeptKnown = false
      run()
    },
  }
}

/** Does the work once at a time. However often it is asked for meanwhile, it is done once more, a moment later. */
function oneAtATime(work: () => Promise<void>, signal: AbortSignal): () => void {
  let [isBusy, isWanted] = [false, false]

  async function go(): Promise<void> {
    isBusy = true
    while (isWanted && !signal.aborted) {
      isWanted = false
      const begun = performance.now()
      await work()
      const pause = Math.min(longest, Math.max(shortest, performance.now() - begun))
      await new Promise((resolve) => setTimeout(resolve, pause))
    }
    isBusy = false
  }

  return () => {
    isWanted = true
    if (!isBusy) void go()
  }
}

function ownStack({ id, name, isOrdered, members }: KeptStack): OwnStack {
  return { id, name, isOrdered, members }
}
