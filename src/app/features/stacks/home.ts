import { createRoot, createSignal, onCleanup } from 'solid-js'
import type { Vault } from '../../../store/types.ts'
import { createStacker } from '../../../worker/stack-client.ts'
import type { Stacker } from '../../../worker/stack-types.ts'
import type { Services } from '../../services.ts'
import { createGathering, type StackGathering } from '../../stacks/gathering.ts'

/** What was made of a wallet, and who makes it. */
export interface StacksHome {
  readonly gathered: StackGathering
  readonly stacker: Stacker
}

interface Kept extends StacksHome {
  watch(isWatched: boolean): void
}

const homes = new WeakMap<Vault, Kept>()

/**
 * The stacks of the open wallet, while a screen shows them. They outlive the screen: whoever comes back from a credential finds them as they
 * were, and a wallet of thousands is not read again. What changes while nobody looks is made when somebody does. A wallet that locks takes
 * them with it, for then the page is loaded anew. Called while the screen is being made.
 */
export function homeOf(services: Services): StacksHome {
  const home = homes.get(services.vault) ?? makeHome(services)
  homes.set(services.vault, home)
  home.watch(true)
  onCleanup(() => home.watch(false))
  return home
}

function makeHome(services: Services): Kept {
  const stacker = createStacker()
  const [isWatched, watch] = createSignal(true)
  return createRoot(() => ({ stacker, gathered: createGathering(services, stacker, { isWatched }), watch }))
}
