/** How many cards of at least `least` fit beside each other in `width` with `gap` between them; never none. */
export function columnsIn(width: number, least: number, gap: number): number {
  return Math.max(1, Math.floor((width + gap) / (least + gap)))
}

/** The cards of one row of a grid. */
export function rowOf<T>(items: readonly T[], row: number, columns: number): readonly T[] {
  return items.slice(row * columns, (row + 1) * columns)
}
