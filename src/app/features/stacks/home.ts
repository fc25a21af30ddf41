import { createRoot } from 'solid-js'
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

const homes = new WeakMap<Vault, StacksHome>()

/**
 * The stacks of the open wallet. They outlive the screen: whoever comes back from a credential finds them as they were, and a wallet of
 * thousands is not read again. A wallet that locks takes them with it, for then the page is loaded anew.
 */
export function homeOf(services: Services): StacksHome {
  const known = homes.get(services.vault)
  if (known) return known
  const stacker = createStacker()
  const home = createRoot(() => ({ stacker, gathered: createGathering(services, stacker) }))
  homes.set(services.vault, home)
  return home
}
