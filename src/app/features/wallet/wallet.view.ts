import { fold } from '../../../core/fold.ts'
import type { Card, Settings } from '../../../store/types.ts'

/** The ways in which a wallet can be narrowed, in the order in which they are offered. */
export const facets = ['attention', 'verdict', 'kind', 'credit', 'year', 'issuer'] as const
export type Facet = (typeof facets)[number]

/** The values chosen in each facet. Values of one facet widen each other; facets narrow each other. */
export type Filters = Readonly<Record<Facet, readonly string[]>>

export const noFilters: Filters = { attention: [], verdict: [], kind: [], credit: [], year: [], issuer: [] }

/** One value that a facet offers. */
export interface Offer {
  readonly value: string
  readonly count: number
}

/** The cards in which every word of the query occurs. No query, no narrowing. */
export function search(cards: readonly Card[], query: string): readonly Card[] {
  const words = fold(query)
    .split(' ')
    .filter((word) => word !== '')
  if (words.length === 0) return cards
  return cards.filter((card) => words.every((word) => card.haystack.includes(word)))
}

/** The cards that pass every facet in use. */
export function narrow(cards: readonly Card[], filters: Filters): readonly Card[] {
  const used = facets.filter((facet) => filters[facet].length > 0)
  if (used.length === 0) return cards
  const wanted = used.map((facet) => [facet, new Set(filters[facet])] as const)
  return cards.filter((card) => wanted.every(([facet, values]) => values.has(ownValue(card, facet))))
}

/** A card's own value in a facet; empty where nothing is stated. */
export function ownValue(card: Card, facet: Facet): string {
  switch (facet) {
    case 'attention':
      return needsAttention(card) ? 'yes' : ''
    case 'year':
      return /^\d{4}/.exec(card.issued)?.[0] ?? ''
    case 'issuer':
      return card.issuer
    default:
      return card[facet]
  }
}

/** What a facet offers among these cards, the frequent first. The years go from new to old. */
export function offersOf(cards: readonly Card[], facet: Facet): readonly Offer[] {
  const counts = new Map<string, number>()
  for (const card of cards) counts.set(ownValue(card, facet), (counts.get(ownValue(card, facet)) ?? 0) + 1)
  if (facet === 'attention') counts.delete('')
  const offers = [...counts].map(([value, count]) => ({ value, count }))
  return facet === 'year'
    ? offers.sort((a, b) => compare(b.value, a.value))
    : offers.sort((a, b) => b.count - a.count || compare(a.value, b.value))
}

/** The filters with one value put in or taken out. */
export function toggled(filters: Filters, facet: Facet, value: string): Filters {
  const chosen = filters[facet]
  return { ...filters, [facet]: chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value] }
}

/** Every value in use, facet by facet. */
export function inUse(filters: Filters): readonly { readonly facet: Facet; readonly value: string }[] {
  return facets.flatMap((facet) => filters[facet].map((value) => ({ facet, value })))
}

/** The cards in the order asked for; the newest first by date, and what has no date last. */
export function sorted(cards: readonly Card[], order: Settings['walletSort'], locale: string): readonly Card[] {
  if (order === 'added') return [...cards].sort((a, b) => compare(b.addedAt, a.addedAt))
  if (order === 'issued') return [...cards].sort((a, b) => compare(instant(b.issued), instant(a.issued)))
  const { compare: collate } = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' })
  return [...cards].sort((a, b) => collate(a[order], b[order]) || collate(a.title, b.title))
}

/** Whether a card asks its owner to look: examples never do. */
export function needsAttention(card: Pick<Card, 'verdict' | 'example'>): boolean {
  return card.verdict !== 'verified' && !card.example
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** A date as one that sorts; zones differ, so the instant counts. What cannot be read sorts as the oldest. */
function instant(iso: string): string {
  const time = Date.parse(iso)
  return Number.isNaN(time) ? '' : new Date(time).toISOString()
}
