import type { LayoutRequest } from '../../../core/stack/layout/types.ts'

/** How large things are drawn, in CSS pixels: on the screen and in the picture that is taken away. */
export const sizes = {
  node: { width: 248, height: 96 },
  skill: { width: 208, height: 60 },
  /** The seal in an achievement, and its distance from the borders. */
  seal: 64,
  inset: 12,
} as const satisfies Pick<LayoutRequest, 'node' | 'skill'> & Readonly<Record<'seal' | 'inset', number>>

/** How many achievements may stand side by side on a screen of this width, so that a row is still read at a glance. */
export function columnsFor(width: number): number {
  return Math.min(8, Math.max(2, Math.round(width / (sizes.node.width * 0.8))))
}
