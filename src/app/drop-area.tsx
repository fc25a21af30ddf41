import { createSignal, type JSX, onCleanup, onMount, Show } from 'solid-js'
import type { Given } from './intake.ts'
import { addressIn, looksLikeCredential } from './sniff.ts'
import { Icon } from './ui/icon.tsx'

export interface DropAreaProps {
  /** What the veil says while something is dragged over. */
  readonly words: { readonly drop: string; readonly hint: string }
  readonly onGive: (given: readonly Given[]) => void
  /** An address came by itself: whoever gave it is to be asked before it is fetched. */
  readonly onOffer: (url: string) => void
}

/** Takes files dropped, and files, links and credentials pasted, anywhere on the page. Shows a veil while something is dragged over. */
export function DropArea(props: DropAreaProps): JSX.Element {
  const [over, setOver] = createSignal(false)

  const carriesSomething = (event: DragEvent) =>
    event.dataTransfer?.types.some((type) => type === 'Files' || type === 'text/uri-list') ?? false

  function onDragOver(event: DragEvent): void {
    if (!carriesSomething(event)) return
    event.preventDefault()
    setOver(true)
  }
  function onDragLeave(event: DragEvent): void {
    if (event.relatedTarget === null) setOver(false)
  }
  function onDrop(event: DragEvent): void {
    setOver(false)
    if (!carriesSomething(event)) return
    event.preventDefault()
    const files = [...(event.dataTransfer?.files ?? [])]
    const address = addressIn(event.dataTransfer?.getData('text/uri-list') ?? '')
    if (files.length > 0) props.onGive(files.map((file) => ({ kind: 'file', file })))
    else if (address) props.onOffer(address)
  }
  function onPaste(event: ClipboardEvent): void {
    const files = [...(event.clipboardData?.files ?? [])]
    if (files.length > 0) {
      event.preventDefault()
      props.onGive(files.map((file) => ({ kind: 'file', file })))
      return
    }
    if (isEditable(event.target)) return
    const text = event.clipboardData?.getData('text/plain') ?? ''
    const address = addressIn(text)
    if (address) props.onOffer(address)
    else if (looksLikeCredential(text)) props.onGive([{ kind: 'text', text }])
  }

  onMount(() => {
    document.addEventListener('dragover', onDragOver)
    document.addEventListener('dragleave', onDragLeave)
    document.addEventListener('drop', onDrop)
    document.addEventListener('paste', onPaste)
    onCleanup(() => {
      document.removeEventListener('dragover', onDragOver)
      document.removeEventListener('dragleave', onDragLeave)
      document.removeEventListener('drop', onDrop)
      document.removeEventListener('paste', onPaste)
    })
  })

  return (
    <Show when={over()}>
      <div class="veil" aria-hidden="true">
        <div class="veil-words">
          <Icon name="download" />
          <strong>{props.words.drop}</strong>
          <span class="soft">{props.words.hint}</span>
        </div>
      </div>
    </Show>
  )
}

function isEditable(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))
}
