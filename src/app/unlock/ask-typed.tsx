import { createSignal, type JSX, Show } from 'solid-js'
import type { Problem } from '../../core/problem.ts'
import { Button } from '../ui/button.tsx'
import { SecretField } from '../ui/secret-field.tsx'
import type { AskWayProps } from './ask-way.tsx'
import { secretTyped, type TypedMethod } from './ask-way.view.ts'

interface AskTypedProps extends AskWayProps {
  readonly method: TypedMethod
  readonly isBusy: boolean
  readonly isWrong: boolean
  readonly answer: (ask: () => Promise<Problem | null>) => void
}

/** The passphrase or the recovery code. What was typed stays until it was right, so that it can be mended. */
export function AskTyped(props: AskTypedProps): JSX.Element {
  const [typed, setTyped] = createSignal('')
  const [isMissing, setIsMissing] = createSignal(false)
  const isCode = () => props.method === 'recovery'
  let field: HTMLInputElement | undefined

  async function ask(): Promise<Problem | null> {
    const secret = secretTyped(props.method, typed())
    const found = secret.ok ? await props.onSecret(secret.value) : secret.problem
    if (found) field?.focus()
    else setTyped('')
    return found
  }

  function submit(event: SubmitEvent): void {
    event.preventDefault()
    const isEmpty = typed().trim() === ''
    setIsMissing(isEmpty)
    if (isEmpty) field?.focus()
    else props.answer(ask)
  }

  const hint = () => (isMissing() ? props.text.ask.none : isCode() ? props.text.ask.recoveryHint : '')

  return (
    <form class="ask-typed" onSubmit={submit}>
      <SecretField
        ref={(input) => {
          field = input
        }}
        label={props.text.ask[props.method]}
        autocomplete={isCode() ? 'off' : 'current-password'}
        isShown={isCode()}
        hint={hint()}
        isWrong={props.isWrong || isMissing()}
        value={typed()}
        onInput={setTyped}
      />
      <Button type="submit" tone="primary" icon="lock" aria-disabled={props.isBusy}>
        {props.labels.typed}
      </Button>
      <p class="soft" role="status">
        <Show when={props.isBusy}>{isCode() ? null : props.text.ask.opening}</Show>
      </p>
    </form>
  )
}
