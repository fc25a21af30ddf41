import { createSignal, createUniqueId, type JSX, Show } from 'solid-js'
import { useTexts } from '../text.ts'
import './secret-field.css'

/** Longer than any passphrase or code that somebody types. */
const longest = 1000

/** A field for a secret, which is shown only on request: long ones are mistyped unseen. */
export function SecretField(props: {
  readonly label: string
  readonly value: string
  readonly onInput: (value: string) => void
  readonly autocomplete: 'current-password' | 'new-password' | 'off'
  /** A code is copied from paper, with nobody behind it: it is shown from the start. */
  readonly isShown?: boolean
  readonly hint?: JSX.Element
  readonly isWrong?: boolean
  readonly ref?: (input: HTMLInputElement) => void
}): JSX.Element {
  const { ui } = useTexts()
  const id = createUniqueId()
  const [isShown, setIsShown] = createSignal(false)
  return (
    <div class="field secret">
      <label class="label" for={id}>
        {props.label}
      </label>
      <input
        class="input"
        classList={{ code: props.isShown ?? false }}
        id={id}
        ref={(input) => props.ref?.(input)}
        type={props.isShown || isShown() ? 'text' : 'password'}
        autocomplete={props.autocomplete}
        autocapitalize={props.isShown ? 'characters' : 'off'}
        spellcheck={false}
        maxlength={longest}
        aria-describedby={`${id}-hint`}
        aria-invalid={props.isWrong ?? false}
        value={props.value}
        onInput={(event) => props.onInput(event.currentTarget.value)}
      />
      <p class="hint" id={`${id}-hint`} aria-live="polite">
        {props.hint}
      </p>
      <Show when={!props.isShown}>
        <label class="secret-shown">
          <input type="checkbox" checked={isShown()} onChange={(event) => setIsShown(event.currentTarget.checked)} />
          {ui().showTyped}
        </label>
      </Show>
    </div>
  )
}
