import type { Term } from './terms.ts'
import type { LayoutNode } from './types.ts'

/** Something that states when it was earned, in a year that a calendar has. */
export type Dated = LayoutNode & { readonly earned: number }

/** A stretch of time that has a place of its own on the timeline. Nothing stands across its ends. */
export interface Segment {
  readonly year: number
  /** Milliseconds since 1970; `to` is no longer in it. */
  readonly from: number
  readonly to: number
  /** What was earned in it, in order of time. */
  readonly nodes: readonly Dated[]
  /** True when years are left out before it. */
  readonly isAfterGap: boolean
}

/** Most years in a row that are shown though nothing happened in them; of a longer run none is. */
const mostEmptyYears = 4
const [firstYear, lastYear] = [1, 9_999]

export function isDated(node: LayoutNode): node is Dated {
  return isInCalendar(node.earned)
}

/** False for what is not stated, is no time, or lies in a year before 1 or after 9999. */
export function isInCalendar(time: number | null): time is number {
  return time !== null && time >= startOf(firstYear) && time < startOf(lastYear + 1)
}

/**
 * The time that is shown, cut where a year or a term begins or ends and at this moment. It holds the years in which something was earned
 * or expires and this one, with the few between them; none when nothing states a date.
 * @param dated in order of time
 */
export function axisOf(dated: readonly Dated[], terms: readonly Term[], now: number): readonly Segment[] {
  const years = dated.length === 0 ? [] : yearsOf(dated, now)
  const shown = new Set(years)
  const inner = [now, ...terms.flatMap(({ from, to }) => [from, to])].filter(
    (time) => isInCalendar(time) && shown.has(yearOf(time)),
  )
  const cuts = [...new Set([...years.flatMap((year) => [startOf(year), startOf(year + 1)]), ...inner])].toSorted((a, b) => a - b)
  let next = 0
  let isAfterGap = false
  return cuts.flatMap((from, place) => {
    const to = cuts[place + 1]
    const year = yearOf(from)
    if (to === undefined) return []
    if (!shown.has(year)) {
      isAfterGap = true
      return []
    }
    const first = next
    while ((dated[next]?.earned ?? to) < to) next += 1
    const segment = { year, from, to, nodes: dated.slice(first, next), isAfterGap }
    isAfterGap = false
    return [segment]
  })
}

/** How much of a year it is. */
export function shareOf({ year, from, to }: Segment): number {
  return (to - from) / (startOf(year + 1) - startOf(year))
}

function yearsOf(dated: readonly Dated[], now: number): readonly number[] {
  const times = dated.flatMap(({ earned, expires }) => [earned, expires]).concat(now)
  const used = [...new Set(times.filter(isInCalendar).map(yearOf))].toSorted((a, b) => a - b)
  return used.flatMap((year, place) => {
    const empty = place === 0 ? 0 : year - (used[place - 1] ?? year) - 1
    return empty > mostEmptyYears ? [year] : Array.from({ length: empty + 1 }, (_, index) => year - empty + index)
  })
}

const yearOf = (time: number): number => new Date(time).getUTCFullYear()

/** Its first moment. `Date.UTC` takes years before 100 for those of the last century. */
const startOf = (year: number): number => new Date(0).setUTCFullYear(year, 0, 1)
