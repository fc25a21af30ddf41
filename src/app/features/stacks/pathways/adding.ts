import { type Accessor, createSignal, onCleanup } from 'solid-js'
import type { PathwayPlace } from '../../../../core/pathway/fetch.ts'
import type { Pathway } from '../../../../core/pathway/types.ts'
import type { Problem } from '../../../../core/problem.ts'
import type { KeptPathway } from '../../../../store/types.ts'
import { type AddPowers, addPathways } from '../../../stacks/add-pathways.ts'

/** Reads pathways and keeps them, one place at a time. It ends with its owner. */
export interface Adding {
  readonly isBusy: Accessor<boolean>
  /** Why nothing came of the last attempt, and the address that was asked (empty for a file); null when all went well. */
  readonly trouble: Accessor<{ readonly problem: Problem; readonly url: string } | null>
  /** Reads what is at a place and keeps every pathway in it; what was kept, or null. What is given meanwhile waits for its turn. */
  add(place: PathwayPlace): Promise<readonly Pathway[] | null>
  /** Reads a pathway that is kept again from its address; null when it is not there any more, or on other trouble. */
  refresh(kept: KeptPathway): Promise<Pathway | null>
}

export function createAdding(powers: AddPowers): Adding {
  const [isBusy, setIsBusy] = createSignal(false)
  const [trouble, setTrouble] = createSignal<{ readonly problem: Problem; readonly url: string } | null>(null)
  const end = new AbortController()
  onCleanup(() => end.abort())
  let turn: Promise<unknown> = Promise.resolve()

  function run(place: PathwayPlace, isWanted?: (pathway: Pathway) => boolean): Promise<readonly Pathway[] | null> {
    const ran = turn.then(() => runNow(place, isWanted))
    turn = ran
    return ran
  }

  async function runNow(place: PathwayPlace, isWanted?: (pathway: Pathway) => boolean): Promise<readonly Pathway[] | null> {
    setIsBusy(true)
    setTrouble(null)
    const kept = await addPathways(place, powers, end.signal, isWanted)
    setIsBusy(false)
    if (kept.ok) return kept.value
    setTrouble({ problem: kept.problem, url: 'url' in place ? place.url : '' })
    return null
  }

  return {
    isBusy,
    trouble,
    add: (place) => run(place),
    async refresh({ id, origin }) {
      if (origin.kind !== 'address') return null
      const [fresh] = (await run({ url: origin.url }, (pathway) => pathway.id === id)) ?? []
      return fresh ?? null
    },
  }
}
