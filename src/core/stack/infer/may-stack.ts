import type { InferenceRule } from './rule.ts'

/** trust.md §6.2: the same issuer, about the same, first the smaller then the bigger: the one may stack towards the other. */
export const mayStack: InferenceRule = {
  name: 'may-stack',
  kind: 'vertical',
  holds({ small, big, apart, skill }) {
    if (skill === null || skill.source === 'tag') return null
    if (small.issuer.id === '' || small.issuer.id !== big.issuer.id) return null
    if (apart === null || apart < 0) return null
    return skill.source === 'alignment' ? 3 : 2
  },
}
