import { createSignal, For, type JSX } from 'solid-js'
import { href, paths } from '../../paths.ts'
import { forgetPreferences } from '../../preferences.ts'
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
        <EraseForm onLeave={() => setIsAsking(false)} />
      </Dialog>
    </Section>
  )
}

function EraseForm(props: { readonly onLeave: () => void }): JSX.Element {
  const { ui } = useTexts()
  const { vault, verifier, cards, tell } = useServices()
  const [typed, setTyped] = createSignal('')
  const [isBusy, setIsBusy] = createSignal(false)
  const isMeant = () => typed().trim().toLowerCase() === ui().settings.eraseWord

  async function erase(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    if (!isMeant() || isBusy()) return
    setIsBusy(true)
    verifier.end()
    const erased = await vault.erase()
    if (!erased.ok) {
      setIsBusy(false)
      props.onLeave()
      return tell(erased.problem)
    }
    forgetPreferences()
    // Nothing of what was in memory may stay either.
    window.location.assign(href(paths.wallet))
  }

  return (
    <form class="erase" onSubmit={(event) => void erase(event)}>
      <p>{ui().settings.eraseGoes}</p>
      <ul>
        <li>{ui().settings.eraseCredentials(cards()?.length ?? 0)}</li>
        <For each={ui().settings.eraseRest}>{(part) => <li>{part}</li>}</For>
      </ul>
      <label class="field">
        <span class="label">{ui().settings.eraseType(ui().settings.eraseWord)}</span>
        <input
          class="input"
          type="text"
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          value={typed()}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
      </label>
      <div class="actions">
        <Button onClick={() => props.onLeave()}>{ui().cancel}</Button>
        <Button type="submit" tone="danger primary" disabled={!isMeant() || isBusy()}>
          {ui().settings.eraseConfirm}
        </Button>
      </div>
    </form>
  )
}
