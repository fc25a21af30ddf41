import { createSignal, createUniqueId, For, type JSX, Show } from 'solid-js'
import type { FindingsText } from '../../text/findings.ts'
import { Button } from '../ui/button.tsx'
import type { CredentialView } from './credential.view.ts'
import { Lines } from './words.tsx'

/** The document itself: its format, its fingerprint and the very text, for those who want to look underneath. */
export function DocumentSection(props: { readonly view: CredentialView; readonly text: FindingsText }): JSX.Element {
  const id = createUniqueId()
  return (
    <section class="part document" aria-labelledby={id}>
      <h2 id={id}>{props.text.page.sections.document}</h2>
      <p class="soft">{props.text.page.document.intro}</p>
      <Show when={props.view.document.note}>{(note) => <p>{note()}</p>}</Show>
      <Lines lines={props.view.document.lines} />
      <For each={props.view.document.texts}>{(item) => <RawText label={item.label} text={item.text} words={props.text} />}</For>
    </section>
  )
}

function RawText(props: { readonly label: string; readonly text: string; readonly words: FindingsText }): JSX.Element {
  const [isOpen, setIsOpen] = createSignal(false)
  const [isCopied, setIsCopied] = createSignal(false)
  const actions = () => props.words.page.actions
  const copy = () => {
    navigator.clipboard.writeText(props.text).then(
      () => setIsCopied(true),
      // A browser that refuses the clipboard leaves the text on the page to be selected.
      () => setIsCopied(false),
    )
  }
  return (
    <details class="raw no-print" onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{props.label}</summary>
      <Show when={isOpen()}>
        <div class="raw-body">
          <Button onClick={copy}>{isCopied() ? actions().copied : actions().copy}</Button>
          {/* What scrolls must be reachable by keyboard. */}
          <section class="raw-text" tabindex="0" aria-label={props.label}>
            <pre dir="ltr">{props.text}</pre>
          </section>
        </div>
      </Show>
    </details>
  )
}
