import { createResource, createSignal, For, type JSX, Show, Suspense } from 'solid-js'
import type { Attempt, Problem } from '../../../core/problem.ts'
import { loadStorage } from '../../../text/storage.ts'
import { EraseForm } from '../../erase-form.tsx'
import { useServices } from '../../services.ts'
import { useTexts } from '../../text.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Section } from './section.tsx'

/** Takes everything off this device, once the word for it has been typed. */
export function Erase(): JSX.Element {
  const { ui } = useTexts()
  const [isAsking, setIsAsking] = createSignal(false)
  return (
    <Section title={ui().settings.erase}>
      <p class="soft">{ui().settings.eraseLead}</p>
      <div class="actions">
        <Button tone="danger" onClick={() => setIsAsking(true)}>
          {ui().settings.eraseButton}
        </Button>
      </div>
      <Dialog open={isAsking()} title={ui().settings.eraseTitle} onClose={() => setIsAsking(false)}>
        <Erasing onLeave={() => setIsAsking(false)} />
      </Dialog>
    </Section>
  )
}

function Erasing(props: { readonly onLeave: () => void }): JSX.Element {
  const { ui, language } = useTexts()
  const { vault, verifier, cards, tell, online } = useServices()
  const [text] = createResource(() => (online() ? null : language()), loadStorage)

  function erase(): Promise<Attempt<void>> {
    verifier.end()
    return vault.erase()
  }

  function leave(problem: Problem): void {
    props.onLeave()
    tell(problem)
  }

  return (
    <EraseForm class="erase" erase={erase} onProblem={leave} onLeave={() => props.onLeave()}>
      <p>{ui().settings.eraseGoes}</p>
      <ul>
        <li>{ui().settings.eraseCredentials(cards()?.length ?? 0)}</li>
        <For each={ui().settings.eraseRest}>{(part) => <li>{part}</li>}</For>
      </ul>
      <Suspense>
        <Show when={!online() && text()}>{(words) => <p>{words().eraseOffline}</p>}</Show>
      </Suspense>
    </EraseForm>
  )
}
