import { createEffect, createSignal, type JSX, lazy, onCleanup, onMount, Show, Suspense } from 'solid-js'
import { useServices } from './services.ts'
import { useTexts } from './text.ts'
import { Banner } from './ui/banner.tsx'
import { Button } from './ui/button.tsx'
import { watchForUpdates } from './update.ts'

// Its sentences are not part of the first load.
const ProblemWords = lazy(() => import('./problem-words.tsx'))
const ListMended = lazy(() => import('./list-mended.tsx'))
const StorageNotice = lazy(() => import('./storage-notice.tsx'))

/** When the page stands, in milliseconds. */
const settled = 1_500

/** What has to be said on every page: no network, trouble with the store, a newer version. */
export function Notices(): JSX.Element {
  const { ui } = useTexts()
  const services = useServices()
  const [update, setUpdate] = createSignal<() => void>()
  const [isListMended, setIsListMended] = createSignal(false)
  onMount(() => {
    // Once the page stands: what comes first must not wait for the shell of the next visit.
    const later = setTimeout(() => {
      // What was erased meanwhile took the shell along.
      if (!services.closed()) void watchForUpdates((accept) => setUpdate(() => accept))
    }, settled)
    onCleanup(() => clearTimeout(later))
  })
  createEffect(() => {
    // It is found out while the cards are read, and told once.
    if (services.cards() && services.vault.wasMended()) setIsListMended(true)
  })
  return (
    <div class="notices no-print">
      <div role="status">
        <Show when={!services.online()}>
          <Banner>{ui().status.offline}</Banner>
        </Show>
      </div>
      <Show when={services.closed()}>
        <Banner
          role="alert"
          tone="amber"
          actions={<Button onClick={() => window.location.reload()}>{ui().status.reload}</Button>}
        >
          {ui().status.closedElsewhere}
        </Banner>
      </Show>
      <Show when={services.trouble()}>
        {(problem) => (
          <Banner role="alert" tone="rust" actions={<Button onClick={() => services.dismissTrouble()}>{ui().dismiss}</Button>}>
            <ProblemWords problem={problem()} />
          </Banner>
        )}
      </Show>
      <Suspense>
        <StorageNotice />
      </Suspense>
      <Show when={isListMended()}>
        <Suspense>
          <ListMended onDismiss={() => setIsListMended(false)} />
        </Suspense>
      </Show>
      <Show when={update()}>
        {(accept) => (
          <Banner
            role="status"
            actions={
              <>
                <Button tone="primary" onClick={() => accept()()}>
                  {ui().status.reload}
                </Button>
                <Button tone="quiet" onClick={() => setUpdate()}>
                  {ui().status.updateLater}
                </Button>
              </>
            }
          >
            {ui().status.update}
          </Banner>
        )}
      </Show>
    </div>
  )
}
