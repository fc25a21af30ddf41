import type { InferenceRule } from './rule.ts'

/** From which rank something is big enough to be finished and added to, and up to which it is short enough to add (trust.md §6.4). */
const bigFrom = 35
const smallTo = 40
/** How long after it a credential of the same field still counts as added, in milliseconds: 24 months. */
const near = 2 * 366 * 24 * 60 * 60 * 1000

/** trust.md §6.4: something short, earned after a degree or certificate that it has to do with, adds to it. */
export const addsTo: InferenceRule = {
  name: 'adds-to',
  kind: 'value-added',
  holds({ smallRank, bigRank, apart, skill }) {
    if (bigRank < bigFrom || smallRank > smallTo) return null
    // An issuer says that they belong together; that the one adds to the other is how we read it.
    if (skill === null) return 3
    if (apart === null || apart > 0 || skill.source === 'tag') return null
    if (skill.source === 'alignment') return 3
    return -apart <= near ? 2 : null
  },
}
