import { createSignal } from 'solid-js'
import { type Filters, noFilters } from './wallet.view.ts'

/** What the person was looking for. Kept while they look at other screens, and gone with the page. */
export const [query, setQuery] = createSignal('')
export const [filters, setFilters] = createSignal<Filters>(noFilters)

/** Looks at everything again. */
export function lookAtAll(): void {
  setQuery('')
  setFilters(noFilters)
}
