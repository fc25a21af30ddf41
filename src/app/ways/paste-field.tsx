import { createMemo, createSignal, type JSX, Show } from 'solid-js'
import type { Given } from '../intake.ts'
import { addressIn, hostOf } from '../sniff.ts'
import { useTexts } from '../text.ts'
import { Button } from '../ui/button.tsx'

/** A field for a link or for the text of a credential. A link is fetched only when the button says so. */
export function PasteField(props: {
  readonly online: boolean
  /** What the button says for a text. */
  readonly takeWords: string
  readonly onTake: (given: Given) => void
}): JSX.Element {
  const { ui } = useTexts()
  const [text, setText] = createSignal('')
  const address = createMemo(() => addressIn(text()))
  const isHeld = () => address() !== null && !props.online

  function take(event: SubmitEvent): void {
    event.preventDefault()
    const url = address()
    if (text().trim() === '' || isHeld()) return
    props.onTake(url === null ? { kind: 'text', text: text() } : { kind: 'address', url })
    setText('')
  }

  return (
    <form class="paste" onSubmit={take}>
      <label class="field">
        <span class="label">{ui().add.field}</span>
        <textarea
          class="input"
          rows="3"
          spellcheck={false}
          autocapitalize="off"
          autocomplete="off"
          aria-describedby="paste-hint"
          value={text()}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </label>
      <p class="soft small" id="paste-hint">
        {isHeld() ? ui().add.offlineAddress : ui().add.fieldHint}
      </p>
      <Button type="submit" disabled={text().trim() === '' || isHeld()}>
        <Show when={address()} fallback={props.takeWords}>
          {(url) => ui().add.fetchFrom(hostOf(url()))}
        </Show>
      </Button>
    </form>
  )
}
