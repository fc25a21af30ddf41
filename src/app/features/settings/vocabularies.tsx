import { createResource, For, type JSX, Show } from 'solid-js'
import type { AllowedContext } from '../../../core/model/context.ts'
import { loadPersonal, type PersonalText } from '../../../text/personal.ts'
import { useServices } from '../../services.ts'
import { hostOf } from '../../sniff.ts'
import { useTexts } from '../../text.ts'
import { Button } from '../../ui/button.tsx'
import { showToast } from '../../ui/toasts.tsx'
import type { Vocabularies } from '../../vocabularies.ts'
import { Section } from './section.tsx'
import { grouped } from './trust.view.ts'
import './trust.css'

/** The vocabularies that this person allowed to be fetched; nothing at all while there is none. */
export function VocabulariesSection(): JSX.Element {
  const { language } = useTexts()
  const services = useServices()
  const [text] = createResource(language, loadPersonal)
  const [vocabularies] = createResource(() => services.vocabularies())
  return (
    <Show when={text.latest?.vocabularies}>
      {(words) => (
        <Show when={vocabularies.latest}>
          {(loaded) => (
            <Show when={loaded().kept().length > 0}>
              <Section title={words().title}>
                <p>{words().lead}</p>
                <ul class="trust-rows">
                  <For each={loaded().kept()}>
                    {(context) => <Row context={context} vocabularies={loaded()} text={words()} />}
                  </For>
                </ul>
              </Section>
            </Show>
          )}
        </Show>
      )}
    </Show>
  )
}

function Row(props: {
  readonly context: AllowedContext
  readonly vocabularies: Vocabularies
  readonly text: PersonalText['vocabularies']
}): JSX.Element {
  const { formats } = useTexts()

  async function remove(): Promise<void> {
    const { context, text, vocabularies } = props
    await vocabularies.remove(context.url)
    showToast({ words: text.removed(hostOf(context.url)) })
  }

  return (
    <li class="trust-row">
      <div class="trust-words">
        <p class="trust-name trust-id">
          <bdi>{props.context.url}</bdi>
        </p>
        <p class="soft small">{props.text.fetched(formats().dateTime(props.context.fetchedAt))}</p>
        <p class="soft small">
          {props.text.fingerprint}: <code class="trust-id">{grouped(props.context.digest)}</code>
        </p>
      </div>
      <div class="trust-actions">
        <Button tone="quiet" aria-label={props.text.removeNamed(props.context.url)} onClick={() => void remove()}>
          {props.text.remove}
        </Button>
      </div>
    </li>
  )
}
