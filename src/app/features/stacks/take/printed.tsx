import { For, type JSX, onCleanup, onMount, Show } from 'solid-js'
import { Portal } from 'solid-js/web'
import { useStacks } from '../context.ts'
import { isEverything, outlineOf } from '../outline.view.ts'
import type { OutlineLine } from '../outline-line.ts'
import type { StacksState } from '../types.ts'
import { captionOf } from './view-picture.ts'

/** What is printed. */
export interface Printed {
  /** The picture, for paper; null for the outline alone. */
  readonly svg: string | null
  /** The learner's title; may be empty. */
  readonly title: string
  /** The day, in words. */
  readonly date: string
}

/** Most lines printed, and how deep: a thing with what it is linked with. What would stand below those has a line of its own. */
const mostLines = 1_500
const deepest = 5

/** A page for paper: the picture fitted to it, and everything in words. It asks to be printed, and is gone when that is over. */
export function PrintedPage(props: {
  readonly printed: Printed
  readonly state: StacksState
  readonly onPrinted: () => void
}): JSX.Element {
  const { text, telling } = useStacks()
  const lines = () => {
    const stacked = props.state.stacked()
    if (!stacked) return []
    return outlineOf({
      stacked,
      shown: props.state.shown(),
      kept: props.state.kept(),
      isWhole: isEverything(props.state),
      telling: telling(),
    })
  }
  const caption = () => {
    const [view, drawn] = [props.state.view(), props.state.shown()]
    return captionOf({ view, drawn, text: text(), date: props.printed.date })
  }
  const address =
    props.printed.svg === null ? null : URL.createObjectURL(new Blob([props.printed.svg], { type: 'image/svg+xml' }))
  let picture: HTMLImageElement | undefined
  onMount(async () => {
    // Paper does not wait for what is still on its way.
    await picture?.decode().catch(() => undefined)
    window.addEventListener('afterprint', () => props.onPrinted(), { once: true })
    window.print()
  })
  onCleanup(() => address && URL.revokeObjectURL(address))
  return (
    <Portal mount={document.body} ref={(holder) => holder.classList.add('stacks-printed')}>
      <section classList={{ 'printed-front': address !== null }}>
        <h1>{props.printed.title || text().page.title}</h1>
        <p class="printed-caption">{caption()}</p>
        <Show when={address}>{(source) => <img ref={picture} class="printed-picture" src={source()} alt="" />}</Show>
      </section>
      <h2>{text().take.inWords}</h2>
      <div class="printed-words">
        <PrintedLines lines={lines()} depth={1} budget={{ left: mostLines }} />
      </div>
    </Portal>
  )
}

function PrintedLines(props: {
  readonly lines: readonly OutlineLine[]
  readonly depth: number
  readonly budget: { left: number }
}): JSX.Element {
  const { text } = useStacks()
  const shown = () => props.lines.slice(0, props.budget.left)
  return (
    <ul class="printed-lines">
      <For each={shown()}>
        {(line) => {
          props.budget.left -= 1
          const { title, facts, says, cautions } = line.words()
          return (
            <li data-kind={line.kind}>
              <span class="printed-title" dir="auto">
                {title.value}
              </span>
              <span class="printed-facts">{facts.join(' · ')}</span>
              <span class="printed-says">{[...says, ...cautions].join(' ')}</span>
              <Show when={line.hasChildren && props.depth < deepest && props.budget.left > 0}>
                <PrintedLines lines={line.children()} depth={props.depth + 1} budget={props.budget} />
              </Show>
            </li>
          )
        }}
      </For>
      <Show when={props.lines.length > shown().length}>
        <li class="printed-facts">{text().take.more(String(props.lines.length - shown().length))}</li>
      </Show>
    </ul>
  )
}
