import { For, type JSX, Show } from 'solid-js'
import type { Settings } from '../../../store/types.ts'
import { useServices } from '../../services.ts'
import { useTexts } from '../../text.ts'
import { IconButton } from '../../ui/button.tsx'

const orders: readonly Settings['walletSort'][] = ['added', 'issued', 'title', 'issuer']

/** How many there are, in which order, and whether as cards or as a list. */
export function Toolbar(props: {
  readonly found: number
  readonly layout: Settings['walletLayout']
  readonly isLayoutFixed: boolean
}): JSX.Element {
  const { ui } = useTexts()
  const { settings, changeSettings } = useServices()
  const other = () => (props.layout === 'cards' ? 'list' : 'cards')
  return (
    <div class="toolbar">
      <p class="soft small" role="status">
        {ui().wallet.found(props.found)}
      </p>
      <label class="sort">
        <span class="unseen">{ui().wallet.sort}</span>
        <select
          class="select"
          value={settings().walletSort}
          onChange={(event) => void changeSettings({ walletSort: orders[event.currentTarget.selectedIndex] ?? 'added' })}
        >
          <For each={orders}>{(order) => <option value={order}>{ui().wallet.sorts[order]}</option>}</For>
        </select>
      </label>
      <Show when={!props.isLayoutFixed}>
        <IconButton
          icon={other()}
          label={other() === 'cards' ? ui().wallet.showCards : ui().wallet.showList}
          onClick={() => void changeSettings({ walletLayout: other() })}
        />
      </Show>
    </div>
  )
}
