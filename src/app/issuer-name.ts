import type { Card } from '../store/types.ts'
import type { InterfaceText } from '../text/index.ts'

/** Identifiers that a place on the web can answer for; a key that is its own identifier has no such place. */
const onTheWeb = /^(https:|did:web:)/i

/**
 * The issuer's name in a list, where there is no room to say how far it is known: as a fact only when a list or a web address
 * stands behind it, else in quotation marks. The credential's own page says it exactly (`knownIssuer`); where a list knows less,
 * it quotes.
 */
export function issuerName(
  { issuer, issuerId, isIssuerKnown, questions }: Pick<Card, 'issuer' | 'issuerId' | 'isIssuerKnown' | 'questions'>,
  ui: InterfaceText,
): string {
  if (issuer === '') return ui.wallet.noIssuer
  const { integrity, authority } = questions
  const isKnown = isIssuerKnown ?? (authority === 'passed' || (authority === 'warning' && onTheWeb.test(issuerId)))
  return isKnown && integrity === 'passed' ? issuer : ui.stated(issuer)
}
