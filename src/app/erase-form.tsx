import { createSignal, createUniqueId, type JSX, Show } from 'solid-js'
import type { Attempt, Problem } from '../core/problem.ts'
import { removeRemains } from '../store/remains.ts'
import { appUrl } from './base.ts'
import { href, paths } from './paths.ts'
import { forgetPreferences } from './preferences.ts'
import { useTexts } from './text.ts'
import { Button } from './ui/button.tsx'

/** Takes everything off this device, once the word for it has been typed; it begins with what is said of that. */
export function EraseForm(props: {
  readonly class: string
  readonly erase: () => Promise<Attempt<void>>
  readonly onProblem: (problem: Problem) => void
  readonly onLeave?: () => void
  readonly children: JSX.Element
}): JSX.Element {
  const { ui } = useTexts()
  const id = createUniqueId()
  const [typed, setTyped] = createSignal('')
  const [isBusy, setIsBusy] = createSignal(false)
  const isMeant = () => typed().trim().toLowerCase() === ui().settings.eraseWord

  async function erase(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    if (!isMeant() || isBusy()) return
    setIsBusy(true)
    const erased = await props.erase()
    if (!erased.ok) {
      setIsBusy(false)
      return props.onProblem(erased.problem)
    }
    forgetPreferences()
    await removeRemains(appUrl(''))
    // Nothing of what was in memory may stay either.
    window.location.assign(href(paths.wallet))
  }

  return (
    <form class={props.class} onSubmit={(event) => void erase(event)}>
      {props.children}
      <div class="field">
        <label class="label" for={id}>
          {ui().settings.eraseType(ui().settings.eraseWord)}
        </label>
        <input
          class="input"
          id={id}
          type="text"
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          value={typed()}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
      </div>
      <div class="actions">
        <Show when={props.onLeave}>{(leave) => <Button onClick={() => leave()()}>{ui().cancel}</Button>}</Show>
        <Button type="submit" tone="danger primary" disabled={!isMeant() || isBusy()}>
          {ui().settings.eraseConfirm}
        </Button>
      </div>
    </form>
  )
}
