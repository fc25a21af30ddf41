import type { Accessor } from 'solid-js'
import type { Problem } from '../../../core/problem.ts'
import type { DrawnView, Layout } from '../../../core/stack/layout/types.ts'
import type { Shown, StackFilter } from '../../../core/stack/select.ts'
import type { StackNode } from '../../../core/stack/types.ts'
import type { KeptStacks } from '../../../store/types.ts'
import type { Stacked } from '../../../worker/stack-types.ts'

export type { Shown, StackFilter }

/** The four ways to look at the same graph. */
export type StackView = DrawnView | 'outline'

/** How far the wallet is read. */
export interface Gathering {
  readonly ready: number
  readonly total: number
}

/** What the parts of the screen share: one model, whatever the view. The address holds view and focus. */
export interface StacksState {
  /** Undefined until it was first made. */
  readonly stacked: Accessor<Stacked | undefined>
  readonly gathering: Accessor<Gathering | null>
  readonly trouble: Accessor<Problem | null>
  /** What the learner keeps: own stacks, pathways. */
  readonly kept: Accessor<KeptStacks>
  readonly view: Accessor<StackView>
  setView(view: StackView): void
  readonly filter: Accessor<StackFilter>
  setFilter(change: Partial<StackFilter>): void
  /** Only what led to this node and where it can lead; null for everything. */
  readonly focus: Accessor<string | null>
  setFocus(id: string | null): void
  /** The node whose card is open; null for none. */
  readonly selected: Accessor<string | null>
  select(id: string | null): void
  readonly shown: Accessor<Shown>
  /** Of the view that is drawn; undefined while it is being made, and for the outline. */
  readonly layout: Accessor<Layout | undefined>
  node(id: string): StackNode | undefined
}
