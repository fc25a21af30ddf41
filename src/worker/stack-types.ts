import type { Pathway } from '../core/pathway/types.ts'
import type { Attempt } from '../core/problem.ts'
import type { Layout, LayoutRequest } from '../core/stack/layout/types.ts'
import type { Stacked, StackInput } from '../core/stack/types.ts'

export type { Stacked, StackInput } from '../core/stack/types.ts'

/** The worker that makes graphs and lays them out. A new question of one kind takes the place of the one before it: that answers `cancelled`. */
export interface Stacker {
  /** Problems: `cancelled`, `worker_failed`. */
  stack(input: StackInput): Promise<Attempt<Stacked>>
  /** Problems: `cancelled`, `worker_failed`. */
  layout(request: LayoutRequest): Promise<Attempt<Layout>>
  /** Reads the pathways of a CTDL document. Problems: those of `core/pathway/read.ts`, `cancelled`, `worker_failed`. */
  readPathways(text: string): Promise<Attempt<readonly Pathway[]>>
  /** Ends the worker; the next call starts a new one. */
  end(): void
}
