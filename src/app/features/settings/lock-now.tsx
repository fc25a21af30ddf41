import { createResource, type JSX, Show } from 'solid-js'
import { loadSecurity } from '../../../text/security.ts'
import { createIsSecured } from '../../secure/methods.ts'
import { useServices } from '../../services.ts'
import { useTexts } from '../../text.ts'
import { Button } from '../../ui/button.tsx'

/** Locks a guarded wallet at once. */
export function LockNow(): JSX.Element {
  const { language } = useTexts()
  const services = useServices()
  const isSecured = createIsSecured(services)
  const [text] = createResource(() => (isSecured() ? language() : null), loadSecurity)
  return (
    <Show when={isSecured() && text.latest}>
      {(words) => (
        <Button icon="lock" onClick={() => services.vault.lock()}>
          {words().settings.lock}
        </Button>
      )}
    </Show>
  )
}
