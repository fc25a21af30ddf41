import type { Pathway } from '../core/pathway/types.ts'
import type { Attempt } from '../core/problem.ts'
import type { Layout, LayoutRequest } from '../core/stack/layout/types.ts'
import type { Stacked, StackInput } from './stack-types.ts'

/** What the stack worker does for the page. Each computes without a pause. */
export interface StackHost {
  stack(input: StackInput): Promise<Stacked>
  layout(request: LayoutRequest): Promise<Layout>
  readPathways(text: string): Promise<Attempt<readonly Pathway[]>>
  /** Answers as soon as nothing is computed: a worker that does not for long is stuck. */
  beat(): void
}
