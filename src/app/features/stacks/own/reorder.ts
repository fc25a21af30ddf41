/** Where a row stands before anything is dragged: its upper edge and its height, in CSS pixels. */
export interface Row {
  readonly top: number
  readonly height: number
}

/** The list with what is at one place put at another; as it was for places that are not in it. */
export function moved<T>(list: readonly T[], from: number, to: number): readonly T[] {
  if (from === to || !isPlace(list, from) || !isPlace(list, to)) return list
  const rest = list.toSpliced(from, 1)
  return rest.toSpliced(to, 0, ...list.slice(from, from + 1))
}

/** Where a row lands that is dragged that far (down is positive): past every row whose middle the edge that leads has passed. */
export function landing(rows: readonly Row[], from: number, by: number): number {
  const dragged = rows[from]
  if (dragged === undefined) return from
  const top = dragged.top + by
  const bottom = top + dragged.height
  const isPassed = (row: Row, place: number) => (place > from ? middleOf(row) < bottom : place < from && middleOf(row) > top)
  return (
    from + Math.sign(by) * rows.filter((row, place) => Math.sign(place - from) === Math.sign(by) && isPassed(row, place)).length
  )
}

/** How far another row makes way meanwhile: the height of what is dragged past it, or not at all. */
export function wayOf(place: number, from: number, to: number, height: number): number {
  if (place > from && place <= to) return -height
  return place < from && place >= to ? height : 0
}

function middleOf({ top, height }: Row): number {
  return top + height / 2
}

function isPlace(list: readonly unknown[], place: number): boolean {
  return Number.isInteger(place) && place >= 0 && place < list.length
}
