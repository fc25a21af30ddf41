import type { Card } from '../../../store/types.ts'
import type { Formats } from '../../../text/format.ts'
import type { InterfaceText } from '../../../text/index.ts'
import { kindName } from '../../../text/kinds.ts'
import { type Facet, reasonOf } from './wallet.view.ts'

/** What a value of a facet is called. */
export function labelOf(facet: Facet, value: string, ui: InterfaceText): string {
  const { wallet } = ui
  switch (facet) {
    case 'attention':
      return wallet.facets.attention
    case 'verdict':
      return value in wallet.verdicts ? wallet.verdicts[value as Card['verdict']] : value
    case 'credit':
      return value in wallet.credits ? wallet.credits[value as Card['credit']] : value
    case 'kind':
      return kindName(value, ui)
    case 'year':
      return value || wallet.noYear
    case 'issuer':
      return value || wallet.noIssuer
  }
}

/** Why a card needs attention, in a few words; null when it does not. */
export function reasonWords(card: Card, ui: InterfaceText, formats: Formats): string | null {
  const reason = reasonOf(card)
  if (reason === null) return null
  if (reason === 'outOfDate' && card.expires !== '') return ui.wallet.reasons.outOfDateSince(formats.month(card.expires))
  const { outOfDateSince: _, ...words } = ui.wallet.reasons
  return words[reason]
}
