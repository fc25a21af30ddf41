import { createSignal, type JSX, lazy, Show } from 'solid-js'
import type { Problem } from '../core/problem.ts'
import { useTexts } from './text.ts'
import { Button } from './ui/button.tsx'

// Its sentences are not part of the first load.
const ProblemWords = lazy(() => import('./problem-words.tsx'))

/** Stands in for a page that broke: a mistake of ours, or a part of the app that could not be loaded. */
export function Broken(props: { readonly error: unknown; readonly again: () => void }): JSX.Element {
  const { ui } = useTexts()
  const [offline] = createSignal(!navigator.onLine)
  return (
    <section class="page plain-page" role="alert">
      <h1>{ui().trouble.heading}</h1>
      <p>{offline() ? ui().trouble.offlinePage : ui().trouble.words}</p>
      <Show when={props.error instanceof Error && props.error.message}>{(message) => <p class="soft small">{message()}</p>}</Show>
      <div class="actions">
        <Button tone="primary" onClick={() => window.location.reload()}>
          {ui().trouble.reload}
        </Button>
        <Button onClick={() => props.again()}>{ui().tryAgain}</Button>
      </div>
    </section>
  )
}

/** Stands in for every page when the store cannot be opened. */
export function StoreTrouble(props: { readonly problem: Problem }): JSX.Element {
  const { ui } = useTexts()
  return (
    <section class="page plain-page" role="alert">
      <h1>{ui().trouble.storeHeading}</h1>
      <p>
        <ProblemWords problem={props.problem} />
      </p>
      <div class="actions">
        <Button tone="primary" onClick={() => window.location.reload()}>
          {ui().trouble.reload}
        </Button>
      </div>
    </section>
  )
}
