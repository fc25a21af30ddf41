import { createMemo, createSignal, type JSX, Show } from 'solid-js'
import type { Card } from '../../../store/types.ts'
import { useServices } from '../../services.ts'
import { useTexts } from '../../text.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button } from '../../ui/button.tsx'
import { showToast } from '../../ui/toasts.tsx'

/** Says that examples are in the wallet, and takes them all out at once. */
export function ExamplesBanner(props: { readonly cards: readonly Card[] }): JSX.Element {
  const { ui } = useTexts()
  const { removeEntries, keepEntries } = useServices()
  const [isBusy, setIsBusy] = createSignal(false)
  const examples = createMemo(() => props.cards.filter((card) => card.example).map((card) => card.id))

  async function remove(): Promise<void> {
    setIsBusy(true)
    const removed = await removeEntries(examples())
    setIsBusy(false)
    if (removed) {
      const words = ui().wallet.examplesRemoved(removed.length)
      showToast({ words, action: { label: ui().undo, run: () => void keepEntries(removed) } })
    }
  }

  return (
    <Show when={examples().length > 0}>
      <Banner
        actions={
          <Button disabled={isBusy()} onClick={() => void remove()}>
            {ui().wallet.removeThem}
          </Button>
        }
      >
        {ui().wallet.examplesHere}
      </Banner>
    </Show>
  )
}
