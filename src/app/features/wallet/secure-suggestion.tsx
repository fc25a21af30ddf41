import { createMemo, createResource, type JSX, Show } from 'solid-js'
import type { Card } from '../../../store/types.ts'
import { loadSecurity } from '../../../text/security.ts'
import { href, paths } from '../../paths.ts'
import { useServices } from '../../services.ts'
import { useTexts } from '../../text.ts'
import { Banner } from '../../ui/banner.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { isSecuringDue } from './suggestion.view.ts'

/** Suggests guarding the wallet once there is something to guard, and again only after a good while. */
export default function SecureSuggestion(props: { readonly cards: readonly Card[] }): JSX.Element {
  const { vault, settings, changeSettings } = useServices()
  const { language } = useTexts()
  const isDue = createMemo(() => !vault.isSecured() && isSecuringDue(props.cards, settings().securingPutOff, Date.now()))
  const [text] = createResource(() => (isDue() ? language() : null), loadSecurity)
  return (
    <Show when={isDue() && text.latest?.secure}>
      {(words) => (
        <Banner
          role="status"
          actions={
            <>
              <ButtonLink tone="primary" href={href(paths.secure)}>
                {words().begin}
              </ButtonLink>
              <Button onClick={() => void changeSettings({ securingPutOff: new Date().toISOString() })}>{words().later}</Button>
            </>
          }
        >
          {words().suggestion}
        </Banner>
      )}
    </Show>
  )
}
