import { For, type JSX } from 'solid-js'
import type { Card, Settings } from '../../../store/types.ts'
import { useTexts } from '../../text.ts'
import { WalletCard } from './wallet-card.tsx'

/** Wallets up to this size are drawn whole; what draws only the part in view is loaded for larger ones. */
export const mostDrawnWhole = 60

/** The cards of a wallet of ordinary size, all of them. */
export function FewCards(props: {
  readonly cards: readonly Card[]
  readonly layout: Settings['walletLayout']
  readonly beside: boolean
  readonly open: string | null
}): JSX.Element {
  const { ui } = useTexts()
  return (
    <ul class={`cards few as-${props.layout}`} aria-label={ui().wallet.list}>
      <For each={props.cards}>
        {(card) => (
          <li>
            <WalletCard card={card} layout={props.layout} beside={props.beside} isOpen={props.open === card.id} />
          </li>
        )}
      </For>
    </ul>
  )
}
