import { createEffect, createSignal, type JSX, onCleanup, Show } from 'solid-js'
import './markdown.css'

interface MarkdownProps {
  /** The issuer's text, unsanitized. */
  readonly text: string
  readonly language?: string | undefined
  readonly direction?: 'ltr' | 'rtl' | 'auto'
}

/** Markdown of an issuer, sanitized. Until the renderer has been loaded, and if it fails, the same text in plain. */
export function Markdown(props: MarkdownProps): JSX.Element {
  const [nodes, setNodes] = createSignal<readonly Node[] | null>(null)
  createEffect(() => {
    const { text } = props
    let isCurrent = true
    onCleanup(() => {
      isCurrent = false
    })
    setNodes(null)
    render(text).then(
      (rendered) => isCurrent && setNodes(rendered),
      // Offline before the renderer was ever loaded, or a text that it cannot take: the plain text stays.
      () => undefined,
    )
  })
  return (
    <div class="markdown" classList={{ plain: nodes() === null }} lang={props.language} dir={props.direction ?? 'auto'}>
      <Show when={nodes()} fallback={props.text}>
        {(rendered) => <>{[...rendered()]}</>}
      </Show>
    </div>
  )
}

async function render(text: string): Promise<readonly Node[]> {
  const { renderMarkdown } = await import('./markdown-render.ts')
  return renderMarkdown(text)
}
