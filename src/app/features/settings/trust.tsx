import { createResource, type JSX, Show } from 'solid-js'
import { loadTrust } from '../../../text/trust.ts'
import { useServices } from '../../services.ts'
import { useTexts } from '../../text.ts'
import { Section } from './section.tsx'
import { AddList } from './trust-add.tsx'
import { KeptLists } from './trust-lists.tsx'
import { Pins } from './trust-pins.tsx'
import './trust.css'

/** Whom this person trusts: lists of institutions, and issuers that they said they trust. */
export function TrustSection(): JSX.Element {
  const { language } = useTexts()
  const services = useServices()
  const [text] = createResource(language, loadTrust)
  const [trust] = createResource(() => services.trust())
  return (
    <Show when={text.latest}>
      {(words) => (
        <Section title={words().title}>
          <p>{words().lead}</p>
          <p class="soft">{words().quiet}</p>
          <Show when={trust.latest}>
            {(loaded) => (
              <>
                <KeptLists trust={loaded()} text={words()} />
                <AddList trust={loaded()} text={words()} />
                <Pins trust={loaded()} text={words()} />
              </>
            )}
          </Show>
        </Section>
      )}
    </Show>
  )
}
