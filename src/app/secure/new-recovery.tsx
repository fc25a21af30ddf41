import { createSignal, For, type JSX, onMount, Show } from 'solid-js'
import { newRecoveryCode } from '../../core/recovery-code.ts'
import type { SecurityText } from '../../text/security.ts'
import { appUrl } from '../base.ts'
import { useTexts } from '../text.ts'
import { Button } from '../ui/button.tsx'
import { SecretField } from '../ui/secret-field.tsx'
import { groupsOf, typedBack } from './recovery.view.ts'

/** Shows a new recovery code to be printed, copied or written down, and then has it typed back whole. */
export function NewRecovery(props: { readonly text: SecurityText; readonly onKept: (code: string) => void }): JSX.Element {
  const code = newRecoveryCode()
  const [isShown, setIsShown] = createSignal(true)
  return (
    <Show when={isShown()} fallback={<TypeBack {...props} code={code} onShow={() => setIsShown(true)} />}>
      <ShownCode text={props.text.secure} code={code} onKept={() => setIsShown(false)} />
    </Show>
  )
}

function ShownCode(props: {
  readonly text: SecurityText['secure']
  readonly code: string
  readonly onKept: () => void
}): JSX.Element {
  const { formats } = useTexts()
  const [isCopied, setIsCopied] = createSignal(false)
  const made = new Date().toISOString()

  function copy(): void {
    navigator.clipboard.writeText(props.code).then(
      () => setIsCopied(true),
      // A browser that refuses the clipboard leaves the code on the page to be selected.
      () => setIsCopied(false),
    )
  }

  return (
    <div class="secure-form">
      <p>{props.text.codeLead}</p>
      <div class="code-card">
        <p class="code-title">{props.text.cardTitle}</p>
        <p class="code-groups">
          <For each={groupsOf(props.code)}>{(group, index) => <code>{`${group}${index() < 5 ? '-' : ''}`}</code>}</For>
        </p>
        <p class="small">{props.text.cardWords}</p>
        <p class="small soft">
          {props.text.cardMade(formats().date(made))} · {props.text.cardWhere(appUrl('').replace(/^https?:\/\//, ''))}
        </p>
      </div>
      <p class="soft small" role="status">
        <Show when={isCopied()}>{props.text.copied}</Show>
      </p>
      <div class="actions">
        <Button icon="print" onClick={() => window.print()}>
          {props.text.print}
        </Button>
        <Button icon="paste" onClick={copy}>
          {props.text.copy}
        </Button>
        <Button tone="primary" onClick={() => props.onKept()}>
          {props.text.kept}
        </Button>
      </div>
    </div>
  )
}

function TypeBack(props: {
  readonly text: SecurityText
  readonly code: string
  readonly onKept: (code: string) => void
  readonly onShow: () => void
}): JSX.Element {
  const [typed, setTyped] = createSignal('')
  const [isTried, setIsTried] = createSignal(false)
  const words = () => props.text.secure
  let field: HTMLInputElement | undefined
  onMount(() => field?.focus())

  function check(event: SubmitEvent): void {
    event.preventDefault()
    setIsTried(true)
    if (typedBack(typed(), props.code) === 'right') props.onKept(props.code)
    else field?.focus()
  }

  const trouble = () => {
    const found = typedBack(typed(), props.code)
    if (!isTried() || found === 'right') return null
    return found === 'short' ? words().backShort : words().backWrong(found.group)
  }

  return (
    <form class="secure-form" onSubmit={check} novalidate>
      <h2>{words().backTitle}</h2>
      <p>{words().backLead}</p>
      <SecretField
        ref={(input) => {
          field = input
        }}
        label={words().backField}
        autocomplete="off"
        isShown
        value={typed()}
        onInput={setTyped}
        hint={trouble() ?? props.text.ask.recoveryHint}
        isWrong={trouble() !== null}
      />
      <div class="actions">
        <Button type="submit" tone="primary">
          {words().go}
        </Button>
        <Button onClick={() => props.onShow()}>{words().backShow}</Button>
      </div>
    </form>
  )
}
