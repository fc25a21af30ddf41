import { createSignal, type JSX, lazy, onMount, Show } from 'solid-js'
import { useServices } from './services.ts'
import { useTexts } from './text.ts'
import { Banner } from './ui/banner.tsx'
import { Button } from './ui/button.tsx'
import { watchForUpdates } from './update.ts'

// Its sentences are not part of the first load.
const ProblemWords = lazy(() => import('./problem-words.tsx'))

/** What has to be said on every page: no network, trouble with the store, a newer version. */
export function Notices(): JSX.Element {
  const { ui } = useTexts()
  const services = useServices()
  const [update, setUpdate] = createSignal<() => void>()
  onMount(() => void watchForUpdates((accept) => setUpdate(() => accept)))
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
