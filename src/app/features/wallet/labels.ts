import type { Card } from '../../../store/types.ts'
import type { InterfaceText } from '../../../text/index.ts'
import { kindName } from '../../../text/kinds.ts'
import type { Facet } from './wallet.view.ts'

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
