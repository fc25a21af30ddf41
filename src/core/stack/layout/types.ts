import type { Tier } from '../types.ts'

export const drawnViews = ['ladder', 'skills', 'timeline'] as const
export type DrawnView = (typeof drawnViews)[number]

/** What a layout knows of a thing. It never sees a word: sizes are given, so that screen and picture agree. */
export interface LayoutNode {
  readonly id: string
  readonly kind: 'achievement' | 'skill'
  readonly tier: Tier
  readonly rank: number
  /** Milliseconds since 1970; null when not stated. */
  readonly earned: number | null
  readonly expires: number | null
  readonly term: string
  /** Names in one order everywhere: what else is equal is sorted by this. */
  readonly order: string
}

export interface LayoutEdge {
  readonly id: string
  readonly from: string
  readonly to: string
  /** Of `vertical` ones the ladder makes its layers; the others are only drawn. */
  readonly isOrdering: boolean
}

export interface LayoutRequest {
  readonly view: DrawnView
  readonly nodes: readonly LayoutNode[]
  readonly edges: readonly LayoutEdge[]
  /** Size of an achievement and of a skill, in CSS pixels. */
  readonly node: { readonly width: number; readonly height: number }
  readonly skill: { readonly width: number; readonly height: number }
  /** Narrow screens get fewer side by side. */
  readonly columns: number
  /** The clock, for `today` on the timeline (milliseconds since 1970). */
  readonly now: number
}

/** Where a thing stands: the upper left corner. */
export interface Placed {
  readonly id: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** A line from one thing to another, as an SVG path that ends at their borders. */
export interface Drawn {
  readonly id: string
  readonly path: string
  /** Where its arrow or its word may stand. */
  readonly middle: readonly [number, number]
}

/** A strip behind the things: a tier of the ladder, a year or a term of the timeline, what has no date. */
export interface Band {
  readonly kind: 'tier' | 'year' | 'term' | 'undated' | 'today'
  /** The tier, the year (`2024`), the term as stated; empty for the others. */
  readonly name: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** On the timeline: how long something holds. */
export interface Bar {
  readonly id: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** True when it does not end. */
  readonly isOpen: boolean
}

export interface Layout {
  readonly view: DrawnView
  readonly width: number
  readonly height: number
  readonly nodes: readonly Placed[]
  readonly edges: readonly Drawn[]
  readonly bands: readonly Band[]
  readonly bars: readonly Bar[]
}
